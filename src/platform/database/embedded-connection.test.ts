import type { PGlite } from '@electric-sql/pglite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type EmbeddedConnection, makeEmbeddedConnection } from './embedded-connection.ts'
import { openTestPglite } from './testing.ts'

let client: PGlite
let connection: EmbeddedConnection

beforeAll(async () => {
  client = await openTestPglite()
  await client.exec(
    'CREATE TABLE things (id int PRIMARY KEY, name text, tags text[], body jsonb, on_day date, at timestamptz)',
  )
  connection = makeEmbeddedConnection(client)
})
afterAll(() => client.close())

const INSERT = 'INSERT INTO things (id, name, tags, body, on_day, at) VALUES ($1, $2, $3, $4, $5, $6)'
const countOf = async (id: number): Promise<number> => {
  const { rows } = await client.query<{ n: number }>('SELECT count(*)::int AS n FROM things WHERE id = $1', [id])
  return rows[0]?.n ?? 0
}

test('values go in and come out as with the client’s own query, as objects and as arrays', async () => {
  const values = [1, '一“二”\\三', ['甲', null, '乙"'], { a: [1, { b: '丙' }] }, '2024-02-29', new Date(0)]
  const written = await connection.transact({}, (tx) => tx.query(INSERT, values))
  expect(written.affectedRows).toBe(1)
  for (const rowMode of ['object', 'array'] as const) {
    const text = 'SELECT *, 2::bigint AS big, NULL::int AS none, true AS yes FROM things WHERE id = $1'
    const ours = await connection.transact({}, (tx) => tx.query(text, [1], { rowMode }))
    const theirs = await client.query(text, [1], { rowMode })
    expect(ours.rows).toEqual(theirs.rows)
    expect(ours.fields).toEqual(theirs.fields)
  }
})

test('answers far longer than what the record sends at once come whole, empty texts and nothing told apart', async () => {
  const text = `SELECT n, repeat('长𠮷', 20000) AS long, '' AS empty, NULL AS nothing FROM generate_series(1, 30) n`
  const { rows } = await connection.transact({}, (tx) => tx.query(text))
  expect(rows).toHaveLength(30)
  expect(rows[29]).toEqual({ n: 30, long: '长𠮷'.repeat(20_000), empty: '', nothing: null })
})

test('parsers of one query go before those of the client', async () => {
  const parsers = { 1082: (text: string) => `日 ${text}` }
  const { rows } = await connection.transact({}, (tx) => tx.query('SELECT on_day FROM things', [], { parsers }))
  expect(rows).toEqual([{ on_day: '日 2024-02-29' }])
})

test('the settings of a transaction hold for its first statement and end with it', async () => {
  const read = (settings: readonly string[]) =>
    connection.transact({ settings }, async (tx) => {
      const text = "SELECT current_setting('app.site', true) AS site"
      return (await tx.query<{ site: string | null }>(text)).rows[0]?.site
    })
  expect(await read(["SELECT set_config('app.site', 'mingxi', true)"])).toBe('mingxi')
  expect(await read([])).toBe('')
  expect(await read(["SELECT set_config('app.site', 'yunshan', true)"])).toBe('yunshan')
})

test('what throws is rolled back, and the next transaction stands on firm ground', async () => {
  const failing = connection.transact({}, async (tx) => {
    await tx.query(INSERT, [2, null, null, null, null, null])
    throw new Error('未完')
  })
  await expect(failing).rejects.toThrow('未完')
  expect(await countOf(2)).toBe(0)
  const doubled = connection.transact({}, async (tx) => {
    await tx.query(INSERT, [3, null, null, null, null, null])
    await tx.query(INSERT, [3, null, null, null, null, null])
  })
  await expect(doubled).rejects.toMatchObject({ code: '23505' })
  expect(await countOf(3)).toBe(0)
  await connection.transact({}, (tx) => tx.query(INSERT, [3, null, null, null, null, null]))
  expect(await countOf(3)).toBe(1)
})

test('a statement that cannot be parsed tells why, and can be asked again', async () => {
  const wrong = () => connection.transact({}, (tx) => tx.query('SELECT nothing_there FROM things'))
  await expect(wrong()).rejects.toMatchObject({ code: '42703' })
  await expect(wrong()).rejects.toMatchObject({ code: '42703' })
})

