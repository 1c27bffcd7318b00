import { textOf } from './pdf-lines.ts'
import { median, type Piece, SAME_EDGE, SHORTEST_LINE } from './pdf-pieces.ts'

/** The edges of the columns on both sides of a gutter. */
export interface ColumnEdges {
  readonly leftEdges: readonly [left: number, right: number]
  readonly rightEdge: number
}

/** In sizes of the print: how far lines miss the edge they fill, how far paragraphs begin further in. */
export const RAGGED = 1.2
const INDENT = 2.6
/** Lines that fill a column from edge to edge: so many prove it. */
export const FEWEST_FULL = 3

const PAGE_NUMBER = /^[(（·.…—-]*\d{1,4}[)）]?$/
const PROSE = /[，。；、：]/
const LEADERS = /[.…·]{4,}\s*[(（]?\d{1,4}[)）]?$/

/** The outermost place at which at least two lines stand. */
export function edgeOf(places: readonly number[], reach: number, isRight: boolean): number {
  const sorted = places.toSorted((a, b) => (isRight ? b - a : a - b))
  for (let at = 0; at + 1 < sorted.length; at++)
    if (Math.abs((sorted[at] as number) - (sorted[at + 1] as number)) <= reach) return sorted[at] as number
  return sorted[0] ?? 0
}

interface Span {
  readonly left: number
  readonly right: number
  readonly row: number
  readonly isProse: boolean
  readonly isEntry: boolean
}

/** The pieces beside a gutter, row by row; the page number of an entry of the contents belongs to its title. */
function spansBeside(pieces: readonly Piece[], x: number): { left: Span[]; right: Span[] } {
  const [left, right]: [Span[], Span[]] = [[], []]
  let row = -1
  let y = Number.NEGATIVE_INFINITY
  let sides: [Piece[], Piece[]] = [[], []]
  const flush = () => {
    const [before, after] = sides.map((side) => side.sort((a, b) => a.left - b.left)) as [Piece[], Piece[]]
    const [last, one] = [before.at(-1), before.at(-2)]
    if (last) left.push(spanOf(one && isPageNumber(last) ? [one, last] : [last], row))
    const [first, two] = after
    if (first) right.push(spanOf(two && isPageNumber(two) ? [first, two] : [first], row))
    sides = [[], []]
  }
  for (const piece of pieces) {
    if (piece.table) continue
    if (piece.bottom - y > piece.size * 0.4) {
      flush()
      row++
      y = piece.bottom
    }
    sides[piece.left < x - SAME_EDGE ? 0 : 1].push(piece)
  }
  flush()
  return { left, right }
}

const isPageNumber = ({ glyphs }: Piece): boolean => glyphs.length < 6 && PAGE_NUMBER.test(textOf(glyphs))

function spanOf(pieces: readonly Piece[], row: number): Span {
  const text = pieces.map(({ glyphs }) => glyphs.map((glyph) => glyph.text).join('')).join('')
  return {
    left: pieces[0]?.left ?? 0,
    right: pieces.at(-1)?.right ?? 0,
    row,
    isProse: PROSE.test(text),
    isEntry: pieces.length > 1 || LEADERS.test(text),
  }
}

/** The first of several lists that holds anything. */
const firstOf = (...lists: (readonly Span[])[]): readonly Span[] => lists.find(({ length }) => length > 0) ?? []

const leftsOf = (spans: readonly Span[]): number[] => spans.map(({ left }) => left)
const rightsOf = (spans: readonly Span[]): number[] => spans.map(({ right }) => right)

/** Lines on one side of a gutter, and those of them that fill its column. */
interface Side {
  readonly lines: readonly Span[]
  readonly full: readonly Span[]
  readonly width: number
}

/**
 * The edges of the columns on both sides of a gutter; null when what stands there is no text in columns but a table, or a
 * signature beside a note. `knownEnd` is where the left column ended on pages before that had a gutter there.
 */
