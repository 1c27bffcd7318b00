import { drizzle } from 'drizzle-orm/node-postgres'
import type { PgTransactionConfig } from 'drizzle-orm/pg-core'
import { Client, Pool } from 'pg'
import { faultReason } from '../../kernel/fault-reason.ts'
import { done, type Outcome, refused } from '../../kernel/outcome.ts'
import type { Database, Log, Tx } from '../ports.ts'
import { type Migration, migrate, readMigrations } from './migrate.ts'
import { inSite } from './site-border.ts'
import { timed } from './transaction-times.ts'

/** The oldest PostgreSQL that the migrations are written for. */
const OLDEST = 15
const CONNECTIONS = 10

/** Opens the record in PostgreSQL. Messages never show the address: it may hold a password. */
export async function openPostgres(
  url: string,
  log: Log,
  migrations: readonly Migration[] = readMigrations(),
): Promise<Outcome<Database>> {
  const pool = new Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: 5000,
    // Statements here take milliseconds: one that the planner overrates would be compiled for half a second.
    onConnect: async (client) => void (await client.query('SET jit = off')),
  })
  pool.on('error', (fault) => log.error({ err: fault }, 'idle database connection lost'))
  const ready = await prepare(pool, migrations)
  if (!ready.ok) {
    await pool.end()
    return ready
  }
  const database = drizzle({ client: pool })
  const transact = <T>(work: (tx: Tx) => Promise<T>, options?: PgTransactionConfig): Promise<T> =>
    timed((begin) =>
      database.transaction((tx) => {
        begin()
        return work(tx as unknown as Tx)
      }, options),
    )
  return done({
    engine: 'postgresql',
    read: (siteId, work) => transact((tx) => inSite(tx, siteId, work), { accessMode: 'read only' }),
    write: (siteId, work) => transact((tx) => inSite(tx, siteId, work)),
    asOwner: (work) => transact(work),
    readAsOwner: (work) => transact(work, { accessMode: 'read only' }),
    snapshot: (work, siteId) =>
      database.transaction(
        (drizzled) => {
          const tx = drizzled as unknown as Tx
          return siteId === undefined
            ? work((query) => query(tx))
            : inSite(tx, siteId, () => work((query) => query(tx)))
        },
        { isolationLevel: 'repeatable read', accessMode: 'read only' },
      ),
    close: () => pool.end(),
  })
}

async function prepare(pool: Pool, migrations: readonly Migration[]): Promise<Outcome<number>> {
  const connected = await pool
    .connect()
    .then(done, (fault: Error) =>
      refused(
        'database-unreachable',
        `连不上 DATABASE_URL 指定的数据库：${faultReason(fault)}。请检查地址、口令、网络和数据库是否在运行。`,
      ),
    )
  if (!connected.ok) return connected
  const client = connected.value
  try {
    const { rows } = await client.query<{ server_version_num: string }>('SHOW server_version_num')
    const major = Math.floor(Number(rows[0]?.server_version_num ?? 0) / 10_000)
    if (major < OLDEST)
      return refused('database-too-old', `数据库是 PostgreSQL ${major}，需要 ${OLDEST} 或更新的版本。请先升级数据库。`)
    await client.query('BEGIN')
    const migrated = await migrate(
      {
        run: async (sql) => void (await client.query(sql)),
        rows: async (sql, values = []) => (await client.query<Record<string, unknown>>(sql, [...values])).rows,
      },
      migrations,
    )
    await client.query(migrated.ok ? 'COMMIT' : 'ROLLBACK')
    return migrated
  } catch (fault) {
    await client.query('ROLLBACK')
    throw fault
  } finally {
    client.release()
  }
}

/** Whether a database holds nothing of ours yet: no tables, or tables without any site. */
export async function isEmptyPostgres(url: string): Promise<Outcome<void>> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5000 })
  try {
    await client.connect()
    const { rows } = await client.query<{ made: boolean }>("SELECT to_regclass('public.sites') IS NOT NULL AS made")
    if (!rows[0]?.made) return done(undefined)
    const { rowCount } = await client.query('SELECT 1 FROM sites LIMIT 1')
    return rowCount === 0
      ? done(undefined)
      : refused('database-not-empty', 'DATABASE_URL 指定的数据库不是空的。请给出一个新建的空数据库。')
  } catch (fault) {
    return refused('database-unreachable', `连不上 DATABASE_URL 指定的数据库：${faultReason(fault)}。`)
  } finally {
    await client.end()
  }
}
