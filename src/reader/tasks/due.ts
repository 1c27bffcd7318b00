import { type Day, dayOf, lastDayOfMonth } from '../../kernel/day.ts'
import { foldWidth, readNumeral, withoutSpaces } from '../../kernel/han.ts'

const LONG_TERM =
  /长期|持续|常态|经常性|全年|每(?:年|季|月|半年|周|日|两年)|按(?:月|季|年)|日常|贯穿|随时|不间断|始终|长效|实时|动态/
const RECURRING = /^每(?:年|季|月|半年|周|日|两年)/

const NUMERAL = '[〇零○一二三四五六七八九十]'
/** What says a time, in the order in which it is tried at each place. */
const TIMES = new RegExp(
  [
    '(?<isoYear>(?:19|20)\\d{2})[-./](?<isoMonth>1[0-2]|0?[1-9])(?:[-./](?<isoDay>3[01]|[12]\\d|0?[1-9]))?(?!\\d)',
    `(?<year>(?:19|20)\\d{2}|${NUMERAL}{4})年度?`,
    `(?<month>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月份?(?:(?<day>\\d{1,2}|${NUMERAL}{1,3})[日号]|(?<third>[上中下])旬)?`,
    '(?<quarter>[一二三四1-4])季度?',
    '(?<half>[上下])半年',
    '(?<next>次年|翌年|明年)',
    '(?<end>年[底末终内]|当年|本年度?|今年)',
  ].join('|'),
  'g',
)

type Times = Readonly<Record<string, string | undefined>>

/** No time limit is longer: what is longer is a text that mentions days. */
const LONGEST = 200

/** The last day that the words of one time name, in a given year; null when the calendar has none. */
function dayIn(times: Times, year: number): Day | null {
  const month = readNumeral(times.isoMonth ?? times.month ?? '')
  const day = readNumeral(times.isoDay ?? times.day ?? '')
  if (month !== null && month > 12) return null
  if (month !== null && day !== null) return dayOf(year, month, day)
  if (month !== null && (times.third === '上' || times.third === '中'))
    return dayOf(year, month, times.third === '上' ? 10 : 20)
  if (month !== null) return lastDayOfMonth(year, month)
  if (times.quarter) return lastDayOfMonth(year, (readNumeral(times.quarter) ?? 4) * 3)
  if (times.half === '上') return dayOf(year, 6, 30)
  return dayOf(year, 12, 31)
}

const isYear = (year: number | null): year is number => year !== null && year >= 1900 && year < 2200

/** Row after row of a table prints the same few limits, and each is asked for several times. */
const KNOWN = new Map<string, Day | 'long-term' | null>()
const MOST_KNOWN = 500

/**
 * The day until which something is due, as the words say it: 2024年12月底前, 6月30日前, 第三季度, 年底前; of several
 * times (3月—10月; 6月底前出方案，12月底前完成) the last. `year` is the document's own, for words that name none.
 * Words for work without end (长期坚持, 每季度) are `long-term`; null when no time is said.
 */
export function readDue(text: string, year: number | null): Day | 'long-term' | null {
  if (text.length > 4 * LONGEST) return null
  const cell = `${year} ${text}`
  const known = KNOWN.get(cell)
  if (known !== undefined) return known
  if (KNOWN.size >= MOST_KNOWN) KNOWN.clear()
  const due = dueOf(text, year)
  KNOWN.set(cell, due)
  return due
}

function dueOf(text: string, year: number | null): Day | 'long-term' | null {
  const key = withoutSpaces(foldWidth(text))
  if (key === '' || key.length > LONGEST) return null
  if (RECURRING.test(key)) return 'long-term'
  let of = year
  let latest: Day | null = null
  let bare: Day | null = null
  const keep = (day: Day | null) => {
    if (day !== null && (latest === null || day > latest)) latest = day
  }
  for (const { groups = {} } of key.matchAll(TIMES)) {
    const named = readNumeral(groups.isoYear ?? groups.year ?? '')
    if (named !== null || groups.next) {
      keep(bare)
      bare = null
      of = named ?? (of === null ? null : of + 1)
    }
    if (!isYear(of)) continue
    // A year alone is its end, unless a month or a quarter of it follows.
    if (groups.year || groups.next) bare = dayOf(of, 12, 31)
    else {
      bare = null
      keep(dayIn(groups, of))
    }
  }
  keep(bare)
  return latest ?? (LONG_TERM.test(key) ? 'long-term' : null)
}
