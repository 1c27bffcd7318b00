import type { Change, Deps, Follower, FullTextIndex, FullTextRow } from '../../../platform/ports.ts'
import type { SearchRow } from '../../library/public.ts'
import { listAllIds, searchRows } from '../../library/public.ts'
import { Catalogue, type CatalogueEntry } from './catalogue.ts'

/** Words are looked for in these fields; `title` holds number, issuer and kind too, `text` everything. */
export const FIELDS = ['title', 'text'] as const

/** Documents read and indexed at once: small enough that no transaction holds others up. */
const BATCH = 50

export interface SearchProjection {
  readonly index: FullTextIndex
  readonly catalogue: Catalogue
  readonly follower: Follower
  /** Builds the index anew from the record, for every site given. */
  rebuild(siteIds: readonly string[], onProgress?: (done: number) => void): Promise<number>
  /** Loads what the searcher holds in memory; says whether the index was empty and must be rebuilt. */
  open(): Promise<{ readonly isEmpty: boolean }>
}

const entryOf = (row: SearchRow): CatalogueEntry => ({
  id: row.id,
  title: row.title,
  docNumber: row.docNumber,
  issuer: row.issuer,
  kind: row.kind,
  topic: row.topic,
  year: row.year,
  validity: row.validity,
  signedOn: row.signedOn,
  publishedOn: row.publishedOn,
})

/** Opens the search's projection of the library: an index on disk, a catalogue in memory, both following the change log. */
export async function openProjection(
  deps: Pick<Deps, 'database' | 'words' | 'openFullText' | 'clock'>,
): Promise<SearchProjection> {
  const { database, words, clock } = deps
  const index = await deps.openFullText('library', FIELDS, words.version)
  const catalogue = new Catalogue()

  const fullTextRow = (siteId: string, row: SearchRow): FullTextRow => {
    const cut = (texts: readonly (string | null)[]) => words.searchWords(texts.filter(Boolean).join('\n')).join(' ')
    const title = [row.title, row.docNumber, row.issuer, row.kind]
    return {
      id: row.id,
      siteId,
      version: row.version,
      fields: { title: cut(title), text: cut([...title, ...row.passages.map(({ text }) => text)]) },
      stored: entryOf(row),
    }
  }

  /** Brings some documents of a site up to date: those that the public may see are put, the others removed. */
  const bring = async (siteId: string, ids: readonly string[]): Promise<void> => {
    const rows = await database.read(siteId, (tx) => searchRows(tx, siteId, ids, clock.today()))
    const visible = rows.filter(({ isVisibleToPublic }) => isVisibleToPublic)
    const shown = new Set(visible.map(({ id }) => id))
    const gone = ids.filter((id) => !shown.has(id))
    await index.upsert(visible.map((row) => fullTextRow(siteId, row)))
    await index.remove(siteId, gone)
    for (const row of visible) catalogue.put(siteId, entryOf(row))
    for (const id of gone) catalogue.remove(siteId, id)
  }

  const follow = async (changes: readonly Change[]): Promise<void> => {
    const bySite = new Map<string, Set<string>>()
    for (const { entity, siteId, id } of changes) {
      if (entity === 'document') bySite.set(siteId, (bySite.get(siteId) ?? new Set()).add(id))
    }
    for (const [siteId, ids] of bySite) {
      const all = [...ids]
      for (let at = 0; at < all.length; at += BATCH) await bring(siteId, all.slice(at, at + BATCH))
    }
    if (bySite.size > 0) await index.optimize()
  }

  return {
    index,
    catalogue,
    follower: { name: 'search', follow },
    async rebuild(siteIds, onProgress) {
      await index.clear()
      catalogue.clear()
      let done = 0
      for (const siteId of siteIds) {
        for (let after: string | null = null; ; ) {
          const from: string | null = after
          const ids: readonly string[] = await database.read(siteId, (tx) => listAllIds(tx, siteId, from, BATCH))
          if (ids.length === 0) break
          await bring(siteId, ids)
          done += ids.length
          onProgress?.(done)
          after = ids.at(-1) ?? null
        }
      }
      await index.optimize()
      return done
    },
    async open() {
      for await (const rows of index.all()) {
        for (const { siteId, stored } of rows) catalogue.put(siteId, stored as CatalogueEntry)
      }
      return { isEmpty: index.isEmpty }
    },
  }
}