test('a failed statement that nobody minded does not pass for success', async () => {
  const hidden = connection.transact({}, async (tx) => {
    await tx.query(INSERT, [4, null, null, null, null, null])
    await tx.query(INSERT, [4, null, null, null, null, null]).catch(() => null)
  })
  await expect(hidden).rejects.toThrow('nothing of it was kept')
  expect(await countOf(4)).toBe(0)
})

test('statements of one transaction that are asked at once, and transactions, keep their order', async () => {
  const seen: string[] = []
  const ask = (name: string) =>
    connection.transact({}, async (tx) => {
      const answers = await Promise.all([1, 2, 3].map((n) => tx.query<{ n: number }>('SELECT $1::int AS n', [n])))
      seen.push(name, ...answers.map(({ rows }) => String(rows[0]?.n)))
    })
  await Promise.all([ask('甲'), ask('乙'), connection.transact({}, async () => seen.push('丙'))])
  expect(seen).toEqual(['甲', '1', '2', '3', '乙', '1', '2', '3', '丙'])
})

test('far more different statements than are kept can be asked, again and again', async () => {
  const sum = await connection.transact({}, async (tx) => {
    let total = 0
    for (let round = 0; round < 2; round++)
      for (let n = 0; n < 900; n++)
        total += (await tx.query<{ n: number }>(`SELECT ${n} + $1::int AS n`, [1])).rows[0]?.n ?? 0
    return total
  })
  expect(sum).toBe(2 * ((899 * 900) / 2 + 900))
  const { rows } = await client.query<{ kept: number }>('SELECT count(*)::int AS kept FROM pg_prepared_statements')
  expect(rows[0]?.kept).toBeLessThanOrEqual(400)
})

/** When the transaction began in which a work stands: works that share one see the same. */
const beganAt = (settings: readonly string[] = [], isReadOnly = true) =>
  connection.transact({ isReadOnly, settings }, async (tx) => {
    const text = 'SELECT transaction_timestamp()::text AS at, pg_sleep(0.001)'
    return (await tx.query<{ at: string }>(text)).rows[0]?.at
  })
const SITE = ["SELECT set_config('app.site', 'mingxi', true)"]
const OTHER_SITE = ["SELECT set_config('app.site', 'yunshan', true)"]

test('readings that wait one behind the other share a transaction, others have their own', async () => {
  const [first, second, other, writing, last] = await Promise.all([
    beganAt(SITE),
    beganAt(SITE),
    beganAt(OTHER_SITE),
    beganAt(SITE, false),
    beganAt(SITE),
  ])
  expect(second).toBe(first)
  expect(new Set([first, other, writing, last]).size).toBe(4)
  expect(await beganAt(SITE)).not.toBe(last)
})

test('a reading sees what was written between it and the one before', async () => {
  const read = () =>
    connection.transact({ isReadOnly: true }, async (tx) => {
      const { rows } = await tx.query<{ n: number }>('SELECT count(*)::int AS n FROM things WHERE id = 5')
      return rows[0]?.n
    })
  const write = connection.transact.bind(null, {}, (tx) => tx.query(INSERT, [5, null, null, null, null, null]))
  expect(await Promise.all([read(), read(), write(), read(), read()])).toMatchObject([0, 0, {}, 1, 1])
})

test.each([
  ['told', false],
  ['that it minded itself', true],
])('a reading after a failed one (%s) stands on firm ground', async (_name, isMinded) => {
  const failing = connection.transact({ isReadOnly: true }, async (tx) => {
    const asked = tx.query('SELECT 1 / 0')
    return isMinded ? asked.catch(() => null) : asked
  })
  const next = connection.transact({ isReadOnly: true }, (tx) => tx.query<{ n: number }>('SELECT 1 AS n'))
  await expect(failing).rejects.toThrow()
  expect((await next).rows).toEqual([{ n: 1 }])
})

test('work that only reads cannot write', async () => {
  const write = () =>
    connection.transact({ isReadOnly: true }, (tx) => tx.query(INSERT, [6, null, null, null, null, null]))
  await expect(Promise.all([beganAt([]), write(), beganAt([])])).rejects.toMatchObject({ code: '25006' })
  expect(await countOf(6)).toBe(0)
})
