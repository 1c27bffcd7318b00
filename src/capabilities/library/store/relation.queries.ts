import { type SQL, sql } from 'drizzle-orm'
import { fixedSql } from '../../../platform/database/fixed-sql.ts'
import { partOfRows } from '../../../platform/database/part-of-rows.ts'
import { anyOf } from '../../../platform/database/text-array.ts'
import type { Tx, Visitor } from '../../../platform/ports.ts'
import type { DocumentView, RelationView } from '../contract.ts'
import type { MissingDocument } from '../contract-history.ts'
import { relations } from './derived.table.ts'
import { documents } from './documents.table.ts'
import { visibleRows, visibleTo } from './summary.queries.ts'

/** A citation as the record tells it, from the side of one of its ends. */
export interface RelationRow {
  readonly side: 'to' | 'from'
  readonly effect: RelationView['effect']
  readonly position: number
  readonly title: string
  readonly doc_number: string | null
  readonly clause_id: string | null
  readonly other: string | null
  readonly other_title: string | null
  readonly other_number: string | null
}

const END = sql.raw(`r.effect, r.position, r.title, r.doc_number, r.clause_id,
  other.id AS other, other.title AS other_title, other.doc_number AS other_number`)

const rowsFor = (kind: Visitor['kind']): SQL => {
  const isVisible = visibleTo(kind, 'other')
  return fixedSql(sql`(SELECT json_agg(both_ways ORDER BY signed_on DESC NULLS LAST, citing, position) FROM (
    SELECT 'to' AS side, ${END}, NULL::text AS citing, NULL::date AS signed_on
    FROM ${relations} r LEFT JOIN ${documents} other ON other.site_id = r.site_id AND other.id = r.to_id AND ${isVisible}
    WHERE r.site_id = d.site_id AND r.from_id = d.id AND (r.effect <> 'issues' OR other.id IS NOT NULL)
    UNION ALL SELECT 'from', ${END}, other.id, other.signed_on
    FROM ${relations} r JOIN ${documents} other ON other.site_id = r.site_id AND other.id = r.from_id AND ${isVisible}
    WHERE r.site_id = d.site_id AND r.to_id = d.id) both_ways)`)
}

/**
 * Rows of `RelationRow` for `documents d`, as JSON: citations both ways. What the library lacks, or what the visitor may not see,
 * stands without an end; what a document issues stands in itself, and is named only where the library has it by itself too.
 */
export const RELATION_ROWS: Readonly<Record<Visitor['kind'], SQL>> = {
  public: rowsFor('public'),
  staff: rowsFor('staff'),
}

export function toRelations(rows: readonly RelationRow[]): DocumentView['relations'] {
  const on = (side: RelationRow['side']): RelationView[] =>
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
