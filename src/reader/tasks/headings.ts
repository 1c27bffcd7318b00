import { foldForComparing, foldWidth, withoutSpaces } from '../../kernel/han.ts'
import type { ClauseFinder, ClauseText } from './clause-finder.ts'

const LABEL = /^([(][一二三四五六七八九十]{1,3}[)]|[一二三四五六七八九十]{1,3}、)/
const LABELLED =
  /^\s?([(][一二三四五六七八九十]{1,3}[)]|[一二三四五六七八九十]{1,3}、)\s?([^\s。;:]{2,40})(?:\s+(?=\S)|。(?=\S))/

/** 一、 or （一） with which a heading begins, in half width; null when it has none. */
export const labelOf = (heading: string): string | null =>
  LABEL.exec(withoutSpaces(foldWidth(heading.slice(0, 40))))?.[1] ?? null

export const isLevelOne = (heading: string): boolean => labelOf(heading)?.endsWith('、') ?? false

/** What a heading says, for comparing: without label, spaces and punctuation. */
const wordsOf = (heading: string): string =>
  foldForComparing(heading.slice(0, 200))
    .replace(/^(?:[(][一二三四五六七八九十\d]{1,3}[)]|[一二三四五六七八九十]{1,3}、|\d{1,2}[.、])/, '')
    .replace(/[,，、。;；:：.()]/g, '')

/** The headings of a document's clauses, in one form for comparing, by their labels. */
export type ClauseHeadings = ReadonlyMap<string, ReadonlySet<string>>

const headingsOf = new WeakMap<readonly ClauseText[], ClauseHeadings>()

/** The headings of a document's clauses, gathered once for all its tables. */
export function clauseHeadings(clauses: readonly ClauseText[]): ClauseHeadings {
  const gathered = headingsOf.get(clauses)
  if (gathered) return gathered
  const known = new Map<string, Set<string>>()
  for (const { label, heading } of clauses) {
    const key = labelOf(label)
    if (!key || !heading) continue
    const printed = foldForComparing(`${label}${heading}`)
    const same = known.get(key)
    if (same) same.add(printed)
    else known.set(key, new Set([printed]))
  }
  headingsOf.set(clauses, known)
  return known
}

/** Where a heading ends that a clause of the document has too, wherever line breaks left spaces in it; -1 elsewhere. */
function endOfKnown(text: string, known: ClauseHeadings): number {
  const headings = known.get(labelOf(text) ?? '')
  if (!headings) return -1
  let read = ''
  for (let at = 0; at < Math.min(text.length, 100); at++) {
    read += foldForComparing(text[at] as string)
    if (headings.has(read)) return at + 1
  }
  return -1
}

