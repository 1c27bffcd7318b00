import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { drizzle } from 'drizzle-orm/pglite'
import { faultReason } from '../../kernel/fault-reason.ts'
import { done, type Outcome, refused } from '../../kernel/outcome.ts'
import type { Database, Tx } from '../ports.ts'
import { lockFolder } from './folder-lock.ts'
import { migrate, readMigrations } from './migrate.ts'
import { inSite } from './site-border.ts'

/** Opens the embedded record in the data folder, which no other process may hold. */
export async function openPglite(dataDir: string): Promise<Outcome<Database>> {
  const locked = lockFolder(dataDir)
  if (!locked.ok) return locked
  const folder = join(dataDir, 'record')
  const created = await PGlite.create(folder, { relaxedDurability: false }).then(done, (fault: unknown) =>
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
  const opened = await migratedPglite(client)
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

/** Migrates a PGlite and makes it the record. It is one connection: transactions queue, so they must be short. */
export async function migratedPglite(client: PGlite): Promise<Outcome<Database>> {
  const migrated = await client.transaction(async (tx) => {
    const outcome = await migrate(
      {
        run: async (sql) => void (await tx.exec(sql)),
        rows: async (sql, values = []) => (await tx.query<Record<string, unknown>>(sql, [...values])).rows,
      },
      readMigrations(),
    )
    if (!outcome.ok) await tx.rollback()
    return outcome
  })
  if (!migrated.ok) return migrated
  const database = drizzle({ client })
  return done({
    engine: 'pglite',
    read: (siteId, work) =>
      database.transaction((tx) => inSite(tx as unknown as Tx, siteId, work), { accessMode: 'read only' }),
    write: (siteId, work) => database.transaction((tx) => inSite(tx as unknown as Tx, siteId, work)),
    asOwner: (work) => database.transaction((tx) => work(tx as unknown as Tx)),
    close: () => client.close(),
  })
}
