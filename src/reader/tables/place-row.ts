import { type ColumnRole, fits } from './columns.ts'
import { cellParagraphs, cellText, type Row, trimmed } from './rows.ts'

/** A row with a cell for each column. */
export interface PlacedRow {
  readonly cells: readonly string[]
  readonly line: number
  readonly until: number
  /** Its cells did not say where they belong: the finding names the line. */
  readonly isDoubtful: boolean
  /** Columns in which a cell of a row above goes on; null where that is not known. */
  readonly merged: ReadonlySet<number> | null
}

const blanks = (count: number): string[] => Array.from({ length: Math.max(0, count) }, () => '')

/** Spreads two paragraphs in one cell over this cell and the empty column or the missing one after it. */
function spread(cells: readonly string[], missing: number): string[] {
  const spreadCells: string[] = []
  let left = missing
  for (const cell of cells) {
    const parts = cellParagraphs(cell)
    if (parts.length > 1 && left > 0) {
      spreadCells.push(parts[0] ?? '', parts.slice(1).join(' '))
      left--
    } else spreadCells.push(cellText(cell))
  }
  return spreadCells
}

/** How well a cell fits the column it would stand in; a long text in a column of groups fits badly. */
function fitOf(cell: string, role: ColumnRole, isFirstGroup: boolean): number {
  if (cell === '') return 0
  if (!fits(role, cell)) return -3
  // A column that asks for something (a number, units, a date) says more than one of text.
  if (role === 'no' || role === 'due' || role === 'lead' || role === 'responsible') return 2
  if (role === 'group' && /^[一二三四五六七八九十]{1,3}、/.test(cell)) return isFirstGroup ? 1.5 : 0.5
  if (role === 'requirement' && cell.length > 16) return 1.5
  return role === 'group' && cell.length > 50 ? 0 : 1
}

function fitting(cells: readonly string[], roles: readonly ColumnRole[]): number {
  const group = roles.indexOf('group')
  return cells.reduce((sum, cell, index) => sum + fitOf(cell, roles[index] ?? 'other', index === group), 0)
}

/**
 * Places the cells of a row. A row with too few cells has lost some at its left, at its right or in between (merged
 * cells that a page break left out): the placing that fits what the columns hold wins, the leftmost when several do.
 */
export function placeRow(row: Row, roles: readonly ColumnRole[]): PlacedRow {
  const width = roles.length
  const { line, until, merged } = row
  const all = row.cells.map(cellText)
  const last = trimmed(all)
  if (last.length < width && row.cells.some((cell) => cellParagraphs(cell).length > 1)) {
    const apart = spread(trimmed(row.cells), width - last.length)
    const kept = bestPlacing(last, all, roles)
    if (apart.length === width && fitting(apart, roles) >= kept.score)
      return { cells: apart, line, until, merged, isDoubtful: false }
  }
  if (all.length === width || (all.length > width && last.length <= width)) {
    const cells = [...last, ...blanks(width - last.length)]
    return { cells: row.isPlaced ? cells : shifted(cells, roles), line, until, merged, isDoubtful: false }
  }
  if (all.length > width) return overlong(last, roles, row)
  const cells = spread(row.cells, width - row.cells.length)
  if (cells.length === width) return { cells, line, until, merged, isDoubtful: false }
  const { cells: placed, score } = bestPlacing(row.isPlaced ? cells : [...trimmed(cells)], cells, roles)
  return { cells: placed, line, until, merged, isDoubtful: score < cells.filter((cell) => cell !== '').length - 2 }
}

/** The better of two placings: with the empty cells printed at the end, and without; as printed when both are as good. */
function bestPlacing(bare: readonly string[], printed: readonly string[], roles: readonly ColumnRole[]) {
  const bound = bestGap(printed, roles)
  const free = bare.length === printed.length ? bound : bestGap(bare, roles)
  const isFree = free.score > bound.score
  const [cells, { gap, score }] = isFree ? [bare, free] : [printed, bound]
  return { cells: [...cells.slice(0, gap), ...blanks(roles.length - cells.length), ...cells.slice(gap)], score }
}

