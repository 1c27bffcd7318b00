import { foldForComparing, readNumeral, withoutSpaces } from '../kernel/han.ts'
import { type Head, joinTitle, signersAbove } from './heads.ts'
import type { Line } from './lines.ts'
import {
  bareAttachmentLabel,
  dateOf,
  isAttachmentLabel,
  isContact,
  isCopies,
  isDisclosureMark,
  isOrganName,
  isRecipients,
  isTitlePiece,
  printedDateText,
} from './marks.ts'

/** An attachment or enclosure as printed: its title and its lines. */
export interface PrintedPart {
  readonly label: string
  readonly title: string
  readonly titleLines: readonly Line[]
  readonly lines: readonly Line[]
  readonly from: number
  readonly to: number
}

/** A document's lines, sorted by what they are. */
export interface Regions {
  readonly recipients: readonly Line[]
  /** Text of the notice itself. */
  readonly notice: readonly Line[]
  readonly signers: readonly Line[]
  readonly signedDate: Line | null
  readonly enclosure: PrintedPart | null
  readonly attachments: readonly PrintedPart[]
  /** Titles that the notice or its enclosure lists under 附件. */
  readonly listed: readonly { readonly label: string; readonly title: string }[]
  readonly listLines: readonly Line[]
  readonly notes: readonly Line[]
  readonly copies: readonly Line[]
  readonly printing: readonly Line[]
}

const isNote = (line: Line): boolean => isDisclosureMark(line) || isContact(line)

/** What ends a document: copies and printing line, with the lines that carry on the copies. */
function splitEndMatter(lines: readonly Line[]): { rest: Line[]; copies: Line[]; printing: Line[] } {
  const rest: Line[] = []
  const copies: Line[] = []
  const printing: Line[] = []
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as Line
    if (isCopies(line) && at > lines.length - 60) {
      copies.push(line)
      while (at + 1 < lines.length && !/。$/.test((lines[at] as Line).key) && carriesOnCopies(lines[at + 1] as Line))
        copies.push(lines[++at] as Line)
    } else if (printedDateText(line) !== null) {
      const before = rest.at(-1)
      // …办公室 on a line of its own, the date and 印发 on the next.
      if (before && isOrganName(before) && /^(?:19|20)\d{2}/.test(withoutSpaces(line.key)) && at > 1)
        printing.push(rest.pop() as Line)
      printing.push(line)
    } else rest.push(line)
  }
  return { rest, copies, printing }
}

const carriesOnCopies = (line: Line): boolean =>
  !line.isRow && printedDateText(line) === null && !isOrganName(line) && line.key.length < 120

/** Sorts the lines of one document, from the end of its head on. */
export function splitRegions(lines: readonly Line[], head: Pick<Head, 'title'>): Regions {
  const { rest, copies, printing } = splitEndMatter(lines)
  const recipients = leadingRecipients(rest)
  const body = rest.slice(recipients.length)
  const dateAt = signatureDate(body)
  const signers = dateAt < 0 ? [] : signersAbove(body, dateAt)
  const listed = listedAttachments(body)
  const inList = new Set(listed.lines)
  const starts = attachmentStarts(body, dateAt, listed)
  const firstAttachment = starts[0]?.at ?? body.length
  const enclosureAt = enclosureStart(body, dateAt, firstAttachment, head.title)
  const noticeEnd = enclosureAt ?? (dateAt >= 0 && dateAt < firstAttachment ? dateAt + 1 : firstAttachment)
  const used = new Set<Line>([...signers, ...inList])
  if (dateAt >= 0) used.add(body[dateAt] as Line)
  const keep = (line: Line) => !used.has(line) && !isNote(line)
  const upTo = enclosureAt ?? firstAttachment
  return {
    recipients,
    notice: body.slice(0, upTo).filter(keep),
    signers,
    signedDate: dateAt >= 0 ? (body[dateAt] as Line) : null,
    enclosure:
      enclosureAt === null || noticeEnd > firstAttachment
        ? null
        : printedPart('', body.slice(enclosureAt, firstAttachment), 0, keep),
    attachments: starts.map((start, index) =>
      printedPart(
        start.label,
        body.slice(start.at, starts[index + 1]?.at ?? body.length),
        start.labelLines,
        (line) => !isNote(line) && !inList.has(line),
      ),
    ),
    listed: listed.titles,
    listLines: listed.lines,
    notes: body.filter(isNote),
    copies,
    printing,
  }
}

