import { sql } from 'drizzle-orm'
import type { Day } from '../../../kernel/day.ts'
import { fixedSql } from '../../../platform/database/fixed-sql.ts'
import type { Tx, Visitor } from '../../../platform/ports.ts'
import type { GazetteRef, GazetteView } from '../contract.ts'
import { documents } from './documents.table.ts'
import { keepForVisit } from './kept-for-visit.ts'
import { gazettes, prints } from './prints.table.ts'
import { SUMMARY_COLUMNS, SUMMARY_FROM, type SummaryRow, toSummary, visibleRows } from './summary.queries.ts'

type GazetteRow = {
  readonly id: string
  readonly title: string
  readonly publisher: string | null
  readonly year: number
  readonly number: number
  readonly total_number: number | null
  readonly published_on: string | null
  readonly n: number
}

const toRef = (row: GazetteRow): GazetteRef => ({
  id: row.id,
  title: row.title,
  publisher: row.publisher,
  year: row.year,
  number: row.number,
  totalNumber: row.total_number,
  publishedOn: row.published_on,
  url: `/gazettes/${row.id}`,
  documentCount: row.n,
})

const COLUMNS = fixedSql(
  sql`g.id, g.title, g.publisher, g.year, g.number, g.total_number, g.published_on::text AS published_on, held.n`,
)

/** Issues that hold documents which the visitor sees, the newest first. */
export async function listGazettes(tx: Tx, visitor: Visitor): Promise<readonly GazetteRef[]> {
  const { rows } = await tx.execute<GazetteRow>(sql`SELECT ${COLUMNS}
    FROM ${gazettes} g JOIN (SELECT p.site_id, p.gazette_id, count(DISTINCT p.document_id)::int AS n
      FROM ${prints} p JOIN ${documents} d ON d.site_id = p.site_id AND d.id = p.document_id
      WHERE ${visibleRows(visitor)} AND p.gazette_id IS NOT NULL GROUP BY 1, 2) held ON held.site_id = g.site_id AND held.gazette_id = g.id
    ORDER BY g.year DESC, g.number DESC`)
  return rows.map(toRef)
}

/** The first of them, without counting what the others hold. */
async function newestGazette(tx: Tx, visitor: Visitor): Promise<GazetteRef | null> {
  const { rows } = await tx.execute<GazetteRow>(sql`SELECT ${COLUMNS}
    FROM (SELECT * FROM ${gazettes} ORDER BY year DESC, number DESC) g, LATERAL (SELECT count(DISTINCT p.document_id)::int AS n
      FROM ${prints} p JOIN ${documents} d ON d.site_id = p.site_id AND d.id = p.document_id
      WHERE p.site_id = g.site_id AND p.gazette_id = g.id AND ${visibleRows(visitor)}) held
    WHERE held.n > 0 ORDER BY g.year DESC, g.number DESC LIMIT 1`)
  return rows[0] ? toRef(rows[0]) : null
}

/** Reads the newest issue for pages, and keeps it. */
export const keepNewestGazette = () => keepForVisit(newestGazette)

/** An issue with its contents in printed order, and its neighbours. */
export async function loadGazette(tx: Tx, visitor: Visitor, id: string, today: Day): Promise<GazetteView | null> {
  const all = await listGazettes(tx, visitor)
  const at = all.findIndex((gazette) => gazette.id === id)
  const gazette = all[at]
  if (!gazette) return null
  const { rows } = await tx.execute<SummaryRow & { section: string | null; page: number | null; file_hash: string }>(
    sql`SELECT ${SUMMARY_COLUMNS}, p.section, p.page, p.file_hash FROM ${prints} p JOIN (${SUMMARY_FROM}) ON d.site_id = p.site_id AND d.id = p.document_id
      WHERE p.gazette_id = ${id} AND ${visibleRows(visitor)} ORDER BY p.file_hash, p.position`,
  )
  const sections: { name: string | null; documents: GazetteView['sections'][number]['documents'][number][] }[] = []
  for (const row of rows) {
    const last = sections.at(-1)
    const document = { ...toSummary(row, today), page: row.page }
    if (last && last.name === row.section) last.documents.push(document)
    else sections.push({ name: row.section, documents: [document] })
  }
  return {
    ...gazette,
    sections,
    previous: all[at + 1] ?? null,
    next: all[at - 1] ?? null,
    fileHash: rows[0]?.file_hash ?? null,
    findings: [],
  }
}
