import { isDay, writtenDay } from '../../../../kernel/day.ts'
import { inOrderOfStates, VALIDITY_WORDS } from '../../../../portal/components/validity-mark/validity-mark.tsx'
import type { DocumentCounts, DocumentFilter, ValidityState } from '../../contract.ts'

/** Filters of the list, in the order in which they stand. */
export const FILTERS = ['validity', 'issuer', 'kind', 'topic', 'year'] as const
export type FilterName = (typeof FILTERS)[number]

export const FILTER_LABELS: Readonly<Record<FilterName, string>> = {
  issuer: '发文机关',
  kind: '类别',
  topic: '主题',
  year: '年份',
  validity: '状态',
}

/** What a list's address asks for; what makes no sense in it is left out. */
export interface ListQuery {
  readonly filter: DocumentFilter
  readonly sort: 'date' | 'title'
  readonly offset: number
  /** Filters as the address gives them: what links of the page carry on. */
  readonly given: Readonly<Record<string, string>>
  /** What the address asks for and cannot mean, as people read it: 成文不早于“2024-13-45”. */
  readonly refused: readonly string[]
}

/** What stands in an address for documents that do not say it: ?topic=none. */
export const UNSTATED = 'none'

/** Beyond this nobody turns pages; a filter leads further. */
const FURTHEST = 10_000

const isSensible: Readonly<Record<string, (value: string) => boolean>> = {
  issuer: (value) => value.length <= 200,
  kind: (value) => value.length <= 40,
  topic: (value) => value.length <= 100,
  year: (value) => value === UNSTATED || /^(?:19|20|21)\d\d$/u.test(value),
  validity: (value) => Object.hasOwn(VALIDITY_WORDS, value),
  from: isDay,
  to: isDay,
}

/** What stands before a filter's value. */
export const filterLabel = (name: string): string =>
  name === 'from' ? '成文不早于' : name === 'to' ? '成文不晚于' : (FILTER_LABELS[name as FilterName] ?? name)

const LONGEST_REPEATED = 20

const orUnstated = (value: string): string | null => (value === UNSTATED ? null : value)

/** Reads the query of `/documents`. */
export function readListQuery(query: Readonly<Record<string, string>>): ListQuery {
  const asked = Object.entries(query)
    .filter(([name, value]) => value !== '' && Object.hasOwn(isSensible, name))
    .map(([name, value]): [string, string] => [name, isSensible[name] === isDay ? (writtenDay(value) ?? value) : value])
  const [sensible, senseless] = [true, false].map((is) =>
    asked.filter(([name, value]) => isSensible[name]?.(value) === is),
  )
  const given = Object.fromEntries(sensible ?? [])
  const { issuer, kind, topic, year, validity, from, to } = given
  return {
    given,
    refused: (senseless ?? []).map(([name, value]) => `${filterLabel(name)}“${value.slice(0, LONGEST_REPEATED)}”`),
    sort: query.sort === 'title' ? 'title' : 'date',
    offset: Math.min(FURTHEST, Math.max(0, Math.floor(Number(query.offset)) || 0)),
    filter: {
      ...(issuer ? { issuer: orUnstated(issuer) } : {}),
      ...(kind ? { kind: orUnstated(kind) } : {}),
      ...(topic ? { topic: orUnstated(topic) } : {}),
      ...(year ? { year: year === UNSTATED ? null : Number(year) } : {}),
      ...(validity ? { validity: validity as ValidityState } : {}),
      ...(from ? { from } : {}),
      ...(to ? { to } : {}),
    },
  }
}

/** The address of a list after a change: null takes a filter back. A changed filter begins at the first page again. */
export function listAddress(
  { given, sort }: Pick<ListQuery, 'given' | 'sort'>,
  change: Readonly<Record<string, string | null>> = {},
): string {
  const parameters = new URLSearchParams(given)
  if (sort === 'title') parameters.set('sort', sort)
  for (const [name, value] of Object.entries(change)) {
    if (value === null) parameters.delete(name)
    else parameters.set(name, value)
  }
  return parameters.size > 0 ? `/documents?${parameters}` : '/documents'
}

/** A filter's value as people read it beside the filter's name. */
export const filterText = (name: string, value: string): string =>
  value === UNSTATED
    ? '未注明'
    : name === 'validity'
      ? (VALIDITY_WORDS[value] ?? value)
      : name === 'year'
        ? `${value}年`
        : value

/** A filter's value where it stands by itself, as in a title: 未注明主题. */
export function filterTitle(name: FilterName, value: string): string {
  const text = filterText(name, value)
  return text === '未注明' ? `未注明${FILTER_LABELS[name]}` : text
}

interface Choice {
  readonly value: string
  readonly count: number
}

/** The choices of a filter with their counts: the states in their order, and last what does not say it, so that they add up. */
export function choicesOf({ facets, unstated }: DocumentCounts, name: FilterName): readonly Choice[] {
  const counts = name === 'validity' ? inOrderOfStates(facets[name]) : facets[name]
  return unstated[name] > 0 ? [...counts, { value: UNSTATED, count: unstated[name] }] : counts
}
