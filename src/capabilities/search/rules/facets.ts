/** The values by which hits are filtered and counted. */
export interface Facetted {
  readonly issuer: string | null
  readonly year: number | null
  readonly kind: string | null
  readonly topic: string | null
  readonly validity: string
}

export type FacetName = keyof Facetted
/** Null asks for documents that do not say it. */
export type Filters = { readonly [Name in FacetName]?: string | number | null | undefined }

const NAMES: readonly FacetName[] = ['issuer', 'year', 'kind', 'topic', 'validity']

const agrees = (value: string | number | null, wanted: string | number | null): boolean =>
  value === null || wanted === null ? value === wanted : String(value) === String(wanted)

const passes = (entry: Facetted, filters: Filters, except?: FacetName): boolean =>
  NAMES.every((name) => {
    const wanted = filters[name]
    return name === except || wanted === undefined || agrees(entry[name], wanted)
  })

export const filtered = <Entry extends Facetted>(entries: readonly Entry[], filters: Filters): Entry[] =>
  entries.filter((entry) => passes(entry, filters))

export interface Count {
  readonly value: string
  readonly count: number
}

/** Counts of the values of each facet, and how many hits do not say what it asks for: with them its counts add up. */
export interface FacetCounts {
  readonly facets: Readonly<Record<FacetName, Count[]>>
  readonly unstated: Readonly<Record<FacetName, number>>
}

/**
 * Counts by facet: each facet under the other filters, so that a count says how many hits a click on it will show.
 * Years are ordered from the newest, the others by count.
 */
export function countFacets(entries: readonly Facetted[], filters: Filters): FacetCounts {
  const counted = {} as Record<FacetName, Count[]>
  const unstated = {} as Record<FacetName, number>
  for (const name of NAMES) {
    const counts = new Map<string, number>()
    unstated[name] = 0
    for (const entry of entries) {
      if (!passes(entry, filters, name)) continue
      const value = entry[name]
      if (value === null) unstated[name]++
      else counts.set(String(value), (counts.get(String(value)) ?? 0) + 1)
    }
    const all = [...counts].map(([value, count]) => ({ value, count }))
    counted[name] = all.sort(name === 'year' ? byName(-1) : (a, b) => b.count - a.count || byName(1)(a, b))
  }
  return { facets: counted, unstated }
}

const byName = (direction: 1 | -1) => (a: Count, b: Count) => (a.value < b.value ? -direction : direction)
