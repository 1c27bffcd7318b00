import { wholeDate } from '../../kernel/chinese-date.ts'
import { foldWidth, withoutSpaces } from '../../kernel/han.ts'
import { readDue } from '../tasks/due.ts'
import { isNumber, isSerial } from './column-words.ts'
import { type Row, trimmed } from './rows.ts'

/** What a column holds, by its name. `carrier` names units that do or govern something, without making it a task. */
export type ColumnRole =
  | 'no'
  | 'due'
  | 'lead'
  | 'responsible'
  | 'carrier'
  | 'person'
  | 'requirement'
  | 'group'
  | 'remark'
  | 'other'

/** The first that fits; order matters (责任领导 is a person, 牵头单位完成时限 a time). */
const ROLES: readonly (readonly [ColumnRole, RegExp])[] = [
  ['no', /^(?:序号?|编号|任务编号|项目序号|no\.?)$/i],
  [
    'remark',
    /^(?:备注|说明|附注)|(?:地点|位置|地址|坐落)$|(?:第?[一二三四1-4]季度|[上下]半年|\d{1,2}(?:-\d{1,2})?月份?)(?:目标|计划|进度|任务)?$|(?:进展|落实|推进|存在)(?:情况|问题)|目前进展|(?:资金|经费)(?:来源|渠道)/,
  ],
  [
    'person',
    /^(?!.*(?:单位|部门)[及和、与/]).*(?:领导|责任人|负责人|联系人|联络员|网格员|联系电话|联系方式|电话|手机)(?:[(].*[)])?$/,
  ],
  ['due', /时限|时间|节点|期限|完成日期|进度安排|进度要求|时序进度|完成进度|建设(?:年限|工期|周期)|起止年/],
  ['lead', /(?:牵头|主办|主责|总牵头)(?:责任)?(?:单位|部门|科室|处室)|^牵头(?:单位|部门)?$/],
  [
    'responsible',
    /(?:责任|落实|承办|配合|协办|参与|参加|协同|执行|分工)(?:单位|部门|主体|科室|处室)|^(?:责任|配合|责任分工|职责分工|任务分工|责任落实)$/,
  ],
  [
    'carrier',
    /(?:实施|主管|建设|承担|承接|审批|监管|行业主管)(?:单位|部门|主体|机关)|^(?!计量|金额|货币).{2,8}(?:单位|部门|业主|法人)$/,
  ],
  [
    'requirement',
    /具体(?:要求|任务|内容|措施|举措|事项|工作)|工作(?:内容|要求|措施|举措|标准|任务及要求|目标)|主要(?:内容|措施|任务|举措|目标)|(?:任务|目标|建设|实施|改革|整改)(?:内容|措施|举措)|目标(?:任务|要求)|任务目标|量化指标|(?:落实|推进|整改|重点)(?:措施|举措)|措施|举措|任务要求|年度目标/,
  ],
  ['group', /任务|工作|类别|领域|项目|事项|分类|方面|问题|行动|类型|名称/],
]

export function roleOf(name: string): ColumnRole {
  const key = withoutSpaces(foldWidth(name))
  return ROLES.find(([, pattern]) => pattern.test(key))?.[0] ?? 'other'
}

const UNIT_END =
  /(?:局|办|委|联|协|部|处|单位|部门|镇|乡|街道|中心|政府|公司|室|院|会|站|所|社区|集团|街办|办事处|园区|队|校|司|厅|行|[)])$/

/** 牵头单位：区民政局；配合单位：… says itself what it is. */
const SAYS_WHO = /^(?:牵头|责任|主办|主责|配合)(?:单位|部门)[：:]/
/** Signs of which every time limit has one. */
const SAYS_TIME = /[\d０-９年月季旬每按末五]|长期|持续|常态|经常|日常|贯穿|随时|不间断|始终|长效|实时|动态/

/** Whether a cell looks like what its column holds. */
export function fits(role: ColumnRole, cell: string): boolean {
  if (cell === '') return true
  if (role === 'no') return isSerial(cell)
  if (role === 'due') {
    if (cell.length > 100 || !SAYS_TIME.test(cell)) return false
    const key = withoutSpaces(foldWidth(cell))
    return key.length < 40 && (readDue(key, 2000) !== null || wholeDate(key) !== null)
  }
  if (role === 'lead' || role === 'responsible')
    return SAYS_WHO.test(cell) || UNIT_END.test(withoutSpaces(foldWidth(cell.slice(-40))).replace(/[、,;]$/, ''))
  return true
}

