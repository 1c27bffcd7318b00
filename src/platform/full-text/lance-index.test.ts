import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FullTextIndex, FullTextRow } from '../ports.ts'
import { openLanceIndex } from './lance-index.ts'

const row = (id: string, title: string, version = 1, siteId = 'mingxi'): FullTextRow => ({
  id,
  siteId,
  version,
  fields: { title },
  stored: { title: title.replaceAll(' ', '') },
})

describe('full-text index', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kaiming-full-text-'))
  const open = (stamp = 'a') => openLanceIndex({ folder, fields: ['title'], stamp })
  let index: FullTextIndex
  beforeAll(async () => {
    index = await open()
    await index.upsert([row('1', '停车 管理 办法'), row('2', '停车 收费 通知'), row('3', '停车 管理', 1, 'other')])
    await index.optimize()
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('a word finds the rows of its site alone, with scores', async () => {
    const found = await index.withWord('mingxi', 'title', '停车')
    expect([...found.keys()].sort()).toEqual(['1', '2'])
    expect([...found.values()].every((score) => score > 0)).toBe(true)
  })

  test('a phrase asks for neighbours in order', async () => {
    expect(await index.withPhrase('mingxi', 'title', ['停车', '管理'])).toEqual(new Set(['1']))
    expect(await index.withPhrase('mingxi', 'title', ['管理', '停车'])).toEqual(new Set())
  })

  test('an older version never replaces a newer one', async () => {
    await index.upsert([row('2', '停车 减免 通知', 9)])
    await index.upsert([row('2', '停车 收费 通知', 3)])
    expect([...(await index.withWord('mingxi', 'title', '减免')).keys()]).toEqual(['2'])
    expect((await index.withWord('mingxi', 'title', '收费')).size).toBe(0)
  })

  test('quotes and operators in words are only words', async () => {
    for (const word of ["'", '"停车"', 'a OR b', '*', '\\', "x' OR '1'='1"]) {
      await expect(index.withWord("mingxi' OR 'a'='a", 'title', word)).resolves.toEqual(new Map())
    }
  })

  test('what was removed is gone, after optimizing too, and what was stored comes back', async () => {
    await index.remove('mingxi', [{ id: '1', version: 4 }])
    await index.optimize()
    expect((await index.withWord('mingxi', 'title', '办法')).size).toBe(0)
    const stored: unknown[] = []
    for await (const rows of index.all()) stored.push(...rows)
    expect(stored).toContainEqual({ id: '2', siteId: 'mingxi', version: 9, stored: { title: '停车减免通知' } })
    expect(stored).not.toContainEqual(expect.objectContaining({ id: '1' }))
  })

  test('a late event cannot bring back what was taken out; a newer one can', async () => {
    await index.upsert([row('1', '停车 管理 办法', 3)])
    expect((await index.withWord('mingxi', 'title', '办法')).size).toBe(0)
    await index.upsert([row('1', '停车 管理 办法', 5)])
    expect([...(await index.withWord('mingxi', 'title', '办法')).keys()]).toEqual(['1'])
    await index.remove('mingxi', [{ id: '1', version: 4 }])
    expect((await index.withWord('mingxi', 'title', '办法')).size).toBe(1)
  })

  test('the place in the log is kept with the index, and lost with it', async () => {
    expect(await index.cursor.read()).toBeNull()
    await index.cursor.write(17)
    expect(await (await open('a')).cursor.read()).toBe(17)
    expect(await (await open('b')).cursor.read()).toBeNull()
    await index.cursor.write(18)
  })
})
