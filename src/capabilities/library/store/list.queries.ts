import { type SQL, sql } from 'drizzle-orm'
import type { Day } from '../../../kernel/day.ts'
import { partOfRows } from '../../../platform/database/part-of-rows.ts'
import type { Tx, Visitor } from '../../../platform/ports.ts'
import type { DocumentCounts, DocumentEntry, DocumentFilter, DocumentList, FacetCount } from '../contract.ts'
import { namedUnits, tasks } from './derived.table.ts'
import { documents } from './documents.table.ts'
import { gazettes } from './prints.table.ts'
import {
  CHANGED_BY,
  ENTRY_COLUMNS,
  SUMMARY_COLUMNS,
  type SummaryRow,
  toEntry,
  toSummary,
  validityState,
  visibleRows,
} from './summary.queries.ts'

const FACETS = ['issuer', 'kind', 'topic', 'year', 'validity'] as const
type FacetName = (typeof FACETS)[number]

/** What a facet counts. */
const facetSql = (today: Day): Readonly<Record<FacetName, SQL>> => ({
  issuer: sql`d.issuer`,
  kind: sql`d.kind`,
  topic: sql`d.topic`,
  year: sql`extract(year FROM d.signed_on)::text`,
  validity: validityState(today),
})

/** The conditions that are no facet's. */
function ownConditions(visitor: Visitor, filter: DocumentFilter): SQL {
  const parts = [visibleRows(visitor)]
  if (filter.issuerUnitId) {
    parts.push(
      sql`EXISTS (SELECT 1 FROM ${namedUnits} n WHERE n.site_id = d.site_id AND n.document_id = d.id AND n.role = 'issuer' AND n.unit_id = ${filter.issuerUnitId})`,
    )
  }
  if (filter.from) parts.push(sql`d.signed_on >= ${filter.from}::date`)
  if (filter.to) parts.push(sql`d.signed_on <= ${filter.to}::date`)
  return all(parts)
}

const all = (parts: readonly SQL[]): SQL => sql.join([...parts], sql` AND `)

function conditions(visitor: Visitor, filter: DocumentFilter, today: Day): SQL {
  const facets = facetSql(today)
  const chosen = FACETS.flatMap((name) => (filter[name] ? [sql`${facets[name]} = ${String(filter[name])}`] : []))
  return all([ownConditions(visitor, filter), ...chosen])
}

/** A page of a list and its order. */
export interface ListPart {
  readonly limit: number
  readonly offset: number
  readonly sort: 'date' | 'title'
}

const orderOf = ({ sort }: ListPart): SQL =>
  sort === 'title' ? sql`d.title, d.id` : sql`d.signed_on DESC NULLS LAST, d.id DESC`

/** Documents under a filter as pages and feeds list them. */
export async function listEntries(
  tx: Tx,
  visitor: Visitor,
  filter: DocumentFilter,
  part: ListPart,
  today: Day,
): Promise<readonly DocumentEntry[]> {
  const { rows } = await tx.execute<Parameters<typeof toEntry>[0]>(
    sql`SELECT ${ENTRY_COLUMNS}, ${validityState(today)} AS validity FROM ${documents} d WHERE ${conditions(visitor, filter, today)}
      ORDER BY ${orderOf(part)} ${partOfRows(part)}`,
  )
  return rows.map(toEntry)
}

/** The newest documents under a filter: for pages that show a few. */
export const newestDocuments = (
  tx: Tx,
  visitor: Visitor,
  filter: DocumentFilter,
  limit: number,
  today: Day,
): Promise<readonly DocumentEntry[]> => listEntries(tx, visitor, filter, { limit, offset: 0, sort: 'date' }, today)

/** Most values of a facet that are shown. */
const MOST_VALUES = 60

/**
 * How many documents there are under a filter, and for each value of each facet: a facet's own choice does not count, so that
 * its counts agree with what a click shows. One statement: each document is looked at once.
 */
