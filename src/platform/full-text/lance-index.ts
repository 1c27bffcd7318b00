import type { FullTextIndex, FullTextRow } from '../ports.ts'
import { bm25 } from './bm25.ts'
import { FreshRows, keyOf, type Occurrence } from './fresh-rows.ts'
import { type KeptCursor, keptCursor, openFolder } from './index-folder.ts'
import { type FoldedRows, openFoldedRows } from './lance-table.ts'

/**
 * Opens the full-text index in a folder, empty when it was not there or was built with another stamp. What is put stays in
 * memory until it is folded: LanceDB walks through whatever it has not folded, and makes a version of its own of every small addition.
 */
export async function openLanceIndex(options: {
  readonly folder: string
  readonly fields: readonly string[]
  readonly stamp: string
}): Promise<FullTextIndex> {
  openFolder(options.folder, JSON.stringify([options.stamp, options.fields]))
  const folded = await openFoldedRows(options.folder, options.fields)
  const cursor = keptCursor(options.folder)
  if (folded.isNew) cursor.forget()
  const index = new LanceIndex(folded, cursor)
  await index.open()
  return index
}

class LanceIndex implements FullTextIndex {
  readonly #folded: FoldedRows
  readonly #kept: KeptCursor
  /** The version of every row, marks too. */
  readonly #versions = new Map<string, number>()
  readonly #sites = new Set<string>()
  #fresh = new FreshRows()
  /** What is being folded: until that is done, it is found here. */
  #folding = new FreshRows()
  #reached: number | null
  #turn: Promise<unknown> = Promise.resolve()

  constructor(folded: FoldedRows, kept: KeptCursor) {
    this.#folded = folded
    this.#kept = kept
    this.#reached = kept.read()
  }

  async open(): Promise<void> {
    for await (const rows of this.#folded.names()) for (const row of rows) this.#know(row)
  }

  readonly cursor = {
    read: async (): Promise<number | null> => this.#reached,
    write: async (version: number): Promise<void> => {
      this.#reached = version
      if (this.#fresh.isEmpty && this.#folding.isEmpty) this.#kept.write(version)
    },
  }

  get unfolded(): number {
    return this.#fresh.characters
  }

  upsert(rows: readonly FullTextRow[]): void {
    for (const row of rows) {
      if ((this.#versions.get(keyOf(row.siteId, row.id)) ?? row.version) > row.version) continue
      this.#know(row)
      this.#fresh.put(row)
    }
  }

  write(rows: readonly FullTextRow[]): Promise<void> {
    for (const row of rows) this.#know(row)
    return this.#inTurn(() => this.#folded.write(rows))
  }

  remove(siteId: string, gone: readonly { readonly id: string; readonly version: number }[]): void {
    this.upsert(gone.map(({ id, version }) => ({ id, siteId, version, fields: {}, stored: null })))
  }

  async withWord(siteId: string, field: string, word: string): Promise<ReadonlyMap<string, number>> {
    const { inMemory, isStale } = this.#memory()
    const found = new Map<string, number>()
    for (const [id, score] of await this.#folded.withWord(this.#filter(siteId), field, word)) {
      if (!isStale(siteId, id)) found.set(id, score)
    }
    const fresh = inMemory((rows) => rows.withWord(siteId, field, word), siteId)
    const collection = {
      rows: this.#versions.size,
      rowsWithWord: found.size + fresh.length,
      averageLength: fresh.reduce((sum, { length }) => sum + length, 0) / Math.max(1, fresh.length),
    }
    for (const { id, times, length } of fresh) found.set(id, bm25(times, length, collection))
    return found
  }

  async withPhrase(siteId: string, field: string, words: readonly string[]): Promise<ReadonlySet<string>> {
    const { inMemory, isStale } = this.#memory()
    const folded = await this.#folded.withPhrase(this.#filter(siteId), field, words)
    const fresh = inMemory((rows) => rows.withPhrase(siteId, field, words).map((id) => ({ id })), siteId)
    return new Set([...folded.filter((id) => !isStale(siteId, id)), ...fresh.map(({ id }) => id)])
  }

  all(): AsyncIterable<readonly Omit<FullTextRow, 'fields'>[]> {
    return this.#folded.all()
  }

  fold(): Promise<void> {
    return this.#inTurn(async () => {
      const reached = this.#reached
      this.#folding = this.#fresh
      this.#fresh = new FreshRows()
      try {
        await this.#folded.write(this.#folding.rows())
        await this.#folded.fold()
      } catch (fault) {
        for (const row of this.#fresh.rows()) this.#folding.put(row)
        this.#fresh = this.#folding
        throw fault
      } finally {
        this.#folding = new FreshRows()
      }
      if (reached !== null && reached !== this.#kept.read()) this.#kept.write(reached)
    })
  }

  clear(): Promise<void> {
    return this.#inTurn(async () => {
      this.#kept.forget()
      this.#reached = null
      this.#fresh = new FreshRows()
      this.#versions.clear()
      this.#sites.clear()
      await this.#folded.clear()
    })
  }

  close(): void {
    this.#folded.close()
  }

  #know({ siteId, id, version }: { readonly siteId: string; readonly id: string; readonly version: number }): void {
    this.#versions.set(keyOf(siteId, id), version)
    this.#sites.add(siteId)
  }

  /** Folding and clearing take turns. */
  #inTurn(work: () => Promise<void>): Promise<void> {
    const next = this.#turn.then(work)
    this.#turn = next.catch(() => undefined)
    return next
  }

  /** An index of one site need not be filtered by site. */
  #filter(siteId: string): string | null {
    return this.#sites.size === 1 && this.#sites.has(siteId) ? null : siteId
  }

  /** What is in memory now: a look that began before a folding ends goes on with it, whatever the folder holds meanwhile. */
  #memory() {
    const generations = [this.#fresh, this.#folding]
    return {
      isStale: (siteId: string, id: string): boolean => generations.some((rows) => rows.has(siteId, id)),
      inMemory: <Row extends Pick<Occurrence, 'id'>>(
        look: (rows: FreshRows) => readonly Row[],
        siteId: string,
      ): Row[] => {
        const [fresh, folding] = generations as [FreshRows, FreshRows]
        return [...look(fresh), ...look(folding).filter(({ id }) => !fresh.has(siteId, id))]
      },
    }
  }
}
