/** The values by which hits are filtered and counted. */
export interface Facetted {
  readonly issuer: string | null
  readonly year: number | null
  readonly kind: string | null
  readonly topic: string | null
  readonly validity: string
}

export type FacetName = keyof Facetted
export type Filters = { readonly [Name in FacetName]?: string | number | undefined }

const NAMES: readonly FacetName[] = ['issuer', 'year', 'kind', 'topic', 'validity']

const passes = (entry: Facetted, filters: Filters, except?: FacetName): boolean =>
  NAMES.every((name) => name === except || filters[name] === undefined || String(entry[name]) === String(filters[name]))

export const filtered = <Entry extends Facetted>(entries: readonly Entry[], filters: Filters): Entry[] =>
  entries.filter((entry) => passes(entry, filters))

export interface Count {
  readonly value: string
  readonly count: number
}

/**
 * Counts by facet: each facet under the other filters, so that a count says how many hits a click on it will show.
 * Years are ordered from the newest, the others by count.
 */
export function countFacets(entries: readonly Facetted[], filters: Filters): Record<FacetName, Count[]> {
  const count = (name: FacetName): Count[] => {
    const counts = new Map<string, number>()
    for (const entry of entries) {
      const value = entry[name]
      if (value !== null && passes(entry, filters, name))
        counts.set(String(value), (counts.get(String(value)) ?? 0) + 1)
    }
    const all = [...counts].map(([value, times]) => ({ value, count: times }))
    const byName = (a: Count, b: Count) => (a.value < b.value ? -1 : 1)
    return name === 'year' ? all.sort((a, b) => byName(b, a)) : all.sort((a, b) => b.count - a.count || byName(a, b))
  }
  return {
    issuer: count('issuer'),
    year: count('year'),
    kind: count('kind'),
    topic: count('topic'),
    validity: count('validity'),
  }
}
