import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Change, Deps, Follower, FullTextIndex, FullTextRow } from '../../../platform/ports.ts'
import type { SearchRow } from '../../library/public.ts'
import { listAllIds, searchRows } from '../../library/public.ts'
import { Catalogue, type CatalogueEntry } from './catalogue.ts'

/** Words are looked for in these fields; `title` holds number, issuer and kind too, `text` everything. */
export const FIELDS = ['title', 'text'] as const

/** What an entry of the catalogue says of a document; another name has the index built anew. Since 3: states with their days, replacements. */
const ENTRIES = 'entries-3'

/** Documents read in one transaction: few enough that it holds nobody up. */
const READ_BATCH = 8
/** Documents whose words are cut at once. */
const WORDS_BATCH = 64
/**
 * What was added is folded into the index when nothing was added for a while, or when there is much of it: it is found
 * before as well, but folding keeps both cores busy, and who searches meanwhile waits.
 */
const FOLD_AFTER_MS = 1500
const FOLD_AFTER_CHARACTERS = 8_000_000
/** An index that is built anew is folded after so many documents. */
const BUILT_AT_ONCE = 1024
/** Folding leaves the files of those who are just looking: later they go too. */
const TIDY_AFTER_MS = 15_000

type ProjectionDeps = Pick<Deps, 'database' | 'words' | 'bulkWords' | 'openFullText' | 'clock' | 'log'>

export interface SearchProjection {
  readonly index: FullTextIndex
  readonly catalogue: Catalogue
  readonly follower: Follower
  /** Builds the index anew from the record, for every site given. */
  rebuild(siteIds: readonly string[], newest: number, onProgress?: (done: number) => void): Promise<number>
  /** Loads what the searcher holds in memory; tells how far the index has followed, null when it must be built. */
  open(): Promise<number | null>
  close(): Promise<void>
}

const entryOf = (row: SearchRow): CatalogueEntry => ({
  id: row.id,
  title: row.title,
  docNumber: row.docNumber,
  issuer: row.issuer,
  kind: row.kind,
  topic: row.topic,
  year: row.year,
  validityStages: row.validityStages,
  replacedBy: row.replacedBy,
  signedOn: row.signedOn,
  publishedOn: row.publishedOn,
})

const opened = new WeakMap<object, Promise<SearchProjection>>()

/** The projection over an outside world: one, for the server and for the commands that it runs. */
export function projectionOf(deps: ProjectionDeps): Promise<SearchProjection> {
  const known = opened.get(deps)
  if (known) return known
  const opening = openProjection(deps)
  opened.set(deps, opening)
  return opening
}

/** Opens the search's projection of the library: an index on disk, a catalogue in memory, both following the change log. */
async function openProjection(deps: ProjectionDeps): Promise<SearchProjection> {
  const index = await deps.openFullText('library', FIELDS, `${deps.words.version}|${ENTRIES}`)
  const catalogue = new Catalogue()
  const folding = foldLater(index, deps.log)
  const rowsOf = rowReader(deps)

  /** Brings documents of a site up to date: those that the public may see are put, the others taken out. */
  const bring = async (siteId: string, versions: ReadonlyMap<string, number>): Promise<void> => {
    const all = [...versions.keys()]
    for (let at = 0; at < all.length; at += WORDS_BATCH) {
      const { shown, gone } = await rowsOf(siteId, all.slice(at, at + WORDS_BATCH), versions)
      for (let from = 0; from < shown.length; from += READ_BATCH) {
        index.upsert(shown.slice(from, from + READ_BATCH))
        // Noting the places of words takes a millisecond for a long text: whoever asks meanwhile has his turn.
        await nextTurn()
      }
      index.remove(siteId, gone)
      for (const { stored } of shown) catalogue.put(siteId, stored)
      for (const { id } of gone) catalogue.remove(siteId, id)
      folding.note()
    }
  }

  /** Following and rebuilding take turns: what one reads of the record is written before the other reads. */
  let turn: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = turn.then(work, work)
    turn = next.catch(() => undefined)
    return next
  }

  const follow = async (changes: readonly Change[]): Promise<void> => {
    const bySite = new Map<string, Map<string, number>>()
    for (const { entity, siteId, id, version } of changes) {
      if (entity === 'document') bySite.set(siteId, (bySite.get(siteId) ?? new Map()).set(id, version))
    }
    for (const [siteId, versions] of bySite) await bring(siteId, versions)
  }

  let isClosing = false
  const rebuild: SearchProjection['rebuild'] = async (siteIds, newest, onProgress) => {
    await index.clear()
    catalogue.clear()
    let done = 0
    for (const siteId of siteIds) {
      for (let after: string | null = null; ; ) {
        const from: string | null = after
        const ids: readonly string[] = await deps.database.read(siteId, (tx) =>
          listAllIds(tx, siteId, from, WORDS_BATCH),
        )
        if (isClosing) return done
        if (ids.length === 0) break
        const { shown } = await rowsOf(siteId, ids, new Map())
        await index.write(shown)
        for (const { stored } of shown) catalogue.put(siteId, stored)
        done += ids.length
        onProgress?.(done)
        if (done % BUILT_AT_ONCE === 0) await folding.now()
        after = ids.at(-1) ?? null
      }
    }
    // Only now: a building that was broken off leaves no cursor, and is begun again.
    await index.cursor.write(newest)
    await folding.now()
    return done
  }

  return {
    index,
    catalogue,
    follower: { name: 'search', cursor: index.cursor, follow: (changes) => inTurn(() => follow(changes)) },
    rebuild: (siteIds, newest, onProgress) => inTurn(() => rebuild(siteIds, newest, onProgress)),
    async open() {
      for await (const rows of index.all()) {
        for (const { siteId, stored } of rows) catalogue.put(siteId, stored as CatalogueEntry)
      }
      return index.cursor.read()
    },
    async close() {
      isClosing = true
      await turn
      await folding.close()
      index.close()
    },
  }
}

