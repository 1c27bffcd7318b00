import type { SourceLine } from '../../reader/types.ts'
import { alignedTables } from './pdf-aligned.ts'
import { type FilledGrid, fillGrids } from './pdf-grid.ts'
import { endOf, type Glyph, type PrintedLine, piecesOf, printedLines, textOf } from './pdf-lines.ts'
import { findGrids, type Ruling } from './pdf-rulings.ts'

/** A line of a page before it has its number; `table` counts the tables of the page from 0. */
export type LaidOutLine = Omit<SourceLine, 'number' | 'page'>

type Block = { readonly y: number } & (
  | { readonly kind: 'line'; readonly line: PrintedLine }
  | { readonly kind: 'table'; readonly table: FilledGrid }
)

/** Lines that one column has at least before a page counts as set in two. */
const SHORTEST_COLUMN = 6

/** The middle of a page with two columns: a gutter that nearly every full line leaves free; null on other pages. */
function gutterOf(lines: readonly PrintedLine[]): number | null {
  const all = lines.flatMap(({ glyphs }) => glyphs)
  if (all.length === 0) return null
  const [left, right] = extent(all)
  const middle = (left + right) / 2
  const width = right - left
  const isFree = (glyphs: readonly Glyph[], share: number) =>
    !glyphs.some((glyph) => glyph.x < middle - width * share && endOf(glyph) > middle + width * share)
  const split = lines.filter(({ glyphs }) => piecesOf(glyphs).length === 2 && isFree(glyphs, 0.02))
  const crossing = lines.filter(({ glyphs }) => !isFree(glyphs, 0.05))
  const isProse = split.filter(({ glyphs }) => piecesOf(glyphs).every((piece) => textOf(piece).length > 10)).length
  if (split.length >= 8 && isProse > split.length * 0.6 && crossing.length < split.length * 0.3) return middle
  return crossing.length < lines.length * 0.2 && hasTwoEdges(lines, middle) ? middle : null
}

/**
 * Two columns whose lines stand at different heights (the contents of a gazette): on both sides of the middle lines
 * that begin at an edge of their own. Signatures and dates stand at the right as well, but at no edge.
 */
function hasTwoEdges(lines: readonly PrintedLine[], middle: number): boolean {
  const starts = (of: readonly PrintedLine[]) => of.map(({ glyphs }) => glyphs[0]?.x ?? 0).sort((a, b) => a - b)
  const sizes = lines.map(({ glyphs }) => glyphs[0]?.size ?? 0)
  const reach = Math.min(...sizes)
  const sides = [
    starts(lines.filter(({ glyphs }) => endOf(glyphs.at(-1) as Glyph) <= middle)),
    starts(lines.filter(({ glyphs }) => (glyphs[0]?.x ?? 0) >= middle)),
  ]
  return sides.every((side) => {
    const edge = side[0] ?? 0
    return side.length >= SHORTEST_COLUMN && side.filter((x) => x - edge < reach).length > side.length * 0.6
  })
}

function extent(glyphs: readonly Glyph[]): readonly [left: number, right: number] {
  let [left, right] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const glyph of glyphs) {
    left = Math.min(left, glyph.x)
    right = Math.max(right, endOf(glyph))
  }
  return [left, right]
}

/** Where the right column begins: where most of the lines beyond the gutter do. */
function rightEdgeOf(lines: readonly PrintedLine[], gutter: number): number {
  const starts = lines.flatMap(({ glyphs }) => glyphs.find(({ x }) => x >= gutter)?.x ?? [])
  const near = (x: number) => starts.filter((other) => other >= x && other - x < EDGE).length
  return starts.reduce((best, x) => (near(x) > near(best) ? x : best), starts[0] ?? gutter)
}

/** Starts that lie this near to one another, in points, are one edge. */
const EDGE = 3

const blockOf = (line: PrintedLine): Block => ({ kind: 'line', y: line.y, line })

