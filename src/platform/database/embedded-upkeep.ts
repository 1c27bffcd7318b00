import type { Log } from '../ports.ts'
import type { EmbeddedConnection } from './embedded-connection.ts'

/** What the background processes of a PostgreSQL server do for it: autovacuum and the checkpointer. */
export interface Upkeep {
  /** A transaction that wrote has ended. */
  written(): void
  /** Clears up behind what was written, before the record is closed. */
  close(): Promise<void>
}

/** Statistics are taken after so many writes, then each time there are four times as many. */
const FIRST_STATISTICS = 100
const GROWTH = 4
/** So many writes leave enough dead rows and log behind that clearing up is worth its time. */
const WORTH_CLEARING = 500
/** Clearing up a table may take a fifth of a second: it is done when nobody has asked for anything that long. */
const QUIET_MS = 5_000
const LOOK_EVERY_MS = 10_000
/** Statistics taken in the middle of a load show it half done (every document still staged): so many writes later they are taken again. */
const WORTH_STATISTICS = 20

const MISSING_STATISTICS = `SELECT count(*) > 0 AS missing FROM pg_class
  WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND reltuples < 0 AND pg_relation_size(oid) > 0`
const TABLES = `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY relname`

/**
 * Keeps an embedded record fit: it has none of the processes that a server has. Without statistics the planner takes every
 * site for a handful of rows and walks through all its documents; without clearing up, the log and dead rows only grow.
 */
export async function makeUpkeep(connection: EmbeddedConnection, log: Log): Promise<Upkeep> {
  let writes = 0
  let nextStatistics = FIRST_STATISTICS
  let uncleared = 0
  let sinceStatistics = 0
  let clearing: Promise<void> = Promise.resolve()

  const tables = await connection.transact([], async (client) => (await client.query<{ name: string }>(TABLES)).rows)
  const forEachTable = async (statement: string) => {
    for (const { name } of tables) await connection.alone(`${statement} "${name}"`)
  }
  const takeStatistics = async () => {
    sinceStatistics = 0
    await forEachTable('ANALYZE')
  }
  const clear = async () => {
    uncleared = 0
    sinceStatistics = 0
    await forEachTable('VACUUM (ANALYZE)')
    await connection.alone('CHECKPOINT')
  }
  const inBackground = (work: () => Promise<void>) => {
    clearing = clearing
      .then(work)
      .catch((fault: unknown) => log.warn({ err: fault }, 'upkeep of the embedded record failed'))
  }
  const timer = setInterval(() => {
    if (connection.quietFor() < QUIET_MS) return
    if (uncleared >= WORTH_CLEARING) inBackground(clear)
    else if (sinceStatistics >= WORTH_STATISTICS) inBackground(takeStatistics)
  }, LOOK_EVERY_MS)
  timer.unref()

  const { rows } = await connection.transact([], (client) => client.query<{ missing: boolean }>(MISSING_STATISTICS))
  if (rows[0]?.missing) await takeStatistics()
  return {
    written() {
      uncleared++
      sinceStatistics++
      if (++writes < nextStatistics) return
      nextStatistics *= GROWTH
      inBackground(takeStatistics)
    },
    async close() {
      clearInterval(timer)
      await clearing
      if (uncleared >= WORTH_CLEARING) await clear()
      else if (sinceStatistics >= WORTH_STATISTICS) await takeStatistics()
    },
  }
}
