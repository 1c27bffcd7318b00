import type { Log } from '../ports.ts'
import type { EmbeddedConnection } from './embedded-connection.ts'
import { isClearingDue, upkeepDue } from './upkeep-due.ts'

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
const LOOK_EVERY_MS = 10_000

const MISSING_STATISTICS = `SELECT count(*) > 0 AS missing FROM pg_class
  WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND reltuples < 0 AND pg_relation_size(oid) > 0`
const TABLES = `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY relname`

/**
 * Keeps an embedded record fit: it has none of the processes that a server has. Without statistics the planner takes every
 * site for a handful of rows and walks through all its documents; without clearing up, the log and dead rows only grow.
 * Upkeep that fails is logged: a record that is merely slow still opens, answers and closes.
 */
export async function makeUpkeep(
  connection: EmbeddedConnection,
  log: Log,
  lookEveryMs = LOOK_EVERY_MS,
): Promise<Upkeep> {
  let nextStatistics = FIRST_STATISTICS
  let sinceStatistics = 0
  let uncleared = 0
  let work: Promise<void> = Promise.resolve()

  const forEachTable = async (statement: string) => {
    const { rows } = await connection.transact({}, (client) => client.query<{ name: string }>(TABLES))
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
  const whatIsDue = (busy: number, putOffMs: number): Promise<void> => {
    const due = upkeepDue({ sinceStatistics, uncleared, busy, putOffMs })
    if (due === 'clear') {
      uncleared = 0
      return order('VACUUM (ANALYZE)', 'CHECKPOINT')
    }
    return due === 'statistics' ? takeStatistics() : work
  }
  let looked = { at: performance.now(), busyMs: connection.busyMs() }
  let putOffSince: number | null = null
  /** Looks at how busy the record was since the last look, and does what is due. */
  const look = (): Promise<void> => {
    const now = { at: performance.now(), busyMs: connection.busyMs() }
    const busy = (now.busyMs - looked.busyMs) / Math.max(1, now.at - looked.at)
    looked = now
    putOffSince = isClearingDue({ uncleared }) ? (putOffSince ?? now.at) : null
    return whatIsDue(busy, putOffSince === null ? 0 : now.at - putOffSince)
  }

  const { rows } = await connection.transact({}, (client) => client.query<{ missing: boolean }>(MISSING_STATISTICS))
  if (rows[0]?.missing) await takeStatistics()
  const timer = setInterval(() => void look(), lookEveryMs)
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
      await whatIsDue(0, 0)
    },
  }
}
