import type { SourceCell } from '../../reader/types.ts'
import { endOf, type Glyph, joinLines, type PrintedLine, printedLines, textOf } from './pdf-lines.ts'
import type { Grid, GridCell } from './pdf-rulings.ts'

/** A ruled table with what is printed in it. */
export interface FilledGrid {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
  readonly rows: readonly (readonly SourceCell[])[]
}

const top = (grid: Grid): number => grid.ys[0] ?? 0
const bottom = (grid: Grid): number => grid.ys.at(-1) ?? 0
const left = (grid: Grid): number => grid.xs[0] ?? 0
const right = (grid: Grid): number => grid.xs.at(-1) ?? 0

/** The middle of a run; a baseline stands below the middle of its characters. */
const middleOf = (glyph: Glyph): readonly [number, number] => [glyph.x + glyph.width / 2, glyph.y - glyph.size * 0.35]

const isInside = (grid: Grid, glyph: Glyph): boolean => {
  const [x, y] = middleOf(glyph)
  return x > left(grid) && x < right(grid) && y > top(grid) && y < bottom(grid)
}

/** A sign of Chinese takes a whole width, others about half. */
const widthOf = (sign: string): number => (sign.charCodeAt(0) < 0x2000 ? 0.5 : 1)

/** A run sign by sign, each about where it stands. */
export function signsOf(glyph: Glyph): Glyph[] {
  const signs = [...glyph.text]
  const unit = glyph.width / signs.reduce((sum, sign) => sum + widthOf(sign), 0)
  let x = glyph.x
  return signs.map((text) => {
    const sign = { ...glyph, text, x, width: widthOf(text) * unit }
    x += sign.width
    return sign
  })
}

/** Cuts a run that crosses a border of cells, sign by sign: some programs write a whole row as one run. */
export function cutAtBorders(glyph: Glyph, xs: readonly number[]): Glyph[] {
  const margin = Math.min(glyph.size * 0.6, 6)
  const borders = xs.filter((x) => x > glyph.x + margin && x < endOf(glyph) - margin)
  if (borders.length === 0) return [glyph]
  const parts: Glyph[] = []
  let part = -1
  for (const sign of signsOf(glyph)) {
    const place = borders.filter((border) => border < sign.x + sign.width / 2).length
    const last = parts.at(-1)
    if (last && place === part)
      parts[parts.length - 1] = { ...last, text: last.text + sign.text, width: last.width + sign.width }
    else parts.push(sign)
    part = place
  }
  return parts.filter(({ text }) => text.trim() !== '')
}

const indexAt = (places: readonly number[], value: number): number =>
  Math.max(
    0,
    Math.min(
      places.length - 2,
      places.findLastIndex((place) => place <= value),
    ),
  )

/** The runs of each cell, in the order of the grid's cells. */
function runsByCell(grid: Grid, glyphs: readonly Glyph[]): Map<GridCell, Glyph[]> {
  const at = grid.ys.slice(1).map(() => new Array<GridCell | undefined>(grid.xs.length - 1))
  for (const cell of grid.cells)
    for (let row = cell.row; row < cell.row + cell.rowSpan; row++)
      at[row]?.fill(cell, cell.column, cell.column + cell.columnSpan)
  const runs = new Map<GridCell, Glyph[]>(grid.cells.map((cell) => [cell, []]))
  for (const whole of glyphs) {
    const row = indexAt(grid.ys, middleOf(whole)[1])
    const borders = grid.xs.filter((_, column) => at[row]?.[column] !== at[row]?.[column - 1])
    for (const glyph of cutAtBorders(whole, borders)) {
      const cell = at[row]?.[indexAt(grid.xs, middleOf(glyph)[0])]
      if (cell) runs.get(cell)?.push(glyph)
    }
  }
  return runs
}

type LinesByCell = ReadonlyMap<GridCell, readonly PrintedLine[]>

const NUMBERS = /^[-+−±]?[\d,.%‰\s/-]+$/

/** Lines of a cell none of which was broken because the cell is narrow: each stands for itself. */
const areWhole = (lines: readonly PrintedLine[], rightEdge: number): boolean =>
  lines.every(({ glyphs }) => {
    const last = glyphs.at(-1)
    return last !== undefined && (NUMBERS.test(textOf(glyphs)) || endOf(last) < rightEdge - last.size * 1.5)
  })

const isBeside = (line: PrintedLine, y: number): boolean =>
  Math.abs(line.y - y) <= Math.max(line.glyphs[0]?.size ?? 0, 6) * 0.5

/** Whether a cell has a line on each of the baselines. */
const standsOn = (lines: readonly PrintedLine[], baselines: readonly number[]): boolean =>
  lines.length >= baselines.length && baselines.every((y) => lines.some((line) => isBeside(line, y)))

