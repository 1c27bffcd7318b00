import { sql } from 'drizzle-orm'
import type { Tx, Visitor } from '../../../platform/ports.ts'
import { visibleRows } from './summary.queries.ts'

/** A clause that the text no longer has: its id still resolves. */
export interface LostClause {
  readonly id: string
  /** Part and path: `enclosure|一/（二）`. */
  readonly place: string
  readonly words: string
}

export interface IssueNeighbour {
  readonly title: string
  readonly url: string
}

/** What stands around the text of a document: before and after it in its issue, and what it has lost. */
export interface Surroundings {
  readonly previous: IssueNeighbour | null
  readonly next: IssueNeighbour | null
  readonly lost: readonly LostClause[]
}

type Row = {
  readonly previous: { readonly id: string; readonly title: string } | null
  readonly next: { readonly id: string; readonly title: string } | null
  readonly lost: LostClause[] | null
}

const toNeighbour = (found: { readonly id: string; readonly title: string } | null): IssueNeighbour | null =>
  found ? { title: found.title, url: `/documents/${found.id}` } : null

/** Reads what stands around a document, in one question to the record. */
export async function surroundingsOf(tx: Tx, visitor: Visitor, documentId: string): Promise<Surroundings> {
  const beside = (direction: 'before' | 'after') => {
    const [sign, order] = direction === 'before' ? [sql`<`, sql`DESC`] : [sql`>`, sql`ASC`]
    return sql`(SELECT json_build_object('id', d.id, 'title', d.title) FROM prints p JOIN documents d ON d.site_id = p.site_id AND d.id = p.document_id
      WHERE p.file_hash = here.file_hash AND p.position ${sign} here.position AND p.document_id <> ${documentId} AND ${visibleRows(visitor)}
      ORDER BY p.position ${order} LIMIT 1)`
  }
  const { rows } = await tx.execute<Row>(sql`SELECT
      (SELECT json_agg(json_build_object('id', clause_id, 'place', place, 'words', words) ORDER BY clause_id)
        FROM clause_ids WHERE document_id = ${documentId} AND is_lost) AS lost,
      ${beside('before')} AS previous, ${beside('after')} AS next
    FROM (SELECT 1) one LEFT JOIN LATERAL (SELECT p.file_hash, p.position FROM prints p
      WHERE p.document_id = ${documentId} AND p.gazette_id IS NOT NULL ORDER BY p.standing DESC, p.file_hash LIMIT 1) here ON true`)
  const row = rows[0]
  return {
    previous: toNeighbour(row?.previous ?? null),
    next: toNeighbour(row?.next ?? null),
    lost: row?.lost ?? [],
  }
}

/** Whether a visitor may read a document at all. */
export async function isReadable(tx: Tx, visitor: Visitor, documentId: string): Promise<boolean> {
  const { rows } = await tx.execute(
    sql`SELECT 1 FROM documents d WHERE d.id = ${documentId} AND ${visibleRows(visitor)}`,
  )
  return rows.length > 0
}
