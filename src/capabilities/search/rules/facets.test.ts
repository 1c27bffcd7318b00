import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countFacets, type FacetName, type Facetted, filtered } from './facets.ts'

const entry = fc.record<Facetted>({
  issuer: fc.option(fc.constantFrom('区政府', '区政府办公室')),
  year: fc.option(fc.constantFrom(2022, 2023, 2024)),
  kind: fc.option(fc.constantFrom('通知', '批复')),
  topic: fc.option(fc.constantFrom('综合政务')),
  validity: fc.constantFrom('in-force', 'repealed'),
})
const filters = fc.record(
  {
    year: fc.constantFrom(2022, 2023, null),
    kind: fc.constantFrom('通知'),
    topic: fc.constant(null),
    validity: fc.constantFrom('repealed'),
  },
  { requiredKeys: [] },
)

describe('facets', () => {
  test('a count agrees with what a click shows, under every combination of filters', () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 30 }), filters, (entries, chosen) => {
        const { facets, unstated } = countFacets(entries, chosen)
        for (const name of Object.keys(facets) as FacetName[]) {
          for (const { value, count } of facets[name]) {
            expect(filtered(entries, { ...chosen, [name]: value })).toHaveLength(count)
          }
          expect(filtered(entries, { ...chosen, [name]: null })).toHaveLength(unstated[name])
        }
      }),
    )
  })

  test('years are newest first, the others by count', () => {
    const made = (year: number, kind: string): Facetted => ({
      issuer: null,
      year,
      kind,
      topic: null,
      validity: 'unknown',
    })
    const { facets } = countFacets([made(2022, '批复'), made(2024, '通知'), made(2023, '通知')], {})
    expect(facets.year.map(({ value }) => value)).toEqual(['2024', '2023', '2022'])
    expect(facets.kind).toEqual([
      { value: '通知', count: 2 },
      { value: '批复', count: 1 },
    ])
  })
})
