import { docNumbersAnywhere, formatDocNumber } from '../kernel/doc-number.ts'
import { foldForComparing, foldWidth, withoutSpaces } from '../kernel/han.ts'
import type { CitationEffect, Part, ReadCitation } from './types.ts'

/** A piece of text in which citations are looked for. */
export interface CitingText {
  readonly text: string
  readonly part: Part
  readonly path: string
  readonly line: number
}

/** 《…》 with inner 《…》 or 〈…〉: titles of documents that cite others; at most this long. */
const LONGEST_TITLE = 120

/** What in 《》 is no document: certificates, forms, periodicals, agreements, books of account. */
const NO_DOCUMENT =
  /(?:[^公认验保]证|证书|执照|证明书?|告知书|通知书|决定书|承诺书|申请书|申请表|登记表|审批表|备案表|意见书|协议书?|合同|日报|晚报|周报|晨报|周刊|月刊|杂志|年鉴(?:[-—(]?\d{4}\)?)?|公报|报告单|回执|名录|手册|户口簿|确认书|说明书|责任书|委托书|授权书|清单表|台账|收据|发票|凭证|卡|簿)$/

interface Quoted {
  readonly title: string
  readonly from: number
  readonly to: number
}

/** Titles between 《 and its own 》; an unclosed 《 is skipped. Linear: each sign is looked at once. */
function quotedTitles(text: string): Quoted[] {
  const found: Quoted[] = []
  let depth = 0
  let from = -1
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]
    if (sign === '《') {
      if (depth === 0 || at - from > LONGEST_TITLE) {
        from = at
        depth = 1
      } else depth++
    } else if (sign === '》' && depth > 0) {
      depth--
      if (depth === 0) {
        if (at - from <= LONGEST_TITLE) found.push({ title: text.slice(from + 1, at), from, to: at + 1 })
        from = -1
      }
    }
  }
  return found
}

