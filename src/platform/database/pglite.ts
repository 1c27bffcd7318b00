import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { drizzle } from 'drizzle-orm/pglite'
import { faultReason } from '../../kernel/fault-reason.ts'
import { done, type Outcome, refused } from '../../kernel/outcome.ts'
import type { Database, Log, Tx } from '../ports.ts'
import { makeEmbeddedConnection, type Opening } from './embedded-connection.ts'
import { makeUpkeep } from './embedded-upkeep.ts'
import { lockFolder } from './folder-lock.ts'
import { type Migration, migrate, readMigrations } from './migrate.ts'
import { checkRoom } from './record-room.ts'
import { unpackTemplate } from './record-template.ts'
import { siteBorder } from './site-border.ts'
import { timed } from './transaction-times.ts'
import { makeWriteGate } from './write-gate.ts'

/** Opens the embedded record in the data folder, which no other process may hold. */
export async function openPglite(
  dataDir: string,
  log: Log,
  migrations: readonly Migration[] = readMigrations(),
): Promise<Outcome<Database>> {
  const locked = lockFolder(dataDir)
  if (!locked.ok) return locked
  const folder = join(dataDir, 'record')
  const opening = makeRecord(folder).then(() => openRecord(folder))
  const created = await opening.then(done, (fault: unknown) =>
    refused(
      'record-unreadable',
      `数据目录里的记录打不开：${faultReason(fault)}（${folder}）。请检查磁盘空间和权限；如果文件已经损坏，请用 kaiming restore 从备份恢复。`,
      folder,
    ),
  )
  if (!created.ok) {
    locked.value()
    return created
  }
  const { value: client } = created
  const opened = await migratedPglite(client, log, { migrations, checkRoom: () => checkRoom(folder) })
  if (!opened.ok) {
    await client.close()
    locked.value()
    return opened
  }
  const { value: database } = opened
  return done({
    ...database,
    async close() {
      await database.close()
      locked.value()
    },
  })
}

interface RecordOptions {
  readonly migrations?: readonly Migration[]
  /** Throws when the disk may have no room for a write; a record in memory needs none. */
  readonly checkRoom?: () => void
}

/** Migrates a PGlite and makes it the record. It is one connection: transactions queue, so they must be short. */
export async function migratedPglite(
  client: PGlite,
  log: Log,
  { migrations = readMigrations(), checkRoom = () => {} }: RecordOptions = {},
): Promise<Outcome<Database>> {
  const migrated = await client.transaction(async (tx) => {
    const outcome = await migrate(
      {
        run: async (sql) => void (await tx.exec(sql)),
        rows: async (sql, values = []) => (await tx.query<Record<string, unknown>>(sql, [...values])).rows,
      },
      migrations,
    )
    if (!outcome.ok) await tx.rollback()
    return outcome
  })
  if (!migrated.ok) return migrated
  const gate = makeWriteGate()
  const connection = makeEmbeddedConnection(client)
  const upkeep = await makeUpkeep(connection, log)
  const transact = <T>(work: (tx: Tx) => Promise<T>, opening: Opening): Promise<T> =>
    timed((begin) =>
      connection.transact(
        opening,
        (transaction) => work(drizzle({ client: transaction as unknown as PGlite }) as unknown as Tx),
        begin,
      ),
    )
  const readAsOwner = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => transact(work, { isReadOnly: true })
  const readIn = <T>(siteId: string, work: (tx: Tx) => Promise<T>): Promise<T> =>
    transact(work, { isReadOnly: true, settings: [siteBorder(siteId)] })
  const write = <T>(work: (tx: Tx) => Promise<T>, opening: Opening): Promise<T> =>
    gate.pass(async () => {
      checkRoom()
      return transact(work, opening).finally(upkeep.written)
    })
  return done({
    engine: 'pglite',
    read: readIn,
    write: (siteId, work) => write(work, { settings: [siteBorder(siteId)] }),
    asOwner: (work) => write(work, {}),
    readAsOwner,
    snapshot: (work, siteId) =>
      gate.hold(() => work(siteId === undefined ? readAsOwner : (query) => readIn(siteId, query))),
    async close() {
      await upkeep.close()
      await client.close()
    },
  })
}

/**
 * One connection on one district's record needs no 128 MB of shared buffers: what is read again lies in the cache of the
 * operating system. With a quarter of it a load is as fast, and the process takes 150 MB less. Statistics of a tenth of the
 * usual rows are enough to tell a site's documents from one document, and are taken in a tenth of the time.
 */
const SETTINGS = ['-c', 'shared_buffers=32MB', '-c', 'wal_buffers=1MB', '-c', 'default_statistics_target=10']

const openRecord = (folder: string): Promise<PGlite> =>
  PGlite.create(folder, { relaxedDurability: false, startParams: [...PGlite.defaultStartParams, ...SETTINGS] })

/** A new record is made beside its place and moved there when it is whole: a process may be killed at any moment. */
async function makeRecord(folder: string): Promise<void> {
  const draft = `${folder}.new`
  rmSync(draft, { recursive: true, force: true })
  if (existsSync(folder)) return refuseOther(folder)
  if (!(await unpackTemplate(draft))) {
    const client = await openRecord(draft)
    await client.close()
  }
  renameSync(draft, folder)
}

/** PGlite starts a second PostgreSQL to make a record where it finds none, and that one fails when something else lies there. */
function refuseOther(folder: string): void {
  const files = readdirSync(folder)
  if (files.length > 0 && !files.includes('PG_VERSION')) throw new Error('这里的文件不是记录')
}
