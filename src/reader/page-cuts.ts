import type { Line } from './lines.ts'
import { type ClauseLabel, clauseLabel, endsSentence, isOrganName } from './marks.ts'

/** The commonest distance between the numbers of lines that follow one another: 2 where an empty line parts all paragraphs. */
export function usualGap(lines: readonly Line[]): number {
  let [one, more] = [0, 0]
  for (let at = 1; at < lines.length; at++) {
    if ((lines[at] as Line).number - (lines[at - 1] as Line).number === 1) one++
    else more++
  }
  return more > one ? 2 : 1
}

/** Whether the lines between two were left out, as those of a page are, or the format says that a page ends there. */
export function isPageBetween(last: Line, next: Line, gap: number): boolean {
  const [page, other] = [last.source.page, next.source.page]
  return page !== undefined && other !== undefined ? page !== other : next.number - last.number > gap
}

/** No phrase ends so; 目的 and 普及 do. */
const NEVER_LAST = /(?:(?<!目)的|和|(?<![普涉触])及|[在将把被不已其或至第])$/
/** No paragraph begins so. */
const NEVER_FIRST = /^(?:的(?!士)|等[,。、;]|为:|收悉|之(?![前后间一])|[、,。;:)》”])/

export const carriesOn = (line: Line): boolean => NEVER_FIRST.test(line.key)

/** Whether words show that a page cut a sentence here. */
export const isCutHere = (last: Line, next: Line): boolean => NEVER_LAST.test(last.key) || carriesOn(next)

/** A paragraph that is whole. */
type Whole = Pick<Line, 'text' | 'key'>

/** Clauses looked through for the one before in a list. */
const MOST_ABOVE = 40

/**
 * Whether the clause before it in the same list is a sentence, on which nothing without a label follows: then one of a few
 * words at the end of a page is no heading.
 */
export function isOneOfSentences({ level }: ClauseLabel, before: readonly Whole[]): boolean {
  for (let at = before.length - 1; at >= Math.max(0, before.length - MOST_ABOVE); at--) {
    const paragraph = before[at] as Whole
    const label = clauseLabel(paragraph)
    if (label?.level === level) return endsSentence(paragraph.key)
    // Articles count on through chapters, whatever stands beneath them.
    if (level !== 'article' && (!label || isAbove(label.level, level))) return false
  }
  return false
}

const ORDER: readonly unknown[] = ['part', 'chapter', 'section', 'article', 1, 2, 3, 4]
const isAbove = (one: ClauseLabel['level'], other: ClauseLabel['level']): boolean =>
  ORDER.indexOf(one) < ORDER.indexOf(other)

/** 表1 …, …：…, …！, （…） are headlines, labels and notes, whole by themselves. */
const SAYS_ITSELF = /^[表图附]|[!?:\s]|[)》”]$/

/** Shorter texts are headings, or names. */
const SHORTEST = 12

/**
 * Whether words without any sign between them are the beginning of a sentence that goes on on the next page: what stands
 * before them has ended, and what follows is a sentence. Lines of a list end in nothing one after the other.
 */
export function isCutSentence(text: string, last: Line, next: Line, before: readonly Whole[]): boolean {
  const above = before.at(-1)
  return (
    text.length >= SHORTEST &&
    !SAYS_ITSELF.test(text) &&
    /[,。;]/.test(next.key) &&
    (above === undefined || endsSentence(above.key)) &&
    !isOrganName(last)
  )
}
