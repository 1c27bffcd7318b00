import { expect, test } from 'vitest'
import { filterTitle, listAddress, readListQuery } from './list-query.ts'

test.each<[Record<string, string>, object, string]>([
  [{ year: '2024', kind: '通知' }, { year: 2024, kind: '通知' }, 'filters are taken together'],
  [{ year: 'abc', validity: 'sometimes', from: '2024-02-30' }, {}, 'what makes no sense is left out'],
  [{ issuer: '' }, {}, 'an empty field of a form is no filter'],
  [{ from: '2024-01-01', to: '2024-12-31' }, { from: '2024-01-01', to: '2024-12-31' }, 'a range of days'],
  [{ from: '2024年1月5日', to: '20241231' }, { from: '2024-01-05', to: '2024-12-31' }, 'days as people write them'],
  [{ topic: 'none', year: 'none' }, { topic: null, year: null }, 'what documents do not say can be asked for'],
  [{ validity: 'none' }, {}, 'a state is always told: 未注明 is one'],
  [{ nonsense: 'x' }, {}, 'unknown names are nothing'],
])('%j asks for %j: %s', (query, filter) => {
  expect(readListQuery(query).filter).toEqual(filter)
})

test('what makes no sense is told, as far as it names a filter', () => {
  expect(readListQuery({ year: 'abc', from: '2024-13-45', kind: '通知', to: '', nonsense: 'x' }).refused).toEqual([
    '年份“abc”',
    '成文不早于“2024-13-45”',
  ])
})

test.each([
  ['-5', 0],
  ['40', 40],
  ['99999999', 10_000],
  ['x', 0],
])('the page that begins after %s begins after %i', (offset, read) => {
  expect(readListQuery({ offset }).offset).toBe(read)
})

test('a changed filter begins at the first page, in the order that was chosen', () => {
  const query = readListQuery({ kind: '通知', offset: '40', sort: 'title' })
  expect(listAddress(query, { year: '2024' })).toBe(
    `/documents?kind=${encodeURIComponent('通知')}&sort=title&year=2024`,
  )
  expect(listAddress(query, { kind: null, sort: null })).toBe('/documents')
})

test.each([
  ['year', '2024', '2024年'],
  ['topic', 'none', '未注明主题'],
  ['year', 'none', '未注明年份'],
  ['validity', 'unknown', '未注明状态'],
  ['validity', 'repealed', '已废止'],
] as const)('%s=%s is titled %s', (name, value, title) => {
  expect(filterTitle(name, value)).toBe(title)
})
