import type { SourceCell } from '../../reader/types.ts'
import { type Borders, columnsOf } from './pdf-aligned-columns.ts'
import { areTouching, rowsOf } from './pdf-aligned-rows.ts'
import { endOf, type Glyph, type PrintedLine, piecesOf } from './pdf-lines.ts'

/** A table without rulings between its columns. */
export interface AlignedTable {
  readonly rows: readonly (readonly SourceCell[])[]
}

interface Run {
  readonly from: number
  readonly to: number
  readonly borders: Borders
}

/** Printed lines with the tables among them, which are known by columns that begin at the same places. */
export function alignedTables(lines: readonly PrintedLine[]): (PrintedLine | AlignedTable)[] {
  const found: (PrintedLine | AlignedTable)[] = []
  let at = 0
  for (const run of tableRuns(lines)) {
    if (run.borders.length < 2) continue
    for (; at < run.from; at++) found.push(lines[at] as PrintedLine)
    const rows = rowsOf(lines.slice(run.from, run.to), run.borders)
    found.push({ rows: rows.map((row) => row.map((text): SourceCell => ({ text }))) })
    at = run.to
  }
  for (; at < lines.length; at++) found.push(lines[at] as PrintedLine)
  return found
}

/** Signs scattered over a page make more columns than any table has. */
const MOST_COLUMNS = 100

/** Neighbouring lines that split into the same columns. */
function tableRuns(lines: readonly PrintedLine[]): Run[] {
  const runs: Run[] = []
  for (let at = 0; at < lines.length; at++) {
    const starts = piecesOf(lines[at]?.glyphs ?? []).map(([first]) => first?.x ?? 0)
    if (starts.length < 3 || starts.length > MOST_COLUMNS) continue
    let to = at + 1
    let rows = 1
    let lastRow = at
    while (to < lines.length && to - lastRow <= 6) {
      const next = piecesOf(lines[to]?.glyphs ?? [])
      if (next.length > MOST_COLUMNS) break
      if (next.length >= Math.max(2, starts.length - 1)) {
        rows++
        lastRow = to
      } else if (next.length === 1 && isWide(next[0] ?? [], starts.slice(1))) break
      to++
    }
    if (rows < 3) continue
    const from = firstWithHeading(lines, firstOfRow(lines, at, runs.at(-1)?.to ?? 0), starts.length)
    const end = lastOfCells(lines, lastOfRow(lines, lastRow))
    runs.push({ from, to: end + 1, borders: columnsOf(lines.slice(from, end + 1)) })
    at = end
  }
  return runs
}

function firstOfRow(lines: readonly PrintedLine[], row: number, least: number): number {
  let at = row
  while (at > least && areTouching(lines[at - 1], lines[at])) at--
  return at
}

/** Headings of two lines beside others of one: together they have as many cells as the rows. */
function firstWithHeading(lines: readonly PrintedLine[], from: number, columns: number): number {
  const first = firstOfRow(lines, from - 1, 0)
  if (from < 2 || first === from - 1) return from
  const heading = lines.slice(first, from)
  const [above, below] = [heading.at(-1) as PrintedLine, lines[from] as PrintedLine]
  const cells = heading.flatMap(({ glyphs }) => piecesOf(glyphs).map(([glyph]) => glyph?.x ?? 0))
  const isNear = below.y - above.y < (below.glyphs[0]?.size ?? 0) * HEADING_STEP
  return isNear && cells.length >= columns && cells.length < columns * 3 ? first : from
}

/** From the headings to the first row, in sizes, at most. */
const HEADING_STEP = 3

function lastOfRow(lines: readonly PrintedLine[], row: number): number {
  let at = row
  while (areTouching(lines[at], lines[at + 1])) at++
  return at
}

/** Lines under the last row that begin where a cell of it does, but the first, and are no further down than lines are. */
function lastOfCells(lines: readonly PrintedLine[], row: number): number {
  const starts = piecesOf(lines[row]?.glyphs ?? []).map(([first]) => first?.x ?? 0)
  let at = row
  for (; at + 1 < lines.length; at++) {
    const [line, next] = [lines[at] as PrintedLine, lines[at + 1] as PrintedLine]
    const [[first] = [], ...others] = piecesOf(next.glyphs)
    const isCell = first && starts.slice(1).some((start) => Math.abs(start - first.x) < SAME_START)
    if (!isCell || others.length > 0 || next.y - line.y > first.size * LINE_STEP) break
  }
  return at
}

/** Points within which cells begin at one place; the step from line to line of a cell, in sizes, at most. */
const [SAME_START, LINE_STEP] = [2, 1.8]

/** A single piece that crosses the places where columns begin is text, not the rest of a cell. */
const isWide = (piece: readonly Glyph[], starts: readonly number[]): boolean => {
  const [first, last] = [piece[0], piece.at(-1)]
  return (
    first !== undefined &&
    last !== undefined &&
    starts.some((start) => start > first.x + first.size && start < endOf(last))
  )
}
