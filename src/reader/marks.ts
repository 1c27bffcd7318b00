import { wholeDate } from '../kernel/chinese-date.ts'
import type { Day } from '../kernel/day.ts'
import { withoutSpaces } from '../kernel/han.ts'
import type { Line } from './lines.ts'
import { isOrgan } from './organ-ends.ts'
import type { ClauseLevel, StatuteLevel } from './types.ts'
import { WHOLE_DAY } from './whole-day.ts'

const NUMERAL = '[〇零○一二三四五六七八九十百千]'

/** What may follow the point of a label: 2.5 is a decimal, 17.2023年2月底前完成 an item that begins with a year. */
export const NO_DECIMAL = '(?!\\d(?!\\d{3}年))'

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
  [
    'article',
    new RegExp(
      `^第\\s?(?:${NUMERAL}{1,7}|\\d{1,4})\\s?条(?:之${NUMERAL}{1,2})?(?![例款件]|规定|(?:[、和及至]|或者?|以及)?第)`,
    ),
  ],
  // 二、三期工程 and （二）项规定 carry on the line that a page cut before them.
  [1, new RegExp(`^(?!(?:一、二|二、三|三、四|四、五|五、六)(?:期|级|季度|环|类|档))${NUMERAL}{1,4}\\s?[、.]\\s?`)],
  [2, new RegExp(`^[(〈]\\s?${NUMERAL}{1,4}\\s?[)〉]\\s?、?(?![项款目](?:规定|的|、|,|和|所))`)],
  [4, /^\(\s?\d{1,3}\s?\)\s?、?/],
  [3, new RegExp(`^\\d{1,3}\\s?[.、]${NO_DECIMAL}\\s?`)],
]
const LABEL_BEGINS = /^[第(〈〇零○一二三四五六七八九十百千\d]/
const LONGEST_LABEL = 24

/** Reads the label of a clause at the beginning of a line; null when it has none. */
export function clauseLabel(line: Pick<Line, 'key' | 'text'>): ClauseLabel | null {
  if (!LABEL_BEGINS.test(line.key)) return null
  const start = line.key.slice(0, LONGEST_LABEL)
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

/** Whether a line begins as clauses do, without reading the label. */
export const hasClauseLabel = (line: Pick<Line, 'key'>): boolean => {
  if (!LABEL_BEGINS.test(line.key)) return false
  const start = line.key.slice(0, LONGEST_LABEL)
  return LABELS.some(([, pattern]) => pattern.test(start))
}

const BEGINS_LIKE_DATE = /^[(]?[\d〇零○ＯOОo一二三四五六七八九十]{4}年|^(?:19|20)\d{2}[./]\d{1,2}[./]\d{1,2}$/
const days = new WeakMap<Line, Day | null>()

/** The day of a line that is nothing but a date. */
export function dateOf(line: Line): Day | null {
  if (!BEGINS_LIKE_DATE.test(line.bare) || line.bare.length > 14) return null
  const known = days.get(line)
  if (known !== undefined) return known
  const day = wholeDate(line.bare.replace(/^(\d{4})[./](\d{1,2})[./](\d{1,2})$/, '$1年$2月$3日'))
  days.set(line, day)
  return day
}

const ADOPTED =
  /^(?:19|20)\d{2}年\d{1,2}月\d{1,2}日(?:起?施行|.{2,110}(?:通过|批准|公布|发布|修正|修订|修改|公布施行|公布并施行|发布施行))$/
/** 2003年12月19日云岭市人民代表大会常务委员会第十四次会议通过: by whom and when a rule was made or changed, under its title, without brackets. */
export const isAdoption = (line: Line): boolean =>
  line.bare.length >= 10 && line.bare.length <= 130 && !/[。;]/.test(line.bare) && ADOPTED.test(line.bare)

/** A date and nothing else after the name of the organ that signs: 明溪区人民政府　2024年5月1日. Null for other lines. */
export function signedOnOneLine(line: Line): { readonly signer: string; readonly date: string } | null {
  if (line.bare.length < 13 || line.bare.length > 60 || !line.bare.endsWith('日')) return null
  const found = /^(.{4,44}?)((?:(?:19|20)\d{2}|[〇零○OО一二三四五六七八九]{4})年.{1,3}?月.{1,4}?日)$/.exec(line.bare)
  const [, signer = '', date = ''] = found ?? []
  return found && wholeDate(date) && isOrgan(signer) ? { signer, date } : null
}

const PRINTED = new RegExp(
  `^\\(?(?:.{2,30}?)?(${WHOLE_DAY})(?:印发?|印制|翻印)(?:\\(?共印?\\d+份\\)?)?\\)?$|^印发(?:日期|时间)[::](${WHOLE_DAY})$`,
)
/** Contact, copies and printing run together on one line now and then. */
const ABOUT_PRINTING = /^(?:联系人|\(共印|主题词|校对|内部发送|抄送)/
/** …办公室 2024年6月27日印发, （2024年6月27日印发）: the printing line. Null for other lines. */
export function printedDateText(line: Line): string | null {
  if (line.bare.length < 10 || line.bare.length > 120 || !line.bare.includes('印')) return null
  const isLong = line.bare.length > 60
  const found =
    isLong && !ABOUT_PRINTING.test(line.bare) ? null : PRINTED.exec(isLong ? line.bare.slice(-40) : line.bare)
  return found?.[1] ?? found?.[2] ?? null
}

/** Lines that stand about the printing: copies, proof-reader, subject words of older documents. */
export const isPrintingNote = (line: Line): boolean =>
  /^(?:主题词[::]|\(?共印?\d{1,6}份\)?$|校对[::].{2,8}$|打字[::]|印[数刷]?[::]?\d+份$|录入[::]|内部发送[::])/.test(
    line.bare,
  )

export const isCopies = (line: Line): boolean => /^(?:抄送|分送|抄报|主送|报送|抄致|发送)[::]/.test(line.bare)

const ATTACHMENT = /^附\s?(?:件|表|录)?\s?(?:\d{1,3}|[一二三四五六七八九十]{1,3})?(?:-\d+)?\s?(?:[::.、]|$|\s)/
/** 附件, 附件2：…, 附：…: what begins an attachment or the list of attachments. 附件1所列事项 is text, 附　则 ends a regulation. */
export const isAttachmentLabel = (line: Line): boolean =>
  line.key.startsWith('附') && !line.isRow && line.bare !== '附则' && ATTACHMENT.test(line.key)

/** 附件, 附件2: alone on a line; the number, '' when it has none. Null for any other line. */
export const bareAttachmentLabel = (line: Line): string | null => {
  if (!line.bare.startsWith('附') || line.bare.length > 8) return null
  const found = /^附(?:件|表|录)?(\d{1,3}(?:-\d{1,2})?|[一二三四五六七八九十]{1,3})?[::]?$/.exec(line.bare)
  return found ? (found[1] ?? '') : null
}

const DISCLOSED =
  /^[(【]?(?:(?:此件|本件|本文|该件)?(?:主动公开|公开发布|公开|依申请公开|不予公开|不公开|删减后公开|有删减)|(?:政府)?信?息?公开(?:方式|属性|选项|形式|类别|类型|范围)[::].{2,8})[)】]?$|^\((?:此件|本文|本件).{2,12}\)$/
export const isDisclosureMark = (line: Line): boolean =>
  line.bare.length > 3 && line.bare.length <= 24 && DISCLOSED.test(line.bare)

export const isContact = (line: Line): boolean =>
  line.bare.length > 5 &&
  line.bare.length < 120 &&
  /^(?:\((?:[\u4e00-\u9fff]{2,16}[局办委科室股处中心站](?=联系电话[::]))|\(?(?:[\u4e00-\u9fff]{2,12}[局办委科室中心站](?=联系人[::]))?)(?:(?:业务|工作)?联系|(?:政策|业务)?咨询|业务|承办|解读)(?:人|电话|单位|方式|部门|科室|处室|[::])/.test(
    line.bare,
  ) &&
  /\d{6,}|[::]/.test(line.bare)

/** 电　话：0531-1234567, the number of the unit or the person that the line before names. */
export const isPhone = (line: Line): boolean => line.bare.length < 60 && /^(?:办公|咨询)?电话[::][(]?\d/.test(line.bare)

/** 各街道办事处，区政府各部门： who a document is sent to. */
export const isRecipients = (line: Line): boolean => {
  if (!/[::]$/.test(line.bare)) return false
  const key = line.bare.slice(0, -1)
  if (/[。;]|[::]/.test(key.replace(/;(?=.)/g, '')) || hasClauseLabel(line) || isAttachmentLabel(line)) return false
  if (/(?:如下|批复|通知|公告|决定|任命|免去|事项|要求|意见|包括|以下|认为|规定|指出|强调|名单)$/.test(key))
    return false
  return /(?:府|局|委|办|室|处|部|厅|院|会|校|园|司|镇|乡|街道|单位|部门|机构|中心|公司|企业|集团|社区|村|区|市|县|州|旗|站|所|队|行|户|人|同志|体|员|者|们|民|组|厂|社|馆|库|场|商|署|代表|[残妇文侨社记台]联|工商联|[科作]协|团|[)])$/.test(
    key,
  )
}

/** A name of an organ and nothing else, as it stands over a date or before 关于. */
export const isOrganName = (line: Line): boolean => {
  const key = line.bare.replace(/\((?:代章?|盖章|印章?|公章|章)\)$/, '')
  return key.length >= 4 && key.length <= 60 && isOrgan(key) && !hasClauseLabel(line)
}

/** 区长　周望舒, 主任：陈一: the head of an organ signs orders and reports by name. */
export const isSignedByHead = (line: Line): boolean =>
  line.bare.length <= 14 &&
  /^(?:代)?(?:省长|市长|区长|县长|州长|旗长|盟长|主席|主任|局长|厅长|部长|行长|署长|总理|院长|检察长|镇长|乡长)[::]?\p{Script=Han}{2,5}$/u.test(
    line.bare,
  )

/** Ends a sentence: what follows begins a paragraph of its own. */
export const endsSentence = (key: string): boolean => /(?:[。!?;:…]|(?<=[\p{Script=Han}%)”])\.)[”"'’)\]]*$/u.test(key)
