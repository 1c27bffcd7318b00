import type { SourceCell } from '../../reader/types.ts'
import { endOf, type Glyph, type PrintedLine, piecesOf, textOf } from './pdf-lines.ts'

/** A table without rulings between its columns. */
export interface AlignedTable {
  readonly rows: readonly (readonly SourceCell[])[]
}

interface Run {
  readonly from: number
  readonly to: number
  readonly columns: readonly number[]
}

/** Printed lines with the tables among them, which are known by columns that begin at the same places. */
export function alignedTables(lines: readonly PrintedLine[]): (PrintedLine | AlignedTable)[] {
  const found: (PrintedLine | AlignedTable)[] = []
  let at = 0
  for (const run of tableRuns(lines)) {
    if (run.columns.length < 3) continue
    found.push(...lines.slice(at, run.from))
    const rows = rowsOf(lines.slice(run.from, run.to), run.columns)
    found.push({ rows: rows.map((row) => row.map((text): SourceCell => ({ text }))) })
    at = run.to
  }
  found.push(...lines.slice(at))
  return found
}

/** Neighbouring lines that split into the same columns. */
function tableRuns(lines: readonly PrintedLine[]): Run[] {
  const runs: Run[] = []
  for (let at = 0; at < lines.length; at++) {
    const starts = piecesOf(lines[at]?.glyphs ?? []).map(([first]) => first?.x ?? 0)
    if (starts.length < 3) continue
    let to = at + 1
    let rows = 1
    let lastRow = at
    while (to < lines.length && to - lastRow <= 6) {
      const next = piecesOf(lines[to]?.glyphs ?? [])
      if (next.length >= Math.max(2, starts.length - 1)) {
        rows++
        lastRow = to
      } else if (next.length === 1 && isWide(next[0] ?? [], starts)) break
      to++
    }
    if (rows < 3) continue
    runs.push({ from: at, to: lastRow + 1, columns: columnsOf(lines.slice(at, lastRow + 1)) })
    at = lastRow
  }
  return runs
}

/** A single piece that crosses the places where columns begin is text, not the rest of a cell. */
const isWide = (piece: readonly Glyph[], starts: readonly number[]): boolean => {
  const [first, last] = [piece[0], piece.at(-1)]
  return (
    first !== undefined &&
    last !== undefined &&
    starts.some((start) => start > first.x + first.size && start < endOf(last))
  )
}

/** Where columns begin: places at which many pieces begin. */
function columnsOf(lines: readonly PrintedLine[]): number[] {
  const starts = lines
    .flatMap(({ glyphs }) => piecesOf(glyphs).map(([first]) => first))
    .filter((first) => first !== undefined)
  const columns: { x: number; count: number }[] = []
  for (const { x, size } of starts.sort((a, b) => a.x - b.x)) {
    const last = columns.at(-1)
    if (last && x - last.x < size * 2.5) last.count++
    else columns.push({ x, count: 1 })
  }
  const least = Math.max(2, lines.length * 0.15)
  return columns.filter(({ count }) => count >= least).map(({ x }) => x)
}

/** The rows of a table: a line with a piece in the first column or with several begins one, others carry cells on. */
function rowsOf(lines: readonly PrintedLine[], columns: readonly number[]): string[][] {
  const rows: string[][] = []
  for (const { glyphs } of lines) {
    const cells = columns.map(() => '')
    const found = piecesOf(glyphs)
    for (const piece of found) {
      const [first] = piece
      if (!first) continue
      const column = Math.max(
        0,
        columns.findLastIndex((x) => first.x >= x - first.size * 1.2),
      )
      cells[column] += textOf(piece)
    }
    const last = rows.at(-1)
    const carriesOn = last !== undefined && cells[0] === '' && found.length < Math.max(2, columns.length - 1)
    if (carriesOn) for (const [column, cell] of cells.entries()) last[column] = `${last[column] ?? ''}${cell}`
    else rows.push(cells)
  }
  return rows
}
