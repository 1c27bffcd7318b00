import { dateIn } from '../kernel/chinese-date.ts'
import type { Day } from '../kernel/day.ts'
import { foldForComparing, foldWidth, withoutSpaces } from '../kernel/han.ts'
import { readAppointments } from './appointments.ts'
import { type CitingText, readCitations } from './citations.ts'
import { ClausePaths } from './clauses.ts'
import { documentFindings } from './findings.ts'
import type { Head } from './heads.ts'
import { issuersOfTitle } from './issuers.ts'
import type { Line } from './lines.ts'
import { dateOf, isContact, isDisclosureMark, printedDateText } from './marks.ts'
import { type PartReading, readPart } from './read-part.ts'
import { issuedTitle, type PrintedPart, type Regions, splitRegions } from './regions.ts'
import { readProseTasks, readTableTasks } from './tasks/read-tasks.ts'
import type {
  Disclosure,
  Finding,
  LineSpan,
  Part,
  ReadAttachment,
  ReadDocument,
  ReadElement,
  ReaderKnowledge,
  ReadTable,
  ReadTask,
} from './types.ts'
import { readValidity } from './validity.ts'

/** Reads one document from the lines between its head and the next. */
export function readDocument(
  order: number,
  head: Head,
  lines: readonly Line[],
  knowledge: ReaderKnowledge,
): ReadDocument {
  const regions = splitRegions(lines, head)
  const paths = new ClausePaths()
  const notice = readPart(regions.notice, { kind: 'notice' }, paths, null)
  const enclosure = regions.enclosure
    ? readPart(regions.enclosure.lines, { kind: 'enclosure' }, new ClausePaths(), regions.enclosure.title)
    : null
  const attached = regions.attachments.map((part, index) =>
    readPart(part.lines, { kind: 'attachment', index }, new ClausePaths(), part.title || null),
  )
  const parts = [notice, ...(enclosure ? [enclosure] : []), ...attached]
  const span = spanOf(head, lines)
  const isTable = isStatisticsAlone(head, regions, notice)
  const title = head.title || firstWords(lines)
  const issuers = isTable ? [] : issuersOf(head, regions)
  const signedOn = regions.signedDate ? dateOf(regions.signedDate) : null
  const attachments = attachmentsOf(regions)
  const { elements, tables } = assemble(parts, regions, head, attachments)
  const year = yearOf(head, signedOn)
  const tasks = tasksOf(elements, tables, year)
  const citing = citingTexts(elements, tables)
  const texts = elements.flatMap((element) =>
    'text' in element ? [{ text: element.text, line: element.lines.from }] : [],
  )
  const own = [
    title,
    regions.enclosure?.title ?? '',
    issuedTitle(title) ?? '',
    ...attachments.map((attachment) => attachment.title),
  ]
  const document = {
    order,
    title,
    docNumber: head.docNumber,
    issuer: issuers.length > 0 ? issuers.join('、') : null,
    issuers,
    section: head.entry?.section ?? null,
    kind: isTable ? null : kindOf(title, knowledge.kinds),
    recipients: recipientsOf(regions.recipients),
    signedOn,
    printedOn: printedOn(regions),
    ...disclosureOf(regions.notes),
    contact: contactOf(regions.notes),
    cc: copiesOf(regions.copies),
    enclosure: regions.enclosure?.title ?? null,
    attachments,
    validity: readValidity(texts, title, signedOn),
    registrationNumber: registrationNumber(lines),
    elements,
    tables,
    tasks: tasks.tasks,
    citations: readCitations(citing, own),
    appointments: /任免|任命|免去|任职|免职/.test(title) ? readAppointments(texts) : [],
    page: head.titleLines[0]?.source.page ?? null,
    lines: span,
  }
  const findings: Finding[] = [...parts.flatMap((part) => part.findings), ...tasks.findings]
  return { ...document, findings: [...findings, ...documentFindings(document, { isTable })] }
}

