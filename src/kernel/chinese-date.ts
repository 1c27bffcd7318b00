import { type Day, dayOf } from './day.ts'
import { foldWidth, readNumeral, withoutSpaces } from './han.ts'

const SIGNS = '0-9〇零○ＯOОo一二三四五六七八九十'
const DATE = new RegExp(`([${SIGNS}]{4})年([${SIGNS}]{1,3})月([${SIGNS}]{1,3})日`)
const WHOLE = new RegExp(`^${DATE.source}$`)

/** Zeros between Chinese numerals come as a letter or a digit that looks like one: 二O二四, 二0二四. */
const zeros = (text: string): string => (/[一二三四五六七八九]/.test(text) ? text.replace(/[0OОo]/g, '〇') : text)

function toDay(parts: RegExpExecArray | null): Day | null {
  if (!parts) return null
  const [year, month, day] = [parts[1], parts[2], parts[3]].map((part) => readNumeral(zeros(part ?? '')))
  if (year == null || month == null || day == null || year < 1900 || year > 2200) return null
  return dayOf(year, month, day)
}

/** 2024 → 二〇二四: a year as it is written downwards, where Arabic numerals would lie on their side. */
export const yearInHan = (year: number): string =>
  String(year).replace(/\d/gu, (digit) => '〇一二三四五六七八九'[Number(digit)] ?? digit)

/** The first day named in a text, in Arabic or Chinese numerals (2024年5月1日, 二〇二四年五月一日); null when there is none. */
export const dateIn = (text: string): Day | null => toDay(DATE.exec(withoutSpaces(foldWidth(text.slice(0, 2000)))))

/** The day of a text that is nothing but a date; null otherwise. */
export const wholeDate = (text: string): Day | null =>
  text.length > 60 ? null : toDay(WHOLE.exec(withoutSpaces(foldWidth(text))))
