/** A calendar day in Asia/Shanghai, `YYYY-MM-DD`. Days compare as strings. */
export type Day = string

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/

/** Days of a month (1–12) in the Gregorian calendar. */
function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

const isInCalendar = (year: number, month: number, day: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)

const digits = (number: number, width: number): string => String(number).padStart(width, '0')

/** Whether the text names a day that exists: `2024-02-29` does, `2023-02-29` does not. */
export function isDay(text: string): text is Day {
  const parts = SHAPE.exec(text)
  return parts !== null && isInCalendar(Number(parts[1]), Number(parts[2]), Number(parts[3]))
}

/** The day `year-month-day`, or null when the calendar has no such day. Years have four digits. */
export function dayOf(year: number, month: number, day: number): Day | null {
  const isNumbered = Number.isInteger(year) && Number.isInteger(month) && Number.isInteger(day)
  if (!isNumbered || year < 0 || year > 9999 || !isInCalendar(year, month, day)) return null
  return `${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}`
}

/**
 * The day that a person wrote, or null when it names none: 2024-3-5, 2024.03.05, 2024/3/5, 2024年3月5日, and 20240305, which is all that
 * the numeric keys of some phones can write.
 */
export function writtenDay(text: string): Day | null {
  const written = text.normalize('NFKC').replace(/\s+/gu, '')
  const parts = /^(\d{4})(?:(\d{2})(\d{2})|[-./年](\d{1,2})[-./月](\d{1,2})日?)$/u.exec(written)
  return parts ? dayOf(Number(parts[1]), Number(parts[2] ?? parts[4]), Number(parts[3] ?? parts[5])) : null
}

/** The last day of a month (1–12). */
export const lastDayOfMonth = (year: number, month: number): Day =>
  `${digits(year, 4)}-${digits(month, 2)}-${daysIn(year, month)}`

/** The day that is `count` calendar days after `from` (before it, when negative). */
export function addDays(from: Day, count: number): Day {
  const instant = new Date(`${from}T00:00:00Z`)
  instant.setUTCDate(instant.getUTCDate() + count)
  return instant.toISOString().slice(0, 10)
}

/** Calendar days from one day to another; negative when the other comes before. */
export const daysBetween = (from: Day, to: Day): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)

/** The same day of the month `count` years later; 29 February becomes the 28th where the year has none. */
function addYears(from: Day, count: number): Day {
  const [year, month, day] = from.split('-').map(Number) as [number, number, number]
  return dayOf(year + count, month, day) ?? lastDayOfMonth(year + count, month)
}

/** The last day of a term of years that begins on a day: the day before its anniversary. */
export const endOfTerm = (from: Day, years: number): Day => addDays(addYears(from, years), -1)

/** The day in Asia/Shanghai (UTC+8, no summer time since 1992) on which an instant falls. */
export function shanghaiDay(instant: Date): Day {
  return new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
}

/** The minute in Asia/Shanghai on which an instant falls, as pages and tags say it: 2024-05-01 09:30. */
export function shanghaiMinute(instant: Date): string {
  return new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
}
