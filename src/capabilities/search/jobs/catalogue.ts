import type { ValidityState } from '../../library/public.ts'
import { type Sound, soundOf } from '../rules/sound.ts'

/** What the searcher holds of each document in memory: enough to filter, count, sort and suggest without the record. */
export interface CatalogueEntry {
  readonly id: string
  readonly title: string
  readonly docNumber: string | null
  readonly issuer: string | null
  readonly kind: string | null
  readonly topic: string | null
  readonly year: number | null
  readonly validity: ValidityState
  readonly signedOn: string | null
  readonly publishedOn: string | null
}

export interface Listed extends CatalogueEntry {
  /** Title in one width and case, for likeness. */
  readonly folded: string
  readonly sound: Sound
}

/** The public documents of every site. A site holds some ten thousand: an entry takes about a kilobyte. */
export class Catalogue {
  readonly #sites = new Map<string, Map<string, Listed>>()

  put(siteId: string, entry: CatalogueEntry): void {
    const site = this.#sites.get(siteId) ?? new Map<string, Listed>()
    this.#sites.set(siteId, site)
    const known = site.get(entry.id)
    const sound = known?.title === entry.title ? known.sound : soundOf(entry.title)
    site.set(entry.id, { ...entry, folded: entry.title.normalize('NFKC').toLowerCase(), sound })
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
