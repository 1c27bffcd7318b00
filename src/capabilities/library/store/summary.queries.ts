import { type SQL, sql } from 'drizzle-orm'
import type { Day } from '../../../kernel/day.ts'
import type { Tx, Visitor } from '../../../platform/ports.ts'
import type { DocumentFilter, DocumentList, DocumentSummary, FacetCount } from '../contract.ts'
import { validityOn } from '../rules/validity.ts'
import { visible } from '../rules/visible.ts'
import { namedUnits, tasks } from './derived.table.ts'
import { documents } from './documents.table.ts'
import { files, gazettes, prints } from './prints.table.ts'

/** Rows of `documents d` that a visitor may read: the only filter of every read (decision 18). */
export const visibleRows = (visitor: Visitor): SQL =>
  sql`(d.merged_into IS NULL AND d.state IN (${sql.join(
    visible(visitor).map((state) => sql`${state}`),
    sql`, `,
  )}))`

export type SummaryRow = {
  readonly id: string
  readonly title: string
  readonly doc_number: string | null
  readonly issuer: string | null
  readonly unit_ids: string[] | null
  readonly kind: string | null
  readonly topic: string | null
  readonly signed_on: string | null
  readonly published_on: string | null
  readonly effective_from: string | null
  readonly valid_until: string | null
  readonly gist: string | null
  readonly has_tasks: boolean
  readonly repealed_title: string | null
  readonly repealed_on: string | null
  readonly amended_title: string | null
  readonly amended_on: string | null
}

/**
 * When a document was first published: the day of the earliest issue that prints it, or the day that a file states of
 * itself. A day before it was signed is a misreading. Nobody knows it otherwise: loading is not publishing.
 */
const PUBLISHED_ON = sql`(SELECT min(coalesce(g.published_on, f.published_on)) FROM ${prints} p
  JOIN ${files} f ON f.site_id = p.site_id AND f.hash = p.file_hash AND f.state = 'loaded'
  LEFT JOIN ${gazettes} g ON g.site_id = p.site_id AND g.id = p.gazette_id
  WHERE p.site_id = d.site_id AND p.document_id = d.id AND coalesce(g.published_on, f.published_on) >= coalesce(d.signed_on, '-infinity'::date))`

export const SUMMARY_COLUMNS = sql`d.id, d.title, d.doc_number, d.issuer, d.kind, d.topic, d.signed_on::text AS signed_on,
  ${PUBLISHED_ON}::text AS published_on, d.effective_from::text AS effective_from, d.valid_until::text AS valid_until, d.gist, d.has_tasks,
  rb.title AS repealed_title, coalesce(rb.effective_from, rb.signed_on)::text AS repealed_on,
  ab.title AS amended_title, coalesce(ab.effective_from, ab.signed_on)::text AS amended_on,
  (SELECT array_agg(DISTINCT n.unit_id) FROM ${namedUnits} n WHERE n.site_id = d.site_id AND n.document_id = d.id AND n.role = 'issuer' AND n.unit_id IS NOT NULL) AS unit_ids`

const CHANGED_BY = sql`LEFT JOIN ${documents} rb ON rb.site_id = d.site_id AND rb.id = d.repealed_by
  LEFT JOIN ${documents} ab ON ab.site_id = d.site_id AND ab.id = d.amended_by`

export const SUMMARY_FROM = sql`${documents} d ${CHANGED_BY}`

export const validityOfRow = (row: SummaryRow, today: Day) =>
  validityOn(today, {
    effectiveFrom: row.effective_from,
    validUntil: row.valid_until,
    repealedBy: row.repealed_title ? { title: row.repealed_title, on: row.repealed_on } : null,
    amendedBy: row.amended_title ? { title: row.amended_title, on: row.amended_on } : null,
  })

export const toSummary = (row: SummaryRow, today: Day): DocumentSummary => ({
  id: row.id,
  title: row.title,
  docNumber: row.doc_number,
  url: `/documents/${row.id}`,
  issuer: row.issuer,
  issuerUnitIds: row.unit_ids ?? [],
  kind: row.kind,
  topic: row.topic,
  signedOn: row.signed_on,
  publishedOn: row.published_on,
  validity: validityOfRow(row, today).state,
  gist: row.gist,
  hasTasks: row.has_tasks,
})

