import { sql } from 'drizzle-orm'
import type { Tx } from '../ports.ts'

/**
 * Begins work inside one site: the role that row level security binds, and the site that its policies compare with.
 * Both settings end with the transaction.
 */
export async function inSite<T>(tx: Tx, siteId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  await tx.execute(sql`SELECT set_config('role', 'kaiming_app', true), set_config('app.site', ${siteId}, true)`)
  return work(tx)
}
