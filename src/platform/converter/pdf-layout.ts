import type { SourceCell, SourceLine } from '../../reader/types.ts'
import { alignedTables } from './pdf-aligned.ts'
import { regionsOf } from './pdf-columns.ts'
import { withoutDoubles } from './pdf-doubled.ts'
import { type FilledGrid, fillGrids } from './pdf-grid.ts'
import { KnownGutters } from './pdf-gutter.ts'
import { endOf, type Glyph, type PrintedLine, printedLines, textOf } from './pdf-lines.ts'
import { type Piece, piecesOfPage, SHORTEST_LINE } from './pdf-pieces.ts'
import { findGrids, type Ruling } from './pdf-rulings.ts'
import { withoutAcross, withoutTurned } from './pdf-strays.ts'

/** A line of a page before it has its number; `table` counts the tables of the page from 0. */
export type LaidOutLine = Omit<SourceLine, 'number' | 'page'>

type Block = { readonly y: number } & (
  | { readonly kind: 'line'; readonly line: PrintedLine }
  | { readonly kind: 'table'; readonly table: FilledGrid }
)

/** Lines and tables of a region from top to bottom. */
const blocksOf = (lines: readonly PrintedLine[], tables: readonly FilledGrid[]): Block[] =>
  [
    ...lines.map((line): Block => ({ kind: 'line', y: line.y, line })),
    ...tables.map((table): Block => ({ kind: 'table', y: table.top, table })),
  ].sort((a, b) => a.y - b.y)

/** Where most lines of a page begin and where the longest end: a stray note in the margin moves neither. */
function bodyOf(lines: readonly PrintedLine[], tables: readonly FilledGrid[]): readonly [left: number, right: number] {
  const starts = [...lines.map(({ glyphs }) => glyphs[0]?.x ?? 0), ...tables.map(({ left }) => left)]
  const ends = [...lines.map(({ glyphs }) => endOf(glyphs.at(-1) as Glyph)), ...tables.map(({ right }) => right)]
  starts.sort((a, b) => a - b)
  ends.sort((a, b) => a - b)
  return [starts[Math.floor(starts.length * 0.1)] ?? 0, ends[Math.floor(ends.length * 0.9)] ?? 0]
}

/** Letters larger than those of the text by this are a heading's. */
const LARGER = 1.12

/** The size in which the text of a page is set: cells of tables are smaller, and may be more. */
function sizeOf(pieces: readonly Piece[]): number {
  const signs = new Map<number, number>()
  for (const { left, right, size, glyphs, table } of pieces) {
    if (table) continue
    const isText = right - left >= size * SHORTEST_LINE
    signs.set(size, (signs.get(size) ?? 0) + glyphs.length * (isText ? TEXT_COUNTS : 1))
  }
  let [best, most] = [0, 0]
  for (const [size, count] of signs) if (count > most) [best, most] = [size, count]
  return best
}

/** A run of a line of text counts as many of the cells of a table. */
const TEXT_COUNTS = 20

/** A printed line as text: paragraphs begin two characters in, and headings stand in the middle. */
function laidOut(
  { glyphs }: PrintedLine,
  [left, right]: readonly [number, number],
  bodySize: number,
): LaidOutLine | null {
  const text = textOf(glyphs)
  const [first, last] = [glyphs[0], glyphs.at(-1)]
  if (text === '' || !first || !last) return null
  const [before, after] = [first.x - left, right - endOf(last)]
  const width = right - left
  // Headings in a narrow column nearly fill it: larger letters as far from both of its edges are in the middle.
  const isLarger = first.size > bodySize * LARGER && !/[。；，]$/.test(text)
  const isHeading = isLarger && Math.abs(before - after) < first.size * 0.6
  const isCentred =
    (isHeading && before > 0) ||
    (before > Math.max(first.size * 2.6, width * 0.08) && Math.abs(before - after) < Math.max(width * 0.05, first.size))
  const isRight = !isCentred && before > width * 0.4 && after < first.size * 5
  const indent = !isCentred && before > first.size * 1.5 && before < first.size * 3 ? '　　' : ''
  const isBold = glyphs.every((glyph) => glyph.isBold)
  return {
    text: `${indent}${text}`,
    ...(isCentred ? { align: 'center' as const } : isRight ? { align: 'right' as const } : {}),
    ...(isBold ? { bold: true } : {}),
  }
}

/** Lays out a page: lines of text in reading order, column by column, tables as rows of cells. */
export function layOutPage(
  glyphs: readonly Glyph[],
  rulings: readonly Ruling[] = [],
  known: KnownGutters = new KnownGutters(),
): LaidOutLine[] {
  if (glyphs.length === 0) return []
  const upright = withoutAcross(withoutDoubles(glyphs), rulings)
  const { tables, others: around } = fillGrids(findGrids(rulings), upright.others)
  const { across, others } = withoutTurned(around)
  const all = piecesOfPage(others, tables)
  const size = sizeOf(all)
  const body = bodyOf(printedLines(others), tables)
  const found: LaidOutLine[] = [...upright.across, ...across].map((text) => ({ text }))
  let table = 0
  const addRows = (rows: readonly (readonly SourceCell[])[]): void => {
    for (const cells of rows) found.push({ text: cells.map(({ text }) => text).join('\t'), cells, table })
    table++
  }
  const addLines = (lines: readonly PrintedLine[], edges: readonly [number, number]): void => {
    for (const piece of alignedTables(lines)) {
      if ('rows' in piece) {
        addRows(piece.rows)
        continue
      }
      const line = laidOut(piece, edges, size)
      if (line) found.push(line)
    }
  }
  for (const { pieces, edges } of regionsOf(all, known)) {
    const lines = printedLines(pieces.flatMap((piece) => piece.glyphs))
    let waiting: PrintedLine[] = []
    for (const block of blocksOf(
      lines,
      pieces.flatMap((piece) => piece.table ?? []),
    )) {
      if (block.kind === 'line') {
        waiting.push(block.line)
        continue
      }
      addLines(waiting, edges ?? body)
      waiting = []
      addRows(block.table.rows)
    }
    addLines(waiting, edges ?? body)
  }
  return found
}