/** Recipients stand before the text, over one line or several. */
function leadingRecipients(lines: readonly Line[]): Line[] {
  for (let count = 1; count <= 4 && count <= lines.length; count++) {
    const line = lines[count - 1] as Line
    if (isRecipients(line)) return lines.slice(0, count)
    if (line.isRow || /[。;:《]/.test(line.key) || line.key.length > 200) return []
  }
  return []
}

/** The date under the signature: a line that is nothing but a date, the first with a signature above it. */
function signatureDate(lines: readonly Line[]): number {
  let fallback = -1
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as Line
    if (!dateOf(line)) continue
    const before = lines[at - 1]
    if (before && isOrganName(before)) return at
    if (fallback < 0 && at > 0) fallback = at
  }
  return fallback
}

interface Listed {
  readonly titles: { readonly label: string; readonly title: string }[]
  readonly lines: Line[]
}

/** 附件：1.… 2.…: the list of attachments in the text. A line that is itself the heading of an attachment is none. */
function listedAttachments(lines: readonly Line[]): Listed {
  const titles: Listed['titles'] = []
  const found: Line[] = []
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as Line
    const head = line.isRow ? null : /^附\s?件\s?[::]\s?(.+)$/.exec(line.key)
    if (!head?.[1] || !isList(lines, at)) continue
    const texts = [line.text.slice(line.text.length - head[1].length)]
    const isNumbered = /^1\s?[.、]/.test(head[1])
    found.push(line)
    while (isNumbered && at + 1 < lines.length) {
      const next = lines[at + 1] as Line
      const goesOn =
        /^\d{1,2}\s?[.、]/.test(next.key) ||
        (isTitlePiece(next) && !isOrganName(next) && !dateOf(next) && texts.length > 0 && next.isIndented)
      if (next.isRow || !goesOn || next.key.length > 90) break
      texts.push(next.text)
      found.push(next)
      at++
    }
    for (const [index, text] of splitList(texts).entries())
      titles.push({
        label: isNumbered ? `附件${index + 1}` : '附件',
        title: withoutSpaces(text).replace(/[;；。]$/, ''),
      })
  }
  return { titles, lines: found }
}

/** Splits 1.甲 2.乙 on one line as well as on several. */
const splitList = (texts: readonly string[]): string[] =>
  texts
    .join('\n')
    .split(/\n?\s*(?<![\d.])\d{1,2}[.、．]\s*(?=\D)|\n(?=\S)(?!\s)/)
    .map((text) => text.replace(/\n/g, '').trim())
    .filter(Boolean)

/** 附件：title is a list when a heading for it comes later, or when the signature still follows. */
function isList(lines: readonly Line[], at: number): boolean {
  const title = foldForComparing((lines[at] as Line).key.replace(/^附\s?件\s?[::]\s?/, '').replace(/^1\s?[.、]/, ''))
  for (let later = at + 1; later < lines.length; later++) {
    const line = lines[later] as Line
    if (line.isRow) continue
    if (later < at + 12 && dateOf(line)) return true
    if (bareAttachmentLabel(line) !== null) return true
    if (title.length > 4 && line.key.length < 120 && foldForComparing(line.key) === title) return true
  }
  return false
}

interface AttachmentStart {
  readonly at: number
  readonly label: string
  /** Lines that are label, not title: 1 for 附件 alone, 0 where the title stands on the label's line or the label is missing. */
  readonly labelLines: number
}

