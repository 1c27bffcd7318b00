import { describe, expect, test } from 'vitest'
import { searchParameters } from '../contract.ts'
import { searchAddress, searchTitle } from './search-address.ts'

const asked = (fields: Record<string, string>) => searchParameters.parse(fields)

describe('the address of results', () => {
  test.each([
    [{}, {}, '/search', 'nothing asked'],
    [{ q: '供热' }, {}, '/search?q=%E4%BE%9B%E7%83%AD', 'a query'],
    [{ q: 'a', offset: '20' }, { year: 2025 }, '/search?q=a&year=2025', 'a filter begins at the first page'],
    [{ q: 'a', year: '2025' }, { offset: 10 }, '/search?q=a&offset=10&year=2025', 'the next page keeps the filter'],
    [{ q: 'a', year: '2025' }, { year: null }, '/search?q=a', 'a filter taken back'],
    [{ q: 'a', sort: 'date' }, { sort: 'relevance' }, '/search?q=a', 'the ordinary order is left out'],
    [
      { q: 'a', year: 'none' },
      { kind: '通知' },
      '/search?q=a&year=none&kind=通知',
      'what hits do not say is a filter too',
    ],
    [{ q: 'a', limit: '50' }, { offset: 50 }, '/search?q=a&limit=50&offset=50', 'a longer page stays long'],
  ] as [Record<string, string>, Record<string, string | number | null>, string, string][])(
    '%j with %j is %s (%s)',
    (fields, change, address, _because) => {
      expect(decodeURI(searchAddress(asked(fields), change))).toBe(decodeURI(address))
    },
  )
})

test.each([
  [{ q: '供热' }, '“供热”的查询结果'],
  [{}, '查政策'],
  [{ q: '供热', validity: 'in-force', year: '2025' }, '“供热”的查询结果（现行有效，2025年）'],
  [{ q: '供热', topic: 'none' }, '“供热”的查询结果（未注明主题）'],
  [{ q: '供热', sort: 'date', offset: '10' }, '“供热”的查询结果（按日期，第2页）'],
])('%j is titled %s', (fields, title) => {
  expect(searchTitle(asked(fields), { 'in-force': '现行有效' })).toBe(title)
})