/** Validity as SQL, for filters and counts: the twin of `validityOn`; a test compares the two. */
const validitySql = (today: Day): SQL => sql`CASE
  WHEN rb.id IS NOT NULL AND coalesce(rb.effective_from, rb.signed_on, '-infinity'::date) <= ${today}::date THEN 'repealed'
  WHEN d.valid_until < ${today}::date THEN 'expired'
  WHEN ab.id IS NOT NULL AND coalesce(ab.effective_from, ab.signed_on, '-infinity'::date) <= ${today}::date THEN 'amended'
  WHEN d.effective_from > ${today}::date THEN 'unknown'
  WHEN d.valid_until IS NOT NULL OR d.effective_from IS NOT NULL THEN 'in-force'
  ELSE 'unknown' END`

const FACETS = ['issuer', 'kind', 'topic', 'year', 'validity'] as const
type FacetName = (typeof FACETS)[number]

/** What a facet counts. */
const facetSql = (today: Day): Readonly<Record<FacetName, SQL>> => ({
  issuer: sql`d.issuer`,
  kind: sql`d.kind`,
  topic: sql`d.topic`,
  year: sql`extract(year FROM d.signed_on)::int::text`,
  validity: validitySql(today),
})

/** The conditions that are no facet's. */
function ownConditions(visitor: Visitor, filter: DocumentFilter): SQL[] {
  const parts = [visibleRows(visitor)]
  if (filter.issuerUnitId) {
    parts.push(
      sql`EXISTS (SELECT 1 FROM ${namedUnits} n WHERE n.site_id = d.site_id AND n.document_id = d.id AND n.role = 'issuer' AND n.unit_id = ${filter.issuerUnitId})`,
    )
  }
  if (filter.from) parts.push(sql`d.signed_on >= ${filter.from}::date`)
  if (filter.to) parts.push(sql`d.signed_on <= ${filter.to}::date`)
  return parts
}

function conditions(visitor: Visitor, filter: DocumentFilter, today: Day): SQL {
  const facets = facetSql(today)
  const chosen = FACETS.flatMap((name) => (filter[name] ? [sql`${facets[name]} = ${String(filter[name])}`] : []))
  return sql.join([...ownConditions(visitor, filter), ...chosen], sql` AND `)
}

type Sort = 'date' | 'title'

/** Chosen first, then joined with what changed them: a record walks through its documents once, not three times. */
async function summaries(
  tx: Tx,
  where: SQL,
  page: { readonly limit: number; readonly offset: number; readonly sort: Sort },
  today: Day,
): Promise<readonly DocumentSummary[]> {
  const order = page.sort === 'title' ? sql`d.title, d.id` : sql`d.signed_on DESC NULLS LAST, d.id DESC`
  const { rows } = await tx.execute<SummaryRow>(
    sql`SELECT ${SUMMARY_COLUMNS} FROM (SELECT d.* FROM ${SUMMARY_FROM} WHERE ${where} ORDER BY ${order} LIMIT ${page.limit} OFFSET ${page.offset}) d
      ${CHANGED_BY} ORDER BY ${order}`,
  )
  return rows.map((row) => toSummary(row, today))
}

/** The newest documents under a filter, without counting what else there is: for pages that show a few. */
export async function newestDocuments(
  tx: Tx,
  visitor: Visitor,
  filter: DocumentFilter,
  limit: number,
  today: Day,
): Promise<readonly DocumentSummary[]> {
  return summaries(tx, conditions(visitor, filter, today), { limit, offset: 0, sort: 'date' }, today)
}

/** Most values of a facet that are shown. */
const MOST_VALUES = 60

/**
 * How many documents there are under a filter, and for each value of each facet: a facet's own choice does not count, so that
 * its counts agree with what a click shows. One statement: each document is looked at once.
 */