/** Where attachments begin: 附件 on a line of its own, 附件1：title, or a listed title that stands as a line. */
function attachmentStarts(lines: readonly Line[], dateAt: number, listed: Listed): AttachmentStart[] {
  const starts: AttachmentStart[] = []
  const inList = new Set(listed.lines)
  const titles = new Map(listed.titles.map(({ label, title }) => [foldForComparing(title), label]))
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as Line
    if (line.isRow || inList.has(line)) continue
    const bare = bareAttachmentLabel(line)
    if (bare !== null && at > 0) {
      starts.push({ at, label: labelOf(bare), labelLines: 1 })
      continue
    }
    const listedLabel = line.key.length < 120 ? titles.get(foldForComparing(line.key)) : undefined
    const previous = starts.at(-1)
    if (listedLabel !== undefined && at > dateAt && !(previous && at - previous.at <= 2)) {
      starts.push({ at, label: listedLabel, labelLines: 0 })
      titles.delete(foldForComparing(line.key))
      continue
    }
    const titled =
      dateAt >= 0 && at > dateAt && isAttachmentLabel(line)
        ? /^附\s?(?:件|表)\s?(\d{1,3})?\s?[::]\s?\S/.exec(line.key)
        : null
    if (titled && line.key.length < 90) starts.push({ at, label: labelOf(titled[1] ?? ''), labelLines: 0 })
  }
  return starts
}

const labelOf = (number: string): string => (number === '' ? '附件' : `附件${readNumeral(number) ?? number}`)

/** What a notice issues, printed after its date without a label; found as well by its title when nothing was signed. */
function enclosureStart(lines: readonly Line[], dateAt: number, end: number, title: string): number | null {
  const issued = issuedTitle(title)
  const from = dateAt >= 0 ? dateAt + 1 : 1
  for (let at = from; at < end; at++) {
    const line = lines[at] as Line
    if (isNote(line) || line.text === '') continue
    if (dateAt >= 0 && at > dateAt) return isTitlePiece(line) ? at : null
    if (issued && line.key.length < 120 && foldForComparing(line.key) === foldForComparing(issued)) return at
  }
  return null
}

/** 关于印发X的通知 → X. */
export const issuedTitle = (title: string): string | null =>
  /(?:印发|公布|发布|转发)《?(.{3,}?)》?的(?:通知|决定|公告|令)$/.exec(title)?.[1] ?? null

function printedPart(
  label: string,
  lines: readonly Line[],
  labelLines: number,
  keep: (line: Line) => boolean,
): PrintedPart {
  const rest = lines.slice(labelLines)
  const titleLines: Line[] = []
  const inline =
    labelLines === 0 && label !== '' ? /^附\s?(?:件|表)\s?\d{0,3}\s?[::]\s?(.+)$/.exec(rest[0]?.key ?? '') : null
  if (inline?.[1]) titleLines.push(rest[0] as Line)
  else {
    for (const line of rest) {
      if (!isTitlePiece(line) || titleLines.length >= 4 || isUnitNote(line)) break
      if (titleLines.length > 0 && endsTitle(joinTitle(titleLines))) break
      titleLines.push(line)
    }
  }
  const title = inline?.[1] ? withoutSpaces((rest[0] as Line).text.slice(-inline[1].length)) : joinTitle(titleLines)
  const numbers = lines.map(({ number }) => number)
  return {
    label,
    title,
    titleLines,
    lines: rest.slice(titleLines.length).filter(keep),
    from: numbers[0] ?? 0,
    to: numbers.at(-1) ?? 0,
  }
}

const isUnitNote = (line: Line): boolean => /^\(?(?:单位|计量单位|制表|填报)/.test(line.key)

/** Words that end the title of an enclosure or attachment; a line after them is text. */
const endsTitle = (title: string): boolean =>
  /(?:方案|办法|细则|规定|规划|计划|要点|清单|目录|名单|分工|分解表|一览表|表|预案|制度|措施|意见|标准|指南|条例|规则|规程|章程|程序|职责|责任书|流程图|流程|机制|任务|分工方案|细化分工|汇总|要求|范围)$|[)）]$/.test(
    title,
  )
