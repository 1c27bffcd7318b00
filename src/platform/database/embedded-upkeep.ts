import type { Log } from '../ports.ts'
import type { EmbeddedConnection } from './embedded-connection.ts'

/** What the background processes of a PostgreSQL server do for it: autovacuum and the checkpointer. */
export interface Upkeep {
  /** A transaction that wrote has ended. */
  written(): void
  /** Clears up behind what was written, before the record is closed. */
  close(): Promise<void>
}

/** While much is written, statistics are taken after so many writes, then each time after four times as many more. */
const FIRST_STATISTICS = 100
const GROWTH = 4
/** Those taken in the middle of a load show it half done (every document still staged): after it they are taken again. */
const WORTH_STATISTICS = 20
/** So many writes leave enough dead rows and log behind that clearing up is worth its time. */
const WORTH_CLEARING = 500
/** Clearing up a table may take a fifth of a second: it is done when nobody has asked for anything that long. */
const QUIET_MS = 5_000
const LOOK_EVERY_MS = 10_000

const MISSING_STATISTICS = `SELECT count(*) > 0 AS missing FROM pg_class
  WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND reltuples < 0 AND pg_relation_size(oid) > 0`
const TABLES = `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY relname`

/**
 * Keeps an embedded record fit: it has none of the processes that a server has. Without statistics the planner takes every
 * site for a handful of rows and walks through all its documents; without clearing up, the log and dead rows only grow.
 * Upkeep that fails is logged: a record that is merely slow still opens, answers and closes.
 */
export async function makeUpkeep(connection: EmbeddedConnection, log: Log): Promise<Upkeep> {
  let nextStatistics = FIRST_STATISTICS
  let sinceStatistics = 0
  let uncleared = 0
  let work: Promise<void> = Promise.resolve()

  const forEachTable = async (statement: string) => {
    const { rows } = await connection.transact([], (client) => client.query<{ name: string }>(TABLES))
    for (const { name } of rows) await connection.alone(`${statement} "${name}"`)
  }
  /** Counters begin anew when upkeep is ordered, not when its turn comes: it is not ordered twice. */
  const order = (statement: string, then?: string): Promise<void> => {
    sinceStatistics = 0
    work = work
      .then(() => forEachTable(statement))
      .then(() => (then ? connection.alone(then) : undefined))
      .catch((fault: unknown) => log.warn({ err: fault }, 'upkeep of the embedded record failed'))
    return work
  }
  const takeStatistics = (): Promise<void> => order('ANALYZE')
  const whatIsDue = (): Promise<void> => {
    if (uncleared >= WORTH_CLEARING) {
      uncleared = 0
      return order('VACUUM (ANALYZE)', 'CHECKPOINT')
    }
    return sinceStatistics >= WORTH_STATISTICS ? takeStatistics() : work
  }

  const { rows } = await connection.transact([], (client) => client.query<{ missing: boolean }>(MISSING_STATISTICS))
  if (rows[0]?.missing) await takeStatistics()
  const timer = setInterval(() => {
    if (connection.quietFor() >= QUIET_MS) void whatIsDue()
  }, LOOK_EVERY_MS)
  timer.unref()
  return {
    written() {
      uncleared++
      if (++sinceStatistics < nextStatistics) return
      nextStatistics *= GROWTH
      void takeStatistics()
    },
    async close() {
      clearInterval(timer)
      await whatIsDue()
    },
  }
}
