import type { Line } from './lines.ts'
import {
  type ClauseLabel,
  clauseLabel,
  dateOf,
  endsSentence,
  isAttachmentLabel,
  isContact,
  isCopies,
  isDisclosureMark,
  isOrganName,
  printedDateText,
} from './marks.ts'
import { numberMark } from './number-marks.ts'
import { carriesOn, isCutHere, isCutSentence, isOneOfSentences, isPageBetween, usualGap } from './page-cuts.ts'
import { isFull, type PrintStyle } from './print-style.ts'
import type { LineSpan } from './types.ts'

/** Lines that are one paragraph, joined where the sentence truly goes on. */
export interface Paragraph {
  readonly text: string
  readonly key: string
  readonly lines: LineSpan
}

/** Depth of brackets left open at the end of a text; quotation marks and book titles count. */
function openBrackets(key: string): boolean {
  let depth = 0
  for (let at = Math.max(0, key.length - 600); at < key.length; at++) {
    const sign = key[at]
    if (sign === '(' || sign === '《' || sign === '“' || sign === '〔') depth++
    else if (sign === ')' || sign === '》' || sign === '”' || sign === '〕') depth = Math.max(0, depth - 1)
  }
  return depth > 0
}

const LATIN_END = /[A-Za-z]$/
const LATIN_START = /^[A-Za-z]/

/** 出席：…, 列席：…, 记录：…: who was there, under the minutes of a meeting; each has a line of its own. */
const NAMES_PRESENT = /^(?:主持|出席|列席|参加|参会|请假|缺席|记录|整理)(?:人员?|同志)?[::]/

const beginsAnew = (line: Line): boolean =>
  NAMES_PRESENT.test(line.bare) ||
  clauseLabel(line) !== null ||
  isAttachmentLabel(line) ||
  isCopies(line) ||
  isContact(line) ||
  isDisclosureMark(line) ||
  dateOf(line) !== null ||
  numberMark(line) !== null ||
  printedDateText(line) !== null

/** A clause's heading on a line of its own (一、指导思想): what follows is its text, not its end. */
function isHeadingAlone(line: Line, label: ClauseLabel): boolean {
  const rest = line.key.slice(line.key.length - label.rest.length)
  // What an article is called is a few words; the others have headings that are sentences.
  if (label.level === 'article') return !/[。;,、]/.test(rest) && rest.length < 16
  return !/[。;]/.test(rest) && rest.length < 40
}

/** 第一百二十三条 is as long as a label gets. */
const LONGEST_LABEL_ALONE = 10

/** Whether a page or column cut the paragraph before: the sentence goes on. */
function goesOn(text: string, last: Line, next: Line, before: readonly Paragraph[], layout: Layout): boolean {
  const { style, byIndent } = layout
  const key = last.key
  if (next.isRow || last.isRow) return false
  if (key.length <= LONGEST_LABEL_ALONE && clauseLabel(last)?.rest === '') return !beginsAnew(next)
  if (last.source.endsParagraph) return false
  if (style.width !== null && isFull(last, style))
    return !(style.isIndented && next.isIndented) && !beginsAnew(next) && !isDateBelow(last, next)
  // A line that its paragraph does not fill, and one further in below it: two signs.
  if (style.isIndented && next.isIndented) return false
  if (byIndent) return !next.isIndented && !beginsAnew(next) && !isOrganName(next)
  // A bracket or quotation mark that nobody closed must not hold together all that follows.
  if (openBrackets(text)) return !/[。!?]["”’]?$/.test(key) && !beginsAnew(next)
  if (endsSentence(key) || beginsAnew(next)) return false
  const label = clauseLabel(last)
  const isTorn = isPageBetween(last, next, layout.gap)
  if (label && isHeadingAlone(last, label))
    return carriesOn(next) || (isTorn && (isCutHere(last, next) || isOneOfSentences(label, before)))
  if (/[,、第]$/.test(key)) return true
  if (isTorn && (isCutHere(last, next) || isCutSentence(text, last, next, before))) return true
  const isNeighbour = next.number === last.number + 1
  const isProse = /[,。;、]/.test(text) || label !== null
  return isProse ? text.length >= 16 || /[。;]/.test(text) : isNeighbour && text.length >= 24
}

/** A name over a date is a signature, however long. */
const isDateBelow = (last: Line, next: Line): boolean => isOrganName(last) && isOrganName(next)

/** In text whose paragraphs begin two characters in, lines that do not are continuations. */
function isByIndent(lines: readonly Line[]): boolean {
  const prose = lines.filter(({ isRow, key }) => !isRow && key.length >= 20)
  const indented = prose.filter(({ isIndented }) => isIndented).length
  return prose.length >= 6 && indented >= prose.length * 0.12 && indented <= prose.length * 0.8
}

/** How the lines of a region stand. */
interface Layout {
  readonly style: PrintStyle
  readonly byIndent: boolean
  /** Numbers from one line to the next: 2 where an empty line parts all of them. */
  readonly gap: number
}

/** Joins lines to paragraphs. Rows are left out: they belong to tables. */
export function joinParagraphs(lines: readonly Line[], style: PrintStyle): Paragraph[] {
  const layout = { style, byIndent: style.width === null && isByIndent(lines), gap: usualGap(lines) }
  const paragraphs: Paragraph[] = []
  let parts: Line[] = []
  let text = ''
  const close = () => {
    const [first] = parts
    const last = parts.at(-1)
    if (first && last) {
      paragraphs.push({
        text: joinTexts(parts, (line) => line.text),
        key: joinTexts(parts, (line) => line.key),
        lines: { from: first.number, to: last.number },
      })
    }
    parts = []
    text = ''
  }
  for (const line of lines) {
    const last = parts.at(-1)
    if (line.isRow) {
      close()
      continue
    }
    if (last && !goesOn(text, last, line, paragraphs, layout)) close()
    parts.push(line)
    // Only the tail decides whether brackets are open: a paragraph of a million lines stays linear.
    text = parts.length > 1 ? (text + line.key).slice(-1200) : line.key
  }
  close()
  return paragraphs
}

/** Chinese lines join without a space, Latin words with one. */
function joinTexts(parts: readonly Line[], of: (line: Line) => string): string {
  const pieces: string[] = []
  for (const [index, part] of parts.entries()) {
    const before = index > 0 ? (parts[index - 1] as Line) : null
    if (before && LATIN_END.test(of(before)) && LATIN_START.test(of(part))) pieces.push(' ')
    pieces.push(of(part))
  }
  return pieces.join('')
}
