import { sql } from 'drizzle-orm'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestDatabase } from '../database/testing.ts'
import type { Change, Database, Follower } from '../ports.ts'
import { appendChanges, followChanges, newestVersion, readChanges } from './changes.ts'

const quiet = pino({ level: 'silent' })

describe('change log', () => {
  let database: Database
  const append = (id: string, tombstone = false) =>
    database.write('mingxi', (tx) => appendChanges(tx, 'mingxi', [{ entity: 'document', id, tombstone }]))
  const all = () => database.asOwner((tx) => readChanges(tx, 0, 1000))

  beforeAll(async () => {
    database = await openTestDatabase()
    await database.asOwner((tx) =>
      tx.execute(sql`INSERT INTO sites (id, code, name) VALUES ('mingxi', '990102', '明溪区')`),
    )
  })
  afterAll(() => database.close())

  test('a change that is rolled back is not in the log', async () => {
    const failing = database.write('mingxi', async (tx) => {
      await appendChanges(tx, 'mingxi', [{ entity: 'document', id: 'lost' }])
      throw new Error('stop')
    })
    await expect(failing).rejects.toThrow('stop')
    expect(await all()).toEqual([])
  })

  test('a reader that looks again and again while many write sees every change once and in order', async () => {
    const seen: Change[] = []
    const look = async () => {
      seen.push(...(await database.asOwner((tx) => readChanges(tx, seen.at(-1)?.version ?? 0, 1000))))
    }
    const writing = Promise.all(Array.from({ length: 30 }, (_, index) => append(`d${index}`)))
    for (let times = 0; times < 20; times++) await look()
    await writing
    await look()
    expect(new Set(seen.map(({ id }) => id)).size).toBe(30)
    expect(seen).toHaveLength(30)
  })

  /** A projection with its place in the log beside it, as an index has in its folder. */
  function projection(from: number | null) {
    let place = from
    const got: string[] = []
    const cursor = {
      read: async () => place,
      write: async (version: number) => {
        place = version
      },
    }
    let fails = 0
    return {
      got,
      failOnce: () => void fails++,
      lose: () => {
        place = null
      },
      follower: {
        name: 'test',
        cursor,
        follow: async (changes: readonly Change[]) => {
          if (fails-- > 0) throw new Error('not yet')
          got.push(...changes.map(({ id }) => id))
        },
      },
    }
  }
  const follow = async (follower: Follower) => {
    const following = await followChanges(database, [follower], quiet, 60_000)
    await following.catchUp()
    return following
  }

  test('a follower goes on where it stopped, and a failure is tried again without losing anything', async () => {
    const { got, failOnce, follower } = projection(0)
    failOnce()
    const first = await follow(follower)
    expect(got).toEqual([])
    await first.catchUp()
    expect(got).toHaveLength(30)
    await first.close()
    await append('gone', true)
    await (await follow(follower)).close()
    expect(got.slice(30)).toEqual(['gone'])
    expect(await database.asOwner(newestVersion)).toBe((await all()).at(-1)?.version)
  })

  test('two nodes follow the same log, each by itself', async () => {
    const [near, far] = [projection(0), projection(0)]
    const one = await follow(near.follower)
    const two = await follow(far.follower)
    await append('later')
    await one.catchUp()
    expect([near.got.at(-1), far.got.at(-1)]).toEqual(['later', 'gone'])
    await two.catchUp()
    expect(far.got).toEqual(near.got)
    await Promise.all([one.close(), two.close()])
  })

  test('what is kept in memory begins with what comes after the start', async () => {
    const got: string[] = []
    const following = await follow({
      name: 'memory',
      follow: async (changes) => void got.push(...changes.map(({ id }) => id)),
    })
    await append('after the start')
    await following.catchUp()
    await following.close()
    expect(got).toEqual(['after the start'])
  })

  test('a projection that was never built gets nothing from the log: it is built from the record', async () => {
    const { got, follower } = projection(null)
    await (await follow(follower)).close()
    expect(got).toEqual([])
  })
})
