import { foldWidth, withoutSpaces } from '../../kernel/han.ts'
import { isSerial } from './column-words.ts'
import type { ColumnRole } from './columns.ts'
import { onlyCell, type Row, trimmed } from './rows.ts'

const LONGEST_LABEL = 60
const LABELLED =
  /^(?:[一二三四五六七八九十]{1,3}[、.]|[(][一二三四五六七八九十]{1,3}[)]|第[一二三四五六七八九十]{1,3}[章节部]|[【[].+[\]】]$)/

/** Whether a text begins as numbered labels do: 一、 （二） 第三章 【…】. `key` is in one width and without spaces. */
export const isNumberedLabel = (key: string): boolean => LABELLED.test(key)

/**
 * The label of a row that is nothing but one label over all columns: 一、教育领域. The format says so, the label is
 * numbered, or it stands where the other rows have their number. `next` is the row after it.
 */
export function bandOf(row: Row, roles: readonly ColumnRole[], next: Row | undefined): string | null {
  const label = onlyCell(row)
  if (label === null || roles.length < 3 || label.length > LONGEST_LABEL || !next) return null
  const key = withoutSpaces(foldWidth(label))
  if (row.isSpanning) return row.isPlaced && row.cells.length < roles.length - 1 ? null : label
  if (row.cells[0] === '' || trimmed(row.cells).length !== 1) return null
  if (isNumberedLabel(key)) return label
  return roles[0] === 'no' && !isSerial(label) && !/[。;,]/.test(key) && isSerial(next.cells[0] ?? '') ? label : null
}
