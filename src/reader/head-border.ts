import { foldForComparing, foldWidth } from '../kernel/han.ts'
import type { Head, HeadKnowledge } from './head.ts'
import type { Line } from './lines.ts'
import {
  dateOf,
  endsSentence,
  isAttachmentLabel,
  isDisclosureMark,
  isRecipients,
  printedDateText,
  signedOnOneLine,
} from './marks.ts'
import { issuedTitle } from './printed-parts.ts'
import { beginsWithPlace, joinTitle } from './title-words.ts'
import { isMasthead, isTitlePiece, isWholeTitle, looksLikeTitle, titleCore } from './titles.ts'

/** A line shorter than this ends where its paragraph does: printed lines that a page cuts are longer. */
const SHORT = 28

/** What stands at the end of documents: date, printing line, disclosure mark. */
export const isEnd = (line: Line | undefined): boolean =>
  line === undefined ||
  printedDateText(line) !== null ||
  dateOf(line) !== null ||
  signedOnOneLine(line) !== null ||
  isDisclosureMark(line)

/** Whether the text before is no sentence that goes on here. */
export const endsBefore = (line: Line | undefined): boolean =>
  line === undefined ||
  line.isRow ||
  isEnd(line) ||
  isMasthead(line) ||
  endsSentence(line.key) ||
  /[)）]$/.test(line.bare)

/** Whether a title without a number begins a document. `previous` is the document before, null at the beginning. */
export function isBorder(
  lines: readonly Line[],
  at: number,
  pieces: readonly Line[],
  previous: Head | null,
  isClosed: boolean,
  know: HeadKnowledge,
): boolean {
  const title = joinTitle(pieces)
  const before = lines[at - 1]
  const next = lines[at + pieces.length]
  const looks = looksLikeTitle(title, know.kinds)
  if (know.underSection.has((lines[at] as Line).number) && looks) return true
  const addresses = (next !== undefined && isRecipients(next)) || opensRecipients(lines, at + pieces.length)
  const isSameTitle = previous !== null && titleCore(previous.title) === titleCore(title)
  // The same title again, over recipients of its own, after the one before was signed: another document.
  if (previous && (isSameTitle ? !(isClosed && addresses) : isIssuedBy(previous, title))) return false
  if (know.isGazette && before && printedDateText(before) !== null) return looks
  // With a contents page, what it does not name is no document.
  if (know.entries.length > 0) return false
  if (know.isGazette && before?.isRow && previous && isFigures(previous) && FIGURES.test(title))
    return isOverTable(next)
  if (know.isGazette && previous && issuedTitle(previous.title) === null && endsBefore(before)) {
    const isByItself = isOverDays(title, next) || (isEnd(before) && FIGURES.test(title) && isOverTable(next))
    if (isByItself && !isAttachment(lines, at, previous.body)) return true
  }
  if (!isWholeTitle(title, know.kinds) || !next) return false
  if (previous && isAttachment(lines, at, previous.body)) return false
  const issuer = title.slice(0, Math.max(0, title.search(/关于|印发|转发|批转|公布|发布/)))
  // An issuer, what it does and whom it addresses: nothing but a document begins so.
  if (issuer.length >= 4 && addresses && (beginsWithPlace(title) || mayEnd(before))) return true
  if (!know.isGazette || !isClosed || isTitlePiece(next) || !endsBefore(before)) return false
  // A title without issuer directly under the end of a document that issues nothing.
  return issuer.length >= 4 || (isEnd(before) && previous !== null && issuedTitle(previous.title) === null)
}

/** 2024年1—9月主要经济指标完成情况: figures of a time, printed as a document of their own one after the other. */
const FIGURES =
  /^(?:[\u4e00-\u9fff]{1,12}[省市区县州旗盟])?(?:19|20)\d{2}年.*(?:指标|统计|数据|收支|收入|支出|完成|运行|增长).{0,8}(?:\([^()]*\))?$/
const isFigures = ({ title, docNumber }: Head): boolean => docNumber === null && FIGURES.test(title)
const isOverTable = (next: Line | undefined): boolean =>
  next !== undefined && (next.isRow || /^\(?(?:计量)?单位[::]/.test(next.bare))

/** 明溪区大事记（2024年7—8月） over 7月3日　区政府召开常务会议。: what happened, day by day. */
const CHRONICLE = /大事记(?:\([^()]{4,24}\))?$/
const isOverDays = (title: string, next: Line | undefined): boolean =>
  CHRONICLE.test(foldWidth(title)) && next !== undefined && /^[\d一二三四五六七八九十]{1,3}[月日]/.test(next.bare)

export const mayEnd = (line: Line | undefined): boolean => endsBefore(line) || (line?.bare.length ?? 0) < SHORT

/** Recipients over several lines: the first ends with a comma or stands in the middle of a name. */
const opensRecipients = (lines: readonly Line[], at: number): boolean => {
  for (let index = at; index < Math.min(at + 4, lines.length); index++) {
    const line = lines[index] as Line
    if (line.isRow || line.bare === '' || /[。;《]/.test(line.bare)) return false
    if (/[::]$/.test(line.bare)) return isRecipients(line)
  }
  return false
}

/** What is left of a title without the words that notices put into the names of what they issue. */
export const essence = (title: string): string =>
  foldForComparing(title).replace(/关于|的|《|》|\(试行\)|\(暂行\)/g, '')

/** What a notice issues repeats words of its title. */
const isIssuedBy = (previous: Head, title: string): boolean => essence(previous.title).includes(essence(title))

/** How far up the list of attachments is looked for. */
const LIST_ABOVE = 400

/** A title that stands under the label 附件, or that the list of attachments names. */
function isAttachment(lines: readonly Line[], at: number, floor: number): boolean {
  const above = lines[at - 1]
  if (above && isAttachmentLabel(above)) return true
  const { bare: wanted } = lines[at] as Line
  for (let index = at - 2; index >= Math.max(floor, at - LIST_ABOVE); index--) {
    const { bare } = lines[index] as Line
    if (bare.length > wanted.length && bare.includes(wanted) && /^(?:附件?\d*[:.、]|\d{1,2}[.、])/.test(bare))
      return true
  }
  return false
}
