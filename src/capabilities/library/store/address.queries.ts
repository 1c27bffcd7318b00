import { sql } from 'drizzle-orm'
import { partOfRows } from '../../../platform/database/part-of-rows.ts'
import type { Tx, Visitor } from '../../../platform/ports.ts'
import { documents } from './documents.table.ts'
import { visibleRows } from './summary.queries.ts'

/** The address of a document with the day on which it last changed. */
export interface DocumentAddress {
  readonly path: string
  readonly changedOn: string
}

/** How many documents a visitor sees. */
export async function countVisible(tx: Tx, visitor: Visitor): Promise<number> {
  const { rows } = await tx.execute<{ n: number }>(
    sql`SELECT count(*)::int AS n FROM ${documents} d WHERE ${visibleRows(visitor)}`,
  )
  return rows[0]?.n ?? 0
}

/** Addresses of the documents that a visitor sees, in the order of their ids. */
export async function listAddresses(
  tx: Tx,
  visitor: Visitor,
  page: { readonly limit: number; readonly offset: number },
): Promise<readonly DocumentAddress[]> {
  const { rows } = await tx.execute<{ id: string; changed_on: string }>(
    sql`SELECT d.id, (d.updated_at AT TIME ZONE 'Asia/Shanghai')::date::text AS changed_on FROM ${documents} d
      WHERE ${visibleRows(visitor)} ORDER BY d.id ${partOfRows(page)}`,
  )
  return rows.map(({ id, changed_on }) => ({ path: `/documents/${id}`, changedOn: changed_on }))
}
