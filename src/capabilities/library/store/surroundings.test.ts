import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestDatabase } from '../../../platform/database/testing.ts'
import type { Database } from '../../../platform/ports.ts'
import { isReadable, surroundingsOf } from './surroundings.queries.ts'

const PUBLIC = { kind: 'public' } as const

describe('what stands around a document', () => {
  let database: Database
  beforeAll(async () => {
    database = await openTestDatabase()
    await database.asOwner(async (tx) => {
      await tx.execute(sql`INSERT INTO sites (id, code, name) VALUES ('mingxi', '990102', '明溪区')`)
      await tx.execute(sql`INSERT INTO files (site_id, hash, name, format, size, reader_version, state, loaded_at)
        VALUES ('mingxi', 'f1', '公报.txt', 'txt', 1, '1', 'loaded', now())`)
      for (const [at, id, state] of [
        [1, 'a', 'released'],
        [2, 'b', 'released'],
        [3, 'c', 'withdrawn'],
        [4, 'd', 'released'],
      ] as const) {
        await tx.execute(sql`INSERT INTO documents (site_id, id, identity, state, title, title_key, loaded_at, updated_at)
          VALUES ('mingxi', ${id}, ${id}, ${state}, ${`关于${id}的通知`}, ${id}, now(), now())`)
        await tx.execute(sql`INSERT INTO prints (site_id, document_id, file_hash, position, gazette_id, line_from, line_to, standing, reading)
          VALUES ('mingxi', ${id}, 'f1', ${at}, '2025-1', 1, 1, '1', '{}')`)
      }
    })
  }, 120_000)
  afterAll(() => database.close())

  test('neighbours in the issue are those that the visitor may read', async () => {
    const around = await database.read('mingxi', (tx) => surroundingsOf(tx, PUBLIC, 'b'))
    expect(around).toEqual({
      previous: { title: '关于a的通知', url: '/documents/a' },
      next: { title: '关于d的通知', url: '/documents/d' },
      ids: ['a', 'd'],
    })
  })

  test('a document that was taken back is not readable for the public', async () => {
    const readable = (id: string) => database.read('mingxi', (tx) => isReadable(tx, PUBLIC, id))
    expect([await readable('b'), await readable('c'), await readable('nothing')]).toEqual([true, false, false])
  })
})
