import type { ReadElement, ReadTable } from '../../../reader/types.ts'
import { baseTitle } from './editions.ts'
import { compareTexts, type DifferenceClass, layoutKey, type Strictness, type TextRun } from './text-changes.ts'

/** A text that is compared: a print's or an edition's. */
export interface ComparedText {
  readonly elements: readonly (ReadElement & { readonly id?: string | null })[]
  readonly tables: readonly ReadTable[]
}

/** One clause, paragraph or table row that is not the same in both texts. */
export interface ClauseDifference {
  readonly class: DifferenceClass
  /** The clause that it is or stands in, by the second text; by the first where the second lacks it. */
  readonly clauseId: string | null
  readonly path: string
  /** As printed; null: the text has nothing there. */
  readonly from: string | null
  readonly to: string | null
  readonly runs: readonly TextRun[]
}

export type DifferenceCounts = Readonly<Record<DifferenceClass, number>>

interface Piece {
  readonly kind: ReadElement['kind']
  readonly clauseId: string | null
  readonly path: string
  /** As printed, with the label of a clause. */
  readonly text: string
  /** As compared, without the label: a clause that only moves up or down is the same. */
  readonly key: string
}

/** The pieces of a text in reading order: a clause, a paragraph, a row of a table each. */
function piecesOf({ elements, tables }: ComparedText): Piece[] {
  let clauseId: string | null = null
  return elements.flatMap((element) => {
    if (element.kind === 'clause') clauseId = element.id ?? null
    if (element.path === '') clauseId = null
    const { kind, path } = element
    const label = element.kind === 'clause' ? element.label : ''
    return textsOf(element, tables)
      .filter((text) => `${label}${text}`.trim() !== '')
      .map((text): Piece => ({ kind, clauseId, path, text: `${label}${text}`, key: keyOf(kind, text) || label }))
  })
}

/** That a title says of itself that it is amended makes another edition, and no difference. */
const keyOf = (kind: ReadElement['kind'], text: string): string => layoutKey(kind === 'title' ? baseTitle(text) : text)

function textsOf(element: ReadElement, tables: readonly ReadTable[]): readonly string[] {
  if (element.kind !== 'table') return [element.text]
  const table = tables[element.table]
  if (!table) return []
  const row = (cells: readonly string[]) => cells.join('｜')
  return [table.title ?? '', table.unitNote ?? '', row(table.columns), ...table.filledRows.map(row), ...table.notes]
}

/** What a print may leave out without changing what it says: a gazette prints no recipients and no colophon. */
const FRAME = new Set<ReadElement['kind']>(['title', 'recipients', 'signature', 'date', 'note', 'attachment-list'])

/**
 * Two texts aligned clause by clause; the pieces that differ in their order, each with its class. Cost: linear in the
 * texts where they agree; stretches that do not are compared within bounds.
 */
export function differencesBetween(from: ComparedText, to: ComparedText, strictness: Strictness): ClauseDifference[] {
  return alignGap(piecesOf(from), piecesOf(to), strictness, 0)
}

export function countDifferences(differences: readonly ClauseDifference[]): DifferenceCounts {
  const counts = { layout: 0, misreading: 0, substance: 0 }
  for (const difference of differences) counts[difference.class]++
  return counts
}

const DEEPEST = 40

/** Splits at the pieces that both texts hold once, then pairs what stands between them. */
function alignGap(a: readonly Piece[], b: readonly Piece[], strictness: Strictness, depth: number): ClauseDifference[] {
  const found: ClauseDifference[] = []
  let start = 0
  while (start < a.length && start < b.length && a[start]?.key === b[start]?.key) {
    found.push(...same(a[start] as Piece, b[start] as Piece))
    start++
  }
  let end = 0
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end)?.key === b.at(-1 - end)?.key) end++
  const restA = a.slice(start, a.length - end)
  const restB = b.slice(start, b.length - end)
  const anchors = depth < DEEPEST ? anchorsOf(restA, restB) : []
  if (anchors.length === 0) found.push(...pairGap(restA, restB, strictness))
  else {
    let [atA, atB] = [0, 0]
    for (const [nextA, nextB] of [...anchors, [restA.length, restB.length] as const]) {
      found.push(...alignGap(restA.slice(atA, nextA), restB.slice(atB, nextB), strictness, depth + 1))
      const [one, other] = [restA[nextA], restB[nextB]]
      if (one && other) found.push(...same(one, other))
      atA = nextA + 1
      atB = nextB + 1
    }
  }
  for (let back = end; back > 0; back--) found.push(...same(a.at(-back) as Piece, b.at(-back) as Piece))
  return found
}

