import type { Clock, Site } from './ports.ts'
import { NAMELESS, siteOfHost } from './sites.ts'

/** How long the list of sites is believed: a new site answers after this, at the latest. */
const BELIEVED_MS = 2000
/** An empty record answers too: with what there is to say before the first settings. */
const EMPTY: Site = { id: 'default', code: NAMELESS, name: '', hosts: [] }

export interface KeptSites {
  /** The site that answers a host; null when none does. */
  of(host: string): Promise<Site | null>
  /** The same without asking the record; undefined when that would be needed. */
  known(host: string): Site | null | undefined
}

/** Sites by host, read from the record when what is known has become old; what is known holds on while the record is away. */
export function keepSites(load: () => Promise<readonly Site[]>, clock: Clock): KeptSites {
  let list: readonly Site[] = []
  let at = Number.NEGATIVE_INFINITY
  let siteOf = new Map<string, Site | null>()
  const find = (host: string): Site | null => {
    const found = siteOf.get(host) ?? siteOfHost(list, host) ?? (list.length === 0 ? EMPTY : null)
    // Hosts are what visitors write: only those that lead somewhere are remembered, a handful.
    if (found && siteOf.size < 100) siteOf.set(host, found)
    return found
  }
  return {
    known: (host) => (clock.now().getTime() - at <= BELIEVED_MS ? find(host) : undefined),
    async of(host) {
      const now = clock.now().getTime()
      if (list.length === 0 || now - at > BELIEVED_MS) {
        const read = await load().catch((fault: unknown) => {
          if (list.length === 0) throw fault
          return null
        })
        at = now
        if (read) {
          list = read
          siteOf = new Map()
        }
      }
      return find(host)
    },
  }
}