async function countUnder(
  tx: Tx,
  visitor: Visitor,
  filter: DocumentFilter,
  today: Day,
): Promise<Pick<DocumentList, 'total' | 'facets'>> {
  const values = facetSql(today)
  const comma = sql`, `
  const columns = FACETS.map((name) => sql`${values[name]} AS ${sql.identifier(name)}`)
  const chosen = FACETS.filter((name) => filter[name])
  const under = (except?: FacetName): SQL => {
    const others = chosen.filter((name) => name !== except)
    return sql.join(
      [sql`true`, ...others.map((name) => sql`${sql.identifier(name)} = ${String(filter[name])}`)],
      sql` AND `,
    )
  }
  const counts = FACETS.map((name) => {
    const value = sql.identifier(name)
    return sql`(SELECT ${sql.raw(`'${name}'`)}, ${value}, count(*)::int FROM seen WHERE ${under(name)} AND ${value} IS NOT NULL
      GROUP BY 2 ORDER BY ${name === 'year' ? sql`2 DESC` : sql`3 DESC, 2`} LIMIT ${sql.raw(String(MOST_VALUES))})`
  })
  const { rows } = await tx.execute<{ facet: FacetName | 'total'; value: string; count: number }>(
    sql`WITH seen AS MATERIALIZED (SELECT ${sql.join(columns, comma)} FROM ${SUMMARY_FROM} WHERE ${sql.join(ownConditions(visitor, filter), sql` AND `)})
      SELECT 'total' AS facet, NULL AS value, count(*)::int AS count FROM seen WHERE ${under()}
      UNION ALL ${sql.join(counts, sql` UNION ALL `)}`,
  )
  const facet = (name: FacetName): FacetCount[] =>
    rows.flatMap((row) => (row.facet === name ? [{ value: row.value, count: row.count }] : []))
  return {
    total: rows.find((row) => row.facet === 'total')?.count ?? 0,
    facets: {
      issuer: facet('issuer'),
      kind: facet('kind'),
      topic: facet('topic'),
      year: facet('year'),
      validity: facet('validity'),
    },
  }
}

/** A page of the documents that a visitor sees under a filter, with counts that agree with what a click shows. */
export async function listDocuments(
  tx: Tx,
  visitor: Visitor,
  filter: DocumentFilter,
  page: { readonly limit: number; readonly offset: number; readonly sort: Sort },
  today: Day,
): Promise<DocumentList> {
  const items = page.limit > 0 ? await summaries(tx, conditions(visitor, filter, today), page, today) : []
  const { total, facets } = await countUnder(tx, visitor, filter, today)
  return { total, items, facets }
}

export interface Counts {
  readonly documents: number
  readonly gazettes: number
  readonly tasks: number
  readonly latest: Day | null
}

/** The numbers of the home page. */
export async function countEverything(tx: Tx, visitor: Visitor): Promise<Counts> {
  const { rows } = await tx.execute<{ documents: number; gazettes: number; tasks: number; latest: string | null }>(
    sql`SELECT count(*)::int AS documents, max(d.signed_on)::text AS latest, (SELECT count(*)::int FROM ${gazettes}) AS gazettes,
      (SELECT count(*)::int FROM ${tasks} t JOIN ${documents} d ON d.site_id = t.site_id AND d.id = t.document_id WHERE ${visibleRows(visitor)}) AS tasks
      FROM ${documents} d WHERE ${visibleRows(visitor)}`,
  )
  return rows[0] ?? { documents: 0, gazettes: 0, tasks: 0, latest: null }
}

/** Documents whose titles are nearest to a text by shared characters: what a page that is not there can offer. */
export async function nearestTitles(
  tx: Tx,
  visitor: Visitor,
  text: string,
  limit: number,
  today: Day,
): Promise<readonly DocumentSummary[]> {
  const letters = [...new Set(text.match(/\p{Script=Han}/gu) ?? [])].slice(0, 24)
  if (letters.length === 0) return []
  const score = sql.join(
    letters.map((letter) => sql`(position(${letter} in d.title) > 0)::int`),
    sql` + `,
  )
  const { rows } = await tx.execute<SummaryRow>(
    sql`SELECT ${SUMMARY_COLUMNS} FROM ${SUMMARY_FROM} WHERE ${visibleRows(visitor)} AND ${score} >= ${Math.ceil(letters.length / 2)} ORDER BY ${score} DESC, d.signed_on DESC NULLS LAST LIMIT ${limit}`,
  )
  return rows.map((row) => toSummary(row, today))
}
