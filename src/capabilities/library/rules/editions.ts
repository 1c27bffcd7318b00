import { dateIn } from '../../../kernel/chinese-date.ts'
import { type Day, isDay } from '../../../kernel/day.ts'
import { foldWidth, withoutSpaces } from '../../../kernel/han.ts'
import type { ReadDocument } from '../../../reader/types.ts'
import { chineseDay } from './validity.ts'

/**
 * As of when a text holds: '' as first issued; else the day of the amendment that it contains, or the year alone when
 * only that is printed. Keys sort in the order of the editions.
 */
export type EditionKey = string

/** （2023年修正）, （2023年5月1日第二次修订） at the end of a title (立法技术规范: 修正 keeps the text, 修订 replaces it). */
const TITLE_MARK =
  /[（(]((?:19|20)\d{2})年(?:(\d{1,2})月(\d{1,2})日)?(?:第[一二三四五六]次)?(?:修正|修订|修改)(?:本|版|文本)?[）)]$/

/** 根据2023年5月1日《…的决定》修正, in the note beneath the title (题注). */
const NOTE_MARK = /根据(.{0,4}[〇零○一二三四五六七八九十\d]{4}年[^年]{2,12}日)[^。）)]{0,160}?(?:修正|修订|修改)/g

/** The note stands among the first elements. */
const NOTE_WITHIN = 8

/** A title without the mark of its amendment: the same document bears it in every edition. */
export const baseTitle = (title: string): string => title.replace(TITLE_MARK, '')

/** What a text says of its own edition. Only a text that calls itself amended is another edition (decision 16). */
export function editionKeyOf({ title, elements }: Pick<ReadDocument, 'title' | 'elements'>): EditionKey {
  for (const element of elements.slice(0, NOTE_WITHIN)) {
    if (!('text' in element) || element.text.length > 600) continue
    const text = withoutSpaces(foldWidth(element.text))
    if (!/^[(《]?.{0,40}?(?:公布|发布|通过|印发|施行|根据)/.test(text) || !text.startsWith('(')) continue
    const days = [...text.matchAll(NOTE_MARK)].map(([, day]) => dateIn(day ?? '')).filter((day) => day !== null)
    const last = days.sort().at(-1)
    if (last) return last
  }
  const mark = TITLE_MARK.exec(foldWidth(title)) ?? TITLE_MARK.exec(title)
  if (!mark) return ''
  const [, year = '', month, day] = mark
  const whole = month && day ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : year
  return whole === year || isDay(whole) ? whole : year
}

/** The day as of which an edition holds: the first one's own day, an amended one's when it is known. */
export const asOfDay = (key: EditionKey, signedOn: Day | null): Day | null =>
  key === '' ? signedOn : isDay(key) ? key : null

/** 首次印发, 2023年修正, 2023年5月1日修正. */
export function editionName(key: EditionKey): string {
  if (key === '') return '首次印发'
  return isDay(key) ? `${chineseDay(key)}修正` : `${key}年修正`
}

/** The texts of one edition: the print that stands for it, and the others. */
export interface EditionPrints<Print> {
  readonly key: EditionKey
  readonly main: Print
  readonly others: readonly Print[]
}

/** Prints, the best first, as editions in their order. */
export function editionsOf<Print extends { readonly editionKey: EditionKey }>(
  prints: readonly Print[],
): EditionPrints<Print>[] {
  const byKey = Map.groupBy(prints, ({ editionKey }) => editionKey)
  return [...byKey.entries()]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([key, [main, ...others]]) => (main ? [{ key, main, others }] : []))
}

/**
 * What is known of a document with several editions: it is named, numbered and dated by the first; what it says, asks
 * and holds for is that of the last. What the first repealed or amended stays so.
 */
export function mergedReading(first: ReadDocument, last: ReadDocument): ReadDocument {
  if (first === last) return last
  const { title, registrationNumber } = first
  const cited = new Set(last.citations.map((citation) => citation.title))
  const kept = first.citations.filter(({ effect, title: other }) => effect !== 'cites' && !cited.has(other))
  return {
    ...last,
    title,
    registrationNumber: registrationNumber ?? last.registrationNumber,
    docNumber: first.docNumber ?? last.docNumber,
    issuer: first.issuer ?? last.issuer,
    issuers: first.issuer ? first.issuers : last.issuers,
    kind: first.kind ?? last.kind,
    signedOn: first.signedOn ?? last.signedOn,
    printedOn: first.printedOn ?? last.printedOn,
    recipients: last.recipients ?? first.recipients,
    validity: last.validity.text === null ? first.validity : last.validity,
    citations: [...last.citations, ...kept],
  }
}
