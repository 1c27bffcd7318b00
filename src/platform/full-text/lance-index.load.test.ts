import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { FullTextRow } from '../ports.ts'
import { openLanceIndex } from './lance-index.ts'

test('folding many long documents with many words comes to an end, on two cores too', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kaiming-full-text-'))
  const index = await openLanceIndex({ folder, fields: ['title'], stamp: 'a' })
  let seed = 1
  const random = (below: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff
    return Math.floor((seed / 0x80000000) ** 3 * below)
  }
  const word = (n: number): string => String.fromCodePoint(0x4e00 + (n % 20_000), 0x4e00 + Math.floor(n / 20_000))
  const rowOf = (id: string): FullTextRow => {
    const title = Array.from({ length: 6000 }, () => word(random(200_000))).join(' ')
    return { id, siteId: 'mingxi', version: 1, fields: { title }, stored: {} }
  }
  for (let at = 0; at < 768; at += 64) {
    index.upsert(Array.from({ length: 64 }, (_, n) => rowOf(String(at + n))))
  }
  await index.fold()
  expect((await index.withWord('mingxi', 'title', word(0))).size).toBe(768)
  index.close()
  rmSync(folder, { recursive: true, force: true })
})

test('who looks while the index is folded finds, however often it is folded', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kaiming-full-text-'))
  const index = await openLanceIndex({ folder, fields: ['title'], stamp: 'a' })
  const text = (n: number): string => Array.from({ length: 800 }, (_, at) => `词${(at * n) % 4999}`).join(' ')
  let isOver = false
  let looks = 0
  const looking = (async () => {
    for (; !isOver; looks++) await Promise.all(['词0', '词1', '词2'].map((w) => index.withWord('mingxi', 'title', w)))
  })()
  for (let round = 0; round < 12; round++) {
    index.upsert(
      Array.from({ length: 64 }, (_, n) => {
        const id = round * 64 + n
        return { id: String(id), siteId: 'mingxi', version: 1, fields: { title: text(id + 1) }, stored: {} }
      }),
    )
    await index.fold()
  }
  isOver = true
  await looking
  expect(looks).toBeGreaterThan(50)
  expect((await index.withWord('mingxi', 'title', '词0')).size).toBe(768)
  index.close()
  rmSync(folder, { recursive: true, force: true })
})