/** Where the missing cells fit best. Sums from both ends make it linear in the width. */
function bestGap(cells: readonly string[], roles: readonly ColumnRole[]): { gap: number; score: number } {
  const missing = roles.length - cells.length
  const group = roles.indexOf('group')
  const fitAt = (index: number, column: number) => fitOf(cells[index] ?? '', roles[column] ?? 'other', column === group)
  // All cells at the right of the gap, then one after the other moves to its left.
  let score = cells.reduce((sum, _, index) => sum + fitAt(index, index + missing), 0)
  let best = { gap: 0, score }
  for (let gap = 1; gap <= cells.length; gap++) {
    score += fitAt(gap - 1, gap - 1) - fitAt(gap - 1, gap - 1 + missing)
    if (score > best.score) best = { gap, score }
  }
  return best
}

/** A full row whose last cell is empty while the one before fits the last column has been shifted left by a merged cell. */
function shifted(cells: readonly string[], roles: readonly ColumnRole[]): readonly string[] {
  if (cells.at(-1) !== '') return withoutGap(cells, roles)
  const last = trimmed(cells)
  // The rest of a row that a page cut stands where it was printed.
  if (roles[0] === 'no' && cells[0] === '' && last.filter((cell) => cell !== '').length === 2) return cells
  if (last.filter((cell) => cell !== '').length < 2) return cells
  const moved = [...blanks(cells.length - last.length), ...last]
  const inner = moveInside(last, roles)
  const { gap } = bestGap(last, roles)
  const parted = [...last.slice(0, gap), ...blanks(cells.length - last.length), ...last.slice(gap)]
  // Without a column of numbers the missing cell is the outer group, merged over rows, at the left.
  const candidates = roles[0] === 'no' ? [cells, inner, moved, parted] : [cells, moved, inner, parted]
  const scores = candidates.map((candidate) => fitting(candidate, roles))
  return candidates[scores.indexOf(Math.max(...scores))] ?? cells
}

const fitsAll = (cells: readonly string[], roles: readonly ColumnRole[]): boolean =>
  cells.every((cell, column) => fits(roles[column] ?? 'other', cell))

/** What a row must gain before its cells are moved: one cell that fits its column where it did not. */
const GAIN = 3

/** A page with an empty column more and one less at its end: cells that do not fit do so without the empty one. */
function withoutGap(cells: readonly string[], roles: readonly ColumnRole[]): readonly string[] {
  if (fitsAll(cells, roles)) return cells
  const empty = cells.indexOf('', 1)
  if (empty < 0) return cells
  const rest = cells.filter((_, column) => column !== empty)
  const { gap, score } = bestGap(rest, roles)
  const moved = [...rest.slice(0, gap), '', ...rest.slice(gap)]
  // What is asked for is the longest text: no move takes it away from its column.
  const asked = roles.lastIndexOf('requirement')
  const isLonger = (moved[asked] ?? '').length >= (cells[asked] ?? '').length
  return isLonger && fitsAll(moved, roles) && score >= fitting(cells, roles) + GAIN ? moved : cells
}

/** The number stays at the left, the other cells move to the right. */
function moveInside(cells: readonly string[], roles: readonly ColumnRole[]): string[] {
  const [first = '', ...rest] = cells
  return [first, ...blanks(roles.length - cells.length), ...rest]
}

/**
 * More cells than columns: empty ones go first, from the end that leaves the others where they fit; the surplus is joined
 * to the last column, nothing is lost. A row whose cells moved is doubtful.
 */
function overlong(cells: readonly string[], roles: readonly ColumnRole[], row: Row): PlacedRow {
  const { line, until, merged } = row
  const [right, left] = [withoutEmpty(cells.toReversed(), roles.length).toReversed(), withoutEmpty(cells, roles.length)]
  const kept = fitting(left, roles) > fitting(right, roles) ? left : right
  const ends = kept.slice(roles.length - 1).filter((cell) => cell !== '')
  const placed = [...kept.slice(0, roles.length - 1), ends.join(' ')]
  const isDoubtful = ends.length > 1 || kept.length < cells.length
  return { cells: [...placed, ...blanks(roles.length - placed.length)], line, until, merged, isDoubtful }
}

/** Drops as many empty cells as there are too many, the first ones first. */
function withoutEmpty(cells: readonly string[], width: number): string[] {
  let surplus = cells.length - width
  return cells.filter((cell) => cell !== '' || surplus-- <= 0)
}
