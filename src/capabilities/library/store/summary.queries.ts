import { type SQL, sql } from 'drizzle-orm'
import type { Day } from '../../../kernel/day.ts'
import { fixedSql } from '../../../platform/database/fixed-sql.ts'
import type { Tx, Visitor } from '../../../platform/ports.ts'
import type { DocumentEntry, DocumentRef, DocumentSummary, ValidityState } from '../contract.ts'
import { type ValidityFacts, validityOn } from '../rules/validity.ts'
import { visible } from '../rules/visible.ts'
import { namedUnits } from './derived.table.ts'
import { documents } from './documents.table.ts'
import { files, gazettes, prints } from './prints.table.ts'

/** Rows of `documents`, under whatever name they stand in a statement, that a kind of visitor may read. */
export const visibleTo = (kind: Visitor['kind'], name: string): SQL => {
  const states = visible({ kind }).map((state) => `'${state}'`)
  return sql.raw(`(${name}.merged_into IS NULL AND ${name}.state IN (${states.join(', ')}))`)
}
const VISIBLE: Readonly<Record<Visitor['kind'], SQL>> = {
  public: visibleTo('public', 'd'),
  staff: visibleTo('staff', 'd'),
}

/** Rows of `documents d` that a visitor may read: the only filter of every read (decision 18). */
export const visibleRows = (visitor: Visitor): SQL => VISIBLE[visitor.kind]

type EntryRow = {
  readonly id: string
  readonly title: string
  readonly doc_number: string | null
  readonly issuer: string | null
  readonly kind: string | null
  readonly topic: string | null
  readonly signed_on: string | null
  readonly gist: string | null
  readonly has_tasks: boolean
}

/** What a list shows of a document; its validity is asked for with `validityState`. */
export const ENTRY_COLUMNS = sql.raw(
  'd.id, d.title, d.doc_number, d.issuer, d.kind, d.topic, d.signed_on::text AS signed_on, d.gist, d.has_tasks',
)

export const toEntry = (row: EntryRow & { readonly validity: ValidityState }): DocumentEntry => ({
  id: row.id,
  title: row.title,
  docNumber: row.doc_number,
  url: `/documents/${row.id}`,
  issuer: row.issuer,
  kind: row.kind,
  topic: row.topic,
  signedOn: row.signed_on,
  validity: row.validity,
  gist: row.gist,
  hasTasks: row.has_tasks,
})

/**
 * Validity as SQL, for lists, filters and counts: the twin of `validityOn`; a test compares the two. What changed a document
 * is looked up only for one that was changed.
 */
export const validityState = (today: Day): SQL => {
  const holds = (by: SQL) => sql`${by} IS NOT NULL AND EXISTS (SELECT 1 FROM ${documents} other
    WHERE other.site_id = d.site_id AND other.id = ${by} AND coalesce(other.effective_from, other.signed_on, '-infinity'::date) <= ${today}::date)`
  return sql`CASE
  WHEN ${holds(sql`d.repealed_by`)} THEN 'repealed'
  WHEN d.valid_until < ${today}::date THEN 'expired'
  WHEN ${holds(sql`d.amended_by`)} THEN 'amended'
  WHEN d.effective_from > ${today}::date THEN 'unknown'
  WHEN d.valid_until IS NOT NULL OR d.effective_from IS NOT NULL THEN 'in-force'
  ELSE 'unknown' END`
}

/** What a summary takes from the row itself and from what changed it. */
export type OwnRow = EntryRow & {
  readonly effective_from: string | null
  readonly valid_until: string | null
  readonly repealed_title: string | null
  readonly repealed_on: string | null
  readonly amended_title: string | null
  readonly amended_on: string | null
}

export type SummaryRow = OwnRow & {
  readonly unit_ids: string[] | null
  readonly published_on: string | null
}

/**
 * When a document was first published: the day of the earliest issue that prints it, or the day that a file states of
 * itself. A day before it was signed is a misreading. Nobody knows it otherwise: loading is not publishing. The twin of
 * `firstPublishedOn`; a test compares the two.
 */
export const PUBLISHED_ON = fixedSql(sql`(SELECT min(coalesce(g.published_on, f.published_on)) FROM ${prints} p
  JOIN ${files} f ON f.site_id = p.site_id AND f.hash = p.file_hash AND f.state = 'loaded'
  LEFT JOIN ${gazettes} g ON g.site_id = p.site_id AND g.id = p.gazette_id
  WHERE p.site_id = d.site_id AND p.document_id = d.id AND coalesce(g.published_on, f.published_on) >= coalesce(d.signed_on, '-infinity'::date))`)

/** The columns of `OwnRow`. */
export const OWN_COLUMNS = fixedSql(sql`${ENTRY_COLUMNS},
  d.effective_from::text AS effective_from, d.valid_until::text AS valid_until,
  rb.title AS repealed_title, coalesce(rb.effective_from, rb.signed_on)::text AS repealed_on,
  ab.title AS amended_title, coalesce(ab.effective_from, ab.signed_on)::text AS amended_on`)

export const SUMMARY_COLUMNS = fixedSql(sql`${OWN_COLUMNS}, ${PUBLISHED_ON}::text AS published_on,
  (SELECT array_agg(DISTINCT n.unit_id) FROM ${namedUnits} n WHERE n.site_id = d.site_id AND n.document_id = d.id AND n.role = 'issuer' AND n.unit_id IS NOT NULL) AS unit_ids`)

export const CHANGED_BY = fixedSql(sql`LEFT JOIN ${documents} rb ON rb.site_id = d.site_id AND rb.id = d.repealed_by
  LEFT JOIN ${documents} ab ON ab.site_id = d.site_id AND ab.id = d.amended_by`)

export const SUMMARY_FROM = fixedSql(sql`${documents} d ${CHANGED_BY}`)

export const validityFacts = (row: OwnRow): ValidityFacts => ({
  effectiveFrom: row.effective_from,
  validUntil: row.valid_until,
  repealedBy: row.repealed_title ? { title: row.repealed_title, on: row.repealed_on } : null,
  amendedBy: row.amended_title ? { title: row.amended_title, on: row.amended_on } : null,
})

export const validityOfRow = (row: OwnRow, today: Day) => validityOn(today, validityFacts(row))

export const toSummary = (row: SummaryRow, today: Day): DocumentSummary => ({
  ...toEntry({ ...row, validity: validityOfRow(row, today).state }),
  issuerUnitIds: row.unit_ids ?? [],
  publishedOn: row.published_on,
})

/** Documents whose titles are nearest to a text by shared characters: what a page that is not there can offer. */
export async function nearestTitles(
  tx: Tx,
  visitor: Visitor,
  text: string,
  limit: number,
): Promise<readonly DocumentRef[]> {
  const letters = [...new Set(text.match(/\p{Script=Han}/gu) ?? [])].slice(0, 24)
  if (letters.length === 0) return []
  const score = sql.join(
    letters.map((letter) => sql`(position(${letter} in d.title) > 0)::int`),
    sql` + `,
  )
  const { rows } = await tx.execute<{ id: string; title: string; doc_number: string | null }>(
    sql`SELECT d.id, d.title, d.doc_number FROM ${documents} d WHERE ${visibleRows(visitor)} AND ${score} >= ${Math.ceil(letters.length / 2)}
      ORDER BY ${score} DESC, d.signed_on DESC NULLS LAST LIMIT ${limit}`,
  )
  return rows.map(({ id, title, doc_number: docNumber }) => ({ id, title, docNumber, url: `/documents/${id}` }))
}
