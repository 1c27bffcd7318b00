import type { ValidityState } from './validity.ts'

/** What lists can be filtered by, and counted by. */
export const FACETS = ['issuer', 'kind', 'topic', 'year', 'validity'] as const
export type FacetName = (typeof FACETS)[number]

/** Documents that are alike in all that lists are filtered by, and how many there are. */
export interface Shelf {
  readonly issuer: string | null
  readonly kind: string | null
  readonly topic: string | null
  readonly year: string | null
  readonly validity: ValidityState
  readonly count: number
}

interface FacetCount {
  readonly value: string
  readonly count: number
}

/** How many documents there are under a filter, and for each value of each facet. */
export interface DocumentCounts {
  readonly total: number
  readonly facets: {
    readonly issuer: readonly FacetCount[]
    readonly kind: readonly FacetCount[]
    readonly topic: readonly FacetCount[]
    readonly year: readonly FacetCount[]
    readonly validity: readonly FacetCount[]
  }
  /** Documents that do not say what a facet asks for: with them its counts add up. */
  readonly unstated: Readonly<Record<FacetName, number>>
}

/** Most values of a facet that stand beside a list. */
const MOST_VALUES = 60

/**
 * How many documents there are under a choice, and for each value of each facet: a facet's own choice does not count, so that
 * its counts agree with what a click shows. A choice of null: documents that do not say it.
 */
export function countShelves(
  shelves: readonly Shelf[],
  chosen: Readonly<Partial<Record<FacetName, string | null>>>,
  most = MOST_VALUES,
): DocumentCounts {
  const counted = Object.fromEntries(FACETS.map((name) => [name, new Map<string | null, number>()]))
  const names = FACETS.filter((name) => chosen[name] !== undefined)
  let total = 0
  for (const shelf of shelves) {
    const others = names.filter((name) => shelf[name] !== chosen[name])
    if (others.length === 0) total += shelf.count
    // Under another choice of one facet it would be shown: there it counts, and nowhere else.
    for (const name of others.length === 0 ? FACETS : others.length === 1 ? others : []) {
      const value = shelf[name]
      counted[name]?.set(value, (counted[name].get(value) ?? 0) + shelf.count)
    }
  }
  const facet = (name: FacetName): readonly FacetCount[] =>
    [...(counted[name] ?? [])]
      .flatMap(([value, count]) => (value === null ? [] : [{ value, count }]))
      .sort(name === 'year' ? byValue(-1) : (one, other) => other.count - one.count || byValue(1)(one, other))
      .slice(0, most)
  const unstated = (name: FacetName): number => counted[name]?.get(null) ?? 0
  return {
    total,
    facets: {
      issuer: facet('issuer'),
      kind: facet('kind'),
      topic: facet('topic'),
      year: facet('year'),
      validity: facet('validity'),
    },
    unstated: {
      issuer: unstated('issuer'),
      kind: unstated('kind'),
      topic: unstated('topic'),
      year: unstated('year'),
      validity: unstated('validity'),
    },
  }
}

const byValue = (direction: 1 | -1) => (one: FacetCount, other: FacetCount) =>
  one.value === other.value ? 0 : one.value < other.value ? -direction : direction
