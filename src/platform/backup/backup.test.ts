import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { appendAudit, verifyAudit } from '../audit/audit.ts'
import { appendChanges } from '../changes/changes.ts'
import { readMigrations } from '../database/migrate.ts'
import { openDatabase } from '../database/open-database.ts'
import { emptyDatabases, openTestDatabase } from '../database/testing.ts'
import { openDiskStore } from '../files/disk-store.ts'
import type { Database } from '../ports.ts'
import { readEntries, restoreBackup } from './restore-backup.ts'
import { type BackupSummary, writeBackup } from './write-backup.ts'

const log = pino({ level: 'silent' })
const place = mkdtempSync(join(tmpdir(), 'kaiming-backup-'))
const source = join(place, 'source')
const file = join(place, 'backup.tar.gz')
const at = new Date('2025-03-01T08:00:00.123Z')
const actor = { kind: 'person', name: '王一' } as const
const original = new TextEncoder().encode('公报')
let database: Database

/** Every row of every table as the database writes it. */
async function everything(of: Database): Promise<Record<string, string[]>> {
  return of.readAsOwner(async (tx) => {
    const { rows } = await tx.execute<{ name: string }>(
      sql`SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> 'migrations' ORDER BY 1`,
    )
    const all: Record<string, string[]> = {}
    for (const { name } of rows) {
      const found = await tx.execute<{ row: string }>(
        sql`SELECT to_json(t)::text AS row FROM ${sql.identifier(name)} t`,
      )
      all[name] = found.rows.map(({ row }) => row).sort()
    }
    return all
  })
}

/** Two sites with something in each of the tables that are hard to carry over: json, dates, arrays, computed numbers. */
async function fill(): Promise<void> {
  const hash = await openDiskStore(join(source, 'files')).put(original)
  await database.asOwner(async (tx) => {
    await tx.execute(sql`INSERT INTO sites (id, code, name, hosts) VALUES
      ('mingxi', '990102', '明溪区', ARRAY['www.mingxi.example']), ('other', '990103', '别的区', '{}')`)
    await tx.execute(sql`INSERT INTO units (site_id, id, kind, parent_id, valid_from, duties) VALUES
      ('mingxi', 'a', 'department', 'gov', '-infinity', ARRAY['管“路灯”', '管\n河']), ('mingxi', 'gov', 'government', NULL, NULL, '{}')`)
    await tx.execute(sql`INSERT INTO files (site_id, hash, name, format, size, reader_version, state, loaded_at)
      VALUES ('mingxi', ${hash}, 'a.txt', 'txt', 6, '1', 'loaded', ${at.toISOString()})`)
    await tx.execute(sql`INSERT INTO documents (site_id, id, identity, state, title, title_key, loaded_at, updated_at)
      VALUES ('mingxi', '990102-2025-000001', 'x', 'released', '通知', '通知', now(), now())`)
    for (let position = 0; position < 300; position++)
      await tx.execute(sql`INSERT INTO prints (site_id, document_id, file_hash, position, line_from, line_to, standing, reading)
        VALUES ('mingxi', '990102-2025-000001', ${hash}, ${position}, 1, 2, 's', ${JSON.stringify({ text: '一'.repeat(position * 20), n: 1.5 })}::jsonb)`)
  })
  for (const site of ['mingxi', 'other']) {
    await database.write(site, async (tx) => {
      await appendAudit(tx, site, { at, actor, verb: 'correct', subject: 'x', detail: { reason: '误读', n: 1 } })
      await appendChanges(tx, site, [{ entity: 'document', id: 'x' }])
    })
  }
}

const backup = (withSecrets: boolean, to = file) =>
  writeBackup({ database, files: openDiskStore(join(source, 'files')), dataDir: source }, { file: to, withSecrets, at })
const restore = (dataDir: string, url: string | null = null, from = file, migrations = readMigrations()) =>
  restoreBackup({ file: from, url, dataDir, migrations, log })

beforeAll(async () => {
  database = await openTestDatabase()
  await fill()
})
afterAll(async () => {
  await database.close()
  rmSync(place, { recursive: true, force: true })
})