const spanOf = (head: Head, lines: readonly Line[]): LineSpan => {
  const from = head.titleLines[0]?.number ?? lines[0]?.number ?? 1
  return { from, to: Math.max(from, lines.at(-1)?.number ?? from) }
}

const firstWords = (lines: readonly Line[]): string => withoutSpaces(lines[0]?.text ?? '').slice(0, 30)

/** A statistical table printed by itself: a title over a table, no number, nobody addressed, nobody signing. */
const isStatisticsAlone = (head: Head, regions: Regions, notice: PartReading): boolean =>
  head.docNumber === null &&
  regions.recipients.length === 0 &&
  regions.signedDate === null &&
  notice.tables.length > 0 &&
  !notice.elements.some((element) => element.kind === 'clause')

function issuersOf(head: Head, regions: Regions): string[] {
  const titled = issuersOfTitle(head.titleLines)
  if (titled) return titled
  const signed = regions.signers.map(({ text }) => withoutSpaces(text))
  if (signed.length > 0) return signed
  return head.letterhead ? [head.letterhead] : []
}

/** The kind that the title ends with: the longest that fits, taken back to the one of 第八条 it contains (实施意见 → 意见). */
function kindOf(title: string, kinds: readonly string[]): string | null {
  const key = withoutSpaces(title).replace(/[（(][^（）()]*[)）]$/, '')
  const fitting = kinds.filter((kind) => key.endsWith(kind)).sort((a, b) => b.length - a.length)
  const longest = fitting[0]
  if (!longest) return null
  return fitting.find((kind) => kind.length >= 2 && kinds.indexOf(kind) < 15) ?? longest
}

const recipientsOf = (lines: readonly Line[]): string | null =>
  lines.length > 0 ? withoutSpaces(lines.map(({ text }) => text).join('')).replace(/[:：]$/, '') : null

function printedOn(regions: Regions): Day | null {
  const last = regions.printing.at(-1)
  const text = last ? printedDateText(last) : null
  return text ? dateIn(text) : null
}

function disclosureOf(notes: readonly Line[]): { disclosure: Disclosure; disclosureMark: string | null } {
  const mark = notes.find(isDisclosureMark)
  if (!mark) return { disclosure: 'unstated', disclosureMark: null }
  const key = withoutSpaces(mark.key)
  const disclosure = /不予公开/.test(key) ? 'withheld' : /依申请公开/.test(key) ? 'on-application' : 'proactive'
  return { disclosure, disclosureMark: mark.text }
}

