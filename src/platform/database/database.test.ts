import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { appendChanges, readChanges } from '../changes/changes.ts'
import type { Database } from '../ports.ts'
import { listSites } from '../sites.ts'
import { lockFolder } from './folder-lock.ts'
import { openDatabase } from './open-database.ts'
import { siteBorder } from './site-border.ts'
import { openTestDatabase } from './testing.ts'

const quiet = pino({ level: 'silent' })

describe('the border between sites', () => {
  let database: Database
  const countSettings = (siteId: string) =>
    database.read(
      siteId,
      async (tx) => (await tx.execute<{ n: number }>(sql`SELECT count(*)::int AS n FROM settings`)).rows[0]?.n,
    )
  const insert = (siteId: string, into: string) =>
    database.write(siteId, (tx) =>
      tx.execute(
        sql`INSERT INTO settings (site_id, valid_from, saved_at, body) VALUES (${into}, '2024-01-01', now(), '{}')`,
      ),
    )

  beforeAll(async () => {
    database = await openTestDatabase()
    await database.asOwner((tx) =>
      tx.execute(
        sql`INSERT INTO sites (id, code, name) VALUES ('mingxi', '990102', '明溪区'), ('other', '990103', '别的区')`,
      ),
    )
    await insert('mingxi', 'mingxi')
  })
  afterAll(() => database.close())

  test('a site sees its own rows and none of another', async () => {
    expect(await countSettings('mingxi')).toBe(1)
    expect(await countSettings('other')).toBe(0)
  })

  test('writing across the border fails, and nothing is written', async () => {
    await expect(insert('other', 'mingxi')).rejects.toThrow()
    expect(await countSettings('mingxi')).toBe(1)
  })

  test('changing and deleting across the border touches nothing', async () => {
    await database.write('other', (tx) => tx.execute(sql`UPDATE settings SET body = '{"x":1}'`))
    await database.write('other', (tx) => tx.execute(sql`DELETE FROM settings`))
    expect(await countSettings('mingxi')).toBe(1)
  })

  test('a snapshot in a site stands inside its border too', async () => {
    const seen = (siteId?: string) =>
      database.snapshot(async (read) => {
        const first = await read((tx) => tx.execute(sql`SELECT 1 FROM settings`))
        const again = await read((tx) => tx.execute(sql`SELECT 1 FROM settings`))
        return [first.rows.length, again.rows.length]
      }, siteId)
    expect([await seen('mingxi'), await seen('other'), await seen()]).toEqual([
      [1, 1],
      [0, 0],
      [1, 1],
    ])
  })

  test('reading is read only', async () => {
    await expect(database.read('mingxi', (tx) => tx.execute(sql`DELETE FROM settings`))).rejects.toThrow()
  })

  test('the audit trail cannot be rewritten by the program', async () => {
    await expect(database.write('mingxi', (tx) => tx.execute(sql`UPDATE audit SET verb = 'x'`))).rejects.toThrow()
    await expect(database.write('mingxi', (tx) => tx.execute(sql`DELETE FROM audit`))).rejects.toThrow()
  })

  test('a failed transaction leaves nothing behind', async () => {
    const failing = database.write('mingxi', async (tx) => {
      await tx.execute(
        sql`INSERT INTO settings (site_id, valid_from, saved_at, body) VALUES ('mingxi', '2025-01-01', now(), '{}')`,
      )
      throw new Error('stop')
    })
    await expect(failing).rejects.toThrow('stop')
    expect(await countSettings('mingxi')).toBe(1)
  })
})

test('what a test file wrote into its record is in no other, and a closed one answers nobody', async () => {
  const used = await openTestDatabase()
  await used.asOwner((tx) => tx.execute(sql`INSERT INTO sites (id, code, name) VALUES ('mingxi', '990102', '明溪区')`))
  await used.write('mingxi', (tx) => appendChanges(tx, 'mingxi', [{ entity: 'document', id: 'x' }]))
  await used.close()
  await expect(used.asOwner(listSites)).rejects.toThrow()
  const next = await openTestDatabase()
  expect(await next.asOwner(listSites)).toEqual([])
  expect(await next.asOwner((tx) => readChanges(tx, 0, 10))).toEqual([])
  await next.asOwner((tx) => tx.execute(sql`INSERT INTO sites (id, code, name) VALUES ('mingxi', '990102', '明溪区')`))
  expect(await next.write('mingxi', (tx) => appendChanges(tx, 'mingxi', [{ entity: 'document', id: 'x' }]))).toEqual([
    1,
  ])
  await next.close()
})

