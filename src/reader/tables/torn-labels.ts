import { foldWidth } from '../../kernel/han.ts'
import { isNumberedLabel } from './bands.ts'
import type { ColumnRole } from './columns.ts'
import type { PlacedRow } from './place-row.ts'

/** Labels of groups are short. */
const LONGEST_LABEL = 40

/**
 * Makes labels of groups whole that a page tore: a label merged over rows of two pages is printed half on each
 * (（二）加快发展新型建材 / 和绿色家居产业). The second half is put where the first stands; its own cell is merged, as is one
 * that prints the label once more on the next page, where the format says which cells are merged.
 */
export function wholeLabels<R extends PlacedRow & { readonly isAtPage: boolean }>(
  rows: readonly R[],
  roles: readonly ColumnRole[],
): readonly R[] {
  const requirement = roles.lastIndexOf('requirement')
  const groups = roles.flatMap((role, column) =>
    (role === 'group' || role === 'other' || role === 'requirement') && column < requirement ? [column] : [],
  )
  const hasMerged = rows.some(({ merged }) => merged !== null)
  const whole = [...rows]
  for (const column of groups) {
    const labels = rows.filter(({ cells }) => (cells[column] ?? '') !== '')
    const numbered = labels.filter(({ cells }) => isNumbered(cells[column] ?? ''))
    const areNumbered = numbered.length * 2 > labels.length
    let last = -1
    for (const [at, { cells, isAtPage }] of rows.entries()) {
      const cell = cells[column] ?? ''
      if (cell === '') continue
      const above = whole[last]?.cells[column] ?? ''
      const isAlone = cells.every((other, index) => other === '' || index === column)
      if (isAtPage && !isAlone && last >= 0 && isTorn(above, cell, areNumbered)) {
        whole[last] = withCell(whole[last] as R, column, `${above}${cell}`)
        whole[at] = withCell(whole[at] as R, column, '')
      } else if (hasMerged && isAtPage && !isAlone && cell === above && isBeneath(whole[at] as R, groups, column)) {
        whole[at] = merged(withCell(whole[at] as R, column, ''), column)
      } else last = at
    }
  }
  return whole
}

/** A row that is nothing but the rest of the label above it (就业和 / 社会保障), joined to the row that it belongs to; null for others. */
export function withRestOfLabel<R extends PlacedRow>(row: PlacedRow, last: R): R | null {
  const column = row.cells.findIndex((cell) => cell !== '')
  const [label = '', rest = ''] = [last.cells[column], row.cells[column]]
  const isAlone = row.cells.every((cell, at) => cell === '' || at === column)
  if (!isAlone || label === '' || label.length + rest.length > LONGEST_LABEL) return null
  return /[和与及、]$/.test(label) || isOpen(label)
    ? { ...withCell(last, column, label + rest), until: row.until }
    : null
}

/** A label stands for itself under a new outer one, be its words the same. */
const isBeneath = ({ cells }: PlacedRow, groups: readonly number[], column: number): boolean =>
  groups.every((outer) => outer >= column || (cells[outer] ?? '') === '')

const merged = <R extends PlacedRow>(row: R, column: number): R => ({
  ...row,
  merged: new Set([...(row.merged ?? []), column]),
})

const withCell = <R extends PlacedRow>(row: R, column: number, text: string): R => ({
  ...row,
  cells: row.cells.map((cell, at) => (at === column ? text : cell)),
})

const isNumbered = (cell: string): boolean => isNumberedLabel(foldWidth(cell.slice(0, 8)).replace(/\s/g, ''))

/** The second half closes what the first opened, begins with what joins, or lacks the number that the labels have. */
function isTorn(above: string, cell: string, areNumbered: boolean): boolean {
  if (above === '' || above.length + cell.length > LONGEST_LABEL || isNumbered(cell)) return false
  return isOpen(above) || /^[和与及、，）)”》]/.test(cell) || (areNumbered && isNumbered(above))
}

const isOpen = (text: string): boolean =>
  text.lastIndexOf('“') > text.lastIndexOf('”') || text.lastIndexOf('（') > text.lastIndexOf('）')
