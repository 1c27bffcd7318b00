import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../ports.ts'
import { insertRows } from './insert-rows.ts'
import { sites } from './platform.table.ts'
import { openTestDatabase } from './testing.ts'
import { anyOf } from './text-array.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())

const codeOf = (n: number): string => String(100_000 + n)

test('more rows than a statement has parameters go in, what is left out gets its default', async () => {
  const rows = Array.from({ length: 30_000 }, (_, n) => ({ id: `s${n}`, code: codeOf(n), name: `一“${n}”\\区` }))
  await database.asOwner((tx) => insertRows(tx, sites, rows))
  const [row] = await database.readAsOwner((tx) => tx.select().from(sites).where(eq(sites.id, 's29999')))
  expect(row).toMatchObject({ id: 's29999', code: '129999', name: '一“29999”\\区', hosts: [] })
  expect(row?.createdAt).toBeInstanceOf(Date)
})

test('no rows are no statement', async () => {
  await expect(database.asOwner((tx) => insertRows(tx, sites, []))).resolves.toBeUndefined()
})

test.each<[readonly string[], number]>([
  [[], 0],
  [['s1', 's2', 'nobody', "'", '{,}'], 2],
])('any of %j is asked for in one parameter', async (ids, found) => {
  const { rows } = await database.readAsOwner((tx) =>
    tx.execute<{ id: string }>(sql`SELECT id FROM sites WHERE id = ${anyOf(ids)}`),
  )
  expect(rows).toHaveLength(found)
})
