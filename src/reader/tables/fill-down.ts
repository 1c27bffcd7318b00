import type { ReadTable } from '../types.ts'
import { isNumber } from './column-words.ts'
import type { ColumnRole } from './columns.ts'
import type { PlacedRow } from './place-row.ts'

/** What is known of a table when its merged cells are filled. */
export interface FillContext {
  readonly roles: readonly ColumnRole[]
  readonly kind: ReadTable['kind']
  readonly bands: ReadTable['bands']
  /** The format says which cells are merged (HTML, DOCX): where it says so of none, an empty cell of units is empty. */
  readonly isTold: boolean
}

/**
 * Merged cells are printed once: what stands above is meant below. Where the format tells merged from empty (HTML),
 * only merged cells are filled. Elsewhere a cell is filled where columns group: with something to its right, never a
 * number, a remark or an empty figure; units and times of task tables are shared by the rows of a block.
 */
export function fillDown(rows: readonly PlacedRow[], { roles, kind, bands, isTold }: FillContext): string[][] {
  const hasMerged = rows.some(({ merged }) => merged !== null)
  const above: string[] = roles.map(() => '')
  let band = 0
  return rows.map(({ cells, merged }, index) => {
    while (band < bands.length && (bands[band]?.beforeRow ?? 0) <= index) {
      above.fill('')
      band++
    }
    const lastText = cells.findLastIndex((cell, column) => cell !== '' && roles[column] !== 'no' && !isNumber(cell))
    const outer = cells.findIndex((cell, column) => cell !== '' && isGroup(roles[column]))
    return cells.map((cell, column) => {
      if (cell !== '') {
        above[column] = cell
        return cell
      }
      if (hasMerged) return merged?.has(column) ? (above[column] ?? '') : ''
      // A new outer group ends the inner ones.
      if (outer >= 0 && outer < column && isGroup(roles[column])) above[column] = ''
      if (isTold && !isGroup(roles[column]) && roles[column] !== 'no') return ''
      return mayFill(roles[column], kind, column < lastText) ? (above[column] ?? '') : ''
    })
  })
}

const isGroup = (role: ColumnRole | undefined): boolean => role === 'group' || role === 'other'

function mayFill(role: ColumnRole | undefined, kind: ReadTable['kind'], isBeforeText: boolean): boolean {
  if (role === 'remark' || role === undefined) return false
  if (role === 'lead' || role === 'responsible' || role === 'due' || role === 'person') return kind === 'tasks'
  if (role === 'no') return kind === 'tasks' && isBeforeText
  return isBeforeText
}
