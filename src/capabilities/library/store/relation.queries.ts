import { sql } from 'drizzle-orm'
import { partOfRows } from '../../../platform/database/part-of-rows.ts'
import { anyOf } from '../../../platform/database/text-array.ts'
import type { Tx, Visitor } from '../../../platform/ports.ts'
import type { DocumentView, RelationView } from '../contract.ts'
import type { MissingDocument } from '../contract-history.ts'
import { relations } from './derived.table.ts'
import { documents } from './documents.table.ts'
import { visibleRows } from './summary.queries.ts'

/**
 * Citations both ways. What the library lacks, or what the visitor may not see, stands without a link; what a document
 * issues stands in itself, and is named only where the library has it by itself too.
 */
export async function relationsOf(tx: Tx, visitor: Visitor, id: string): Promise<DocumentView['relations']> {
  type Row = {
    side: 'to' | 'from'
    effect: RelationView['effect']
    position: number
    title: string
    doc_number: string | null
    clause_id: string | null
    other: string | null
    other_title: string | null
    other_number: string | null
  }
  const columns = sql.raw(
    'r.effect, r.position, r.title, r.doc_number, r.clause_id, d.id AS other, d.title AS other_title, d.doc_number AS other_number',
  )
  const { rows } =
    await tx.execute<Row>(sql`SELECT * FROM (SELECT 'to' AS side, ${columns}, NULL::text AS citing, NULL::date AS signed_on
      FROM ${relations} r LEFT JOIN ${documents} d ON d.site_id = r.site_id AND d.id = r.to_id AND ${visibleRows(visitor)}
      WHERE r.from_id = ${id} AND (r.effect <> 'issues' OR d.id IS NOT NULL)
    UNION ALL SELECT 'from', ${columns}, d.id, d.signed_on
      FROM ${relations} r JOIN ${documents} d ON d.site_id = r.site_id AND d.id = r.from_id AND ${visibleRows(visitor)}
      WHERE r.to_id = ${id}) both_ways ORDER BY signed_on DESC NULLS LAST, citing, position`)
  const on = (side: Row['side']): RelationView[] =>
    rows
      .filter((row) => row.side === side)
      .map((row) => ({
        effect: row.effect,
        document:
          row.other && row.other_title
            ? { id: row.other, title: row.other_title, docNumber: row.other_number, url: `/documents/${row.other}` }
            : null,
        title: row.title,
        docNumber: row.doc_number,
        clauseId: row.clause_id,
        ref: `citations/${row.position + 1}`,
      }))
  return { to: on('to'), from: on('from') }
}

/**
 * Documents and laws that the visitor's documents cite and the library lacks, the most cited first: one entry a title,
 * with the number that any of them gives.
 */
export async function citedButMissing(
  tx: Tx,
  visitor: Visitor,
  page: { readonly limit: number; readonly offset: number },
): Promise<{ readonly total: number; readonly items: readonly MissingDocument[] }> {
  const missing = sql`FROM ${relations} r JOIN ${documents} d ON d.site_id = r.site_id AND d.id = r.from_id
    WHERE r.to_id IS NULL AND r.effect <> 'issues' AND ${visibleRows(visitor)}`
  const { rows } = await tx.execute<{
    title: string
    doc_number: string | null
    n: number
    cited_by: { id: string; title: string; docNumber: string | null }[]
  }>(sql`SELECT m.title, m.doc_number, m.n, c.cited_by
    FROM (SELECT r.title_key, min(r.title) AS title, min(r.doc_number) AS doc_number, count(DISTINCT r.from_id)::int AS n
      ${missing} GROUP BY r.title_key ORDER BY n DESC, title ${partOfRows(page)}) m,
    LATERAL (SELECT json_agg(json_build_object('id', f.id, 'title', f.title, 'docNumber', f.doc_number)) AS cited_by
      FROM (SELECT DISTINCT ON (d.signed_on, d.id) d.id, d.title, d.doc_number ${missing} AND r.title_key = m.title_key
        ORDER BY d.signed_on DESC NULLS LAST, d.id LIMIT 5) f) c
    ORDER BY m.n DESC, m.title`)
  const counted = await tx.execute<{ n: number }>(sql`SELECT count(DISTINCT r.title_key)::int AS n ${missing}`)
  return {
    total: counted.rows[0]?.n ?? 0,
    items: rows.map(({ title, doc_number, n, cited_by }) => ({
      title,
      docNumber: doc_number,
      count: n,
      citedBy: cited_by.map((document) => ({ ...document, url: `/documents/${document.id}` })),
    })),
  }
}

/** Ids of the documents that these cite or are cited by, as it stands now. */
export async function idsTiedTo(tx: Tx, ids: readonly string[]): Promise<readonly string[]> {
  const own = anyOf(ids)
  const { rows } = await tx.execute<{ id: string }>(sql`SELECT DISTINCT r.to_id AS id FROM ${relations} r
      WHERE r.from_id = ${own} AND r.to_id IS NOT NULL
    UNION SELECT DISTINCT r.from_id FROM ${relations} r WHERE r.to_id = ${own}`)
  return rows.map(({ id }) => id)
}
