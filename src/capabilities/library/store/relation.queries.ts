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
 * with the number that any of them gives; where they give several (the same notice of every year), one entry a number.
 */
export async function citedButMissing(
  tx: Tx,
  visitor: Visitor,
  page: { readonly limit: number; readonly offset: number },
): Promise<{ readonly total: number; readonly items: readonly MissingDocument[] }> {
  const missing = sql`lacking AS (SELECT r.title_key, r.title, r.doc_number, r.from_id, d.title AS by_title, d.doc_number AS by_number, d.signed_on
    FROM ${relations} r JOIN ${documents} d ON d.site_id = r.site_id AND d.id = r.from_id
    WHERE r.to_id IS NULL AND r.effect <> 'issues' AND ${visibleRows(visitor)}),
  several AS (SELECT title_key FROM lacking GROUP BY title_key HAVING count(DISTINCT doc_number) > 1),
  apart AS (SELECT l.*, CASE WHEN s.title_key IS NULL THEN '' ELSE coalesce(l.doc_number, '') END AS one
    FROM lacking l LEFT JOIN several s ON s.title_key = l.title_key)`
  const { rows } = await tx.execute<{
    title: string
    doc_number: string | null
    n: number
    cited_by: { id: string; title: string; docNumber: string | null }[]
  }>(sql`WITH ${missing} SELECT m.title, m.doc_number, m.n, c.cited_by
    FROM (SELECT title_key, one, min(title) AS title, min(doc_number) AS doc_number, count(DISTINCT from_id)::int AS n
      FROM apart GROUP BY title_key, one ORDER BY n DESC, title, one ${partOfRows(page)}) m,
    LATERAL (SELECT json_agg(json_build_object('id', f.from_id, 'title', f.by_title, 'docNumber', f.by_number)) AS cited_by
      FROM (SELECT DISTINCT ON (signed_on, from_id) from_id, by_title, by_number FROM apart a WHERE a.title_key = m.title_key AND a.one = m.one
        ORDER BY signed_on DESC NULLS LAST, from_id LIMIT 5) f) c
    ORDER BY m.n DESC, m.title, m.one`)
  const counted = await tx.execute<{ n: number }>(
    sql`WITH ${missing} SELECT count(*)::int AS n FROM (SELECT DISTINCT title_key, one FROM apart) every`,
  )
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
