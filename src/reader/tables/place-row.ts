import { type ColumnRole, fits } from './columns.ts'
import { cellParagraphs, cellText, type Row, trimmed } from './rows.ts'

/** A row with a cell for each column. */
export interface PlacedRow {
  readonly cells: readonly string[]
  readonly line: number
  /** Its cells did not say where they belong: the finding names the line. */
  readonly isDoubtful: boolean
}

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

/** A cell in a column that asks for something (a number, units, a date) says more than one in a column of text. */
const isDemanding = (role: ColumnRole): boolean =>
  role === 'no' || role === 'due' || role === 'lead' || role === 'responsible'

/** How well cells fit the columns they would stand in; a long text in a column of groups fits badly. */
const fitting = (cells: readonly string[], roles: readonly ColumnRole[]): number =>
  cells.reduce((sum, cell, index) => {
    const role = roles[index] ?? 'other'
    if (cell === '') return sum
    if (!fits(role, cell)) return sum - 3
    if (isDemanding(role)) return sum + 2
    if (role === 'group' && /^[一二三四五六七八九十]{1,3}、/.test(cell))
      return sum + (roles.indexOf('group') === index ? 1.5 : 0.5)
    return sum + (role === 'requirement' && cell.length > 16 ? 1.5 : role === 'group' && cell.length > 50 ? 0 : 1)
  }, 0)

/**
 * Places the cells of a row. A row with too few cells has lost some at its left, at its right or in between (merged
 * cells that a page break left out): the placing that fits what the columns hold wins, the leftmost when several do.
 */
export function placeRow(row: Row, roles: readonly ColumnRole[]): PlacedRow {
  const width = roles.length
  const all = row.cells.map(cellText)
  if (all.length > width && trimmed(all).length <= width)
    return { cells: all.slice(0, width), line: row.line, isDoubtful: false }
  if (all.length === width) return { cells: shifted(all, roles), line: row.line, isDoubtful: false }
  if (all.length > width) return overlong(all, roles, row.line)
  const cells = spread(row.cells, width - row.cells.length)
  if (cells.length === width) return { cells, line: row.line, isDoubtful: false }
  let best = 0
  let most = Number.NEGATIVE_INFINITY
  const missing = width - cells.length
  for (let gap = 0; gap <= cells.length; gap++) {
    const tried = [...cells.slice(0, gap), ...Array.from({ length: missing }, () => ''), ...cells.slice(gap)]
    const score = fitting(tried, roles)
    if (score > most) {
      most = score
      best = gap
    }
  }
  const placed = [...cells.slice(0, best), ...Array.from({ length: missing }, () => ''), ...cells.slice(best)]
  return { cells: placed, line: row.line, isDoubtful: most < cells.filter((cell) => cell !== '').length - 2 }
}

/** A full row whose last cell is empty while the one before fits the last column has been shifted left by a merged cell. */
function shifted(cells: readonly string[], roles: readonly ColumnRole[]): readonly string[] {
  if (cells.at(-1) !== '' || cells.filter((cell) => cell !== '').length < 2) return cells
  const last = trimmed(cells)
  const moved = [...Array.from({ length: cells.length - last.length }, () => ''), ...last]
  const inner = moveInside(last, roles)
  // Without a column of numbers the missing cell is the outer group, merged over rows, at the left.
  const candidates = roles[0] === 'no' ? [cells, inner, moved] : [cells, moved, inner]
  const scores = candidates.map((candidate) => fitting(candidate, roles))
  return candidates[scores.indexOf(Math.max(...scores))] ?? cells
}

/** The number stays at the left, the other cells move to the right. */
function moveInside(cells: readonly string[], roles: readonly ColumnRole[]): string[] {
  const [first = '', ...rest] = cells
  return [first, ...Array.from({ length: roles.length - cells.length }, () => ''), ...rest]
}

/** More cells than columns: empty ones go first, then the surplus is joined to the last column, nothing is lost. */
function overlong(cells: readonly string[], roles: readonly ColumnRole[], line: number): PlacedRow {
  const width = roles.length
  const kept = [...cells]
  for (let at = kept.length - 1; at >= 0 && kept.length > width; at--) if (kept[at] === '') kept.splice(at, 1)
  const surplus = kept.splice(width - 1).filter((cell) => cell !== '')
  return { cells: [...kept, surplus.join(' ')], line, isDoubtful: surplus.length > 1 }
}
