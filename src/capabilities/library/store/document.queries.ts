import { and, eq, sql } from 'drizzle-orm'
import type { Day } from '../../../kernel/day.ts'
import type { Tx, Visitor } from '../../../platform/ports.ts'
import type { Finding, ReadTable } from '../../../reader/types.ts'
import type { DocumentRef, DocumentView, ElementView, PrintView, RelationView, UnitRef } from '../contract.ts'
import { type EditionState, visible } from '../rules/visible.ts'
import { redirects } from './decisions.table.ts'
import { namedUnits, relations } from './derived.table.ts'
import { documents, editions } from './documents.table.ts'
import { overridesOf } from './identity.queries.ts'
import { files, gazettes, prints } from './prints.table.ts'
import {
  SUMMARY_COLUMNS,
  SUMMARY_FROM,
  type SummaryRow,
  toSummary,
  validityOfRow,
  visibleRows,
} from './summary.queries.ts'
import { tasksOfDocument } from './task.queries.ts'

/** What became of a document id. */
export type LoadedDocument =
  | { readonly state: 'found'; readonly document: DocumentView }
  | { readonly state: 'moved'; readonly to: string }
  | { readonly state: 'gone'; readonly title: string; readonly reason: string }
  | { readonly state: 'unknown' }

type DocumentRow = SummaryRow & {
  readonly state: EditionState
  readonly state_reason: string | null
  readonly merged_into: string | null
  readonly edition: number
  readonly main_print: string | null
  readonly issuers: string[]
  readonly printed_on: string | null
  readonly repealed_by: string | null
  readonly repealed_number: string | null
  readonly amended_by: string | null
  readonly amended_number: string | null
  readonly updated_at: string
  readonly details: Details
  readonly content: { readonly elements: ElementView[]; readonly tables: ReadTable[] } | null
}

interface Details {
  readonly recipients?: string | null
  readonly contact?: DocumentView['contact']
  readonly cc?: string | null
  readonly enclosure?: string | null
  readonly attachments?: readonly { label: string; title: string; lines: unknown }[]
  readonly disclosure?: DocumentView['disclosure']
  readonly disclosureMark?: string | null
  readonly registrationNumber?: string | null
  readonly findings?: readonly Finding[]
}

/** A whole document as a visitor may see it on a day. */
export async function loadDocument(tx: Tx, visitor: Visitor, id: string, today: Day): Promise<LoadedDocument> {
  const { rows } =
    await tx.execute<DocumentRow>(sql`SELECT ${SUMMARY_COLUMNS}, d.state, d.state_reason, d.merged_into, d.edition, d.main_print, d.issuers,
      d.printed_on::text AS printed_on, d.details, to_char(d.updated_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS updated_at,
      rb.id AS repealed_by, rb.doc_number AS repealed_number, ab.id AS amended_by, ab.doc_number AS amended_number, e.content
    FROM ${SUMMARY_FROM} LEFT JOIN ${editions} e ON e.site_id = d.site_id AND e.document_id = d.id AND e.number = d.edition
    WHERE d.id = ${id}`)
  const row = rows[0]
  if (!row) return { state: 'unknown' }
  if (row.merged_into) return { state: 'moved', to: row.merged_into }
  if (!visible(visitor).includes(row.state))
    return { state: 'gone', title: row.title, reason: row.state_reason ?? '已撤回。' }
  return { state: 'found', document: await viewOf(tx, visitor, row, today) }
}

async function viewOf(tx: Tx, visitor: Visitor, row: DocumentRow, today: Day): Promise<DocumentView> {
  const { details, content } = row
  const units = await unitsOf(tx, row.id)
  const edition = { number: row.edition, asOf: row.signed_on, state: row.state, madeBy: null }
  const validity = validityOfRow(row, today)
  return {
    ...toSummary(row, today),
    issuers: row.issuers.map((name) => units.find((unit) => unit.name === name) ?? { id: null, name }),
    recipients: details.recipients ?? null,
    printedOn: row.printed_on,
    disclosure: details.disclosure ?? 'unstated',
    disclosureMark: details.disclosureMark ?? null,
    contact: details.contact ?? null,
    cc: details.cc ?? null,
    enclosure: details.enclosure ?? null,
    attachments: (details.attachments ?? []).map(({ label, title, lines }) => ({
      label,
      title,
      isPrinted: lines !== null,
    })),
    effectiveFrom: row.effective_from,
    validUntil: row.valid_until,
    registrationNumber: details.registrationNumber ?? null,
    indexNumber: null,
    validityView: { ...validity, source: sourceOf(row, validity.state) },
    edition,
    editions: [edition],
    prints: await printViews(tx, row.id, row.main_print),
    elements: content?.elements ?? [],
    tables: content?.tables ?? [],
    tasks: await tasksOfDocument(tx, row.id),
    relations: await relationsOf(tx, visitor, row.id),
    findings: details.findings ?? [],
    overrides: (await overridesOf(tx, await siteOf(tx), row.id)).map(({ field, value, reason }) => ({
      field,
      value,
      reason,
    })),
    updatedAt: row.updated_at,
  }
}

const siteOf = async (tx: Tx): Promise<string> =>
  (await tx.execute<{ site: string }>(sql`SELECT current_setting('app.site') AS site`)).rows[0]?.site ?? ''

