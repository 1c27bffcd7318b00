import { sql } from 'drizzle-orm'
import type { Tx, Visitor } from '../../../platform/ports.ts'
import type { DocumentRef } from '../contract.ts'
import { relations } from './derived.table.ts'
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
  /** Ids of both. */
  readonly ids: readonly string[]
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
    ids: [row?.previous, row?.next].flatMap((found) => (found ? [found.id] : [])),
  }
}

/** Whether a visitor may read a document at all. */
export async function isReadable(tx: Tx, visitor: Visitor, documentId: string): Promise<boolean> {
  const { rows } = await tx.execute(
    sql`SELECT 1 FROM ${documents} d WHERE d.id = ${documentId} AND ${visibleRows(visitor)}`,
  )
  return rows.length > 0
}

/** A document that changed another one, with the day from which it does so. */
export interface ChangingDocument extends DocumentRef {
  readonly effect: 'amends' | 'repeals'
  readonly signedOn: string | null
  readonly effectiveFrom: string | null
}

/** The documents that amended or repealed one, the earliest first. */
export async function changesOf(tx: Tx, visitor: Visitor, documentId: string): Promise<readonly ChangingDocument[]> {
  const { rows } = await tx.execute<{
    effect: 'amends' | 'repeals'
    id: string
    title: string
    doc_number: string | null
    signed_on: string | null
    effective_from: string | null
  }>(sql`SELECT DISTINCT r.effect, d.id, d.title, d.doc_number, d.signed_on::text AS signed_on, d.effective_from::text AS effective_from
    FROM ${relations} r JOIN ${documents} d ON d.site_id = r.site_id AND d.id = r.from_id
    WHERE r.to_id = ${documentId} AND r.effect IN ('amends', 'repeals') AND ${visibleRows(visitor)} ORDER BY signed_on NULLS LAST, d.id`)
  return rows.map((row) => ({
    effect: row.effect,
    id: row.id,
    title: row.title,
    docNumber: row.doc_number,
    url: `/documents/${row.id}`,
    signedOn: row.signed_on,
    effectiveFrom: row.effective_from,
  }))
}
