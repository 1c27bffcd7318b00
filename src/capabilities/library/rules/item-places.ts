import { foldForComparing } from '../../../kernel/han.ts'
import { likeness } from './differences.ts'
import type { Effect, ItemKind } from './item-fields.ts'

/** A task as the text gives it, with the clause that holds it. */
export interface FoundTask {
  readonly no: number | null
  readonly path: readonly string[]
  readonly requirement: string
  readonly lead: readonly string[]
  readonly responsible: readonly string[]
  readonly due: string | null
  readonly dueText: string | null
  readonly source: 'table' | 'prose' | 'person'
  readonly clauseId: string | null
}

/** What the text says of another document. */
export interface FoundCitation {
  readonly effect: Effect
  readonly title: string
  readonly titleKey: string
  readonly docNumber: string | null
  readonly clauseId: string | null
}

/** What a piece was when a person corrected it: by this it is found again. */
export interface FoundItem {
  /** What is asked, the title that is cited, or the words of a piece of the text. */
  readonly words: string
  /** The number of the row, or of the cited document. */
  readonly number: string | null
  /** The headings above a task; '' for a citation; for words of the text see `TextPiece.place`. */
  readonly path: string
  readonly clauseId: string | null
  /** Which one of those with the same words; of those that people added, the number among them. */
  readonly nth: number
  /** The reader missed it: a person added it, with these words. */
  readonly isAdded?: true
  /** Of a cell: the others of its row. */
  readonly row?: string
  /** Of words of the text: the key of the edition that says them. */
  readonly edition?: string
}

/** Corrections of one piece, by their key, with the texts that it may bear: as it was read, and as a person wrote it. */
export interface Sought {
  readonly key: string
  readonly found: FoundItem
  readonly corrected: readonly string[]
}

/** How alike words must be that are read otherwise now, where nothing else speaks for it. */
const ENOUGH = 0.6
/** The same where it stands at the same place of the same table or clause. */
const ENOUGH_AT_PLACE = 0.3

export const taskItems = (tasks: readonly FoundTask[]): FoundItem[] =>
  counted(
    tasks.map(({ requirement, no, path, clauseId }) => ({
      words: requirement,
      number: no === null ? null : String(no),
      path: path.join('/'),
      clauseId,
    })),
  )

export const citationItems = (citations: readonly FoundCitation[]): FoundItem[] =>
  counted(citations.map(({ title, docNumber, clauseId }) => ({ words: title, number: docNumber, path: '', clauseId })))

function counted(items: readonly Omit<FoundItem, 'nth'>[]): FoundItem[] {
  const seen = new Map<string, number>()
  return items.map((item) => {
    const words = foldForComparing(item.words)
    const nth = seen.get(words) ?? 0
    seen.set(words, nth + 1)
    return { ...item, nth }
  })
}

/** The most that one text of a piece is like the words that are read now. */
const nearestWords = ({ found, corrected }: Sought, { words }: FoundItem): number =>
  Math.max(...[found.words, ...corrected].map((one) => likeness(foldForComparing(one), foldForComparing(words))))

/** How well a task that is read now is the one that was corrected; 0 when it is not. */
function nearTask(sought: Sought, now: FoundItem): number {
  const { found } = sought
  const words = nearestWords(sought, now)
  const isSameRow = found.number !== null && found.number === now.number && found.path === now.path
  const isSameClause = found.clauseId !== null && found.clauseId === now.clauseId && found.number === now.number
  const atPlace = isSameRow || isSameClause
  if (words < (atPlace ? ENOUGH_AT_PLACE : ENOUGH)) return 0
  return words * 2 + (atPlace ? 1 : 0) + (words === 1 && found.nth === now.nth ? 0.5 : 0)
}

/**
 * The same of a citation. Titles of one text are often near (a regulation and the rules made under it): words alone do
 * where nothing but single signs differ; else the number must be the same.
 */
function nearCitation(sought: Sought, now: FoundItem): number {
  const words = nearestWords(sought, now)
  const isSameNumber = sought.found.number !== null && sought.found.number === now.number
  const isOneReadOtherwise = [sought.found.words, ...sought.corrected].some((one) => fewSignsDiffer(one, now.words))
  if (words < 1 && !isOneReadOtherwise && !(isSameNumber && words >= ENOUGH_AT_PLACE)) return 0
  return words * 2 + (isSameNumber ? 1 : 0)
}

/** As long as the other, and at most one sign in eight another. */
function fewSignsDiffer(one: string, other: string): boolean {
  const [a, b] = [[...foldForComparing(one)], [...foldForComparing(other)]]
  if (a.length !== b.length) return false
  return a.filter((sign, at) => sign !== b[at]).length <= a.length / 8
}

/**
 * Where pieces that were corrected stand among those that are read now: by words, number and place, the surest first, each
 * place taken once. Null for one that is read no more.
 */
export function placeItems(
  kind: ItemKind,
  sought: readonly Sought[],
  items: readonly FoundItem[],
): ReadonlyMap<string, number | null> {
  const near = kind === 'tasks' ? nearTask : nearCitation
  const pairs = sought
    .flatMap((one) => items.map((item, at) => ({ key: one.key, at, near: near(one, item) })))
    .filter((pair) => pair.near > 0)
    .sort((a, b) => b.near - a.near || a.at - b.at || (a.key < b.key ? -1 : 1))
  const places = new Map<string, number | null>(sought.map(({ key }) => [key, null]))
  const taken = new Set<number>()
  for (const { key, at } of pairs) {
    if (places.get(key) !== null || taken.has(at)) continue
    places.set(key, at)
    taken.add(at)
  }
  return places
}