type FoundRow = Omit<FullTextRow, 'stored'> & { readonly stored: CatalogueEntry }

/** Reads documents as the index holds them: those that the public may see, and those to take out. */
function rowReader({ database, bulkWords, clock }: ProjectionDeps) {
  const read = async (siteId: string, ids: readonly string[]): Promise<SearchRow[]> => {
    const rows: SearchRow[] = []
    for (let at = 0; at < ids.length; at += READ_BATCH) {
      const some = ids.slice(at, at + READ_BATCH)
      rows.push(...(await database.read(siteId, (tx) => searchRows(tx, siteId, some, clock.today()))))
    }
    return rows
  }
  const withWords = async (siteId: string, rows: readonly SearchRow[]): Promise<FoundRow[]> => {
    const join = (texts: readonly (string | null)[]) => texts.filter(Boolean).join('\n')
    const words = await bulkWords.searchWords(
      rows.flatMap((row) => [
        join([row.title, row.docNumber, row.issuer, row.kind]),
        join(row.passages.map(({ text }) => text)),
      ]),
    )
    return rows.map((row, at) => {
      const [title = '', passages = ''] = [words[at * 2], words[at * 2 + 1]]
      const fields = { title, text: `${title} ${passages}` }
      return { id: row.id, siteId, version: row.version, fields, stored: entryOf(row) }
    })
  }
  return async (siteId: string, ids: readonly string[], versions: ReadonlyMap<string, number>) => {
    const rows = new Map((await read(siteId, ids)).map((row) => [row.id, row]))
    const shown = [...rows.values()].filter(({ isVisibleToPublic }) => isVisibleToPublic)
    const gone = ids
      .filter((id) => !rows.get(id)?.isVisibleToPublic)
      .map((id) => ({ id, version: Math.max(rows.get(id)?.version ?? 0, versions.get(id) ?? 0) }))
    return { shown: await withWords(siteId, shown), gone }
  }
}

/** Folding costs the more the larger the index is: during a load it waits until there is a pause, or enough to fold. */
function foldLater(index: FullTextIndex, log: Deps['log']) {
  let timer: NodeJS.Timeout | null = null
  let folding: Promise<void> = Promise.resolve()
  const now = (): Promise<void> => {
    if (timer) clearTimeout(timer)
    timer = null
    folding = index.fold()
    return folding
  }
  const quietly = (): Promise<void> =>
    now().catch((fault: unknown) => log.error({ err: fault }, 'the search index could not be folded'))
  const plan = (milliseconds: number, work: () => Promise<void>) => {
    if (timer) clearTimeout(timer)
    timer = setTimeout(() => void work(), milliseconds)
    timer.unref()
  }
  const foldAndTidy = async () => {
    await quietly()
    if (!timer) plan(TIDY_AFTER_MS, quietly)
  }
  return {
    now,
    note() {
      plan(index.unfolded >= FOLD_AFTER_CHARACTERS ? 0 : FOLD_AFTER_MS, foldAndTidy)
    },
    /** What is in memory reaches the folder, unless the index is not whole: then it is built anew anyway. */
    async close() {
      if (timer) clearTimeout(timer)
      await folding.catch(() => undefined)
      if (index.unfolded > 0 && (await index.cursor.read()) !== null) await quietly()
    },
  }
}
