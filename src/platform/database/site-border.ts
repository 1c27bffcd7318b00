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

const SITE_ID = /^[a-z][a-z0-9-]{0,30}$/

/** The same as one statement, for a driver whose statements without parameters are cheaper. Throws for what is no site id. */
export function siteBorder(siteId: string): string {
  if (!SITE_ID.test(siteId)) throw new Error(`not a site id: ${siteId}`)
  return `SELECT set_config('role', 'kaiming_app', true), set_config('app.site', '${siteId}', true)`
}
