import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { sql } from 'drizzle-orm'
import { type Pack, pack } from 'tar-stream'
import { namesMade, readMigrations } from '../database/migrate.ts'
import { beginWholeFile } from '../files/whole-file.ts'
import type { Deps, Tx } from '../ports.ts'
import { listSites } from '../sites.ts'
import {
  END,
  FORMAT,
  inOrderOfReference,
  MANIFEST,
  type Manifest,
  makeSeal,
  nextPage,
  SEQUENCES,
  type Sequences,
} from './backup-format.ts'

type Read = <R>(query: (tx: Tx) => Promise<R>) => Promise<R>

export interface BackupSummary {
  readonly rows: number
  readonly files: number
  /** Originals that the record names and the store does not have. */
  readonly missing: readonly string[]
  readonly secrets: number
}

export interface BackupInput {
  readonly file: string
  readonly withSecrets: boolean
  readonly at: Date
  readonly onProgress?: (done: number, total: number, what: string) => void
  /** Called when the whole of it, so many bytes, lies on the disk and has its name not yet: throwing leaves nothing behind. */
  readonly onWhole?: (summary: BackupSummary, bytes: number) => Promise<void>
}

/**
 * Writes everything that cannot be rebuilt into one archive: every row of every site as of one moment, the originals, on
 * demand the keys. The file has its name only when it is whole and on the disk. Throws what the file system throws.
 */
export async function writeBackup(
  { database, files, dataDir }: Pick<Deps, 'database' | 'files' | 'dataDir'>,
  { file, withSecrets, at, onProgress, onWhole }: BackupInput,
): Promise<BackupSummary> {
  const draft = await beginWholeFile(file, 0o600)
  const archive = openArchive(draft.sink, at)
  try {
    const { rows, hashes } = await database.snapshot((read) => writeRecord(read, archive.add, { withSecrets, at }))
    const missing: string[] = []
    for (const [index, hash] of hashes.entries()) {
      const bytes = await files.get(hash)
      if (bytes) await archive.add(`files/${hash}`, bytes)
      else missing.push(hash)
      onProgress?.(index + 1, hashes.length, '原件')
    }
    const secrets = withSecrets ? await writeSecrets(join(dataDir, 'secrets'), archive.add) : 0
    await archive.close()
    const bytes = await draft.settle()
    const summary = { rows, files: hashes.length - missing.length, missing, secrets }
    await onWhole?.(summary, bytes)
    await draft.name()
    return summary
  } catch (fault) {
    await archive.abandon()
    await draft.abandon()
    throw fault
  }
}

type Add = (name: string, content: string | Uint8Array) => Promise<void>

function openArchive(sink: Writable, at: Date) {
  const tar = pack()
  const written = pipeline(tar, createGzip(), sink)
  // Told to whoever adds the next entry, or closes; until then it is nobody's unhandled fault.
  written.catch(() => undefined)
  tar.on('error', () => undefined)
  const seal = makeSeal()
  const put = async (name: string, bytes: Uint8Array): Promise<void> => {
    try {
      await Promise.race([entry(tar, name, bytes, at), written])
    } catch (fault) {
      // An entry only learns that the archive is closed; what closed it (a full disk) the pipeline knows.
      tar.destroy()
      await written
      throw fault
    }
  }
  return {
    async add(name: string, content: string | Uint8Array): Promise<void> {
      const bytes = typeof content === 'string' ? Buffer.from(content) : content
      seal.add(name, bytes)
      await put(name, bytes)
    },
    async close(): Promise<void> {
      await put(END, Buffer.from(seal.close()))
      tar.finalize()
      await written
    },
    async abandon(): Promise<void> {
      tar.destroy()
      await written.catch(() => undefined)
    },
  }
}

const entry = (tar: Pack, name: string, bytes: Uint8Array, mtime: Date): Promise<void> =>
  new Promise((resolve, reject) => {
    const sink = tar.entry({ name, size: bytes.byteLength, mode: 0o600, mtime }, (fault) =>
      fault ? reject(fault) : resolve(),
    )
    sink.on('error', reject)
    sink.end(bytes)
  })

