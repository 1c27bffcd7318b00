import { foldWidth, withoutSpaces } from '../../kernel/han.ts'
import type { SourceLine } from '../types.ts'

/** Labels that stand before text and are set off by a tab now and then: 一、 （二） 3. 第四条 附件： 抄送： */
const LABEL_BEFORE_TAB =
  /^(?:[一二三四五六七八九十百]{1,4}[、.]|\([一二三四五六七八九十百\d]{1,4}\)、?|\d{1,3}[.、]|第[一二三四五六七八九十百零\d]{1,6}[章节条]|[^,。;]{1,8}:|[-•●·◆■])$/

/** Names of organs and dates that tabs push to the right, as signatures are. */
const SIGNED = /(?:政府|办公室|委员会|[局委厅办院]|\d日|[〇零一二三四五六七八九十]日)$/

const ENDS_SENTENCE = /[。!?;][”"'’)\]]*$/

/**
 * Whether one tab between two texts is a slip of the typist: after a label, inside a sentence, or before a page number
 * of a contents page. Two cells of a table are short at the left, or end what they say.
 */
function isStrayTab(left: string, right: string): boolean {
  if (LABEL_BEFORE_TAB.test(left)) return !/^\d{1,3}[.、]$/.test(left) || right.length > 24
  return left.length > 20 && /[,;]/.test(left) && !ENDS_SENTENCE.test(left) && !/^[\d一二三四五六七八九十]/.test(right)
}

/** 明溪区人民政府公报 | 2024年第1期 | （总第9期）: tabs spread what names the issue over the width of the page. */
const SIGNS = /(?:政府|办公室|委员会|[局委厅办院])(?:[(](?:盖章|印章|公章|章|代章)[)])?$/
const PRINTED = /(?:19|20)\d{2}年\d{1,2}月\d{1,2}日印(?:发|制)$/
/** Two organs that sign side by side, seals marked; who printed and when. */
const isSigned = (cells: readonly string[]): boolean =>
  cells.length === 2 &&
  (PRINTED.test(cells[1] ?? '') ||
    (cells.every((cell) => SIGNS.test(cell)) && cells.some((cell) => /章[)]$/.test(cell))))

const isSpreadMasthead = (cells: readonly string[]): boolean =>
  cells.some((cell) => /(?:公报|政报)$/.test(withoutSpaces(cell))) && cells.some((cell) => /第.{1,4}期/.test(cell))

/** 明溪区人民政府办公室主办 | 2013年10月15日出版, 《明溪政报》编辑部 | 地址：…: who publishes the issue, spread in the same way. */
const PUBLISHES = /(?:政府|办公室|办公厅|编辑部)(?:主办|主管|编印|编辑|编辑出版|出版)$|(?:公报|政报)》?编辑部$/
const isSpreadImprint = (cells: readonly string[]): boolean => cells.some((cell) => PUBLISHES.test(withoutSpaces(cell)))

/** How a cell ends that names the issue, who publishes it, or who signs by name: most rows have none. */
const MAY_NAME_ISSUE = /[报办管印辑版部]\s*(?:\t|$)|^\s*\t\s*\t/

/** 目 | 录, 批 | 复: one word with a tab between its signs. */
const SPREAD_WORD = /^(?:目录|目次|要目|通知|批复|意见|决定|决议|公告|通告|通报|命令|公报)$/
const isSpreadWord = (cells: readonly string[]): boolean =>
  cells.every((cell) => cell.length === 1) && SPREAD_WORD.test(cells.join(''))

/** The head of a government signs by name, pushed to the right: | | 市 长 | 周 望 舒. A list of offices begins at the left. */
const HEAD_SIGNS = /^代?(?:省长|市长|区长|县长|州长|旗长|盟长|镇长|乡长|主席|主任)\p{Script=Han}{2,4}$/u
const isHeadSigning = (printed: readonly string[]): boolean =>
  printed.length > 3 &&
  printed[0]?.trim() === '' &&
  printed[1]?.trim() === '' &&
  HEAD_SIGNS.test(withoutSpaces(printed.join('')))

const isOfIssue = (printed: readonly string[]): boolean =>
  isSpreadMasthead(printed) || isSpreadImprint(printed) || isHeadSigning(printed)

/** Cells between tabs: true when they are cells of a row, false when tabs indent or stray. */
function isTabbedRow(text: string): boolean {
  const printed = text.split('\t')
  // Most rows have three cells or more: nothing but what names the issue, or who signs, looks like that.
  if (printed.filter((cell) => cell.trim() !== '').length > 2)
    return !(text.length < 80 && MAY_NAME_ISSUE.test(text) && isOfIssue(printed))
  const cells = printed.map((cell) => withoutSpaces(foldWidth(cell)))
  const filled = cells.filter((cell) => cell !== '')
  if (isSpreadMasthead(filled) || isSpreadImprint(filled) || isSpreadWord(filled) || isSigned(filled)) return false
  if (isHeadSigning(printed)) return false
  const [only = '', second = ''] = filled
  if (filled.length === 0) return false
  // Between two texts more than one tab means an empty cell.
  if (filled.length === 2 && cells.indexOf(second) === cells.indexOf(only) + 1 && cells.length === 2)
    return !isStrayTab(only, second)
  if (filled.length === 2) return true
  const isLeading = cells.at(-1) !== ''
  const isTrailing = cells[0] !== ''
  // Tabs at one end alone indent, push to the right, or are left over.
  if (isLeading) return cells.length > 2 && !(SIGNED.test(only) && only.length < 40)
  if (isTrailing) return cells.length > 2
  return cells.length > 3
}

/**
 * Whether a line is a row of a table: the format says so, tabs part its cells, or Markdown pipes do. Tabs that indent,
 * follow a label, push a signature to the right or slipped into a sentence make no row.
 */
export function isTableLine(line: SourceLine): boolean {
  if (line.cells !== undefined) return true
  const { text } = line
  if (text.includes('\t')) return isTabbedRow(text)
  const bare = text.trim()
  return bare.length > 2 && bare.startsWith('|') && bare.endsWith('|') && bare.indexOf('|', 1) > 0
}