describe('the data folder', () => {
  const folders: string[] = []
  const folder = () => {
    const made = mkdtempSync(join(tmpdir(), 'kaiming-data-'))
    folders.push(made)
    return made
  }
  afterAll(() => {
    for (const made of folders) rmSync(made, { recursive: true, force: true })
  })

  test('one process holds it: a second opening is refused with a sentence, after closing it is free', async () => {
    const dataDir = folder()
    const first = lockFolder(dataDir)
    expect(lockFolder(dataDir)).toMatchObject({
      ok: false,
      problem: { code: 'data-folder-held', message: expect.stringContaining(String(process.pid)) },
    })
    if (first.ok) first.value()
    expect(lockFolder(dataDir).ok).toBe(true)
  })

  test('a lock of a process that is gone, or whose number another one has now, is taken over', () => {
    const dataDir = folder()
    for (const left of ['999999999 1', `${process.pid} 1`, 'nonsense', '']) {
      writeFileSync(join(dataDir, 'kaiming.lock'), left)
      const taken = lockFolder(dataDir)
      expect(taken.ok).toBe(true)
      if (taken.ok) taken.value()
    }
  })

  test('of many processes that find a lock left behind one gets the folder, and nothing else stays in it', async () => {
    const dataDir = folder()
    writeFileSync(join(dataDir, 'kaiming.lock'), '999999999 1')
    const script = `
      const { lockFolder } = await import(${JSON.stringify(new URL('./folder-lock.ts', import.meta.url).href)})
      process.stdout.write(lockFolder(${JSON.stringify(dataDir)}).ok ? 'held' : 'refused')
      process.stdin.resume()`
    const contenders = Array.from({ length: 6 }, () =>
      spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['pipe', 'pipe', 'inherit'] }),
    )
    const answers = await Promise.all(contenders.map(async ({ stdout }) => String((await once(stdout, 'data'))[0])))
    expect(answers.filter((answer) => answer === 'held')).toHaveLength(1)
    expect(readdirSync(dataDir)).toEqual(['kaiming.lock'])
    await Promise.all(
      contenders.map(async (contender) => {
        contender.kill('SIGKILL')
        await once(contender, 'exit')
      }),
    )
    const taken = lockFolder(dataDir)
    expect(taken.ok).toBe(true)
    if (taken.ok) taken.value()
  })

  const putOthers = (record: string) => {
    mkdirSync(record)
    writeFileSync(join(record, 'notes.txt'), 'kept')
  }
  test.each([
    { is: 'no folder', put: (record: string) => writeFileSync(record, 'no folder') },
    { is: 'a folder of other files', put: putOthers },
  ])('a record that is $is is told with its place, and the data folder is free again', async ({ put }) => {
    const dataDir = folder()
    const record = join(dataDir, 'record')
    put(record)
    expect(await openDatabase({ url: null, dataDir, log: quiet })).toMatchObject({
      ok: false,
      problem: { code: 'record-unreadable', message: expect.stringContaining(record) },
    })
    expect(readdirSync(dataDir)).toEqual(['record'])
    expect(lockFolder(dataDir).ok).toBe(true)
  })

  test('a record whose making was broken off is made anew', async () => {
    const dataDir = folder()
    mkdirSync(join(dataDir, 'record.new'))
    writeFileSync(join(dataDir, 'record.new', 'PG_VERSION'), '18')
    const opened = await openDatabase({ url: null, dataDir, log: quiet })
    expect(opened.ok).toBe(true)
    if (opened.ok) await opened.value.close()
    expect(readdirSync(dataDir)).toEqual(['record'])
  }, 120_000)

  test('a place that cannot be written is refused with a sentence', () => {
    const dataDir = folder()
    writeFileSync(join(dataDir, 'file'), '')
    expect(lockFolder(join(dataDir, 'file', 'data'))).toMatchObject({ ok: false, problem: { code: 'data-folder' } })
  })

  test('a record that is newer than the program, or was made by other migrations, is refused; an old one opens again', async () => {
    const dataDir = folder()
    const reopen = async (statement: string) => {
      const opened = await openDatabase({ url: null, dataDir, log: quiet })
      if (!opened.ok) return opened.problem.code
      await opened.value.asOwner((tx) => tx.execute(sql.raw(statement)))
      await opened.value.close()
      return null
    }
    expect(await reopen(`INSERT INTO migrations (name, checksum) VALUES ('9999_future', 'x')`)).toBeNull()
    expect(await reopen('SELECT 1')).toBe('record-newer')
    expect(readFileSync(join(dataDir, 'record', 'PG_VERSION'), 'utf8')).toMatch(/^\d+/)
  }, 120_000)
})

test('a database that cannot be reached is told without its address', async () => {
  const opened = await openDatabase({ url: 'postgres://u:secret@127.0.0.1:1/x', dataDir: '/nowhere', log: quiet })
  expect(opened).toMatchObject({ ok: false, problem: { code: 'database-unreachable' } })
  expect(JSON.stringify(opened)).not.toContain('secret')
})

test('what is no site id never becomes a statement', () => {
  expect(siteBorder('mingxi')).toContain("'mingxi'")
  for (const id of ['', "x', true); DROP TABLE sites; --", 'Mingxi', 'x y'])
    expect(() => siteBorder(id)).toThrow('site id')
})