function sourceOf(row: DocumentRow, state: string): DocumentRef | null {
  const [id, title, docNumber] =
    state === 'repealed'
      ? [row.repealed_by, row.repealed_title, row.repealed_number]
      : state === 'amended'
        ? [row.amended_by, row.amended_title, row.amended_number]
        : [null, null, null]
  return id && title ? { id, title, docNumber, url: `/documents/${id}` } : null
}

async function unitsOf(tx: Tx, id: string): Promise<UnitRef[]> {
  return tx
    .selectDistinct({ id: namedUnits.unitId, name: namedUnits.name })
    .from(namedUnits)
    .where(and(eq(namedUnits.documentId, id), eq(namedUnits.role, 'issuer')))
}

async function printViews(tx: Tx, id: string, main: string | null): Promise<PrintView[]> {
  const { rows } = await tx.execute<{
    id: string
    section: string | null
    page: number | null
    file_hash: string
    file_name: string
    line_from: number
    line_to: number
    findings: Finding[] | null
    gazette_id: string | null
    title: string | null
    publisher: string | null
    year: number
    number: number
    total_number: number | null
    published_on: string | null
  }>(sql`SELECT p.id, p.section, p.page, p.file_hash, f.name AS file_name, p.line_from, p.line_to, p.reading->'findings' AS findings, p.gazette_id,
      g.title, g.publisher, g.year, g.number, g.total_number, g.published_on::text AS published_on
    FROM ${prints} p JOIN ${files} f ON f.site_id = p.site_id AND f.hash = p.file_hash AND f.state = 'loaded'
    LEFT JOIN ${gazettes} g ON g.site_id = p.site_id AND g.id = p.gazette_id WHERE p.document_id = ${id} ORDER BY p.standing DESC, p.file_hash`)
  return rows.map((row) => ({
    id: Number(row.id),
    gazette: row.gazette_id
      ? {
          id: row.gazette_id,
          title: row.title ?? '',
          publisher: row.publisher,
          year: row.year,
          number: row.number,
          totalNumber: row.total_number,
          publishedOn: row.published_on,
          url: `/gazettes/${row.gazette_id}`,
          documentCount: 0,
        }
      : null,
    section: row.section,
    page: row.page,
    fileName: row.file_name,
    fileHash: row.file_hash,
    lines: { from: row.line_from, to: row.line_to },
    isMain: row.id === main,
    differences: { layout: 0, misreading: 0, substance: 0 },
    findings: row.findings ?? [],
  }))
}

/** Citations both ways. What the library lacks, or what the visitor may not see, stands without a link. */
export async function relationsOf(tx: Tx, visitor: Visitor, id: string): Promise<DocumentView['relations']> {
  type Row = {
    effect: RelationView['effect']
    title: string
    doc_number: string | null
    clause_id: string | null
    other: string | null
    other_title: string | null
    other_number: string | null
  }
  const read = async (join: 'to' | 'from'): Promise<RelationView[]> => {
    const [mine, theirs] = join === 'to' ? [sql`r.from_id`, sql`r.to_id`] : [sql`r.to_id`, sql`r.from_id`]
    const { rows } =
      await tx.execute<Row>(sql`SELECT r.effect, r.title, r.doc_number, r.clause_id, d.id AS other, d.title AS other_title, d.doc_number AS other_number
      FROM ${relations} r LEFT JOIN ${documents} d ON d.site_id = r.site_id AND d.id = ${theirs} AND ${visibleRows(visitor)}
      WHERE ${mine} = ${id} ${join === 'from' ? sql`AND d.id IS NOT NULL` : sql``} ORDER BY ${join === 'to' ? sql`r.position` : sql`d.signed_on DESC NULLS LAST, d.id`}`)
    return rows.map((row) => ({
      effect: row.effect,
      document:
        row.other && row.other_title
          ? { id: row.other, title: row.other_title, docNumber: row.other_number, url: `/documents/${row.other}` }
          : null,
      title: row.title,
      docNumber: row.doc_number,
      clauseId: row.clause_id,
    }))
  }
  return { to: await read('to'), from: await read('from') }
}

/** Whether a visitor may fetch an original: some document that they see was printed in it. */
export async function loadOriginal(
  tx: Tx,
  visitor: Visitor,
  hash: string,
): Promise<{ readonly name: string; readonly format: string } | null> {
  const { rows } = await tx.execute<{
    name: string
    format: string
  }>(sql`SELECT f.name, f.format FROM ${files} f WHERE f.hash = ${hash} AND f.state = 'loaded'
    AND EXISTS (SELECT 1 FROM ${prints} p JOIN ${documents} d ON d.site_id = p.site_id AND d.id = p.document_id WHERE p.file_hash = f.hash AND ${visibleRows(visitor)})
    AND NOT EXISTS (SELECT 1 FROM ${prints} p JOIN ${documents} d ON d.site_id = p.site_id AND d.id = p.document_id WHERE p.file_hash = f.hash AND NOT ${visibleRows(visitor)})`)
  return rows[0] ?? null
}

export async function resolveOldAddress(tx: Tx, path: string): Promise<string | null> {
  const [row] = await tx.select({ target: redirects.target }).from(redirects).where(eq(redirects.path, path))
  return row?.target ?? null
}