/** （联系电话：区政府办公室政务公开办，0531-1234567）, （联系人：王一，电话：1234567）: the unit or person and the number. */
function contactOf(notes: readonly Line[]): { unit: string; phone: string } | null {
  for (const note of notes.filter(isContact)) {
    const key = foldWidth(note.text).replace(/^\(|\)$/g, '')
    const phone = /(?:\d{3,4}-)?\d{7,11}(?:-\d+)?|\d{3,4}-\d{7,8}/.exec(key)?.[0]
    if (!phone) continue
    const at = key.indexOf(phone)
    const unit = note.text
      .replace(/^[（(]|[)）]$/g, '')
      .slice(0, at)
      .replace(/(?:联\s*系|咨询|业务)?(?:人|电话|单位|方式|部门)[:：]/g, '')
      .replace(/^[^:：]{2,6}[:：]/, '')
      .replace(/[，,；;、:：\s(（]+$/, '')
    return { unit: withoutSpaces(unit), phone }
  }
  return null
}

const copiesOf = (lines: readonly Line[]): string | null =>
  lines.length > 0
    ? withoutSpaces(lines.map(({ text }) => text).join('')).replace(/^抄送[:：]|^分送[:：]|^抄报[:：]/, '')
    : null

/** SDPR-2024-0020001 and its like in other provinces, whatever dashes were printed. */
function registrationNumber(lines: readonly Line[]): string | null {
  for (const line of lines.slice(0, 12)) {
    const found = line.key.length < 40 ? /\b([A-Z]{2}[PCD]R)[-—–]+(\d{4})[-—–]+(\d{7})\b/.exec(line.key) : null
    if (found) return `${found[1]}-${found[2]}-${found[3]}`
  }
  return null
}

/** Printed attachments, then those that are listed only. */
function attachmentsOf(regions: Regions): ReadAttachment[] {
  const printed = regions.attachments.map(
    (part: PrintedPart): ReadAttachment => ({
      label: part.label,
      title: part.title,
      lines: { from: part.from, to: part.to },
    }),
  )
  const known = new Set(
    printed.flatMap(({ label, title }) => [
      foldForComparing(title),
      regions.attachments.length > 1 || label !== '附件' ? label : '',
    ]),
  )
  const missing = regions.listed.filter(
    ({ label, title }) => !known.has(foldForComparing(title)) && !(label !== '附件' && known.has(label)),
  )
  // One attachment, listed and printed, with a title that was worded anew on the attachment itself.
  if (printed.length === 1 && regions.listed.length === 1)
    return printed.map((attachment) => ({ ...attachment, title: attachment.title || (regions.listed[0]?.title ?? '') }))
  return [...printed, ...missing.map(({ label, title }) => ({ label, title, lines: null }))]
}

const yearOf = (head: Head, signedOn: Day | null): number | null => {
  const named = /(20\d{2})年/.exec(foldWidth(head.title)) ?? /〔(\d{4})〕/.exec(head.docNumber ?? '')
  return named ? Number(named[1]) : signedOn ? Number(signedOn.slice(0, 4)) : null
}

/** Puts the parts together in reading order, with recipients, signature and the headings of the parts. */
function assemble(
  parts: readonly PartReading[],
  regions: Regions,
  head: Head,
  attachments: readonly ReadAttachment[],
): { elements: ReadElement[]; tables: ReadTable[] } {
  const elements: ReadElement[] = []
  const tables: ReadTable[] = []
  const plain = (
    kind: 'recipients' | 'signature' | 'date' | 'note' | 'attachment-list' | 'title',
    lines: readonly Line[],
    part: Part,
  ) => {
    for (const line of lines)
      elements.push({ kind, text: line.text, part, path: '', lines: { from: line.number, to: line.number } })
  }
  plain('title', head.titleLines, { kind: 'notice' })
  plain('recipients', regions.recipients, { kind: 'notice' })
  for (const reading of parts) {
    const { part } = reading
    const printed =
      part.kind === 'enclosure'
        ? regions.enclosure
        : part.kind === 'attachment'
          ? regions.attachments[part.index]
          : null
    if (printed) plain('title', printed.titleLines, part)
    const shift = tables.length
    tables.push(...reading.tables)
    elements.push(
      ...reading.elements.map(
        (element): ReadElement => (element.kind === 'table' ? { ...element, table: element.table + shift } : element),
      ),
    )
    if (part.kind !== 'notice') continue
    plain('attachment-list', attachments.length > 0 ? regions.listLines : [], part)
    plain('signature', regions.signers, part)
    plain('date', regions.signedDate ? [regions.signedDate] : [], part)
    plain('note', regions.notes, part)
  }
  plain('note', [...regions.copies, ...regions.printing], { kind: 'notice' })
  return { elements, tables }
}

function tasksOf(
  elements: readonly ReadElement[],
  tables: readonly ReadTable[],
  year: number | null,
): { tasks: ReadTask[]; findings: Finding[] } {
  const clauses = clauseTexts(elements)
  const read = tables.map((table, index) => readTableTasks(table, index, clauses, year))
  return {
    tasks: [...read.flatMap(({ tasks }) => tasks), ...readProseTasks(elements, year)],
    findings: read.flatMap(({ findings }) => findings),
  }
}

/** The clauses of notice and enclosure, each with the paragraphs beneath it. */
function clauseTexts(elements: readonly ReadElement[]) {
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

function citingTexts(elements: readonly ReadElement[], tables: readonly ReadTable[]): CitingText[] {
  const texts: CitingText[] = []
  for (const { part, path, lines, ...element } of elements) {
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
