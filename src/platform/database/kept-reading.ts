import { sql } from 'drizzle-orm'
import type { Tx } from '../ports.ts'

/** What a kept reading is of: a site, within it perhaps a kind of visitor, and the day where it depends on it. */
export interface KeptFor {
  readonly siteId: string
  readonly whose?: string
  readonly today?: string
}

/**
 * Keeps what many pages read of a site and what is the same for all of them, for as long as the site's change log has no newer version and
 * the day is the same; one reading for each site and `whose`, so `whose` must be one of a few. For transactions that only
 * read: a writer sees what may be rolled back. The version is asked for first, in the same transaction: what is changed in
 * between is at most shown too early, never kept for too long, and nothing has to be told that it is outdated.
 */
export function keepReading<T>(): (tx: Tx, of: KeptFor, read: () => Promise<T>) => Promise<T> {
  const kept = new Map<string, { readonly heldAt: string; readonly reading: T }>()
  return async (tx, { siteId, whose = '', today = '' }, read) => {
    const place = `${siteId} ${whose}`
    const heldAt = `${today} ${await newestChange(tx, siteId)}`
    const known = kept.get(place)
    if (known?.heldAt === heldAt) return known.reading
    const reading = await read()
    kept.set(place, { heldAt, reading })
    return reading
  }
}

/** The newest version of a site in the change log: with it everything of the site stands still. */
async function newestChange(tx: Tx, siteId: string): Promise<string> {
  const { rows } = await tx.execute<{ version: string }>(
    sql`SELECT coalesce(max(version), 0)::text AS version FROM changes WHERE site_id = ${siteId}`,
  )
  return rows[0]?.version ?? '0'
}