export function edgesOfColumns(
  pieces: readonly Piece[],
  x: number,
  size: number,
  knownEnd: number | null,
): ColumnEdges | null {
  const lines = spansBeside(pieces, x)
  if (lines.left.length === 0 || lines.right.length === 0) return null
  // Of several columns the ones beside the gutter count: lines that end before it, and lines that begin behind it.
  const isKnown = knownEnd !== null && lines.left.some(({ right }) => Math.abs(right - knownEnd) < size * RAGGED)
  const end = isKnown ? knownEnd : edgeOf(rightsOf(lines.left), size * RAGGED, true)
  const isLong = ({ left, right }: Span): boolean => right - left >= size * SHORTEST_LINE
  const ended = lines.left.filter(({ right }) => right >= end - size * RAGGED)
  const start = edgeOf(leftsOf(firstOf(ended.filter(isLong), ended)), SAME_EDGE, false)
  const begun = lines.right.filter((span) => span.left <= x + size * INDENT)
  const farthest = edgeOf(rightsOf(firstOf(begun.filter(isLong), begun, lines.right)), size * RAGGED, true)
  const left = sideOf(lines.left, start, end, size)
  const right = sideOf(lines.right, x, farthest, size)
  if (!isText(left, right)) return null
  const edges = { leftEdges: [start, end] as const, rightEdge: Math.max(farthest, x + left.width) }
  const isProven = left.full.length >= FEWEST_FULL && right.full.length >= FEWEST_FULL
  const share = (left.full.length + right.full.length) / (left.lines.length + right.lines.length)
  if (isProven && share >= 0.2) return isSameWidth(left, right) ? { ...edges, rightEdge: farthest } : edges
  if (isKnown && left.full.length + right.full.length > 0) return edges
  if (areCells(left, right, size)) return null
  const isLeftFuller = left.full.length >= right.full.length
  const [column, other] = isLeftFuller ? [left, right] : [right, left]
  return isBesideColumn(column, other, size) && (!isLeftFuller || x - end < size * 4)
    ? { ...edges, rightEdge: x + Math.max(left.width, right.width) }
    : null
}

function sideOf(lines: readonly Span[], from: number, to: number, size: number): Side {
  const width = to - from
  const fills = ({ left, right }: Span) => left <= from + size * INDENT && right >= to - size * RAGGED
  return { lines, width, full: width < size * SHORTEST_LINE ? [] : lines.filter(fills) }
}

/** Sentences, entries of the contents, or lines at heights of their own: cells of a table are none of these. */
function isText(left: Side, right: Side): boolean {
  const full = [...left.full, ...right.full]
  return (
    full.filter(({ isProse }) => isProse).length >= full.length * 0.3 ||
    full.filter(({ isEntry }) => isEntry).length >= full.length * 0.6 ||
    standApart(left.lines, right.lines)
  )
}

/** One column of text alone, and room beside it no wider than it is: a list, a title or the last lines stand in that. */
const isBesideColumn = (column: Side, other: Side, size: number): boolean =>
  column.full.length > FEWEST_FULL &&
  column.full.length >= column.lines.length * 0.4 &&
  other.width <= column.width + size * RAGGED &&
  isListOrText(other.lines, size)

/**
 * Names and figures beside some of the lines of the text, none on a line of its own: the first columns of a table that
 * ends in sentences. A list of names has one on every line.
 */
function areCells(left: Side, right: Side, size: number): boolean {
  const rows = new Set(right.lines.map(({ row }) => row))
  const isShort = left.lines.every((span) => span.right - span.left < size * SHORTEST_LINE && rows.has(span.row))
  const skipped = left.lines.filter(({ row }, at) => at > 0 && row > (left.lines[at - 1]?.row ?? row) + 1).length
  return isShort && skipped * 2 >= left.lines.length - 1 && skipped > 1
}

const isSameWidth = (left: Side, right: Side): boolean =>
  Math.abs(left.width - right.width) < Math.max(left.width, right.width) * 0.1

/** Lines of the one column stand at other heights than those of the other. */
const standApart = (left: readonly Span[], right: readonly Span[]): boolean => {
  const rows = new Set(left.map(({ row }) => row))
  return right.filter(({ row }) => rows.has(row)).length < Math.min(left.length, right.length) * 0.4
}

/** Text, or names below each other; the figures of a table are shorter. */
const isListOrText = (spans: readonly Span[], size: number): boolean =>
  median(spans.map(({ left, right }) => right - left)) >= size * 4
