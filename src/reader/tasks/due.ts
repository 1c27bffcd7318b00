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
    '(?<!\\d)(?<written>20\\d{2}(?:1[0-2]|0[1-9])(?:3[01]|[12]\\d|0[1-9]))(?!\\d)',
    `(?<year>(?:19|20)\\d{2}|${NUMERAL}{4})年度?`,
    '(?<!\\d)(?<short>[0-3]\\d)年(?=[底末]|度|1[0-2]月|0?[1-9]月|[上下]半年|第?[一二三四1-4]季)',
    `(?<month>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月份?(?:(?<day>\\d{1,2}|${NUMERAL}{1,3})[日号]|(?<third>[上中下])旬)?`,
    '(?<quarter>[一二三四1-4])季度?',
    '(?<half>[上下])半年',
    '(?<next>次年|翌年|明年)',
    '(?<this>当年|本年度?|今年)',
    '(?<middle>年中)',
    '(?<!\\d|[一二三四五六七八九十两几])(?<end>年[底末终内]|岁末)',
    '(?<plan>十[一二三四五六]五)[”"]?(?:规划)?(?:时期|期间|期?末|内)',
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
  if (times.half === '上' || times.middle) return dayOf(year, 6, 30)
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

/** 12.31, 12/31前: a month and a day alone in a cell. */
const MONTH_AND_DAY = /^(1[0-2]|0?[1-9])[./](3[01]|[12]\d|0?[1-9])[日号]?(?:之?前)?$/
/** What follows a time from which something is done, not until. */
const BEGINS = /^(?:[前底末中]?)?(?:起|开始|以后|之后)/
/** Days that move from year to year: a year before them is not its end. */
const MOVES = /^(?:年?)(?:春节|元宵|汛期?|开学|两会)/

function dueOf(text: string, year: number | null): Day | 'long-term' | null {
  const key = withoutSpaces(foldWidth(text))
  if (key === '' || key.length > LONGEST) return null
  if (RECURRING.test(key)) return 'long-term'
  const whole = MONTH_AND_DAY.exec(key)
  if (whole) return isYear(year) ? dayOf(year, Number(whole[1]), Number(whole[2])) : null
  if (/^20\d{2}$/.test(key)) return `${key}-12-31`
  if (key === '全年' && isYear(year)) return dayOf(year, 12, 31)
  const latest = latestDay(key, year)
  return latest ?? (LONG_TERM.test(key) ? 'long-term' : null)
}

/** The year that a time names itself; two digits only near the document's own. */
function yearNamed(times: Times, year: number | null): number | null {
  const named = readNumeral(times.isoYear ?? times.year ?? '')
  if (named !== null) return named
  const short = times.short ? 2000 + Number(times.short) : null
  return short !== null && year !== null && Math.abs(short - year) <= 6 ? short : null
}

/** “十一五” ended with 2010, each plan after it five years later. */
const FIRST_PLAN_END = 2010

const digitsOf = (day: string): [number, number, number] => [
  Number(day.slice(0, 4)),
  Number(day.slice(4, 6)),
  Number(day.slice(6)),
]

/** The last of all days that a text names; what begins on a day counts only where nothing else is said. */
function latestDay(key: string, year: number | null): Day | null {
  let of = year
  let latest: Day | null = null
  let bare: Day | null = null
  const keep = (day: Day | null) => {
    if (day !== null && (latest === null || day > latest)) latest = day
  }
  for (const { groups = {}, index, 0: words } of key.matchAll(TIMES)) {
    const rest = key.slice(index + words.length, index + words.length + 6)
    const named = yearNamed(groups, year)
    if (named !== null || groups.next) {
      keep(bare)
      bare = null
      of = named ?? (of === null ? null : of + 1)
    }
    const isBeginning = BEGINS.test(rest) && LONG_TERM.test(key)
    if (groups.written) keep(dayOf(...digitsOf(groups.written)))
    else if (groups.plan) keep(dayOf(FIRST_PLAN_END + 5 * '一二三四五六'.indexOf(groups.plan[1] ?? ''), 12, 31))
    else if (!isYear(of)) continue
    else if (isBeginning) bare = null
    // A year alone is its end, unless a month or a quarter of it follows.
    else if (groups.year || groups.short || groups.next || groups.this)
      bare = MOVES.test(rest) ? null : dayOf(of, 12, 31)
    else {
      bare = null
      keep(dayIn(groups, of))
    }
  }
  keep(bare)
  return latest
}
