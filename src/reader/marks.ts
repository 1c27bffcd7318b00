import { wholeDate } from '../kernel/chinese-date.ts'
import { readDocNumber } from '../kernel/doc-number.ts'
import { withoutSpaces } from '../kernel/han.ts'
import { type Line, LONGEST_MARK } from './lines.ts'
import type { ClauseLevel, StatuteLevel } from './types.ts'

const NUMERAL = '[〇零一二三四五六七八九十百]'

/** The label with which a clause begins, as printed, and what follows it. */
export interface ClauseLabel {
  readonly level: ClauseLevel | StatuteLevel
  readonly label: string
  readonly rest: string
}

const LABELS: readonly (readonly [ClauseLevel | StatuteLevel, RegExp])[] = [
  ['part', new RegExp(`^第\\s?${NUMERAL}{1,5}\\s?编(?=\\s|$)`)],
  ['chapter', new RegExp(`^第\\s?(?:${NUMERAL}{1,5}|\\d{1,3})\\s?章`)],
  ['section', new RegExp(`^第\\s?(?:${NUMERAL}{1,5}|\\d{1,3})\\s?节(?=\\s|\\p{Script=Han})`, 'u')],
  ['article', new RegExp(`^第\\s?(?:${NUMERAL}{1,7}|\\d{1,4})\\s?条(?:之${NUMERAL}{1,2})?(?![例款件])`)],
  [1, new RegExp(`^${NUMERAL}{1,4}\\s?[、.]\\s?`)],
  [2, new RegExp(`^\\(\\s?${NUMERAL}{1,4}\\s?\\)\\s?、?`)],
  [4, /^\(\s?\d{1,3}\s?\)\s?、?/],
  [3, /^\d{1,3}\s?[.、](?!\d)\s?/],
]

/** Reads the label of a clause at the beginning of a line; null when it has none. */
export function clauseLabel(line: Pick<Line, 'key' | 'text'>): ClauseLabel | null {
  const start = line.key.slice(0, 24)
  if (!/^[第(〇零一二三四五六七八九十百\d]/.test(start)) return null
  for (const [level, pattern] of LABELS) {
    const found = pattern.exec(start)?.[0]
    if (found !== undefined)
      return {
        level,
        label: withoutSpaces(line.text.slice(0, found.length)),
        rest: line.text.slice(found.length).trim(),
      }
  }
  return null
}

/** The key of a line short enough to be a mark, else ''. Without spaces. */
const short = (line: Pick<Line, 'key'>, most: number): string => {
  if (line.key.length > LONGEST_MARK) return ''
  const key = withoutSpaces(line.key)
  return key.length <= most ? key : ''
}

export const numberOf = (line: Line) =>
  line.isRow || line.key.length > 60
    ? null
    : readDocNumber(line.key.replace(/^(?:文号|发文字号)[::]/, '').replace(/\s*签发人.*$/, ''))

export const dateOf = (line: Line) => (line.isRow ? null : wholeDate(line.key))

/** 第12号 alone on a line, under 令 or 公告. */
export const orderNumberOf = (line: Line): string | null => {
  const found = /^[(第]*第?([\d〇零一二三四五六七八九十百]{1,5})号\)?$/.exec(short(line, 12))
  return found?.[1] ?? null
}

const PRINTED = /^\(?(?:.{2,30}?)?((?:19|20)\d{2}年\d{1,2}月\d{1,2}日)(?:印发|印制)\)?$/
/** …办公室 2024年6月27日印发, （2024年6月27日印发）: the printing line. */
export const printedDateText = (line: Line): string | null => PRINTED.exec(short(line, 60))?.[1] ?? null

export const isCopies = (line: Line): boolean => /^(?:抄\s?送|分\s?送|抄\s?报|主\s?送)\s?[::]/.test(line.key)

export const isAttachmentLabel = (line: Line): boolean =>
  /^附\s?(?:件|表|录)\s?(?:\d{1,3}|[一二三四五六七八九十]{1,3})?(?:-\d+)?\s?[::]?/.test(line.key) && !line.isRow

/** 附件, 附件2: alone on a line; the number, '' when it has none. Null for any other line. */
export const bareAttachmentLabel = (line: Line): string | null => {
  const found = /^附件?(?:表)?([\d]{1,3}|[一二三四五六七八九十]{1,3})?[::]?$/.exec(short(line, 8))
  return line.isRow || !found ? null : (found[1] ?? '')
}

const DISCLOSED =
  /^\(?(?:此件|本件)?(?:主动公开|公开发布|依申请公开|不予公开|公开方式[::]\S{2,8}|信息公开属性[::]\S{2,8}|删减后公开)\)?$|^\(此件.{2,12}\)$/
export const isDisclosureMark = (line: Line): boolean =>
  !line.isRow && DISCLOSED.test(short(line, 24)) && /公开/.test(line.key)

export const isContact = (line: Line): boolean =>
  !line.isRow &&
  line.key.length < 120 &&
  /^\(?(?:联\s?系|咨询|业务)(?:人|电话|单位|方式|部门)/.test(line.key) &&
  /\d{6,}|[::]/.test(line.key)

/** 各街道办事处，区政府各部门： who a document is sent to. */
export const isRecipients = (line: Line): boolean => {
  if (line.isRow || line.key.length > LONGEST_MARK || !/[::]$/.test(line.key)) return false
  const key = line.key.slice(0, -1)
  if (/[。;]|[::]/.test(key) || clauseLabel(line) || isAttachmentLabel(line)) return false
  if (/(?:如下|批复|通知|公告|决定|任命|免去|事项|要求|意见|包括|以下)$/.test(key)) return false
  return /(?:府|局|委|办|室|处|部|厅|院|会|校|园|司|镇|乡|街道|单位|部门|机构|中心|公司|企业|集团|社区|村|区|市|县|站|所|队|行|户|人|同志|体|员|者|们|民|组|厂|社|馆|库|场|商|[)])$/.test(
    key,
  )
}

/** Ends of names of organs that sign documents. */
const ORGAN =
  /(?:人民政府|办公室|办公厅|委员会|委|局|厅|部|院|处|中心|街道|街道办事处|管委会|指挥部|领导小组|公司|银行|总署|署|海关|法院|检察院|政府|会议|协会|联合会|总工会|会|站|所|大队|支队|集团)$/
export const isOrganName = (line: Line): boolean => {
  const key = short(line, 60)
  return key !== '' && !line.isRow && key.length >= 4 && ORGAN.test(key) && !/[。;:,、“”《》]/.test(key)
}

/** Ends a sentence: what follows begins a paragraph of its own. */
export const endsSentence = (key: string): boolean => /[。!?;:…][”"'’)\]]*$/.test(key)

/** A line that may be a piece of a title: short, no sentence, no field, no row, no clause. */
export function isTitlePiece(line: Line): boolean {
  const key = short(line, 90)
  if (key === '' || line.isRow || /[。;!?:]/.test(key) || /^[,、)]/.test(key)) return false
  if (dateOf(line) || numberOf(line) || printedDateText(line) || isCopies(line) || bareAttachmentLabel(line) !== null)
    return false
  if (isAttachmentLabel(line) && /^附件\s?\d*\s?[::]/.test(line.key)) return false
  return clauseLabel(line) === null || /^(?:19|20)\d{2}/.test(key)
}
