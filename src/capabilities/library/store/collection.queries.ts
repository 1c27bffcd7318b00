import { sql } from 'drizzle-orm'
import type { Day } from '../../../kernel/day.ts'
import { partOfRows } from '../../../platform/database/part-of-rows.ts'
import type { Tx, Visitor } from '../../../platform/ports.ts'
import type { ReadTable } from '../../../reader/types.ts'
import type { DocumentRef, ElementView } from '../contract.ts'
import { appointments } from './derived.table.ts'
import { documents, editions } from './documents.table.ts'
import { PUBLISHED_ON, visibleRows } from './summary.queries.ts'

/** A document that stands behind an entry of a list. */
export interface CollectedDocument extends DocumentRef {
  readonly signedOn: string | null
  readonly issuer: string | null
}

export interface AppointmentEntry {
  readonly action: 'appoint' | 'remove'
  readonly person: string
  readonly post: string
  readonly document: CollectedDocument
}

export interface AppointmentFilter {
  readonly person?: string
  readonly year?: number
}

type DocumentColumns = {
  readonly id: string
  readonly title: string
  readonly doc_number: string | null
  readonly signed_on: string | null
  readonly issuer: string | null
}

const DOCUMENT = sql`d.id, d.title, d.doc_number, d.signed_on::text AS signed_on, d.issuer`
const NEWEST_FIRST = sql`d.signed_on DESC NULLS LAST, d.id DESC`

const toDocument = (row: DocumentColumns): CollectedDocument => ({
  id: row.id,
  title: row.title,
  docNumber: row.doc_number,
  signedOn: row.signed_on,
  issuer: row.issuer,
  url: `/documents/${row.id}`,
})

/** Appointments and removals, the newest document first, in the order of its text. */
export async function listAppointments(
  tx: Tx,
  visitor: Visitor,
  filter: AppointmentFilter,
  page: { readonly limit: number; readonly offset: number },
): Promise<{ readonly total: number; readonly years: readonly number[]; readonly items: readonly AppointmentEntry[] }> {
  const from = sql`${appointments} a JOIN ${documents} d ON d.site_id = a.site_id AND d.id = a.document_id`
  const where = sql.join(
    [
      visibleRows(visitor),
      ...(filter.person ? [sql`position(${filter.person} in a.person || a.post) > 0`] : []),
      ...(filter.year ? [sql`extract(year FROM d.signed_on)::int = ${filter.year}`] : []),
    ],
    sql` AND `,
  )
  const { rows } = await tx.execute<DocumentColumns & { action: 'appoint' | 'remove'; person: string; post: string }>(
    sql`SELECT a.action, a.person, a.post, ${DOCUMENT} FROM ${from} WHERE ${where} ORDER BY ${NEWEST_FIRST}, a.position
      ${partOfRows(page)}`,
  )
  const counted = await tx.execute<{ n: number }>(sql`SELECT count(*)::int AS n FROM ${from} WHERE ${where}`)
  const years = await tx.execute<{ year: number }>(
    sql`SELECT DISTINCT extract(year FROM d.signed_on)::int AS year FROM ${from} WHERE ${visibleRows(visitor)} AND d.signed_on IS NOT NULL ORDER BY 1 DESC`,
  )
  return {
    total: counted.rows[0]?.n ?? 0,
    years: years.rows.map(({ year }) => year),
    items: rows.map((row) => ({ action: row.action, person: row.person, post: row.post, document: toDocument(row) })),
  }
}

export interface ApprovalText {
  readonly document: CollectedDocument
  /** Who asked for it. */
  readonly recipients: string | null
  readonly elements: readonly ElementView[]
}

/** Approvals (批复) with their texts, the newest first. */
export async function listApprovals(
  tx: Tx,
  visitor: Visitor,
  page: { readonly limit: number; readonly offset: number },
): Promise<{ readonly total: number; readonly items: readonly ApprovalText[] }> {
  const where = sql`d.kind = '批复' AND ${visibleRows(visitor)}`
  const { rows } = await tx.execute<DocumentColumns & { recipients: string | null; elements: ElementView[] | null }>(
    sql`SELECT ${DOCUMENT}, d.details->>'recipients' AS recipients, e.content->'elements' AS elements
      FROM ${documents} d LEFT JOIN ${editions} e ON e.site_id = d.site_id AND e.document_id = d.id AND e.number = d.edition
      WHERE ${where} ORDER BY ${NEWEST_FIRST} ${partOfRows(page)}`,
  )
  const counted = await tx.execute<{ n: number }>(sql`SELECT count(*)::int AS n FROM ${documents} d WHERE ${where}`)
  return {
    total: counted.rows[0]?.n ?? 0,
    items: rows.map((row) => ({
      document: toDocument(row),
      recipients: row.recipients,
      elements: row.elements ?? [],
    })),
  }
}

export interface DocumentTable {
  readonly document: CollectedDocument
  /** Place in the document, from 0. */
  readonly index: number
  readonly table: ReadTable
  /** The day on which the document was first published; null when nothing says it. */
  readonly publishedOn: Day | null
}

/** Tables of a kind with their documents, the newest first; `titleHas`: words of which the title must hold one. */
export async function listTables(
  tx: Tx,
  visitor: Visitor,
  kind: ReadTable['kind'],
  titleHas: readonly string[] = [],
): Promise<readonly DocumentTable[]> {
  const titles = titleHas.map((word) => sql`position(${word} in d.title) > 0`)
  const { rows } = await tx.execute<DocumentColumns & { index: number; table: ReadTable; published_on: string | null }>(
    sql`SELECT ${DOCUMENT}, (t.place - 1)::int AS index, t.value AS table, ${PUBLISHED_ON}::text AS published_on
      FROM ${documents} d JOIN ${editions} e ON e.site_id = d.site_id AND e.document_id = d.id AND e.number = d.edition,
        json_array_elements(e.content->'tables') WITH ORDINALITY AS t(value, place)
      WHERE t.value->>'kind' = ${kind} AND ${visibleRows(visitor)}
        ${titles.length > 0 ? sql`AND (${sql.join(titles, sql` OR `)})` : sql``}
      ORDER BY ${NEWEST_FIRST}, t.place`,
  )
  return rows.map((row) => ({
    document: toDocument(row),
    index: row.index,
    table: row.table,
    publishedOn: row.published_on,
  }))
}
