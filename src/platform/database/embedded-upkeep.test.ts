import type { PGlite } from '@electric-sql/pglite'
import pino from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type EmbeddedConnection, makeEmbeddedConnection } from './embedded-connection.ts'
import { makeUpkeep } from './embedded-upkeep.ts'
import { openTestPglite } from './testing.ts'

let client: PGlite
let connection: EmbeddedConnection

beforeAll(async () => {
  client = await openTestPglite()
  await client.exec('CREATE TABLE things (id int PRIMARY KEY); INSERT INTO things SELECT generate_series(1, 10)')
  connection = makeEmbeddedConnection(client)
})
afterAll(() => client.close())

const quiet = pino({ level: 'silent' })
const open = () => makeUpkeep(connection, quiet)
/** Rows of the table as the planner believes; -1 when nobody ever looked. */
const rowsBelieved = async (): Promise<number | undefined> => {
  const { rows } = await client.query<{ n: number }>(
    "SELECT reltuples::int AS n FROM pg_class WHERE relname = 'things'",
  )
  return rows[0]?.n
}
const addUpTo = (last: number) =>
  client.exec(`INSERT INTO things SELECT generate_series((SELECT max(id) + 1 FROM things), ${last})`)
const bytesHeld = async (): Promise<number> => {
  const { rows } = await client.query<{ size: number }>("SELECT pg_relation_size('things')::int AS size")
  return rows[0]?.size ?? 0
}

test('a record without statistics gets them when it is opened', async () => {
  expect(await rowsBelieved()).toBe(-1)
  await (await open()).close()
  expect(await rowsBelieved()).toBe(10)
})

test.each([
  [19, 10],
  [20, 1000],
])('after %i writes the planner believes %i rows when the record is closed', async (writes, believed) => {
  await addUpTo(1000)
  const upkeep = await open()
  for (let written = 0; written < writes; written++) upkeep.written()
  await upkeep.close()
  expect(await rowsBelieved()).toBe(believed)
})

test('while much is written, statistics are taken before it ends', async () => {
  const upkeep = await open()
  await addUpTo(5000)
  for (let written = 0; written < 100; written++) upkeep.written()
  await expect.poll(rowsBelieved).toBe(5000)
  await upkeep.close()
})

test('after many writes what was deleted gives its place back', async () => {
  const before = await bytesHeld()
  await client.exec('DELETE FROM things WHERE id > 10')
  const upkeep = await open()
  for (let written = 0; written < 500; written++) upkeep.written()
  await upkeep.close()
  expect(await bytesHeld()).toBeLessThan(before)
})

test('while a server runs, whose followers ask twice a second, what was deleted gives its place back too', async () => {
  await addUpTo(20_000)
  const before = await bytesHeld()
  await client.exec('DELETE FROM things WHERE id > 10')
  const following = setInterval(() => void connection.transact({}, (asking) => asking.query('SELECT 1')), 500)
  const upkeep = await makeUpkeep(connection, quiet, 1500)
  for (let written = 0; written < 500; written++) upkeep.written()
  await expect.poll(bytesHeld, { timeout: 20_000 }).toBeLessThan(before)
  clearInterval(following)
  await upkeep.close()
})

test('upkeep that fails is told, and the record opens and closes all the same', async () => {
  const told: string[] = []
  const log = pino({ level: 'warn' }, { write: (line: string) => void told.push(line) })
  const failing = { ...connection, alone: () => Promise.reject(new Error('no space left on device')) }
  const upkeep = await makeUpkeep(failing, log)
  for (let written = 0; written < 20; written++) upkeep.written()
  await upkeep.close()
  expect(told.join()).toContain('no space left on device')
})
