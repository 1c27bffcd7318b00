import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../ports.ts'
import { type Migration, type MigrationConnection, migrate, readMigrations } from './migrate.ts'
import { openTestDatabase } from './testing.ts'

const LAST: Migration = { name: '9999_last', sql: 'CREATE TABLE last_of_all (id integer)', checksum: 'last' }
const own = readMigrations()

describe('migrations on a record', () => {
  let database: Database
  beforeAll(async () => {
    database = await openTestDatabase()
  })
  // The record is lent: whoever has it next must not find what was migrated here.
  afterAll(async () => {
    await database.asOwner(async (tx) => {
      await tx.execute(sql`DROP TABLE last_of_all`)
      await tx.execute(sql`DELETE FROM migrations WHERE name = ${LAST.name}`)
    })
    await database.close()
  })

  /** Migrates in a transaction, as when the program starts: what is refused or fails is rolled back. */
  async function start(migrations: readonly Migration[]): Promise<number | string> {
    let answer: number | string = ''
    await database
      .asOwner(async (tx) => {
        const connection: MigrationConnection = {
          run: async (text) => void (await tx.execute(sql.raw(text))),
          rows: async (text, values = []) => {
            const parts = text.split(/\$\d+/)
            const query = sql.join(
              parts.flatMap((part, at) => (at < values.length ? [sql.raw(part), sql`${values[at]}`] : [sql.raw(part)])),
            )
            return (await tx.execute<Record<string, unknown>>(query)).rows
          },
        }
        const migrated = await migrate(connection, migrations)
        answer = migrated.ok ? migrated.value : `${migrated.problem.code} ${migrated.problem.message}`
        if (!migrated.ok) throw new Error('refused')
      })
      .catch((fault: Error) => {
        if (fault.message !== 'refused') answer = 'failed'
      })
    return answer
  }
  const known = async () =>
    (
      await database.asOwner((tx) => tx.execute<{ name: string }>(sql`SELECT name FROM migrations ORDER BY name`))
    ).rows.map(({ name }) => name)

  test('its own record is left as it is', async () => expect(await start(own)).toBe(0))

  test('one that fails leaves nothing of itself and of those before it', async () => {
    const failing = { name: '9999_z', sql: 'SELECT * FROM nowhere', checksum: 'z' }
    expect(await start([...own, LAST, failing])).toBe('failed')
    expect(await known()).toEqual(own.map(({ name }) => name))
    expect(await start([...own, LAST])).toBe(1)
    expect(await start([...own, LAST])).toBe(0)
  })

  test('a record that is newer than the program is refused, and told by what', async () =>
    expect(await start(own)).toBe(
      'record-newer 数据库比程序新：它已经升级到“9999_last”，这个版本的程序不认识。请使用更新的程序，不要用旧程序打开。',
    ))

  test('a record that was made by a file of another text is refused', async () =>
    expect(await start([...own, { ...LAST, checksum: 'changed' }])).toMatch(
      /^record-differs 数据库升级时用的“9999_last”/,
    ))
})

test('no two migrations share a number: their order is that of their names', () => {
  const numbers = own.map(({ name }) => name.slice(0, 4))
  expect(numbers.length).toBeGreaterThan(10)
  expect(new Set(numbers).size).toBe(numbers.length)
})
