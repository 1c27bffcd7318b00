import { sql } from 'drizzle-orm'
import type { Tx, Visitor } from '../../../platform/ports.ts'
import { documents } from './documents.table.ts'
import { prints } from './prints.table.ts'
import { visibleRows } from './summary.queries.ts'

export interface IssueNeighbour {
  readonly title: string
  readonly url: string
}

/** What stands before and after a document in its issue. */
export interface Surroundings {
  readonly previous: IssueNeighbour | null
  readonly next: IssueNeighbour | null
}

type Row = {
  readonly previous: { readonly id: string; readonly title: string } | null
  readonly next: { readonly id: string; readonly title: string } | null
}

const toNeighbour = (found: { readonly id: string; readonly title: string } | null): IssueNeighbour | null =>
  found ? { title: found.title, url: `/documents/${found.id}` } : null

/** Reads what stands around a document, in one question to the record. */
export async function surroundingsOf(tx: Tx, visitor: Visitor, documentId: string): Promise<Surroundings> {
  const beside = (direction: 'before' | 'after') => {
    const [sign, order] = direction === 'before' ? [sql`<`, sql`DESC`] : [sql`>`, sql`ASC`]
    return sql`(SELECT json_build_object('id', d.id, 'title', d.title) FROM ${prints} p JOIN ${documents} d ON d.site_id = p.site_id AND d.id = p.document_id
      WHERE p.file_hash = here.file_hash AND p.position ${sign} here.position AND p.document_id <> ${documentId} AND ${visibleRows(visitor)}
      ORDER BY p.position ${order} LIMIT 1)`
  }
  const { rows } = await tx.execute<Row>(sql`SELECT
      ${beside('before')} AS previous, ${beside('after')} AS next
    FROM (SELECT 1) one LEFT JOIN LATERAL (SELECT p.file_hash, p.position FROM ${prints} p
      WHERE p.document_id = ${documentId} AND p.gazette_id IS NOT NULL ORDER BY p.standing DESC, p.file_hash LIMIT 1) here ON true`)
  const row = rows[0]
  return {
    previous: toNeighbour(row?.previous ?? null),
    next: toNeighbour(row?.next ?? null),
  }
}

/** Whether a visitor may read a document at all. */
export async function isReadable(tx: Tx, visitor: Visitor, documentId: string): Promise<boolean> {
  const { rows } = await tx.execute(
    sql`SELECT 1 FROM ${documents} d WHERE d.id = ${documentId} AND ${visibleRows(visitor)}`,
  )
  return rows.length > 0
}
