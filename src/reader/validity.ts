import { dateIn } from '../kernel/chinese-date.ts'
import { addDays, type Day, endOfTerm } from '../kernel/day.ts'
import { foldWidth, readNumeral, withoutSpaces } from '../kernel/han.ts'
import type { ReadValidity } from './types.ts'

const DATE =
  '[0-9〇零○一二三四五六七八九十]{4}年[0-9〇零○一二三四五六七八九十]{1,3}月[0-9〇零○一二三四五六七八九十]{1,3}日'
const HOLDS = '(?:正式)?(?:施行|实施|执行|生效|试行)'
const FROM = new RegExp(`[自从](${DATE})(?:之日)?起${HOLDS}`)
const FROM_SIGNING = new RegExp(
  `[自从](?:印发|发布|公布|颁布|下发|发文)之?日起(?:满?(\\d{1,3}|[一二三四五六七八九十]{1,3})(日|天|个月)后)?${HOLDS}`,
)
const UNTIL = new RegExp(`有效期(?:限)?(?:为)?(?:截?至|到)(${DATE})|至(${DATE})(?:止|失效|废止)`)
/** 有效期为2023年4月1日至2025年12月31日, 执行期限自…至…. */
const BETWEEN = new RegExp(`(?:有效期|期限|时间)(?:限|为|自|从|[::])*(${DATE})(?:起)?至(${DATE})`)
const YEARS = /(?:有效期(?:限)?(?:为|:)?|试行(?:期(?:限)?)?(?:为)?)([0-9一二两三四五六七八九十]{1,2})年/
const TELLS = /施行|有效期|实施|执行|生效|试行/

/**
 * When a document takes effect and until when it holds, as its text says (自…起施行，有效期至…; 有效期5年). A term of
 * years ends the day before its anniversary. Nothing is supposed where the text is silent.
 */
export function readValidity(
  texts: readonly { readonly text: string; readonly line: number }[],
  title: string,
  signedOn: Day | null,
): ReadValidity {
  const isTrial = /[（(](?:试行|暂行)[）)]|暂行(?:办法|规定|条例)/.test(title)
  // The rule stands at the end: the last text that says it wins over one that tells of another document.
  for (let at = texts.length - 1; at >= 0; at--) {
    const { text, line } = texts[at] as { text: string; line: number }
    if (!TELLS.test(text)) continue
    const read = validityIn(text, signedOn)
    if (read) return { ...read, isTrial, line }
  }
  return { ...NOTHING_SAID, isTrial, line: null }
}

const NOTHING_SAID = {
  effectiveFrom: null,
  validUntil: null,
  termYears: null,
  daysFromSigning: null,
  text: null,
} as const

function validityIn(text: string, signedOn: Day | null): Omit<ReadValidity, 'isTrial' | 'line'> | null {
  const sentence = text.split(/(?<=[。；])/).filter((part) => TELLS.test(part))
  const key = withoutSpaces(foldWidth(sentence.join('').slice(0, 1000)))
  const between = BETWEEN.exec(key)
  if (between)
    return {
      ...NOTHING_SAID,
      effectiveFrom: dateIn(between[1] ?? ''),
      validUntil: dateIn(between[2] ?? ''),
      text: said(sentence),
    }
  const named = FROM.exec(key)
  const fromSigning = FROM_SIGNING.exec(key)
  const until = UNTIL.exec(key)
  const years = YEARS.exec(key)
  if (!named && !fromSigning && !until && !years) return null
  const daysFromSigning = !named && fromSigning ? daysAfter(fromSigning) : null
  const effectiveFrom = named ? dateIn(named[1] ?? '') : afterSigning(signedOn, daysFromSigning)
  const termYears = !until && years ? readNumeral(years[1] ?? '') : null
  const start = effectiveFrom ?? signedOn
  const validUntil = until
    ? dateIn(until[1] ?? until[2] ?? '')
    : termYears && start
      ? endOfTerm(start, termYears)
      : null
  return { effectiveFrom, validUntil, termYears, daysFromSigning, text: said(sentence) }
}

const said = (sentence: readonly string[]): string => sentence.join('').trim().slice(0, 300)

const afterSigning = (signedOn: Day | null, days: number | null): Day | null =>
  signedOn !== null && days !== null ? addDays(signedOn, days) : null

/** 自发布之日起: 0, 自发布之日起30日后: 30; months are not supposed to have a length. */
function daysAfter(found: RegExpExecArray): number | null {
  if (found[1] === undefined) return 0
  return found[2] === '个月' ? null : readNumeral(found[1])
}
