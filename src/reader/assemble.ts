import { foldForComparing } from '../kernel/han.ts'
import type { CitingText } from './citations.ts'
import type { Head } from './head.ts'
import type { Line } from './lines.ts'
import type { PartReading } from './read-part.ts'
import type { Regions } from './regions.ts'
import type { Part, ReadAttachment, ReadElement, ReadTable } from './types.ts'

/** Printed attachments, then those that are listed only. */
export function attachmentsOf(regions: Regions, issuers: readonly string[]): ReadAttachment[] {
  const listed = regions.listed.map(({ label, title }) => ({ label, title: withoutSigner(title, issuers) }))
  const printed = regions.attachments.map(
    ({ label, title, from, to }): ReadAttachment => ({ label, title, lines: { from, to } }),
  )
  // One attachment, listed and printed, with a title that was worded anew on the attachment itself.
  if (printed.length === 1 && listed.length === 1)
    return printed.map((attachment) => ({ ...attachment, title: attachment.title || (listed[0]?.title ?? '') }))
  const known = new Set(
    printed.flatMap(({ label, title }) => [
      foldForComparing(title),
      regions.attachments.length > 1 || label !== '附件' ? label : '',
    ]),
  )
  const missing = listed.filter(
    ({ label, title }) => !known.has(foldForComparing(title)) && !(label !== '附件' && known.has(label)),
  )
  return [...printed, ...missing.map(({ label, title }) => ({ label, title, lines: null }))]
}

/** A title is at least as long: 名单, 附表 before a name may be a part of it. */
const SHORTEST_REST = 4

/** 任务分工表明溪区人民政府: who signs stands right behind the list where the break between them was lost. */
function withoutSigner(title: string, issuers: readonly string[]): string {
  const signer = issuers.find((name) => title.endsWith(name) && title.length >= name.length + SHORTEST_REST)
  return signer === undefined ? title : title.slice(0, -signer.length)
}

type PlainKind = 'recipients' | 'signature' | 'date' | 'note' | 'attachment-list' | 'title'

/** Puts the parts together in reading order, with recipients, signature and the headings of the parts. */
export function assemble(
  parts: readonly PartReading[],
  regions: Regions,
  head: Head,
): { elements: ReadElement[]; tables: ReadTable[] } {
  const elements: ReadElement[] = []
  const tables: ReadTable[] = []
  const plain = (kind: PlainKind, lines: readonly Line[], part: Part) => {
    for (const line of lines)
      elements.push({ kind, text: line.text, part, path: '', lines: { from: line.number, to: line.number } })
  }
  plain('title', head.titleLines, { kind: 'notice' })
  plain('recipients', regions.recipients, { kind: 'notice' })
  for (const reading of parts) {
    const { part } = reading
    plain('title', titleLinesOf(part, regions), part)
    const shift = tables.length
    for (const table of reading.tables) tables.push(table)
    for (const element of reading.elements)
      elements.push(element.kind === 'table' ? { ...element, table: element.table + shift } : element)
    if (part.kind !== 'notice') continue
    plain('attachment-list', regions.listLines, part)
    plain('signature', regions.signature.lines, part)
    plain('date', regions.signature.dateLine ? [regions.signature.dateLine] : [], part)
    plain('note', regions.notes, part)
  }
  plain('note', [...regions.copies, ...regions.printing], { kind: 'notice' })
  return { elements, tables }
}

function titleLinesOf(part: Part, regions: Regions): readonly Line[] {
  if (part.kind === 'enclosure') return regions.enclosure?.titleLines ?? []
  return part.kind === 'attachment' ? (regions.attachments[part.index]?.titleLines ?? []) : []
}

/** The clauses of notice and enclosure, each with the paragraphs beneath it. */
export function clauseTexts(elements: readonly ReadElement[]) {
  const clauses: { label: string; heading: string | null; text: string; path: string }[] = []
  for (const element of elements) {
    if (element.part.kind === 'attachment') continue
    const last = clauses.at(-1)
    if (element.kind === 'clause' && (element.level === 1 || element.level === 2))
      clauses.push({ label: element.label, heading: element.heading, text: element.text, path: element.path })
    else if (last && 'text' in element && (element.kind === 'paragraph' || element.kind === 'clause'))
      last.text += element.text
  }
  return clauses
}

/** Where a document's citations are looked for: its text and the rows of its tables. */
export function citingTexts(elements: readonly ReadElement[], tables: readonly ReadTable[]): CitingText[] {
  const texts: CitingText[] = []
  for (const element of elements) {
    const { part, path, lines } = element
    if (element.kind === 'paragraph' || element.kind === 'clause' || element.kind === 'note')
      texts.push({ text: element.text, part, path, line: lines.from })
    else if (element.kind === 'table') {
      const table = tables[element.table]
      for (const [row, cells] of (table?.rows ?? []).entries())
        texts.push({ text: cells.join('\n'), part, path, line: table?.rowLines[row]?.from ?? lines.from })
    }
  }
  return texts
}
