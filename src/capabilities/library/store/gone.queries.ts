import { sql } from 'drizzle-orm'
import type { Tx } from '../../../platform/ports.ts'
import { files } from './prints.table.ts'

/** Whether an issue once stood under this address: the files that printed it are kept when they are taken back. */
export async function wasIssue(tx: Tx, id: string): Promise<boolean> {
  const { rows } = await tx.execute(
    sql`SELECT 1 FROM ${files} f WHERE f.gazette_id = ${id} AND f.state <> 'staged' LIMIT 1`,
  )
  return rows.length > 0
}

/** The same of an original. */
export async function wasOriginal(tx: Tx, hash: string): Promise<boolean> {
  const { rows } = await tx.execute(
    sql`SELECT 1 FROM ${files} f WHERE f.hash = ${hash} AND f.state <> 'staged' LIMIT 1`,
  )
  return rows.length > 0
}
