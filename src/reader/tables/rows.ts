import { withoutSpaces } from '../../kernel/han.ts'
import type { Line } from '../lines.ts'

/** One printed row: its cells without marks, and where it stands. */
export interface Row {
  readonly cells: readonly string[]
  readonly line: number
}

const PARAGRAPH_BREAK = '\u2029'

/** Cells of one row hold several paragraphs now and then; they stay apart until the row is placed. */
const cleanCell = (text: string): string =>
  text
    .replace(/<\/p>\s*<p>/g, PARAGRAPH_BREAK)
    .replace(/<\/?[a-z]{1,6}\s*\/?>/gi, '')
    .replace(/\*\*/g, '')
    .trim()

export const cellText = (cell: string): string => cell.replaceAll(PARAGRAPH_BREAK, ' ').trim()
export const cellParagraphs = (cell: string): string[] => cell.split(PARAGRAPH_BREAK).map((part) => part.trim())

/** The cells of a row line: those of the format with their spans, Markdown pipes, or what stands between tabs. */
export function rowOf(line: Line): Row | null {
  const { source } = line
  if (source.cells) {
    const cells = source.cells.flatMap(({ text, columnSpan = 1 }) => [
      cleanCell(text),
      ...Array.from({ length: Math.min(columnSpan, 60) - 1 }, () => ''),
    ])
    return { cells, line: line.number }
  }
  if (source.text.includes('\t')) return { cells: source.text.split('\t').map(cleanCell), line: line.number }
  const cells = source.text
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
    .map(cleanCell)
  return cells.every((cell) => /^:?-{2,}:?$/.test(cell)) ? null : { cells, line: line.number }
}

/** Cells without the empty ones at the end: trailing tabs are no columns. */
export function trimmed(cells: readonly string[]): readonly string[] {
  let end = cells.length
  while (end > 0 && cells[end - 1] === '') end--
  return cells.slice(0, end)
}

export const filledCells = (cells: readonly string[]): string[] =>
  cells.filter((cell) => cell !== '').map(withoutSpaces)

/** Words that name columns. */
const COLUMN_WORD =
  /^(?:序号|编号|项目|名称|类别|类型|单位|内容|备注|指标|数量|金额|合计|姓名|职务|时间|地点|电话|地址|区域|范围|标准|依据|说明|.{0,8}(?:任务|工作|要求|目标|措施|举措|内容|单位|部门|时限|时间|节点|名称|类型|事项|领导|责任人|完成|累计|同比|增长|增速|占比|电话|地址|依据|条件|情况|指标|进度|安排|[(]%[)]|%|±%))(?:[(].{0,12}[)])?$/

/** Whether a row names columns: short cells without sentences or numbers, most of them words that columns have. */
export function isHeader(row: Row): boolean {
  const cells = filledCells(row.cells)
  if (cells.length < 2 || cells.some((cell) => cell.length > 24 || /[。;；]/.test(cell))) return false
  if (cells.some((cell) => /^[-−]?\d[\d,.]*%?$/.test(cell))) return false
  return (
    cells.filter((cell) => COLUMN_WORD.test(cell.replaceAll('（', '(').replaceAll('）', ')'))).length >=
    cells.length / 2
  )
}