async function writeRecord(
  read: Read,
  add: Add,
  { withSecrets, at }: { readonly withSecrets: boolean; readonly at: Date },
): Promise<{ rows: number; hashes: readonly string[] }> {
  const { rows: migrations } = await read((tx) =>
    tx.execute<Manifest['migrations'][number]>(sql`SELECT name, checksum FROM migrations ORDER BY name`),
  )
  const sites = (await read(listSites)).map(({ id }) => id)
  const manifest: Manifest = { format: FORMAT, createdAt: at.toISOString(), migrations, sites, withSecrets }
  await add(MANIFEST, JSON.stringify(manifest))
  let rows = 0
  for (const table of await read(tablesInOrder)) rows += await writeTable(read, add, table)
  await add(SEQUENCES, JSON.stringify(await read(sequences)))
  const { rows: originals } = await read((tx) =>
    tx.execute<{ hash: string }>(sql`SELECT DISTINCT hash FROM files ORDER BY hash`),
  )
  return { rows, hashes: originals.map(({ hash }) => hash) }
}

/** Every table that a migration made, so that a new one is never forgotten: others in the database are not the record's. */
async function tablesInOrder(tx: Tx): Promise<readonly string[]> {
  const { rows: tables } = await tx.execute<{ name: string }>(
    sql`SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> 'migrations' ORDER BY relname`,
  )
  const { rows: references } = await tx.execute<{ from: string; to: string }>(
    sql`SELECT f.relname AS "from", t.relname AS "to" FROM pg_constraint c JOIN pg_class f ON f.oid = c.conrelid
      JOIN pg_class t ON t.oid = c.confrelid WHERE c.contype = 'f' AND f.relnamespace = 'public'::regnamespace`,
  )
  const own = namesMade(readMigrations())
  const names = tables.map(({ name }) => name).filter((name) => own.has(name))
  return inOrderOfReference(
    names,
    references.filter(({ from, to }) => own.has(from) && own.has(to)),
  )
}

/** Pages by the place of rows in the table, which no writer moves while the snapshot lasts. */
async function writeTable(read: Read, add: Add, table: string): Promise<number> {
  let count = 0
  let limit = 50
  for (let place = '(0,0)', page = 1; ; page++) {
    const [from, most] = [place, limit]
    const { rows } = await read((tx) =>
      tx.execute<{ place: string; row: string }>(
        sql`SELECT t.ctid::text AS place, to_json(t)::text AS row FROM ${sql.identifier(table)} t
          WHERE t.ctid > ${from}::tid ORDER BY t.ctid LIMIT ${most}`,
      ),
    )
    const last = rows.at(-1)
    if (!last) return count
    const text = rows.map(({ row }) => row).join('\n')
    await add(`tables/${table}/${String(page).padStart(6, '0')}.jsonl`, text)
    count += rows.length
    place = last.place
    limit = nextPage(limit, text.length)
  }
}

async function sequences(tx: Tx): Promise<Sequences> {
  const { rows } = await tx.execute<Sequences[number] & { of: string | null }>(
    sql`SELECT s.sequencename AS name, s.last_value::text AS last, t.relname AS of FROM pg_sequences s
      JOIN pg_class c ON c.relnamespace = 'public'::regnamespace AND c.relname = s.sequencename
      LEFT JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype IN ('a', 'i')
      LEFT JOIN pg_class t ON t.oid = d.refobjid
      WHERE s.schemaname = 'public' AND s.last_value IS NOT NULL ORDER BY s.sequencename`,
  )
  const own = namesMade(readMigrations())
  return rows.filter(({ name, of }) => own.has(of ?? name)).map(({ name, last }) => ({ name, last }))
}

async function writeSecrets(folder: string, add: Add): Promise<number> {
  const inside = await readdir(folder, { withFileTypes: true }).catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === 'ENOENT') return []
    throw fault
  })
  const keys = inside.filter((item) => item.isFile())
  for (const { name } of keys) await add(`secrets/${name}`, await readFile(join(folder, name)))
  return keys.length
}
