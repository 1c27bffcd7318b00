import { type SearchParameters, UNSTATED } from '../contract.ts'

/** Filters of the results with their names, in the order in which they stand. */
export const FILTERS = [
  ['kind', '类别'],
  ['validity', '状态'],
  ['year', '年份'],
  ['issuer', '发文机关'],
  ['topic', '主题'],
] as const

type Filter = (typeof FILTERS)[number][0]

/** A value of a filter as people say it beside the filter's name. */
export const filterText = (name: Filter, value: string): string =>
  value === UNSTATED ? '未注明' : name === 'year' ? `${value}年` : value

/** What a filter is set to, as an address says it; undefined: nothing. */
export function chosenIn(parameters: SearchParameters, name: Filter): string | undefined {
  const value = parameters[name]
  return value === undefined ? undefined : value === null ? UNSTATED : String(value)
}

/** Defaults are left out, so that one list has one address. */
const ORDINARY: Readonly<Record<string, string>> = { sort: 'relevance', offset: '0', limit: '10' }

/** The address of the results with something changed; a change other than of the page begins at the first page. */
export function searchAddress(
  parameters: SearchParameters,
  change: Partial<Record<Filter | 'sort' | 'offset', string | number | null>>,
): string {
  const query = new URLSearchParams()
  const chosen = Object.fromEntries(FILTERS.map(([name]) => [name, chosenIn(parameters, name)]))
  const all = { ...parameters, ...chosen, offset: 0, ...change }
  for (const [name, value] of Object.entries(all)) {
    if (value === null || value === undefined || value === '' || ORDINARY[name] === String(value)) continue
    query.set(name, String(value))
  }
  return query.size > 0 ? `/search?${query}` : '/search'
}

/** The title of the page of results: two lists of hits never share one. */
export function searchTitle(parameters: SearchParameters, words: Readonly<Record<string, string>>): string {
  const { q, offset, limit, sort } = parameters
  const chosen = FILTERS.flatMap(([name, label]) => {
    const value = chosenIn(parameters, name)
    if (value === undefined) return []
    return [value === UNSTATED ? `未注明${label}` : (words[value] ?? filterText(name, value))]
  })
  const more = [
    ...chosen,
    ...(sort === 'date' ? ['按日期'] : []),
    ...(offset > 0 ? [`第${Math.floor(offset / limit) + 1}页`] : []),
  ]
  return `${q ? `“${q}”的查询结果` : '查政策'}${more.length > 0 ? `（${more.join('，')}）` : ''}`
}
