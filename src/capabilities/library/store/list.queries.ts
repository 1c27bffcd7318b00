import { type SQL, sql } from 'drizzle-orm'
import type { Day } from '../../../kernel/day.ts'
import { fixedSql } from '../../../platform/database/fixed-sql.ts'
import { partOfRows } from '../../../platform/database/part-of-rows.ts'
import type { Tx, Visitor } from '../../../platform/ports.ts'
import type { DocumentCounts, DocumentEntry, DocumentFilter, DocumentList } from '../contract.ts'
import { countShelves, FACETS, type FacetName, type Shelf } from '../rules/shelves.ts'
import { namedUnits, tasks } from './derived.table.ts'
import { documents } from './documents.table.ts'
import { keepForVisit, type Visit } from './kept-for-visit.ts'
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

/** What a facet compares with. */
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
  const chosen = Object.entries(chosenFacets(filter)).map(([name, value]) =>
    value === null ? sql`${facets[name as FacetName]} IS NULL` : sql`${facets[name as FacetName]} = ${value}`,
  )
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

/** Shelves of the documents under the conditions that are no facet's: each document is looked at once. */
async function readShelves(tx: Tx, visitor: Visitor, filter: DocumentFilter, today: Day): Promise<readonly Shelf[]> {
  // Validity is told for what documents have in common, not for each of them.
  const { rows } = await tx.execute<Shelf & Record<string, unknown>>(
    sql`SELECT d.issuer, d.kind, d.topic, d.year::text AS year, ${validityState(today)} AS validity, d.count
      FROM (SELECT ${ALIKE}, count(*)::int AS count FROM ${documents} d WHERE ${ownConditions(visitor, filter)} GROUP BY ${ALIKE_IN_ORDER}) d`,
  )
  return rows
}

const ALIKE = fixedSql(sql`d.site_id, d.issuer, d.kind, d.topic, extract(year FROM d.signed_on)::int AS year,
  d.valid_until, d.effective_from, d.repealed_by, d.amended_by`)
const ALIKE_IN_ORDER = sql.raw('1, 2, 3, 4, 5, 6, 7, 8, 9')

/** The choices of facets in a filter; null asks for documents that do not say it. */
const chosenFacets = (filter: DocumentFilter): Partial<Record<FacetName, string | null>> =>
  Object.fromEntries(
    FACETS.flatMap((name) => {
      const value = filter[name]
      return value === undefined || value === '' ? [] : [[name, value === null ? null : String(value)]]
    }),
  )

/** How many documents there are under a filter, and for each value of each facet. */
export async function countDocuments(
  tx: Tx,
  visitor: Visitor,
  filter: DocumentFilter,
  today: Day,
  most?: number,
): Promise<DocumentCounts> {
  return countShelves(await readShelves(tx, visitor, filter, today), chosenFacets(filter), most)
}

/** Counts documents as `countDocuments` does, for pages: in a transaction that only reads. */
export type CountDocuments = (
  tx: Tx,
  visit: Visit,
  filter: DocumentFilter,
  /** Most values of a facet. */
  most?: number,
) => Promise<DocumentCounts>

/** Every page of the list and every combination of facets counts the same shelves: they are kept while nothing changes. */
export function keepShelves(): CountDocuments {
  const shelvesOf = keepForVisit((tx, visitor, today) => readShelves(tx, visitor, {}, today))
  return async (tx, visit, filter, most) => {
    if (filter.issuerUnitId || filter.from || filter.to)
      return countDocuments(tx, visit.visitor, filter, visit.today, most)
    return countShelves(await shelvesOf(tx, visit), chosenFacets(filter), most)
  }
}

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

/** The numbers of the home page. Every task belongs to a document, and few documents are hidden: their tasks are taken off. */
async function countEverything(tx: Tx, visitor: Visitor): Promise<Counts> {
  const { rows } = await tx.execute<{ documents: number; gazettes: number; tasks: number }>(
    sql`SELECT count(*)::int AS documents, (SELECT count(*)::int FROM ${gazettes}) AS gazettes,
      (SELECT count(*)::int FROM ${tasks}) - (SELECT count(*)::int FROM ${documents} d JOIN ${tasks} t ON t.site_id = d.site_id AND t.document_id = d.id WHERE NOT ${visibleRows(visitor)}) AS tasks
      FROM ${documents} d WHERE ${visibleRows(visitor)}`,
  )
  return rows[0] ?? { documents: 0, gazettes: 0, tasks: 0 }
}

/** Counts for the home page, and keeps the numbers. */
export const keepCounts = () => keepForVisit(countEverything)

/** Reads the newest of all documents for pages, and keeps them. */
export const keepNewestDocuments = (limit: number) =>
  keepForVisit((tx, visitor, today) => newestDocuments(tx, visitor, {}, limit, today))
