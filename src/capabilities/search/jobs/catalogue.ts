import type { Day } from '../../../kernel/day.ts'
import type { SearchRow, ValidityState } from '../../library/public.ts'
import { lettersOf } from '../rules/likeness.ts'
import { type Sound, soundOf } from '../rules/sound.ts'
import { stateOn } from '../rules/state-on.ts'

/** What the searcher holds of each document in memory: enough to filter, count, sort and suggest without the record. */
export type CatalogueEntry = Pick<
  SearchRow,
  | 'id'
  | 'title'
  | 'docNumber'
  | 'issuer'
  | 'kind'
  | 'topic'
  | 'year'
  | 'validityStages'
  | 'replacedBy'
  | 'signedOn'
  | 'publishedOn'
>

export interface Listed extends CatalogueEntry {
  /** Letters of the title, for likeness. */
  readonly folded: string
  readonly sound: Sound
  /** On the day that the catalogue was asked for last. */
  readonly validity: ValidityState
}

/** The public documents of every site. A site holds some ten thousand: an entry takes about a kilobyte. */
export class Catalogue {
  readonly #sites = new Map<string, Map<string, Listed>>()
  #day: Day = ''

  /** Tells states as of a day: they change at midnight, and nothing in the record does. */
  showOn(day: Day): void {
    if (day === this.#day) return
    this.#day = day
    for (const site of this.#sites.values())
      for (const [id, entry] of site) site.set(id, { ...entry, validity: stateOn(entry.validityStages, day) })
  }

  put(siteId: string, entry: CatalogueEntry): void {
    const site = this.#sites.get(siteId) ?? new Map<string, Listed>()
    this.#sites.set(siteId, site)
    const known = site.get(entry.id)
    const sound = known?.title === entry.title ? known.sound : soundOf(entry.title)
    const validity = stateOn(entry.validityStages, this.#day)
    site.set(entry.id, { ...entry, folded: lettersOf(entry.title), sound, validity })
  }

  remove(siteId: string, id: string): void {
    this.#sites.get(siteId)?.delete(id)
  }

  get(siteId: string, id: string): Listed | undefined {
    return this.#sites.get(siteId)?.get(id)
  }

  of(siteId: string): readonly Listed[] {
    return [...(this.#sites.get(siteId)?.values() ?? [])]
  }

  size(siteId: string): number {
    return this.#sites.get(siteId)?.size ?? 0
  }

  clear(): void {
    this.#sites.clear()
  }
}