/** Pieces that stand once in each text, in the longest order that both have (patience: Bram Cohen). */
function anchorsOf(a: readonly Piece[], b: readonly Piece[]): (readonly [number, number])[] {
  const once = (pieces: readonly Piece[]) => {
    const at = new Map<string, number>()
    for (const [index, { key }] of pieces.entries()) at.set(key, at.has(key) ? -1 : index)
    return at
  }
  const inB = once(b)
  const pairs = [...once(a)]
    .map(([key, index]): [number, number] => [index, inB.get(key) ?? -1])
    .filter(([one, other]) => one >= 0 && other >= 0)
    .sort(([one], [other]) => one - other)
  const tails: number[] = []
  const before: number[] = []
  for (const [index, [, other]] of pairs.entries()) {
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((pairs[tails[middle] ?? 0]?.[1] ?? 0) < other) low = middle + 1
      else high = middle
    }
    before[index] = low > 0 ? (tails[low - 1] ?? -1) : -1
    tails[low] = index
  }
  const chain: (readonly [number, number])[] = []
  for (let at = tails.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) chain.push(pairs[at] as [number, number])
  return chain.reverse()
}

const same = (a: Piece, b: Piece): ClauseDifference[] =>
  a.text === b.text
    ? []
    : [
        {
          class: 'layout',
          clauseId: b.clauseId,
          path: b.path,
          from: a.text,
          to: b.text,
          runs: [{ kind: 'same', text: b.text }],
        },
      ]

/** Pieces between two anchors: the same words broken otherwise are layout; else each is paired with what is most like it. */
function pairGap(a: readonly Piece[], b: readonly Piece[], strictness: Strictness): ClauseDifference[] {
  if (a.length === 0 && b.length === 0) return []
  if (a.length !== b.length && a.length > 0 && b.length > 0) {
    const joined = compare(joinPieces(a), joinPieces(b), strictness)
    if (joined.class !== 'substance') return [joined]
  }
  const found: ClauseDifference[] = []
  let at = 0
  for (const piece of a) {
    const partner = partnerOf(piece, b, at)
    if (partner < 0) found.push(alone(piece, 'from', b))
    else {
      for (const added of b.slice(at, partner)) found.push(alone(added, 'to', a))
      found.push(compare(piece, b[partner] as Piece, strictness))
      at = partner + 1
    }
  }
  for (const added of b.slice(at)) found.push(alone(added, 'to', a))
  return found
}

const joinPieces = (pieces: readonly Piece[]): Piece => ({
  ...(pieces[0] as Piece),
  text: pieces.map(({ text }) => text).join(''),
})

function compare(a: Piece, b: Piece, strictness: Strictness): ClauseDifference {
  const { class: found, runs } = compareTexts(a.text, b.text, strictness)
  return { class: found ?? 'layout', clauseId: b.clauseId, path: b.path, from: a.text, to: b.text, runs }
}

/** Other recipients than the other text has are no matter of layout; none at all are. */
const alone = (piece: Piece, side: 'from' | 'to', others: readonly Piece[]): ClauseDifference => ({
  class: FRAME.has(piece.kind) && !others.some(({ kind }) => kind === piece.kind) ? 'layout' : 'substance',
  clauseId: piece.clauseId,
  path: piece.path,
  from: side === 'from' ? piece.text : null,
  to: side === 'to' ? piece.text : null,
  runs: [{ kind: side, text: piece.text }],
})

/** Pieces ahead among which a partner is looked for, and how much of their words they must share. */
const AHEAD = 12
const ALIKE = 0.5

/** The next piece that shares most words with this one, or stands at the same path and shares some; -1: none. */
function partnerOf(piece: Piece, b: readonly Piece[], from: number): number {
  let best = -1
  let most = 0
  for (let at = from; at < Math.min(b.length, from + AHEAD); at++) {
    const other = b[at] as Piece
    const shared = sharedPairs(pairsOfPiece(piece), pairsOfPiece(other))
    const isAlike = shared >= ALIKE || (shared >= ALIKE / 2 && other.path === piece.path && piece.path !== '')
    if (isAlike && shared > most) {
      best = at
      most = shared
    }
  }
  return best
}

/** Signs of a text that are looked at when likeness is judged. */
const JUDGED = 400

type Pairs = ReadonlyMap<string, number>

const kept = new WeakMap<Piece, Pairs>()

/** The pairs of signs of a piece, counted once: it is compared with several. */
function pairsOfPiece(piece: Piece): Pairs {
  const known = kept.get(piece) ?? pairsOf(piece.key)
  kept.set(piece, known)
  return known
}

function pairsOf(text: string): Pairs {
  const counts = new Map<string, number>()
  for (let at = 0; at + 1 < Math.min(text.length, JUDGED); at++) {
    const pair = text.slice(at, at + 2)
    counts.set(pair, (counts.get(pair) ?? 0) + 1)
  }
  return counts
}

/** Shared pairs of signs (Dice), 0 to 1. */
function sharedPairs(a: Pairs, b: Pairs): number {
  let shared = 0
  let all = 0
  for (const [pair, count] of a) {
    shared += Math.min(count, b.get(pair) ?? 0)
    all += count
  }
  for (const count of b.values()) all += count
  return all === 0 ? 0 : (2 * shared) / all
}

/** How alike two texts are by the pairs of signs that they share, 0 to 1. */
export const likeness = (one: string, other: string): number =>
  one === other ? 1 : sharedPairs(pairsOf(one), pairsOf(other))
