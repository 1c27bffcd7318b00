import { createReadStream } from 'node:fs'
import { readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createGunzip } from 'node:zlib'
import { sql } from 'drizzle-orm'
import { extract } from 'tar-stream'
import { done, type Outcome, refused } from '../../kernel/outcome.ts'
import { insertJson } from '../database/insert-rows.ts'
import type { Migration } from '../database/migrate.ts'
import { openDatabase } from '../database/open-database.ts'
import { isEmptyPostgres } from '../database/postgres.ts'
import { openDiskStore } from '../files/disk-store.ts'
import { makeFolder } from '../files/make-folder.ts'
import type { FileStore, Log, Tx } from '../ports.ts'
import {
  damaged,
  END,
  isSealed,
  MANIFEST,
  type Manifest,
  makeSeal,
  readManifest,
  SEQUENCES,
  sequencesSchema,
} from './backup-format.ts'

export interface RestoreInput {
  readonly file: string
  readonly url: string | null
  readonly dataDir: string
  readonly migrations: readonly Migration[]
  readonly log: Log
  readonly onProgress?: (entries: number, what: string) => void
}

export interface Restored {
  readonly sites: readonly string[]
  readonly rows: number
  readonly files: number
  readonly secrets: number
}

/** An entry of the archive, read whole: pages of rows and originals fit into memory one at a time. */
interface Entry {
  readonly name: string
  readonly bytes: Buffer
}

/**
 * Restores a backup into an empty data folder and, with PostgreSQL, an empty database. The archive is read through and
 * checked before anything is made; what goes wrong afterwards leaves the folder empty again. An older backup is brought
 * to this program's shape when the record is next opened.
 */
export async function restoreBackup(input: RestoreInput): Promise<Outcome<Restored>> {
  const { file, url, dataDir, migrations, log } = input
  const occupied = await whatIsThere(dataDir, url)
  if (!occupied.ok) return occupied
  const checked = await checkBackup(file, migrations)
  if (!checked.ok) return checked
  const { value: manifest } = checked
  const shape = migrations.filter(({ name }) => manifest.migrations.some((one) => one.name === name))
  const opened = await openDatabase({ url, dataDir, log, migrations: shape })
  if (!opened.ok) return opened
  const { value: database } = opened
  try {
    const counts = await database.asOwner((tx) => restoreInto(tx, input))
    await database.close()
    return done({ sites: manifest.sites, ...counts })
  } catch (fault) {
    await database.close()
    await emptyFolder(dataDir)
    log.error({ err: fault }, 'the backup could not be restored')
    return damaged((fault as Error).message)
  }
}

/** Reads an archive to its end and compares its seal. */
async function checkBackup(file: string, migrations: readonly Migration[]): Promise<Outcome<Manifest>> {
  const seal = makeSeal()
  let manifest: Manifest | null = null
  let sealed: boolean | null = null
  try {
    for await (const { name, bytes } of readEntries(file)) {
      if (sealed !== null) return damaged('结尾之后还有内容')
      if (name === END) {
        sealed = isSealed(bytes.toString(), seal.close())
        continue
      }
      if (manifest === null) {
        if (name !== MANIFEST) break
        const read = readManifest(bytes.toString(), migrations)
        if (!read.ok) return read
        manifest = read.value
      }
      seal.add(name, bytes)
    }
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ENOENT')
      return refused('no-backup', '没有这个备份文件，请检查路径。')
    return damaged(manifest ? '后面的部分读不出来' : '不是 kaiming backup 写的文件')
  }
  if (manifest && sealed) return done(manifest)
  return damaged(manifest ? '校验不符' : '不是 kaiming backup 写的文件')
}

async function whatIsThere(dataDir: string, url: string | null): Promise<Outcome<void>> {
  const inside = await readdir(dataDir).catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === 'ENOENT') return []
    throw fault
  })
  if (inside.length > 0)
    return refused(
      'data-folder-not-empty',
      `数据目录 ${dataDir} 不是空的。恢复只写进空的目录：请先停止服务器，换一个目录（KAIMING_DATA_DIR），或者把原来的目录移走。`,
      dataDir,
    )
  return url === null ? done(undefined) : isEmptyPostgres(url)
}

const emptyFolder = async (folder: string): Promise<void> => {
  for (const name of await readdir(folder)) await rm(join(folder, name), { recursive: true, force: true })
}

/** Entries in their order. Whatever is wrong with the bytes ends the iteration with a fault. */
export async function* readEntries(file: string): AsyncGenerator<Entry> {
  const source = createReadStream(file)
  const gunzip = createGunzip()
  const tar = extract()
  source.on('error', (fault) => gunzip.destroy(fault))
  gunzip.on('error', (fault) => tar.destroy(fault))
  source.pipe(gunzip).pipe(tar)
  for await (const entry of tar) {
    const chunks: Buffer[] = []
    for await (const chunk of entry) chunks.push(chunk as Buffer)
    yield { name: entry.header.name, bytes: Buffer.concat(chunks) }
  }
}

async function restoreInto(tx: Tx, { file, dataDir, onProgress }: RestoreInput): Promise<Omit<Restored, 'sites'>> {
  const store = openDiskStore(join(dataDir, 'files'))
  const count = { rows: 0, files: 0, secrets: 0 }
  let seen = 0
  for await (const { name, bytes } of readEntries(file)) {
    const [kind, what = ''] = name.split('/')
    if (kind === 'tables') count.rows += await restoreRows(tx, what, bytes.toString())
    else if (name === SEQUENCES) await setSequences(tx, bytes.toString())
    else if (kind === 'files') count.files += await restoreFile(store, what, bytes)
    else if (kind === 'secrets') count.secrets += await restoreSecret(join(dataDir, 'secrets'), what, bytes)
    onProgress?.(++seen, name)
  }
  return count
}

/** Rows as they were written; columns that are computed compute themselves, columns that the page lacks get their default. */
async function restoreRows(tx: Tx, table: string, text: string): Promise<number> {
  if (text === '') return 0
  const { rows: columns } = await tx.execute<{ name: string }>(
    sql`SELECT a.attname AS name FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
      WHERE c.relnamespace = 'public'::regnamespace AND c.relname = ${table} AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
      ORDER BY a.attnum`,
  )
  if (columns.length === 0) throw new Error(`不认识的数据表 ${table}`)
  const lines = text.split('\n')
  const names = columns.map(({ name }) => name)
  await insertJson(tx, table, names, `[${lines.join(',')}]`)
  return lines.length
}

async function setSequences(tx: Tx, text: string): Promise<void> {
  for (const { name, last } of sequencesSchema.parse(JSON.parse(text)))
    await tx.execute(sql`SELECT setval(quote_ident(${name})::regclass, ${last}::bigint)`)
}

async function restoreFile(store: FileStore, hash: string, bytes: Uint8Array): Promise<number> {
  if ((await store.put(bytes)) !== hash) throw new Error(`原件 ${hash.slice(0, 12)} 的内容变了`)
  return 1
}

/** Names of keys are plain: nothing that an archive names can be written outside the folder. */
async function restoreSecret(folder: string, name: string, bytes: Uint8Array): Promise<number> {
  if (!/^[\w.-]+$/.test(name) || name.startsWith('.')) throw new Error(`密钥的名称不对：${name}`)
  makeFolder(folder, 0o700)
  await writeFile(join(folder, name), bytes, { mode: 0o600 })
  return 1
}
