import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sites } from '../../../platform/database/platform.table.ts'
import { openTestDatabase } from '../../../platform/database/testing.ts'
import type { Database } from '../../../platform/ports.ts'
import type { DocumentCounts, DocumentFilter } from '../contract.ts'
import { tasks } from './derived.table.ts'
import { documents } from './documents.table.ts'
import { countDocuments, keepCounts, listEntries } from './list.queries.ts'

const PUBLIC = { kind: 'public' } as const
const TODAY = '2026-06-01'
const ISSUERS = ['区政府', '区民政局', null]
const KINDS = ['通知', '意见', null]
const DAYS = ['2024-02-20', '2025-03-01', null]
const ENDS = ['2025-12-31', '2027-12-31', null]

/** Every issuer with every kind, day and end; every fifth one was taken back. */
const shelf = ISSUERS.flatMap((issuer) =>
  KINDS.flatMap((kind) =>
    DAYS.flatMap((signedOn) => ENDS.map((validUntil) => ({ issuer, kind, signedOn, validUntil }))),
  ),
).map((columns, at) => ({
  ...columns,
  siteId: 'mingxi',
  id: `d${at}`,
  identity: `d${at}`,
  title: `第${at}号文件`,
  titleKey: `d${at}`,
  topic: at % 2 === 0 ? '民政' : null,
  state: at % 5 === 0 ? ('withdrawn' as const) : ('released' as const),
  loadedAt: new Date(0),
  updatedAt: new Date(0),
}))

describe('counts of a list', () => {
  let database: Database
  beforeAll(async () => {
    database = await openTestDatabase()
    await database.asOwner(async (tx) => {
      await tx.insert(sites).values({ id: 'mingxi', code: '990102', name: '明溪区' })
      await tx.insert(documents).values(shelf)
    })
  })
  afterAll(() => database.close())

  const counts = (filter: DocumentFilter): Promise<DocumentCounts> =>
    database.read('mingxi', (tx) => countDocuments(tx, PUBLIC, filter, TODAY))
  const found = async (filter: DocumentFilter): Promise<number> =>
    (
      await database.read('mingxi', (tx) =>
        listEntries(tx, PUBLIC, filter, { limit: 100, offset: 0, sort: 'date' }, TODAY),
      )
    ).length

  test.each<[DocumentFilter, string]>([
    [{}, 'nothing is chosen'],
    [{ kind: '通知' }, 'one facet is chosen'],
    [{ issuer: '区政府', year: 2024 }, 'two facets are chosen'],
    [{ topic: '民政', validity: 'expired', from: '2024-01-01' }, 'two facets and a day are chosen'],
    [{ kind: '决定' }, 'nothing is found'],
    [{ topic: null }, 'what documents do not say'],
    [{ topic: null, year: null, kind: '通知' }, 'what they do not say, and a facet'],
  ])('under %j every count is what a click on it shows (%s)', async (filter) => {
    const { total, facets, unstated } = await counts(filter)
    expect(total).toBe(await found(filter))
    for (const [name, count] of Object.entries(unstated))
      if (name !== 'validity') expect([name, count]).toEqual([name, await found({ ...filter, [name]: null })])
    for (const [name, values] of Object.entries(facets))
      for (const { value, count } of values)
        expect([name, value, count]).toEqual([
          name,
          value,
          await found({ ...filter, [name]: name === 'year' ? Number(value) : value }),
        ])
  })

  test('values stand by how many documents have them, years the latest first', async () => {
    const { facets } = await counts({})
    expect(facets.year.map(({ value }) => value)).toEqual(['2025', '2024'])
    for (const name of ['issuer', 'kind', 'validity'] as const)
      expect(facets[name].map(({ count }) => count)).toEqual(
        facets[name].map(({ count }) => count).toSorted((a, b) => b - a),
      )
  })

  test('a choice that nothing has leaves the other choices of its facet to be made', async () => {
    const { total, facets } = await counts({ kind: '决定' })
    expect([total, facets.kind.map(({ value }) => value).toSorted(), facets.issuer]).toEqual([0, ['意见', '通知'], []])
  })

  test('tasks count on the home page where their document is shown', async () => {
    const empty = { path: [], requirement: '办理', lead: [], responsible: [], source: 'prose' as const }
    await database.asOwner((tx) =>
      tx.insert(tasks).values(shelf.map(({ id }) => ({ ...empty, siteId: 'mingxi', documentId: id, position: 0 }))),
    )
    const shown = await found({})
    expect(shown).toBeLessThan(shelf.length)
    const count = keepCounts()
    const numbers = (siteId: string) =>
      database.read(siteId, (tx) => count(tx, { siteId, visitor: PUBLIC, today: TODAY }))
    expect(await numbers('mingxi')).toEqual({ documents: shown, gazettes: 0, tasks: shown })
  })
})
