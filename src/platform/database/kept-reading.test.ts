import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { appendChanges } from '../changes/changes.ts'
import type { Database } from '../ports.ts'
import { type KeptFor, keepReading } from './kept-reading.ts'
import { openTestDatabase } from './testing.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
  await database.asOwner((tx) =>
    tx.execute(
      sql`INSERT INTO sites (id, code, name) VALUES ('mingxi', '990102', '明溪区'), ('other', '990103', '别的区')`,
    ),
  )
})
afterAll(() => database.close())

const changes = (siteId: string) =>
  database.write(siteId, (tx) => appendChanges(tx, siteId, [{ entity: 'unit', id: 'civil' }]))

test('a reading is kept while the log of its site and the day stand still', async () => {
  const keep = keepReading<number>()
  let readings = 0
  const read = (of: KeptFor) => database.read(of.siteId, (tx) => keep(tx, of, async () => ++readings))
  const mine = { siteId: 'mingxi', whose: 'public', today: '2026-06-01' }
  expect([await read(mine), await read(mine)]).toEqual([1, 1])

  await changes('other')
  expect(await read(mine)).toBe(1)
  await changes('mingxi')
  expect([await read(mine), await read(mine)]).toEqual([2, 2])

  expect(await read({ ...mine, today: '2026-06-02' })).toBe(3)
  expect(await read({ ...mine, whose: 'staff' })).toBe(4)
  expect(await read({ ...mine, siteId: 'other' })).toBe(5)
  expect(await read({ ...mine, today: '2026-06-02' })).toBe(3)
})

test('what could not be read is not kept', async () => {
  const keep = keepReading<number>()
  const of = { siteId: 'mingxi' }
  const failing = database.read('mingxi', (tx) => keep(tx, of, () => Promise.reject(new Error('not now'))))
  await expect(failing).rejects.toThrow('not now')
  expect(await database.read('mingxi', (tx) => keep(tx, of, async () => 7))).toBe(7)
})