/** Blocks in reading order: with two columns the left one first; what crosses the gutter stands between. */
function inReadingOrder(lines: readonly PrintedLine[], tables: readonly FilledGrid[]): Block[] {
  const gutter = gutterOf(lines)
  const blocks: Block[] = [
    ...lines.map(blockOf),
    ...tables.map((table): Block => ({ kind: 'table', y: table.top, table })),
  ].sort((a, b) => a.y - b.y)
  if (gutter === null) return blocks
  const rightEdge = rightEdgeOf(lines, gutter)
  const ordered: Block[] = []
  let [left, right]: [Block[], Block[]] = [[], []]
  const flush = () => {
    ordered.push(...left, ...right)
    left = []
    right = []
  }
  for (const block of blocks) {
    if (block.kind === 'table') {
      if (block.table.right <= gutter) left.push(block)
      else if (block.table.left >= gutter) right.push(block)
      else {
        flush()
        ordered.push(block)
      }
      continue
    }
    const { glyphs, y } = block.line
    const [before, after] = [glyphs.filter(({ x }) => x < gutter), glyphs.filter(({ x }) => x >= gutter)]
    // A heading over both columns crosses the gutter, or has a wide gap there (目　录) and goes on before the right edge.
    const isOver = before.length > 0 && (after[0]?.x ?? rightEdge) < rightEdge - EDGE
    if (isOver || before.some((glyph) => endOf(glyph) > gutter + glyph.size)) {
      flush()
      ordered.push(block)
      continue
    }
    if (before.length > 0) left.push(blockOf({ y, glyphs: before }))
    if (after.length > 0) right.push(blockOf({ y, glyphs: after }))
  }
  flush()
  return ordered
}

/** Where most lines of a page begin and where the longest end: a stray note in the margin moves neither. */
function bodyOf(lines: readonly PrintedLine[], tables: readonly FilledGrid[]): readonly [left: number, right: number] {
  const starts = [...lines.map(({ glyphs }) => glyphs[0]?.x ?? 0), ...tables.map(({ left }) => left)]
  const ends = [...lines.map(({ glyphs }) => endOf(glyphs.at(-1) as Glyph)), ...tables.map(({ right }) => right)]
  starts.sort((a, b) => a - b)
  ends.sort((a, b) => a - b)
  return [starts[Math.floor(starts.length * 0.1)] ?? 0, ends[Math.floor(ends.length * 0.9)] ?? 0]
}

/** A printed line as text: paragraphs begin two characters in, and headings stand in the middle. */
function laidOut({ glyphs }: PrintedLine, [left, right]: readonly [number, number]): LaidOutLine | null {
  const text = textOf(glyphs)
  const [first, last] = [glyphs[0], glyphs.at(-1)]
  if (text === '' || !first || !last) return null
  const [before, after] = [first.x - left, right - endOf(last)]
  const width = right - left
  const isCentred =
    before > Math.max(first.size * 2.6, width * 0.08) && Math.abs(before - after) < Math.max(width * 0.05, first.size)
  const isRight = !isCentred && before > width * 0.4 && after < first.size * 5
  const indent = !isCentred && before > first.size * 1.5 && before < first.size * 3 ? '　　' : ''
  const isBold = glyphs.every((glyph) => glyph.isBold)
  return {
    text: `${indent}${text}`,
    ...(isCentred ? { align: 'center' as const } : isRight ? { align: 'right' as const } : {}),
    ...(isBold ? { bold: true } : {}),
  }
}

/** Lays out a page: lines of text in reading order, tables as rows of cells. */
export function layOutPage(glyphs: readonly Glyph[], rulings: readonly Ruling[] = []): LaidOutLine[] {
  if (glyphs.length === 0) return []
  const { tables, others } = fillGrids(findGrids(rulings), glyphs)
  const lines = printedLines(others)
  const body = bodyOf(lines, tables)
  const found: LaidOutLine[] = []
  let table = 0
  let waiting: PrintedLine[] = []
  const flush = () => {
    for (const piece of alignedTables(waiting)) {
      if ('rows' in piece) {
        for (const cells of piece.rows) found.push({ text: cells.map(({ text }) => text).join('\t'), cells, table })
        table++
      } else {
        const line = laidOut(piece, body)
        if (line) found.push(line)
      }
    }
    waiting = []
  }
  for (const block of inReadingOrder(lines, tables)) {
    if (block.kind === 'line') {
      waiting.push(block.line)
      continue
    }
    flush()
    for (const cells of block.table.rows) found.push({ text: cells.map(({ text }) => text).join('\t'), cells, table })
    table++
  }
  flush()
  return found
}
