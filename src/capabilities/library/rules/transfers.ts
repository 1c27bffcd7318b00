import type { ReadTable } from '../../../reader/types.ts'

/** One administrative power that changes hands. Null: the list has no such column, or the cell is empty. */
export interface TransferItem {
  readonly no: string | null
  readonly name: string
  readonly kind: string | null
  readonly from: string | null
  readonly to: string | null
}

const ABOUT_POWERS = /权力|职权|职责|审批|许可|事项|执法权/u
const CHANGES_HANDS = /划转|划入|移交|下放|承接|委托|赋权|收回|取消/u

/** Whether a document hands administrative powers from one organ to another, by its title. */
export const isTransfer = (title: string): boolean => ABOUT_POWERS.test(title) && CHANGES_HANDS.test(title)

const COLUMNS = {
  no: /^(?:序号|编号)$/u,
  name: /(?:事项|职权|权力|项目|许可|职责).{0,3}(?:名称)?$|^名称$|主项/u,
  kind: /(?:事项|职权|权力)?(?:类型|类别|性质)$/u,
  from: /划出|原(?:实施|行使|承办|主管)|移交|下放(?:部门|单位)|委托(?:部门|单位|机关)/u,
  to: /划入|承接|接收|接受|划转后|现(?:实施|行使|承办)|受委托|实施(?:部门|单位|主体)|赋权/u,
} as const

function columnOf(columns: readonly string[], pattern: RegExp, taken: readonly number[]): number {
  return columns.findIndex((column, at) => !taken.includes(at) && pattern.test(column.replace(/\s+/gu, '')))
}

/** The powers of a list table. A table without a column of names is none. */
export function transferItems({ columns, filledRows }: ReadTable): readonly TransferItem[] {
  const taken: number[] = []
  const find = (name: keyof typeof COLUMNS) => {
    const at = columnOf(columns, COLUMNS[name], taken)
    if (at >= 0) taken.push(at)
    return at
  }
  // Columns that say more come first: 事项类型 must not be taken for the name, nor 原实施部门 for the new one.
  const [no, kind, from, to, name] = [find('no'), find('kind'), find('from'), find('to'), find('name')]
  if (name < 0) return []
  return filledRows.flatMap((row) => {
    const cell = (at: number): string | null => (at < 0 ? null : row[at]?.trim() || null)
    const said = cell(name)
    return said ? [{ no: cell(no), name: said, kind: cell(kind), from: cell(from), to: cell(to) }] : []
  })
}