/** A group heading printed inside the requirement cell (（十一）优化网站功能 持续做好…) belongs to the path. */
export function splitHeading(text: string, known: ClauseHeadings): { heading: string | null; requirement: string } {
  if (!/^\s?[(（一二三四五六七八九十]/.test(text)) return { heading: null, requirement: text }
  const end = endOfKnown(text, known)
  const rest = end > 0 ? text.slice(end).replace(/^[\s。:：]+/, '') : ''
  if (rest !== '') return { heading: text.slice(0, end).trim(), requirement: rest.trim() }
  const found = LABELLED.exec(foldWidth(text.slice(0, 80)))
  // A full stop parts heading and requirement only where a requirement follows that is longer than the heading.
  if (!found || (found[0].endsWith('。') && text.length < 2 * found[0].length))
    return { heading: null, requirement: text }
  return {
    heading: text.slice(0, found[0].length).trim().replace(/。$/, ''),
    requirement: text.slice(found[0].length).trim(),
  }
}

/** Whether two headings say the same in other words: most pairs of neighbouring signs are in both. */
function isAlike(a: string, b: string): boolean {
  if (a === b) return true
  if (a.length < 5 || b.length < 5) return false
  const pairs = new Set(Array.from({ length: a.length - 1 }, (_, at) => a.slice(at, at + 2)))
  let shared = 0
  for (let at = 0; at + 2 <= b.length; at++) if (pairs.has(b.slice(at, at + 2))) shared++
  return shared >= 0.7 * (Math.max(a.length, b.length) - 1)
}

/** A heading as a table prints it, and in which of its group columns (bands count too). */
interface PrintedHeading {
  readonly text: string
  readonly depth: number
}

/** The group headings that a table prints, in the table's own words. */
export class PrintedHeadings {
  readonly #byLabel = new Map<string, PrintedHeading>()
  readonly #byWords = new Map<string, PrintedHeading>()
  #areOfClauses: boolean | undefined

  add(heading: string, depth: number): void {
    const text = withoutSpaces(heading)
    if (text === '') return
    const label = labelOf(text)
    if (label && !this.#byLabel.has(label)) this.#byLabel.set(label, { text, depth })
    const words = wordsOf(text)
    if (!this.#byWords.has(words)) this.#byWords.set(words, { text, depth })
  }

  /** What the table prints for a clause's heading: the same words, or the same label; null when it prints neither. */
  for(clause: ClauseText): PrintedHeading | null {
    const label = labelOf(clause.label)
    const byWords = clause.heading ? this.#byWords.get(wordsOf(clause.heading)) : undefined
    return byWords ?? (label ? this.#byLabel.get(label) : undefined) ?? null
  }

  /** Whether the table prints headings of the clauses, one of them at least: else its headings are its own. */
  areOf(clauses: readonly ClauseText[]): boolean {
    this.#areOfClauses ??= this.#compare(clauses)
    return this.#areOfClauses
  }

  #compare(clauses: readonly ClauseText[]): boolean {
    const { words, byLabel } = clauseWords(clauses)
    for (const own of this.#byWords.keys()) if (words.has(own)) return true
    for (const [label, { text }] of this.#byLabel) {
      const own = wordsOf(text)
      if (byLabel.get(label)?.some((heading) => isAlike(own, heading))) return true
    }
    return false
  }
}

/** The words of the headings that clauses have, all of them and by label. */
interface ClauseWords {
  readonly words: ReadonlySet<string>
  readonly byLabel: ReadonlyMap<string, readonly string[]>
}

/** Headings with one label that are compared word by word: more are those of no real document. */
const MOST_COMPARED = 200

const wordsOfClauses = new WeakMap<readonly ClauseText[], ClauseWords>()

/** What a document's clauses say in their headings, gathered once for all its tables. */
function clauseWords(clauses: readonly ClauseText[]): ClauseWords {
  const gathered = wordsOfClauses.get(clauses)
  if (gathered) return gathered
  const words = new Set<string>()
  const byLabel = new Map<string, string[]>()
  for (const { label, heading } of clauses) {
    if (heading === null) continue
    const own = wordsOf(heading)
    words.add(own)
    const key = labelOf(label) ?? ''
    const same = byLabel.get(key) ?? []
    if (same.length < MOST_COMPARED) same.push(own)
    byLabel.set(key, same)
  }
  const made = { words, byLabel }
  wordsOfClauses.set(clauses, made)
  return made
}

/**
 * The group headings that truly apply: those of the clause that holds the sentence, in the table's own words where the
 * table prints that heading. Without such a clause, or where its heading cannot be compared with the printed ones, or
 * its headings are its own, the printed path stands.
 */
export function truePath(
  printed: readonly string[],
  clause: ClauseText | null,
  finder: ClauseFinder,
  headings: PrintedHeadings,
): string[] {
  const inner = printed.at(-1) ?? ''
  if (!clause || inner === '') return [...printed]
  return labelOf(inner) ? byLabel(printed, clause, finder, headings) : byWords(printed, clause, finder, headings)
}

function byLabel(
  printed: readonly string[],
  clause: ClauseText,
  finder: ClauseFinder,
  headings: PrintedHeadings,
): string[] {
  const [label, other] = [labelOf(printed.at(-1) ?? ''), labelOf(clause.label)]
  if (!label || !other || label === other || label.startsWith('(') !== other.startsWith('(')) return [...printed]
  if (!headings.areOf(finder.clauses)) return [...printed]
  const words = finder.lineage(clause).map((step) => headings.for(step)?.text ?? `${step.label}${step.heading ?? ''}`)
  return words.slice(-printed.length)
}

/** Headings without labels: the clause stands for the column that prints its words; columns further in stay. */
function byWords(
  printed: readonly string[],
  clause: ClauseText,
  finder: ClauseFinder,
  headings: PrintedHeadings,
): string[] {
  const found = headings.for(clause)
  if (!found || found.depth >= printed.length || labelOf(found.text)) return [...printed]
  if (isAlike(wordsOf(printed[found.depth] ?? ''), wordsOf(found.text))) return [...printed]
  const outer = finder
    .lineage(clause)
    .slice(0, -1)
    .map((step) => headings.for(step)?.text ?? step.heading ?? step.label)
  const missing = found.depth - outer.length
  const above = missing > 0 ? printed.slice(0, found.depth) : outer.slice(outer.length - found.depth)
  return [...above, found.text, ...printed.slice(found.depth + 1)]
}
