import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Visitor } from '../../../platform/ports.ts'
import { countDocuments, keepShelves } from '../store/list.queries.ts'
import { CLERK, openTestLibrary, type TestLibrary } from '../testing.ts'
import { correctDocument } from './correct-document.ts'
import { withdrawDocument } from './withdraw-document.ts'

const TODAY = '2026-06-01'
const BY = { siteId: 'mingxi', siteCode: '990102', actor: CLERK, reason: '核对原件' } as const
const notice = (number: number, body: string) =>
  `明溪政发〔2025〕${number}号\n明溪区人民政府关于第${number}件事的通知\n各街道办事处：\n${body}\n明溪区人民政府\n2025年3月${number}日\n`

let library: TestLibrary
const count = keepShelves()
beforeAll(async () => {
  library = await openTestLibrary()
})
afterAll(() => library.close())

/** What the kept shelves say; it must be what the record says now. */
async function counted(siteId = 'mingxi', visitor: Visitor = { kind: 'public' }, today = TODAY) {
  return library.deps.database.read(siteId, async (tx) => {
    const kept = await count(tx, { siteId, visitor, today }, {})
    expect(kept).toEqual(await countDocuments(tx, visitor, {}, today))
    return kept
  })
}
const someId = async () =>
  (
    await library.deps.database.read('mingxi', (tx) =>
      tx.execute<{ id: string }>(sql`SELECT id FROM documents WHERE state = 'released' ORDER BY id LIMIT 1`),
    )
  ).rows[0]?.id ?? ''

test('counts that are kept are those of the record: after a load, a correction, a withdrawal, at midnight, for each site and visitor', async () => {
  expect((await counted()).total).toBe(0)
  await library.load({ 'a.txt': notice(1, '有效期至2026年6月1日。'), 'b.txt': notice(2, '即日起施行。') })
  expect((await counted()).total).toBe(2)

  const documentId = await someId()
  await correctDocument(library.deps, { ...BY, documentId, field: 'topic', value: '工业、交通' })
  expect((await counted()).facets.topic).toContainEqual({ value: '工业、交通', count: 1 })

  await correctDocument(library.deps, { ...BY, documentId, field: 'validUntil', value: TODAY })
  const expired = async (today: string) =>
    (await counted('mingxi', { kind: 'public' }, today)).facets.validity.find(({ value }) => value === 'expired')
      ?.count ?? 0
  expect([await expired(TODAY), await expired('2026-06-02'), await expired(TODAY)]).toEqual([0, 1, 0])

  await withdrawDocument(library.deps, { ...BY, documentId })
  expect([(await counted()).total, (await counted('mingxi', { kind: 'staff', name: '周敏' })).total]).toEqual([1, 2])
  expect((await counted('other')).total).toBe(0)
  expect((await counted()).total).toBe(1)
})

test('while nothing changes the record is not counted again, whatever the filter', async () => {
  const total = async (filter: Parameters<typeof countDocuments>[2]) =>
    (
      await library.deps.database.read('mingxi', (tx) =>
        count(tx, { siteId: 'mingxi', visitor: { kind: 'public' }, today: TODAY }, filter),
      )
    ).total
  const before = await total({})
  // Past the change log, as no command does: what is kept does not notice, what is read does.
  await library.deps.database.write('mingxi', (tx) => tx.execute(sql`UPDATE documents SET state = 'removed'`))
  expect([await total({}), await total({ year: 2025 }), await total({ from: '2025-01-01' })]).toEqual([
    before,
    before,
    0,
  ])
})
