import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
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
    index.upsert([row('1', '停车 管理 办法'), row('2', '停车 收费 通知'), row('3', '停车 管理', 1, 'other')])
    await index.fold()
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
    index.upsert([row('2', '停车 减免 通知', 9)])
    index.upsert([row('2', '停车 收费 通知', 3)])
    expect([...(await index.withWord('mingxi', 'title', '减免')).keys()]).toEqual(['2'])
    expect((await index.withWord('mingxi', 'title', '收费')).size).toBe(0)
  })

  test('quotes and operators in words are only words', async () => {
    for (const word of ["'", '"停车"', 'a OR b', '*', '\\', "x' OR '1'='1"]) {
      await expect(index.withWord("mingxi' OR 'a'='a", 'title', word)).resolves.toEqual(new Map())
    }
  })

  test('what was removed is gone, after folding too, and what was stored comes back', async () => {
    index.remove('mingxi', [{ id: '1', version: 4 }])
    await index.fold()
    expect((await index.withWord('mingxi', 'title', '办法')).size).toBe(0)
    const stored: unknown[] = []
    for await (const rows of index.all()) stored.push(...rows)
    expect(stored).toContainEqual({ id: '2', siteId: 'mingxi', version: 9, stored: { title: '停车减免通知' } })
    expect(stored).not.toContainEqual(expect.objectContaining({ id: '1' }))
  })

  test('a late event cannot bring back what was taken out; a newer one can', async () => {
    index.upsert([row('1', '停车 管理 办法', 3)])
    expect((await index.withWord('mingxi', 'title', '办法')).size).toBe(0)
    index.upsert([row('1', '停车 管理 办法', 5)])
    expect([...(await index.withWord('mingxi', 'title', '办法')).keys()]).toEqual(['1'])
    index.remove('mingxi', [{ id: '1', version: 4 }])
    expect((await index.withWord('mingxi', 'title', '办法')).size).toBe(1)
  })

  test('what was put is found at once as it is found when folded, a phrase too', async () => {
    index.upsert([
      row('7', '夜间 停车 管理 规定'),
      row('8', '管理 夜间 停车 场'),
      row('7', '夜间 停车 管理 规定', 1, 'other'),
    ])
    const look = async () => ({
      word: [...(await index.withWord('mingxi', 'title', '夜间')).keys()].sort(),
      elsewhere: [...(await index.withWord('other', 'title', '夜间')).keys()],
      phrase: await index.withPhrase('mingxi', 'title', ['夜间', '停车', '管理']),
    })
    const atOnce = await look()
    expect(atOnce).toEqual({ word: ['7', '8'], elsewhere: ['7'], phrase: new Set(['7']) })
    await index.fold()
    expect(await look()).toEqual(atOnce)
  })

  test('a row that was replaced is found by its new words alone, before folding and after', async () => {
    index.upsert([row('7', '夜间 巡查 规定', 2)])
    const look = async () => [
      (await index.withWord('mingxi', 'title', '巡查')).has('7'),
      (await index.withWord('mingxi', 'title', '停车')).has('7'),
      (await index.withPhrase('mingxi', 'title', ['夜间', '停车'])).has('7'),
    ]
    expect(await look()).toEqual([true, false, false])
    await index.fold()
    expect(await look()).toEqual([true, false, false])
  })

  test('one scale for what is in memory and what is folded: the same text scores nearly the same', async () => {
    const words = Array.from({ length: 40 }, (_, n) => `词${n}`).join(' ')
    index.upsert(Array.from({ length: 20 }, (_, n) => row(`s${n}`, `${words} 路灯`)))
    const score = async () => (await index.withWord('mingxi', 'title', '路灯')).get('s1') ?? 0
    const inMemory = await score()
    await index.fold()
    const folded = await score()
    expect(inMemory / folded).toBeGreaterThan(0.7)
    expect(inMemory / folded).toBeLessThan(1.4)
  })
})

describe('the place in the log', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kaiming-full-text-'))
  const open = (stamp = 'a') => openLanceIndex({ folder, fields: ['title'], stamp })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('it is kept with the rows that came before it: who ends before folding comes back to an earlier one', async () => {
    const index = await open()
    expect(await index.cursor.read()).toBeNull()
    await index.cursor.write(17)
    index.upsert([row('1', '停车 管理 办法')])
    await index.cursor.write(18)
    expect(await index.cursor.read()).toBe(18)

    const again = await open()
    expect(await again.cursor.read()).toBe(17)
    expect((await again.withWord('mingxi', 'title', '停车')).size).toBe(0)

    await index.fold()
    const folded = await open()
    expect(await folded.cursor.read()).toBe(18)
    expect((await folded.withWord('mingxi', 'title', '停车')).size).toBe(1)
  })

  test('it is lost with the index', async () => {
    expect(await (await open('b')).cursor.read()).toBeNull()
  })
})

test('when folding fails nothing is lost: rows are found in memory, and the next folding takes them', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kaiming-full-text-'))
  const index = await openLanceIndex({ folder, fields: ['title'], stamp: 'a' })
  const data = join(folder, 'rows.lance')
  index.upsert([row('1', '停车 管理 办法')])
  await index.cursor.write(5)
  renameSync(data, `${data}.away`)
  writeFileSync(data, '')
  await expect(index.fold()).rejects.toThrow()
  index.upsert([row('1', '停车 收费 办法', 2)])
  expect([...(await index.withWord('mingxi', 'title', '收费')).keys()]).toEqual(['1'])
  rmSync(data)
  renameSync(`${data}.away`, data)
  await index.fold()
  expect([...(await index.withWord('mingxi', 'title', '收费')).keys()]).toEqual(['1'])
  expect((await index.withWord('mingxi', 'title', '管理')).size).toBe(0)
  rmSync(folder, { recursive: true, force: true })
})