/** Cells looked at to tell what a column without a name holds. */
const SAMPLE = 200

/**
 * What each column holds: by its name; in a table without any names by its cells, where numbers, units, times and long
 * texts are plain to see.
 */
export function rolesOf(names: readonly string[], rows: readonly (readonly string[])[]): ColumnRole[] {
  if (names.some((name) => name !== '') || rows.length < 2) return names.map(roleOf)
  const sample = rows.slice(0, SAMPLE)
  const roles = names.map((_, column): ColumnRole => {
    const cells = sample.flatMap((row) => row[column] || [])
    const holds = (role: ColumnRole) =>
      cells.length >= 2 && cells.filter((cell) => fits(role, cell)).length >= cells.length * 0.8
    if (column === 0 && holds('no')) return 'no'
    if (holds('due') && !cells.every(isNumber)) return 'due'
    return holds('responsible') && cells.every((cell) => cell.length < 120) ? 'responsible' : 'other'
  })
  const units = roles.indexOf('responsible')
  const isLong = (column: number) =>
    sample.reduce((sum, row) => sum + (row[column] ?? '').length, 0) >= sample.length * 12
  // Units beside short words are a list of members; beside long texts they answer for them.
  const isTasks = units > 0 && roles.some((role, column) => role === 'other' && column < units && isLong(column))
  return isTasks ? roles : roles.map((role) => (role === 'responsible' ? 'other' : role))
}

/** A header may be a little narrower than the rows beneath: cells that span are printed as one. */
const MOST_SPANNED = 2
/** What a table of few cells may be padded to: rows × columns stays near the cells that were printed. */
const NARROW = 40

/** How many columns a table has: the width that most of its rows have, the header's when rows disagree. */
export function widthOf(header: readonly string[], rows: readonly Row[]): number {
  const labels = header.length
  const counts = new Map<number, number>()
  let [widest, best, most, printed] = [labels, labels, 0, labels]
  let isFull = false
  for (const { cells, isPlaced } of rows) {
    // Cells that the format placed are columns, also empty ones; tabs at the end of a line are none.
    const width = isPlaced ? cells.length : trimmed(cells).length
    counts.set(width, (counts.get(width) ?? 0) + 1)
    widest = Math.max(widest, width)
    printed += width
    if (width === labels + 1 && cells.slice(0, width).every((cell) => cell !== '')) isFull = true
  }
  for (const [width, count] of counts) {
    if (count > most || (count === most && width > best)) {
      best = width
      most = count
    }
  }
  const affordable = Math.max(NARROW, Math.ceil((4 * printed) / (rows.length + 1)))
  // A header that says itself which names span is as wide as the table, where rows are as wide.
  if (header.includes('') && counts.has(labels)) return Math.min(labels, affordable)
  if (labels === 0) return Math.min(best, affordable)
  const isMost = most >= rows.length * 0.5
  const spanned = Math.min(best, labels + (isMost ? MOST_SPANNED : 1))
  // One column more than the header names is a header cell that spans two, where a row fills all of them; more than that
  // are rows gone astray.
  const isSpanning =
    isFull &&
    !header.includes('') &&
    widest === labels + 1 &&
    (counts.get(widest) ?? 0) >= Math.max(1, rows.length * 0.04)
  return Math.min(isSpanning ? widest : Math.max(labels, spanned), affordable)
}

/**
 * Names the columns. A header with a name too few has a cell that spans: the name before the requirement (工作任务),
 * followed by an empty one. Names beyond the width are joined to the last.
 */
export function columnNames(header: readonly string[], width: number): string[] {
  const missing = width - header.length
  if (missing < 0) {
    const kept = header.slice(0, width)
    const rest = header.slice(width).filter((name) => name !== '')
    return rest.length > 0 ? [...kept.slice(0, -1), [kept.at(-1), ...rest].join(' ')] : kept
  }
  const empty = Array.from({ length: missing }, () => '')
  if (missing === 0 || header.length === 0 || header.includes('')) return [...header, ...empty]
  const roles = header.map(roleOf)
  const requirement = roles.indexOf('requirement')
  const group = requirement > 0 && roles[requirement - 1] !== 'no' ? requirement - 1 : roles.indexOf('group')
  const at = group >= 0 ? group + 1 : header.length
  return [...header.slice(0, at), ...empty, ...header.slice(at)]
}