describe('a backup', () => {
  test('holds every row of every site and the originals, keys when asked for; restored, nothing differs, on either database', async () => {
    mkdirSync(join(source, 'secrets'))
    writeFileSync(join(source, 'secrets', 'key'), 'secret')
    expect(await backup(false)).toMatchObject({ files: 1, missing: [], secrets: 0 })
    expect(await backup(true)).toMatchObject({ files: 1, missing: [], secrets: 1 })
    expect(statSync(file).mode & 0o777).toBe(0o600)
    for (const [index, { url, drop }] of (await emptyDatabases()).entries()) {
      const dataDir = join(place, `restored-${index}`)
      expect(await restore(dataDir, url)).toMatchObject({ ok: true, value: { sites: ['mingxi', 'other'], files: 1 } })
      const opened = await openDatabase({ url, dataDir, log })
      if (!opened.ok) throw new Error(opened.problem.message)
      expect(await everything(opened.value)).toEqual(await everything(database))
      expect(await verifyAudit(opened.value, 'mingxi')).toMatchObject({ ok: true, rows: 1 })
      expect(await verifyAudit(opened.value, 'other')).toMatchObject({ ok: true, rows: 1 })
      const versions = await opened.value.write('mingxi', (tx) =>
        appendChanges(tx, 'mingxi', [{ entity: 'document', id: 'next' }]),
      )
      expect(versions).toEqual([3])
      await opened.value.close()
      await drop()
    }
    const store = openDiskStore(join(place, 'restored-0', 'files'))
    const [prefix = ''] = readdirSync(join(place, 'restored-0', 'files'))
    const [rest = ''] = readdirSync(join(place, 'restored-0', 'files', prefix))
    expect(await store.get(prefix + rest)).toEqual(Buffer.from(original))
    const key = join(place, 'restored-0', 'secrets', 'key')
    expect([readFileSync(key, 'utf8'), statSync(key).mode & 0o777]).toEqual(['secret', 0o600])
  }, 120_000)

  test('leaves out what somebody else keeps in the same database', async () => {
    await database.asOwner((tx) => tx.execute(sql`CREATE TABLE of_another_program (id serial PRIMARY KEY)`))
    await database.asOwner((tx) => tx.execute(sql`INSERT INTO of_another_program DEFAULT VALUES`))
    const to = join(place, 'shared-database.tar.gz')
    await backup(false, to)
    const names: string[] = []
    for await (const { name, bytes } of readEntries(to))
      names.push(name, name.endsWith('sequences.json') ? bytes.toString() : '')
    await database.asOwner((tx) => tx.execute(sql`DROP TABLE of_another_program`))
    expect(names.join()).toContain('tables/documents/')
    expect(names.join()).not.toContain('of_another_program')
  })

  test('is of one moment: what is written meanwhile waits or is not in it', async () => {
    const writes = Array.from({ length: 20 }, (_, index) =>
      database.write('mingxi', (tx) =>
        appendAudit(tx, 'mingxi', { at, actor, verb: 'correct', subject: `during ${index}` }),
      ),
    )
    const during = join(place, 'during.tar.gz')
    await Promise.all([backup(false, during), ...writes])
    const rows: Record<string, Record<string, unknown>[]> = {}
    for await (const { name, bytes } of readEntries(during)) {
      const [kind, table = ''] = name.split('/')
      if (kind === 'tables')
        rows[table] = bytes
          .toString()
          .split('\n')
          .map((row) => JSON.parse(row))
    }
    const ofSite = (table: string) => (rows[table] ?? []).filter(({ site_id }) => site_id === 'mingxi')
    expect(ofSite('audit')).toHaveLength(Number(ofSite('audit_heads')[0]?.number))
  })

  test('an original that is gone is told, and a place that cannot be written leaves nothing behind', async () => {
    const empty = { database, files: openDiskStore(join(place, 'no-files')), dataDir: source }
    const told = await writeBackup(empty, { file: join(place, 'gone.tar.gz'), withSecrets: false, at })
    expect(told.missing).toHaveLength(1)
    await expect(backup(false, join(place, 'nowhere', 'x.tar.gz'))).rejects.toThrow('ENOENT')
    expect(readdirSync(place).filter((name) => name.endsWith('.part'))).toEqual([])
  })

  test('that cannot be noted, or does not fit, leaves the one before it as it was', async () => {
    const to = join(place, 'twice.tar.gz')
    await backup(false, to)
    const before = readFileSync(to)
    const seen: unknown[] = []
    const onWhole = async (summary: BackupSummary, bytes: number) => {
      seen.push(summary.files, bytes, existsSync(`${to}.part`))
      throw Object.assign(new Error('no room for the trail'), { code: 'ENOSPC' })
    }
    const deps = { database, files: openDiskStore(join(source, 'files')), dataDir: source }
    await expect(writeBackup(deps, { file: to, withSecrets: false, at, onWhole })).rejects.toThrow('no room')
    expect(seen).toEqual([1, before.length, true])
    symlinkSync('/dev/full', `${to}.part`)
    await expect(backup(false, to)).rejects.toMatchObject({ code: 'ENOSPC', needed: before.length })
    expect([readFileSync(to).equals(before), existsSync(`${to}.part`)]).toEqual([true, false])
  })
})

describe('restoring is refused', () => {
  const code = async (restoring: ReturnType<typeof restore>) => {
    const outcome = await restoring
    return outcome.ok ? null : outcome.problem.code
  }

  test('into a folder that is not empty', async () => {
    expect(await code(restore(join(place, 'restored-0')))).toBe('data-folder-not-empty')
  })

  test('from a file that is not there, and from one that is no backup', async () => {
    expect(await code(restore(join(place, 'new'), null, join(place, 'none')))).toBe('no-backup')
    writeFileSync(join(place, 'text'), 'some text that is no archive')
    expect(await code(restore(join(place, 'new'), null, join(place, 'text')))).toBe('backup-damaged')
  })

  test('from one that was cut off or changed, before anything is made', async () => {
    const bytes = readFileSync(file)
    const dataDir = join(place, 'damaged')
    const changed = Buffer.from(bytes)
    const middle = Math.floor(bytes.length / 2)
    changed[middle] = (changed[middle] ?? 0) ^ 0xff
    for (const [name, content] of [
      ['cut', bytes.subarray(0, middle)],
      ['end', bytes.subarray(0, bytes.length - 12)],
      ['changed', changed],
    ] as const) {
      writeFileSync(join(place, name), content)
      expect(await code(restore(dataDir, null, join(place, name)))).toBe('backup-damaged')
      expect(existsSync(dataDir)).toBe(false)
    }
  })

  test('from one that a newer program wrote', async () => {
    expect(await code(restore(join(place, 'older'), null, file, readMigrations().slice(0, -1)))).toBe('backup-newer')
    expect(existsSync(join(place, 'older'))).toBe(false)
  })
})