/**
 * Baselines of a row that rulings do not part though it holds several: where two columns have whole lines beside each
 * other, three or more, one of them with numbers.
 */
function hiddenRows(grid: Grid, cells: readonly GridCell[], lines: LinesByCell): readonly number[] | null {
  let best: readonly number[] | null = null
  for (const cell of cells) {
    const found = lines.get(cell) ?? []
    const isWhole = areWhole(found, grid.xs[cell.column + cell.columnSpan] ?? 0)
    if (found.length < 3 || !isWhole || !found.every(({ glyphs }) => /\d/.test(textOf(glyphs)))) continue
    const baselines = found.map(({ y }) => y)
    const others = cells.filter((other) => other !== cell && standsOn(lines.get(other) ?? [], baselines)).length
    if (others > 0 && (best === null || baselines.length > best.length)) best = baselines
  }
  return best
}

/** The lines of a cell that belong to one of the baselines: its own and those that carry it on. */
const linesAt = (lines: readonly PrintedLine[], baselines: readonly number[], row: number): PrintedLine[] =>
  lines.filter(
    (line) =>
      Math.max(
        0,
        baselines.findLastIndex((y) => y < line.y || isBeside(line, y)),
      ) === row,
  )

const cellText = (lines: readonly PrintedLine[]): string => joinLines(lines.map(({ glyphs }) => textOf(glyphs)))

function cellOf({ columnSpan, rowSpan }: GridCell, lines: readonly PrintedLine[]): SourceCell {
  return {
    text: cellText(lines),
    ...(columnSpan > 1 ? { columnSpan } : {}),
    ...(rowSpan > 1 ? { rowSpan } : {}),
  }
}

/** One ruled row as the rows that it really holds; a cell with other lines than the rest is one over them all. */
function partRow(cells: readonly GridCell[], lines: LinesByCell, baselines: readonly number[]): SourceCell[][] {
  return baselines.map((_, row) =>
    cells.flatMap((cell): SourceCell[] => {
      const found = lines.get(cell) ?? []
      if (standsOn(found, baselines)) return [cellOf(cell, linesAt(found, baselines, row))]
      return row === 0 ? [cellOf({ ...cell, rowSpan: baselines.length }, found)] : []
    }),
  )
}

/** Fills a ruled table with the runs inside it; rows that only their lines part are parted. */
export function fillGrid(grid: Grid, glyphs: readonly Glyph[]): FilledGrid {
  const lines: LinesByCell = new Map([...runsByCell(grid, glyphs)].map(([cell, found]) => [cell, printedLines(found)]))
  const rows: SourceCell[][] = []
  for (let row = 0; row + 1 < grid.ys.length; row++) {
    const cells = grid.cells.filter((cell) => cell.row === row)
    const isAlone =
      cells.every(({ rowSpan }) => rowSpan === 1) &&
      cells.reduce((sum, cell) => sum + cell.columnSpan, 0) === grid.xs.length - 1
    const baselines = isAlone ? hiddenRows(grid, cells, lines) : null
    if (baselines) rows.push(...partRow(cells, lines, baselines))
    else rows.push(cells.map((cell) => cellOf(cell, lines.get(cell) ?? [])))
  }
  return { top: top(grid), bottom: bottom(grid), left: left(grid), right: right(grid), rows: withoutEmpty(rows) }
}

/** Rows without any text are borders drawn twice or blank forms; a row under a merged cell stays, its place counts. */
const withoutEmpty = (rows: SourceCell[][]): SourceCell[][] =>
  rows.filter((cells, index) => cells.some(({ text }) => text !== '') || isSpanned(rows, index))

const isSpanned = (rows: readonly SourceCell[][], index: number): boolean =>
  rows
    .slice(Math.max(0, index - 60), index)
    .some((cells, at) => cells.some(({ rowSpan = 1 }) => at + rowSpan > Math.min(index, 60))) ||
  (rows[index] ?? []).some(({ rowSpan = 1 }) => rowSpan > 1)

/** The ruled tables that hold text in at least two cells, and the runs that stand outside them. */
export function fillGrids(
  grids: readonly Grid[],
  glyphs: readonly Glyph[],
): { readonly tables: FilledGrid[]; readonly others: readonly Glyph[] } {
  let others = glyphs
  const tables: FilledGrid[] = []
  for (const grid of grids) {
    const inside = others.filter((glyph) => isInside(grid, glyph))
    if (inside.length === 0) continue
    const filled = fillGrid(grid, inside)
    const texts = filled.rows.flatMap((cells) => cells.filter(({ text }) => text !== ''))
    const isTable = texts.length >= 2 && filled.rows.some((cells) => cells.length >= 2)
    if (!isTable) continue
    tables.push(filled)
    const taken = new Set(inside)
    others = others.filter((glyph) => !taken.has(glyph))
  }
  return { tables, others }
}
