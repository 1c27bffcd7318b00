import { wholeDate } from '../../kernel/chinese-date.ts'
import { foldWidth, withoutSpaces } from '../../kernel/han.ts'
import { readDue } from '../tasks/due.ts'
import type { Row } from './rows.ts'
import { trimmed } from './rows.ts'

/** What a column holds, by its name. */
export type ColumnRole = 'no' | 'due' | 'lead' | 'responsible' | 'requirement' | 'group' | 'other'

export function roleOf(name: string): ColumnRole {
  const key = withoutSpaces(foldWidth(name))
  if (/^(?:序号|编号|序)$/.test(key)) return 'no'
  if (/时限|时间|节点|期限|完成日期|进度安排/.test(key)) return 'due'
  if (/牵头(?:单位|部门)|主办单位/.test(key)) return 'lead'
  if (/(?:责任|落实|承办|配合|协办|实施|主管)(?:单位|部门|主体)|责任科室/.test(key)) return 'responsible'
  if (
    /具体要求|工作内容|工作要求|具体任务|具体内容|主要内容|工作措施|具体措施|主要措施|具体举措|工作举措|工作标准|量化指标|任务内容|目标任务|主要任务|任务目标/.test(
      key,
    )
  )
    return 'requirement'
  if (/任务|工作|类别|领域|项目|事项|分类/.test(key)) return 'group'
  return 'other'
}

/** Whether a cell looks like what its column holds. */
export function fits(role: ColumnRole, cell: string): boolean {
  const key = withoutSpaces(foldWidth(cell))
  if (key === '') return true
  if (role === 'no') return /^\d{1,4}\.?$/.test(key)
  if (role === 'due') return key.length < 30 && (readDue(key, 2000) !== null || wholeDate(key) !== null)
  if (role === 'lead' || role === 'responsible')
    return /(?:局|办|委|部|处|单位|部门|镇|街道|中心|政府|公司|室|院|会|站|所|社区|集团|街办|办事处|[)])$/.test(key)
  return true
}

/** How many columns a table has: the width that most of its rows have, the header's when rows disagree. */
export function widthOf(header: Row | null, rows: readonly Row[]): number {
  const counts = new Map<number, number>()
  for (const { cells } of rows) {
    const width = trimmed(cells).length
    counts.set(width, (counts.get(width) ?? 0) + 1)
  }
  const labels = header ? trimmed(header.cells).length : 0
  let best = labels
  let most = 0
  for (const [width, count] of counts) {
    if (count > most || (count === most && width > best)) {
      best = width
      most = count
    }
  }
  // One column more than the header names is a header cell that spans two; more than that are rows gone astray.
  const widest = Math.max(...counts.keys(), labels)
  const spanning = labels > 0 && widest === labels + 1 && (counts.get(widest) ?? 0) >= Math.max(1, rows.length * 0.04)
  if (spanning) return widest
  return labels > 0 ? Math.max(labels, Math.min(best, labels + 1)) : best
}

/**
 * Names the columns. A header with one name too few has a cell that spans two columns: the name before the requirement
 * (工作任务), followed by an empty one.
 */
export function columnNames(header: Row | null, width: number): string[] {
  if (!header) return Array.from({ length: width }, () => '')
  const names = trimmed(header.cells).map(withoutSpaces)
  if (names.length >= width || names.includes(''))
    return [...names, ...Array.from({ length: Math.max(0, width - names.length) }, () => '')]
  const roles = names.map(roleOf)
  const requirement = roles.indexOf('requirement')
  const group = requirement > 0 ? requirement - 1 : roles.indexOf('group')
  const at = group >= 0 ? group + 1 : names.length
  return [...names.slice(0, at), ...Array.from({ length: width - names.length }, () => ''), ...names.slice(at)]
}
