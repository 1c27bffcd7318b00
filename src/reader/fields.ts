import { dateIn } from '../kernel/chinese-date.ts'
import type { Day } from '../kernel/day.ts'
import { foldWidth, withoutSpaces } from '../kernel/han.ts'
import type { Line } from './lines.ts'
import { isContact, isDisclosureMark, isPhone, printedDateText } from './marks.ts'
import type { Disclosure } from './types.ts'

/** The kind that the title ends with: the longest that fits, taken back to the one of 第八条 it contains (实施意见 → 意见). */
export function kindOf(title: string, kinds: readonly string[]): string | null {
  const key = withoutSpaces(title).replace(/(?:[（(][^（）()]*[)）])+$/, '')
  const fitting = kinds.filter((kind) => key.endsWith(kind)).sort((a, b) => b.length - a.length)
  const longest = fitting[0]
  if (EXPLAINS.test(key)) return '解读'
  if (!longest) return /^.{2,}(?:令|公告|通告)(?:.{0,8}第.{1,6}号)?$/.exec(key) ? kindOfOrder(key) : null
  return fitting.find((kind) => kind.length >= 2 && kinds.indexOf(kind) < 15) ?? longest
}

/** 一图读懂《…办法》, 图解：…: explanations say so in front. 图解城市 may be the beginning of a name. */
const EXPLAINS = /^(?:一图(?:读懂|看懂|解读)|(?:图解|图说|(?:漫画|视频|文字|政策)解读)[：:|｜《“])/

/** 明溪区人民政府公告2024年第3号: the kind stands before the number. */
const kindOfOrder = (key: string): string | null => /(令|公告|通告)(?:.{0,8}第.{1,6}号)?$/.exec(key)?.[1] ?? null

/** 教师函〔2021〕13号各省教育厅：, the number of the document before whom it is sent to, where the break between them was lost. */
const NUMBER_BEFORE =
  /^[（(]?\p{Script=Han}{2,12}[〔[(（［](?:19|20)\d{2}[〕\])）］]\d{1,4}号[）)]?(?=\p{Script=Han}{2})/u

export const recipientsOf = (lines: readonly Line[]): string | null =>
  lines.length > 0
    ? withoutSpaces(lines.map(({ text }) => text).join(''))
        .replace(/[:：]$/, '')
        .replace(NUMBER_BEFORE, '')
    : null

export function printedOn(printing: readonly Line[]): Day | null {
  const text = printing.map(printedDateText).findLast((found) => found !== null)
  return text ? dateIn(text) : null
}

export function disclosureOf(notes: readonly Line[]): { disclosure: Disclosure; disclosureMark: string | null } {
  const mark = notes.find((line) => isDisclosureMark(line) && disclosureIn(line.bare) !== 'unstated')
  if (!mark) return { disclosure: 'unstated', disclosureMark: null }
  return { disclosure: disclosureIn(mark.bare), disclosureMark: mark.text }
}

function disclosureIn(bare: string): Disclosure {
  if (/不予公开|不公开|不宜公开/.test(bare)) return 'withheld'
  if (/依申请公开/.test(bare)) return 'on-application'
  return /公开/.test(bare) ? 'proactive' : 'unstated'
}

/** 0531-1234567; a scanner reads the stroke as 一, and a gap parts the digits. */
const PHONE =
  /(?:[(]?\d{3,4}(?:[)]|[-—–－―]{1,2}|(?<=0\d{2,3})一))?\s?(?:\d{7,11}|\d{3,4}\s\d{4}(?!\d))(?:[-—–]\d{1,6})?/

/** 联 系 电 话：, 电　话：: a label set wide, at the beginning or after what another line said. */
const SPREAD_LABEL = /(?:^|(?<=[；;]))\s*\p{Script=Han}(?:\s{1,4}\p{Script=Han}){1,4}(?=[:：])/gu

/**
 * （联系电话：区政府办公室政务公开办，0531-1234567）: the unit and the number; the unit is empty where a person alone is named
 * (联系人：王一，电话：1234567).
 */
export function contactOf(notes: readonly Line[]): { unit: string; phone: string } | null {
  let [above, until] = ['', 0]
  for (const note of notes) {
    if (!isContact(note) && !isPhone(note)) continue
    const text = note.text.replace(/^[（(]|[)）]$/g, '').replace(SPREAD_LABEL, withoutSpaces)
    const printed = note.number <= until + MOST_APART && above.length < LONGEST_ABOVE ? above + text : text
    const contact = contactIn(printed)
    if (contact) return contact
    above = `${printed}；`
    until = note.number
  }
  return null
}

