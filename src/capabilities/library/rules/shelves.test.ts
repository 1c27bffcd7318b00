import { describe, expect, test } from 'vitest'
import { countShelves, type Shelf } from './shelves.ts'

const shelf = (issuer: string | null, kind: string, year: string, count: number): Shelf => ({
  issuer,
  kind,
  topic: null,
  year,
  validity: 'unknown',
  count,
})
const SHELVES = [
  shelf('区政府', '通知', '2024', 5),
  shelf('区政府', '意见', '2025', 2),
  shelf('区民政局', '通知', '2025', 3),
  shelf(null, '通知', '2023', 1),
]
const shown = (counts: readonly { readonly value: string; readonly count: number }[]) =>
  counts.map(({ value, count }) => `${value} ${count}`).join('，')

describe('counts of shelves', () => {
  test.each([
    {
      chosen: {},
      total: 11,
      issuer: '区政府 7，区民政局 3',
      kind: '通知 9，意见 2',
      year: '2025 5，2024 5，2023 1',
      because: 'nothing is chosen',
    },
    {
      chosen: { kind: '通知' },
      total: 9,
      issuer: '区政府 5，区民政局 3',
      kind: '通知 9，意见 2',
      year: '2025 3，2024 5，2023 1',
      because: 'the other kinds can still be chosen instead',
    },
    {
      chosen: { kind: '通知', year: '2025' },
      total: 3,
      issuer: '区民政局 3',
      kind: '通知 3，意见 2',
      year: '2025 3，2024 5，2023 1',
      because: 'each choice counts for all facets but its own',
    },
    {
      chosen: { issuer: '区教育局' },
      total: 0,
      issuer: '区政府 7，区民政局 3',
      kind: '',
      year: '',
      because: 'nobody has issued anything, others have',
    },
  ])('$chosen: $total documents ($because)', ({ chosen, total, issuer, kind, year }) => {
    const { total: all, facets } = countShelves(SHELVES, chosen)
    expect([all, shown(facets.issuer), shown(facets.kind), shown(facets.year)]).toEqual([total, issuer, kind, year])
  })

  test.each([
    { chosen: {}, total: 11, issuer: 1, topic: 11, because: 'with what documents do not say the counts add up' },
    { chosen: { issuer: null }, total: 1, issuer: 1, topic: 1, because: 'what they do not say can be chosen' },
    { chosen: { year: '2025' }, total: 5, issuer: 0, topic: 5, because: 'all of that year say who issued them' },
  ])('$chosen: $total documents, $issuer without an issuer ($because)', ({ chosen, total, issuer, topic }) => {
    const counts = countShelves(SHELVES, chosen)
    expect([counts.total, counts.unstated.issuer, counts.unstated.topic]).toEqual([total, issuer, topic])
    expect(counts.facets.topic).toEqual([])
  })

  test('of many values the most frequent are shown', () => {
    const many = Array.from({ length: 70 }, (_, at) => shelf(`机关${at}`, '通知', '2024', at + 1))
    const { issuer } = countShelves(many, {}).facets
    expect([issuer.length, issuer[0]?.value, issuer.at(-1)?.value]).toEqual([60, '机关69', '机关10'])
    expect(countShelves(many, {}, Number.POSITIVE_INFINITY).facets.issuer.length).toBe(70)
  })
})
