import { foldWidth, withoutSpaces } from '../../kernel/han.ts'
import type { ReadTable } from '../types.ts'
import { isNumber } from './column-words.ts'
import type { ColumnRole } from './columns.ts'

/** Lists of powers and services name who is in charge of them; that is no task. 目录编制进度安排表 is about a list, and sets tasks. */
const LIST_TITLE =
  /权力|权责|行政(?:许可|处罚|审批)|审批事项|服务事项|证明事项|划转|办事指南|名录|名单|目录(?:清单|一览表|表)?(?:[(].*[)])?$/
const TASK_TITLE = /任务|分工|分解|责任|实事|要点|行动|措施|举措|整改|推进|督办|计划/
const FIGURES_TITLE = /指标|统计|收入|支出|收支|决算|预算|人口|产值|经济|数据|完成情况|普查/
/** Names of columns whose digits count nothing. */
const NO_FIGURE = /电话|手机|编码|代码|邮编|年份|日期|时间|号/

/** What a table is for, by its columns, its title and what its cells hold. */
export function kindOf(
  columns: readonly string[],
  roles: readonly ColumnRole[],
  rows: readonly (readonly string[])[],
  title: string,
): ReadTable['kind'] {
  const key = withoutSpaces(foldWidth(title.slice(0, 100)))
  const hasText = roles.some((role) => role === 'requirement' || role === 'group' || role === 'other')
  if (hasText && (roles.includes('lead') || roles.includes('responsible')))
    return LIST_TITLE.test(key) && !TASK_TITLE.test(key) ? 'list' : 'tasks'
  const isDue = roles.includes('due') && roles.includes('requirement')
  // Who carries something sets a task only where a column says what is done: 乡镇 面积 供种单位 says where.
  const saysWhat = roles.includes('requirement') || roles.includes('group')
  if (saysWhat && roles.includes('carrier') && (TASK_TITLE.test(key) || isDue) && !LIST_TITLE.test(key)) return 'tasks'
  return isFigures(columns, roles, rows, key) ? 'statistics' : 'list'
}

function isFigures(
  columns: readonly string[],
  roles: readonly ColumnRole[],
  rows: readonly (readonly string[])[],
  title: string,
): boolean {
  const counted = columns.map((name, column) => {
    const cells = rows.flatMap((row) => row[column] || [])
    const isFigure = column > 0 && roles[column] !== 'no' && roles[column] !== 'due' && !NO_FIGURE.test(name)
    return {
      isFigure: isFigure && cells.length >= 1 && cells.filter(isNumber).length >= cells.length * 0.6,
      isProse: column > 0 && cells.reduce((sum, cell) => sum + cell.length, 0) > cells.length * 15,
    }
  })
  const figures = counted.filter(({ isFigure }) => isFigure).length
  const others = columns.length - (roles.includes('no') ? 1 : 0) - 1
  if (figures === 0 || counted.some(({ isProse }) => isProse)) return false
  return FIGURES_TITLE.test(title) || figures * 2 >= others
}