/** The unit and the number in what one line says, or several that stand together. */
function contactIn(text: string): { unit: string; phone: string } | null {
  const key = foldWidth(text)
  const phone = PHONE.exec(key)?.[0]
  if (!phone) return null
  // 联系人：…；联系单位：…: beside a person the unit is named as such.
  const named = NAMES_PERSON.test(key) ? (NAMED_UNIT.exec(key) ?? UNIT_OF_PERSON.exec(key))?.[1] : undefined
  if (named) return { unit: withoutPerson(text.slice(key.indexOf(named)).slice(0, named.length)), phone }
  const unit = text
    .slice(0, key.indexOf(phone))
    .replace(
      /^(?:业务|工作|政策)?(?:联系|咨询)[:：]|(?:联\s*系|咨询|业务|承办|解读)?(?:人|电话|单位|方式|部门|科室|处室)(?:[及和、]?(?:联系)?(?:电话|方式))?[:：]/g,
      '',
    )
    .replace(/^[^:：]{2,6}[:：]/, '')
    .replace(/(?:(?:联系|咨询)?电话)?[，,；;、:：\s(（]*$/, '')
    .replace(/[，,；;、:：\s(（]+$/, '')
  return { unit: isPersonAlone(key, unit) ? '' : withoutPerson(unit), phone }
}

/** From one line to the next, where empty ones part them, at most; and what the lines above may hold. */
const MOST_APART = 3
const LONGEST_ABOVE = 120

/** 联系人：周望舒、陈一 and nothing else: no unit answers, and the names of persons are not kept. */
const isPersonAlone = (key: string, unit: string): boolean =>
  NAMES_PERSON.test(key) && unit.split(/[\s、，,；;。]+/).every((name) => NAME_ALONE.test(name) && !OFFICE.test(name))
const NAME_ALONE = /^(?:\p{Script=Han}{1,4}(?:老师|同志|先生|女士)?)?$/u

const NAMES_PERSON = /人\s?:/
/** 区水务局联系人：周望舒 */
const UNIT_OF_PERSON = /^([\u4e00-\u9fff]{2,12}[局办委科室中心站])联系人\s?:/
const NAMED_UNIT = /(?:单位|部门|科室|处室)\s?:\s?([^;,:()\d]{3,40})/

const PERSON = /^\p{Script=Han}{1,3}(?:老师|同志|先生|女士|主任|科长|股长|工)$/u
const OFFICE = /(?:[局办委科室处股队站所部会厅院中心组司]|银行)$/
const NAME_FIRST = /^(?!.{1,2}[府委办局乡镇区县市])\p{Script=Han}{2,3}[\s、，,；;]+(?=\p{Script=Han}{3,40}$)/u
/** 区发改局营商环境科　张老师: whom to ask for stands behind the unit; 周望，区水务局防汛科: before it now and then. */
const withoutPerson = (printed: string): string => {
  const first = NAME_FIRST.exec(printed)?.[0] ?? ''
  const isBefore = first !== '' && OFFICE.test(printed) && !OFFICE.test(first.replace(/[^\p{Script=Han}]/gu, ''))
  const text = isBefore ? printed.slice(first.length) : printed
  const [person = '', ...unit] = text.split(/[\s、，,]+/).toReversed()
  const isPerson =
    OFFICE.test(unit[0] ?? '') &&
    (PERSON.test(person) || (/^\p{Script=Han}{2,3}$/u.test(person) && !OFFICE.test(person)))
  return withoutSpaces(isPerson ? text.slice(0, text.lastIndexOf(person)) : text).replace(/[、，,]$/, '')
}

export const copiesOf = (lines: readonly Line[]): string | null => {
  if (lines.length === 0) return null
  return withoutSpaces(lines.map(({ text }) => text).join('')).replace(/^(?:抄送|分送|抄报|主送|抄致)[:：]/, '')
}

const REGISTRATION = /(?<![A-Z])([A-Z]{2,6}(?:[PCD]R|\d{1,4}))[-—–]+((?:19|20)\d{2})[-—–]+(\d{3,9})(?!\d)/
/** SDPR-2024-0020001, DWXD00-2021-0005 and their like in other provinces, whatever dashes were printed. */
export function registrationNumber(lines: readonly Line[]): string | null {
  for (const line of lines.slice(0, 12)) {
    if (line.bare === '' || line.bare.length > 40) continue
    const found = REGISTRATION.exec(line.bare)
    if (found) return `${found[1]}-${found[2]}-${found[3]}`
  }
  return null
}
