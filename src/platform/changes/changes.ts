import { sql } from 'drizzle-orm'
import { jsonRows } from '../database/json-rows.ts'
import type { Change, Database, Follower, Log, Tx } from '../ports.ts'

/**
 * Holds back other writers of the log until this transaction ends, so that versions become visible in their order and a
 * follower that has seen one has seen all before it.
 */
const IN_ORDER = sql`SELECT pg_advisory_xact_lock(7207002)`

/** Writes changes to the log, in the transaction that makes them; call it last, the log is held from here to the commit. */
export async function appendChanges(
  tx: Tx,
  siteId: string,
  changes: readonly { readonly entity: string; readonly id: string; readonly tombstone?: boolean }[],
): Promise<readonly number[]> {
  if (changes.length === 0) return []
  await tx.execute(IN_ORDER)
  const rows = changes.map(({ entity, id, tombstone = false }) => ({ entity, id, tombstone }))
  const { rows: written } = await tx.execute<{ version: string }>(
    sql`INSERT INTO changes (version, site_id, entity, entity_id, tombstone)
      SELECT nextval('change_version'), ${siteId}, entity, id, tombstone
      FROM ${jsonRows('change (entity text, id text, tombstone boolean)', rows)} RETURNING version`,
  )
  return written.map(({ version }) => Number(version))
}

/** Changes of all sites after a version, in order. */
export async function readChanges(tx: Tx, after: number, limit: number): Promise<readonly Change[]> {
  const { rows } = await tx.execute<{
    version: string
    site_id: string
    entity: string
    entity_id: string
    tombstone: boolean
  }>(
    sql`SELECT version, site_id, entity, entity_id, tombstone FROM changes WHERE version > ${after} ORDER BY version LIMIT ${limit}`,
  )
  return rows.map((row) => ({
    version: Number(row.version),
    siteId: row.site_id,
    entity: row.entity,
    id: row.entity_id,
    tombstone: row.tombstone,
  }))
}

/** The newest version of the log, 0 when nothing was ever changed. */
export async function newestVersion(tx: Tx): Promise<number> {
  const { rows } = await tx.execute<{ version: string }>(sql`SELECT coalesce(max(version), 0) AS version FROM changes`)
  return Number(rows[0]?.version ?? 0)
}

/** Changes handed to a follower at once. */
const BATCH = 200

/** Follows the log for its followers, until it is closed. */
export interface Following {
  /** Brings every follower up to date; resolves when all have seen what was in the log at the call. */
  catchUp(): Promise<void>
  close(): Promise<void>
}

/**
 * Hands changes to followers, each from where it stopped, at least once. Where it stopped lies with the projection itself:
 * with several nodes on one record each has its own index and its own cache, and follows on its own. A follower that
 * fails is logged and tried again at the next turn; it does not hold up the others.
 */
export async function followChanges(
  database: Database,
  followers: readonly Follower[],
  log: Log,
  everyMs = 500,
): Promise<Following> {
  // What is kept in memory is empty now: it begins at the newest change. Read before anything can be cached.
  const newest = await database.readAsOwner(newestVersion)
  const inMemory = new Map(followers.map(({ name }) => [name, newest]))
  let turn: Promise<void> = Promise.resolve()
  let timer: NodeJS.Timeout | null = null
  let isClosed = false

  const bring = async ({ name, cursor, follow }: Follower): Promise<void> => {
    for (;;) {
      const from = (cursor ? await cursor.read() : inMemory.get(name)) ?? null
      // A projection that was never built is built from the record, not from the log.
      if (from === null) return
      const changes = await database.readAsOwner((tx) => readChanges(tx, from, BATCH))
      const last = changes.at(-1)
      if (!last || isClosed) return
      await follow(changes)
      if (cursor) await cursor.write(last.version)
      else inMemory.set(name, last.version)
    }
  }
  const once = async (): Promise<void> => {
    for (const follower of followers) {
      await bring(follower).catch((fault: unknown) =>
        log.error({ err: fault, follower: follower.name }, 'follower failed'),
      )
    }
  }
  const catchUp = (): Promise<void> => {
    turn = turn.then(once)
    return turn
  }
  const schedule = (): void => {
    if (isClosed) return
    timer = setTimeout(() => void catchUp().then(schedule), everyMs)
    timer.unref()
  }
  schedule()
  return {
    catchUp,
    async close() {
      isClosed = true
      if (timer) clearTimeout(timer)
      await turn
    },
  }
}