export async function countDocuments(
  tx: Tx,
  visitor: Visitor,
  filter: DocumentFilter,
  today: Day,
): Promise<DocumentCounts> {
  const values = facetSql(today)
  const named = (names: readonly FacetName[]) =>
    sql.join(
      names.map((name) => sql.identifier(name)),
      sql`, `,
    )
  const chosen = FACETS.filter((name) => filter[name])
  const countWithout = (except?: FacetName): SQL => {
    const others = chosen.filter((name) => name !== except)
    const under = all([sql`true`, ...others.map((name) => sql`${sql.identifier(name)} = ${String(filter[name])}`)])
    return sql`count(*) FILTER (WHERE ${under})`
  }
  const groups = FACETS.map((name) => sql`(${sql.identifier(name)})`)
  const own = chosen.map((name) => sql`WHEN grouping(${sql.identifier(name)}) = 0 THEN ${countWithout(name)}`)
  const { rows } = await tx.execute<{ facets: number; value: string | null; count: number }>(
    sql`SELECT grouping(${named(FACETS)}) AS facets, coalesce(${named(FACETS)}) AS value,
        (CASE ${sql.join(own, sql` `)} WHEN true THEN ${countWithout()} END)::int AS count
      FROM (SELECT ${sql.join(
        FACETS.map((name) => sql`${values[name]} AS ${sql.identifier(name)}`),
        sql`, `,
      )}
        FROM ${documents} d WHERE ${ownConditions(visitor, filter)}) seen
      GROUP BY GROUPING SETS (${sql.join(groups, sql`, `)}, ())`,
  )
  const counted = Map.groupBy(rows, ({ facets }) => facets)
  const facet = (name: FacetName): FacetCount[] =>
    (counted.get(maskOf(name)) ?? [])
      .flatMap(({ value, count }) => (value !== null && count > 0 ? [{ value, count }] : []))
      .sort(name === 'year' ? byValue(-1) : (one, other) => other.count - one.count || byValue(1)(one, other))
      .slice(0, MOST_VALUES)
  return {
    total: counted.get(maskOf())?.[0]?.count ?? 0,
    facets: {
      issuer: facet('issuer'),
      kind: facet('kind'),
      topic: facet('topic'),
      year: facet('year'),
      validity: facet('validity'),
    },
  }
}

/** What `grouping` says of rows that are grouped by a facet: a bit for each that they are not grouped by, the first one highest. */
const maskOf = (name?: FacetName): number => FACETS.reduce((mask, other) => mask * 2 + (other === name ? 0 : 1), 0)

const byValue = (direction: 1 | -1) => (one: FacetCount, other: FacetCount) =>
  one.value === other.value ? 0 : one.value < other.value ? -direction : direction

/** A page of the documents that a visitor sees under a filter, with counts: what other systems are told. */
export async function listDocuments(
  tx: Tx,
  visitor: Visitor,
  filter: DocumentFilter,
  part: ListPart,
  today: Day,
): Promise<DocumentList> {
  const order = orderOf(part)
  // Chosen first, then joined with what changed them: a record walks through its documents once, not three times.
  const { rows } = await tx.execute<SummaryRow>(
    sql`SELECT ${SUMMARY_COLUMNS} FROM (SELECT d.* FROM ${documents} d WHERE ${conditions(visitor, filter, today)}
      ORDER BY ${order} ${partOfRows(part)}) d ${CHANGED_BY} ORDER BY ${order}`,
  )
  return { ...(await countDocuments(tx, visitor, filter, today)), items: rows.map((row) => toSummary(row, today)) }
}

export interface Counts {
  readonly documents: number
  readonly gazettes: number
  readonly tasks: number
}

/** The numbers of the home page. */
export async function countEverything(tx: Tx, visitor: Visitor): Promise<Counts> {
  const { rows } = await tx.execute<{ documents: number; gazettes: number; tasks: number }>(
    sql`SELECT count(*)::int AS documents, (SELECT count(*)::int FROM ${gazettes}) AS gazettes,
      (SELECT count(*)::int FROM ${tasks} t JOIN ${documents} d ON d.site_id = t.site_id AND d.id = t.document_id WHERE ${visibleRows(visitor)}) AS tasks
      FROM ${documents} d WHERE ${visibleRows(visitor)}`,
  )
  return rows[0] ?? { documents: 0, gazettes: 0, tasks: 0 }
}
