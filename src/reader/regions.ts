import { foldForComparing } from '../kernel/han.ts'
import { listedAttachments } from './attachment-list.ts'
import { deliveryUnder, signedOrDelivered } from './delivered.ts'
import { isNote, splitEndMatter } from './end-matter.ts'
import type { Line } from './lines.ts'
import { isContact, isPhone, isRecipients } from './marks.ts'
import { attachmentStarts, enclosureStart, issuedTitle, type PrintedPart, printedPart } from './printed-parts.ts'
import { recipientsApart } from './run-in-recipients.ts'
import { type Signature, signatureOf } from './signature.ts'

/** A document's lines, sorted by what they are. */
export interface Regions {
  readonly recipients: readonly Line[]
  /** Text of the notice itself. */
  readonly notice: readonly Line[]
  readonly signature: Signature
  readonly enclosure: PrintedPart | null
  readonly attachments: readonly PrintedPart[]
  /** Titles that the notice or its enclosure lists under 附件. */
  readonly listed: readonly { readonly label: string; readonly title: string }[]
  readonly listLines: readonly Line[]
  readonly notes: readonly Line[]
  readonly copies: readonly Line[]
  readonly printing: readonly Line[]
}

/** Sorts the lines of one document, from the end of its head on. */
export function splitRegions(lines: readonly Line[], title: string): Regions {
  const { rest, copies, printing } = splitEndMatter(recipientsApart(lines))
  const delivery = deliveryUnder(rest)
  const text = delivery ? rest.slice(delivery.lines.length) : rest
  const recipients = leadingRecipients(text)
  const body = text.slice(recipients.length)
  const signature = signedOrDelivered(signatureOf(body), delivery)
  const listed = listedAttachments(body, signature.at)
  const inList = new Set(listed.lines)
  const starts = attachmentStarts(body, signature.at, listed)
  const firstAttachment = starts[0]?.at ?? body.length
  const enclosureAt = enclosureStart(body, signature.at, firstAttachment, title, signature.lines)
  const used = new Set<Line>([...signature.lines, ...inList])
  if (signature.dateLine) used.add(signature.dateLine)
  const phones = new Set(body.filter((line, at) => goesWithContact(body[at - 1], line)))
  const keep = (line: Line) => !used.has(line) && !isNote(line) && !phones.has(line)
  return {
    recipients,
    notice: body.slice(0, enclosureAt ?? firstAttachment).filter(keep),
    signature,
    enclosure:
      enclosureAt === null
        ? null
        : printedPart('', body.slice(enclosureAt, firstAttachment), 0, issuedTitle(title), keep),
    attachments: starts.map((start, index) =>
      printedPart(
        start.label,
        body.slice(start.at, starts[index + 1]?.at ?? body.length),
        start.labelLines,
        wantedTitle(listed.titles, start.label, index, starts.length),
        keep,
      ),
    ),
    listed: listed.titles,
    listLines: listed.lines,
    notes: [
      ...(delivery?.lines.filter((line) => !used.has(line)) ?? []),
      ...body.filter((line) => isNote(line) || phones.has(line)),
    ],
    copies,
    printing,
  }
}

/** A number alone under the unit or the person it belongs to. */
const goesWithContact = (last: Line | undefined, line: Line): boolean =>
  last !== undefined && isPhone(line) && isContact(last)

/** The title that the list gives an attachment: by its number, else by its place when all of the list are printed. */
function wantedTitle(listed: Regions['listed'], label: string, index: number, printed: number): string | null {
  const named = listed.filter((entry) => foldForComparing(entry.label) === foldForComparing(label))
  if (named.length === 1) return named[0]?.title ?? null
  return listed.length === printed ? (listed[index]?.title ?? null) : null
}

/** Most lines that name recipients, and most characters of one of them. */
const MOST_RECIPIENTS = 8
const LONGEST_RECIPIENTS = 400

/** Lines as one: a name may be cut between two of them. */
const joined = (lines: readonly Line[]): Line => ({
  ...(lines[0] as Line),
  key: lines.map(({ key }) => key).join(''),
  bare: lines.map(({ bare }) => bare).join(''),
})

/** Recipients stand before the text, over one line or several. */
function leadingRecipients(lines: readonly Line[]): Line[] {
  for (let count = 1; count <= MOST_RECIPIENTS && count <= lines.length; count++) {
    const line = lines[count - 1] as Line
    if (isRecipients(joined(lines.slice(0, count)))) return lines.slice(0, count)
    if (line.bare === '' || /[。:《]/.test(line.bare) || line.bare.length > LONGEST_RECIPIENTS) return []
  }
  return []
}
