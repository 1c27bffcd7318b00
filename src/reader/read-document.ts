import type { Day } from '../kernel/day.ts'
import { foldWidth, withoutSpaces } from '../kernel/han.ts'
import { readAppointments } from './appointments.ts'
import { assemble, attachmentsOf, citingTexts, clauseTexts } from './assemble.ts'
import { readCitations } from './citations.ts'
import { ClausePaths } from './clauses.ts'
import { contactOf, copiesOf, disclosureOf, kindOf, printedOn, recipientsOf, registrationNumber } from './fields.ts'
import { documentFindings } from './findings.ts'
import type { Head } from './head.ts'
import { hostOfMinutes, issuersOfTitle, splitOrgans } from './issuers.ts'
import type { Line } from './lines.ts'
import { isOrganName, isRecipients } from './marks.ts'
import { filledFromPage } from './page-data.ts'
import type { PrintStyle } from './print-style.ts'
import { issuedTitle } from './printed-parts.ts'
import { type PartReading, readPart } from './read-part.ts'
import { type Regions, splitRegions } from './regions.ts'
import { readProseTasks, readTableTasks } from './tasks/read-tasks.ts'
import type { Finding, ReadDocument, ReadElement, ReaderKnowledge, ReadTable, ReadTask, SourceHints } from './types.ts'
import { readValidity } from './validity.ts'

/** Reads one document. `headLines` are its letterhead, title and number, `lines` what follows up to the next document. */
export function readDocument(
  order: number,
  head: Head,
  headLines: readonly Line[],
  lines: readonly Line[],
  style: PrintStyle,
  knowledge: ReaderKnowledge,
  said: SourceHints = {},
): ReadDocument {
  const regions = splitRegions(lines, head.title)
  const parts = readParts(regions, style)
  const isTable = isStatisticsAlone(head, regions, parts[0] as PartReading)
  const title = head.title || firstWords(lines)
  const from = headLines[0]?.number ?? lines[0]?.number ?? 1
  const printed = { docNumber: head.docNumber, signedOn: regions.signature.day, issuers: issuersOf(head, regions) }
  const filled = isTable ? { ...printed, issuers: [], findings: [] } : filledFromPage(printed, said, from)
  const { docNumber, issuers, signedOn } = filled
  const attachments = attachmentsOf(regions, issuers)
  const { elements, tables } = assemble(parts, regions, head)
  const tasks = tasksOf(elements, tables, yearOf({ ...head, docNumber }, signedOn))
  const texts = elements.flatMap((element) =>
    'text' in element ? [{ text: element.text, line: element.lines.from }] : [],
  )
  const own = [
    title,
    regions.enclosure?.title,
    issuedTitle(title),
    ...attachments.map((attachment) => attachment.title),
  ]
  const document = {
    order,
    title,
    docNumber,
    issuer: issuers.length > 0 ? issuers.join('、') : null,
    issuers,
    section: head.entry?.section ?? null,
    kind: isTable ? null : kindOf(title, knowledge.kinds),
    recipients: recipientsOf(regions.recipients),
    signedOn,
    printedOn: printedOn(regions.printing),
    ...disclosureOf(regions.notes),
    contact: contactOf(regions.notes),
    cc: copiesOf(regions.copies),
    enclosure: regions.enclosure?.title ?? null,
    attachments,
    validity: readValidity(texts, title, signedOn),
    registrationNumber: registrationNumber([...headLines, ...lines.slice(0, 12)]),
    elements,
    tables,
    tasks: tasks.tasks,
    citations: readCitations(
      citingTexts(elements, tables),
      own.flatMap((name) => name || []),
      docNumber,
    ),
    appointments: /任免|任命|免去|任职|免职/.test(title) ? readAppointments(texts) : [],
    page: head.titleLines[0]?.source.page ?? null,
    lines: {
      from,
      to: Math.max(from, lines.at(-1)?.source.until ?? lines.at(-1)?.number ?? headLines.at(-1)?.number ?? from),
    },
  }
  const findings: Finding[] = [...filled.findings, ...parts.flatMap((part) => part.findings), ...tasks.findings]
  const isTitled = head.title !== ''
  return { ...document, findings: [...findings, ...documentFindings(document, { isTable, isTitled })] }
}

/** The notice, what it issues, and its attachments, read in this order. */
function readParts(regions: Regions, style: PrintStyle): PartReading[] {
  const { enclosure, attachments } = regions
  return [
    readPart(regions.notice, { kind: 'notice' }, new ClausePaths(), null, style),
    ...(enclosure ? [readPart(enclosure.lines, { kind: 'enclosure' }, new ClausePaths(), enclosure.title, style)] : []),
    ...attachments.map((part, index) =>
      readPart(part.lines, { kind: 'attachment', index }, new ClausePaths(), part.title || null, style),
    ),
  ]
}

/** What stands for a title that was not printed: the first words, not those by which people are addressed. */
const firstWords = (lines: readonly Line[]): string => {
  const first = lines.slice(0, 3).find((line) => !isRecipients(line)) ?? lines[0]
  return withoutSpaces(first?.text ?? '').slice(0, 30)
}

/** A statistical table printed by itself: a title over a table, no number, nobody addressed, nobody signing. */
const isStatisticsAlone = (head: Head, regions: Regions, notice: PartReading): boolean =>
  head.docNumber === null &&
  regions.recipients.length === 0 &&
  regions.signature.day === null &&
  notice.tables.length > 0 &&
  !notice.elements.some((element) => element.kind === 'clause')

/** The issuers: as the title names them, else who signed, else the letterhead, else who met. */
function issuersOf(head: Head, regions: Regions): readonly string[] {
  const titled = issuersOfTitle(head.titleLines)
  if (titled) return titled
  if (regions.signature.organs.length > 0) return regions.signature.organs
  if (head.letterhead) return splitOrgans(head.letterhead)
  const host = hostOfMinutes(head.title)
  if (host !== null) return [host]
  // 明溪区人民政府 over 2008年春季森林防火 / 命令: a title without 关于 has its issuer on its first line.
  const [first, second] = head.titleLines
  return first && second && isOrganName(first) ? [withoutSpaces(first.text)] : []
}

const yearOf = (head: Head, signedOn: Day | null): number | null => {
  const named = /(20\d{2})年/.exec(foldWidth(head.title)) ?? /〔(\d{4})〕/.exec(head.docNumber ?? '')
  return named ? Number(named[1]) : signedOn ? Number(signedOn.slice(0, 4)) : null
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