/** （国务院令第583号）, （省政府令 第12号）, （交通运输部令2015年第22号）: laws and rules are numbered by the order that proclaims them. */
const ORDER = /^\s?[(（]([\p{Script=Han}\s、]{1,40}令)\s?((?:19|20)\d{2}年)?\s?第?\s?(\d{1,4})\s?号$/u

/** The number printed in brackets after a title: 《…》（明溪政发〔2024〕3号）. */
function numberAfter(folded: string, at: number): string | null {
  const after = folded.slice(at, at + 70)
  if (!/^\s?[(（]/.test(after)) return null
  const close = after.indexOf('号')
  if (close < 0) return null
  const order = ORDER.exec(after.slice(0, close + 1))
  if (order) return withoutSpaces(`${order[1]}${order[2] ?? ''}第${order[3]}号`)
  const found = docNumbersAnywhere().exec(after.slice(1, close + 1).replace(/^.*[,;、，]/, ''))
  return found
    ? formatDocNumber({ issuerCode: found[1] ?? '', year: Number(found[2]), serial: Number(found[3]) })
    : null
}

/** 《…》（文号）第三条: what is said is said of a part. */
const OF_A_PART = /^\s?(?:[(][^()《》]{1,60}[)])?(?:的|中的?)?第[一二三四五六七八九十百零〇\d]{1,6}(?:条|章|节|款|项)/

function effectOf(folded: string, { from, to }: Quoted): CitationEffect {
  const before = folded.slice(Math.max(0, from - 40), from)
  const after = folded.slice(to, to + 80)
  if (/^[^。《》]{0,60}(?:同时|即行|予以|自行)?废止/.test(after) || /废止[^。》]{0,12}$/.test(before))
    return OF_A_PART.test(after) ? 'amends' : 'repeals'
  if (/^[^。;《》]{0,30}(?:作如下修改|修改为|修订|作出修改)/.test(after) || /(?:修改|修订)$/.test(before))
    return 'amends'
  if (/(?<![不未])(?:根据|依据|按照|依照|遵照|贯彻落实|落实|贯彻)[^。;]{0,30}$/.test(before)) return 'based-on'
  return 'cites'
}

/** What may stand between two titles of one list: their numbers, 及其实施条例, and the signs and words that join. */
const JOINED = /^(?:[(][^()《》]{1,60}[)])?(?:及其实施(?:条例|细则|办法))?\s?(?:[、,]|和|及|与|以及)?\s?$/

/** What each title of a text does; the titles of one list do the same: 根据《甲》和《乙》，《丙》、《丁》同时废止. */
function effectsOf(folded: string, titles: readonly Quoted[]): CitationEffect[] {
  const effects = titles.map((quoted) => effectOf(folded, quoted))
  const isList = (at: number) => JOINED.test(folded.slice(titles[at]?.to, titles[at + 1]?.from).slice(0, 100))
  for (let at = 1; at < effects.length; at++)
    if (effects[at] === 'cites' && isList(at - 1)) effects[at] = effects[at - 1] ?? 'cites'
  for (let at = effects.length - 2; at >= 0; at--) {
    const after = effects[at + 1]
    if (effects[at] === 'cites' && (after === 'repeals' || after === 'amends') && isList(at)) effects[at] = after
  }
  return effects
}

/** A name by which the text calls something from here on (以下简称《办法》), or a list's own heading. */
const isShortName = (folded: string, { from }: Quoted): boolean =>
  /(?:以下(?:统称|简称)|简称|下称)[:：“"]?$/.test(folded.slice(Math.max(0, from - 8), from))

/** Short names that a text gives: 《…》（以下简称《条例》） and …（以下简称“条例”）. */
function shortNames(folded: string): string[] {
  return [...folded.matchAll(/(?:以下(?:统称|简称)|下称)[:“"《]{0,2}([^”"》)]{2,20})/g)].map(([, name]) =>
    foldForComparing(name ?? ''),
  )
}

/** Longest name that calls a document by the end of its title: 《办法》 for 《青溪市停车管理办法》. */
const LONGEST_SHORT_NAME = 8

/**
 * The documents and laws that a document cites, one entry a title, the first with its number. `own` are the titles of
 * the document itself, of what it issues and of its attachments: those are not citations, unless another number than
 * its own (`ownNumber`) stands behind them, which is that of an earlier document of the same title.
 */
export function readCitations(
  texts: readonly CitingText[],
  own: readonly string[],
  ownNumber: string | null = null,
): ReadCitation[] {
  const skip = new Set(own.map(foldForComparing))
  const endings = new Set<string>()
  const named = (whole: string) => {
    for (let length = 3; length <= LONGEST_SHORT_NAME && length < whole.length; length++)
      endings.add(whole.slice(-length))
  }
  for (const title of own)
    for (const name of [title, ...quotedTitles(title).map((quoted) => quoted.title)]) named(foldForComparing(name))
  for (const { text } of texts)
    if (text.includes('简称') || text.includes('下称')) for (const name of shortNames(foldWidth(text))) skip.add(name)
  const found = new Map<string, ReadCitation>()
  for (const { text, part, path, line } of texts) {
    if (!text.includes('《')) continue
    const folded = foldWidth(text)
    const titles = quotedTitles(folded)
    const effects = effectsOf(folded, titles)
    for (const [index, quoted] of titles.entries()) {
      const title = withoutSpaces(text.slice(quoted.from + 1, quoted.to - 1))
      const key = foldForComparing(title)
      if (key.length < 3 || NO_DOCUMENT.test(title) || isShortName(folded, quoted)) continue
      if (key.length <= LONGEST_SHORT_NAME && endings.has(key)) continue
      const docNumber = numberAfter(folded, quoted.to)
      if (skip.has(key) && (docNumber === null || docNumber === ownNumber)) continue
      named(key)
      const effect = effects[index] ?? 'cites'
      const known = found.get(key)
      if (!known) found.set(key, { title, docNumber, effect, part, path, line })
      else
        found.set(key, {
          ...known,
          docNumber: known.docNumber ?? docNumber,
          effect: known.effect === 'cites' ? effect : known.effect,
        })
    }
  }
  return [...found.values()]
}
