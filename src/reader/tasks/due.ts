import { dateIn } from '../../kernel/chinese-date.ts'
import { type Day, dayOf, lastDayOfMonth } from '../../kernel/day.ts'
import { foldWidth, readNumeral, withoutSpaces } from '../../kernel/han.ts'

const LONG_TERM = /长期|持续|常态化?|全年|每(?:年|季|季度|月|半年|周)|日常|贯穿|立行立改|即知即改|随时/
const SIGNS = '[0-9〇零○一二三四五六七八九十]'
const YEAR = new RegExp(`(${SIGNS}{4})年`)
const MONTH = new RegExp(`(${SIGNS}{1,3})月(?:(${SIGNS}{1,3})日)?`)
const QUARTER = /(?:第([一二三四1-4])季度?|([一二三四1-4])季度)/

/**
 * The day until which something is due, as the words say it: 2024年12月底前, 6月30日前, 第三季度, 年底前. `year` is the
 * document's own, for words that name none. Null when no time is said.
 */
export function readDue(text: string, year: number | null): Day | 'long-term' | null {
  const key = withoutSpaces(foldWidth(text))
  if (key === '' || key.length > 60) return null
  const whole = dateIn(key)
  if (whole) return whole
  const named = YEAR.exec(key)
  const of = named ? readNumeral(named[1] ?? '') : year
  if (of !== null && of >= 1900 && of < 2200) {
    const month = MONTH.exec(key)
    if (month) {
      const number = readNumeral(month[1] ?? '') ?? 0
      const day = month[2] ? readNumeral(month[2]) : null
      if (number >= 1 && number <= 12) return day ? dayOf(of, number, day) : lastDayOfMonth(of, number)
    }
    const quarter = QUARTER.exec(key)
    if (quarter) return lastDayOfMonth(of, (readNumeral(quarter[1] ?? quarter[2] ?? '') ?? 4) * 3)
    if (/上半年/.test(key)) return dayOf(of, 6, 30)
    if (/年底|年末|年内|当年|年终|下半年|12月/.test(key)) return dayOf(of, 12, 31)
    if (named && /^\d{4}年?(?:底?前?|完成|内)?$/.test(key)) return dayOf(of, 12, 31)
  }
  return LONG_TERM.test(key) ? 'long-term' : null
}
