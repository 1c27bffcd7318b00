import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'
import type { Logger } from 'pino'
import type { Day } from '../kernel/day.ts'
import type { Reading, SourceHints, SourceText } from '../reader/types.ts'

/** The only source of time: injected, so that every rule can be tested at any date. */
export interface Clock {
  now(): Date
  /** Today in Asia/Shanghai. */
  today(): Day
}

/** The site (one district's platform) that a row, a request or a job belongs to. */
export interface Site {
  /** Short name used by `--site` and in rows: `default`, `mingxi`. */
  readonly id: string
  /** Six-digit code of the administrative division, first part of every public document id. */
  readonly code: string
  readonly name: string
  /** Host names that this site answers; empty: every host, when it is the only site. */
  readonly hosts: readonly string[]
}

/** Who acts: a person by account or name on this machine, or a named job. */
export interface Actor {
  readonly kind: 'person' | 'job'
  readonly name: string
}

/** Who reads. `visible()` of the library is the only filter that knows what each may see. */
export type Visitor = { readonly kind: 'public' } | { readonly kind: 'staff'; readonly name: string }

/** Both drivers answer `execute` with an object that has `rows`. */
interface RowsOf<Row> {
  readonly rows: Row[]
}
interface RowsResult extends PgQueryResultHKT {
  readonly type: RowsOf<this['row']>
}

/** A transaction that already stands inside one site (row level security holds the border). */
export type Tx = PgDatabase<RowsResult, Record<string, never>>

/** The record. Every access names its site; queries of ours never run outside a transaction. */
export interface Database {
  readonly engine: 'pglite' | 'postgresql'
  read<T>(siteId: string, work: (tx: Tx) => Promise<T>): Promise<T>
  write<T>(siteId: string, work: (tx: Tx) => Promise<T>): Promise<T>
  /** Sites themselves, migrations, whole-installation work: as the owner, past the border. */
  asOwner<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** The same for what only reads: never held back by a snapshot. */
  readAsOwner<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /**
   * Reads that all see the record as of one moment, as the owner. On the embedded record each is a short transaction, and
   * whoever wants to write waits until the snapshot ends; on PostgreSQL it is one transaction that holds up nobody. With
   * a site they stand inside it.
   */
  snapshot<T>(work: (read: <R>(query: (tx: Tx) => Promise<R>) => Promise<R>) => Promise<T>, siteId?: string): Promise<T>
  close(): Promise<void>
}

/** One entry of the change log, written in the same transaction as the change. */
export interface Change {
  /** Grows over the whole installation; followers remember the last one they saw. */
  readonly version: number
  readonly siteId: string
  /** `document`, `gazette`, `unit`, `settings`. */
  readonly entity: string
  readonly id: string
  /** True when the thing is gone for the public: followers remove it, and no older version brings it back. */
  readonly tombstone: boolean
}

/** Where a projection keeps the last version that it has seen: beside what it built, so that losing one loses both. */
export interface Cursor {
  /** Null: nothing was built yet, or the building was not finished. */
  read(): Promise<number | null>
  write(version: number): Promise<void>
}

/** A projection that follows the change log (search index, page cache, feeds), on each node by itself. */
export interface Follower {
  readonly name: string
  /** Left out by what is kept in memory: it follows from the start of the process on. */
  readonly cursor?: Cursor
  /** Applies changes in order; called again with the same ones after a crash, so it must be idempotent. */
  follow(changes: readonly Change[]): Promise<void>
}

/** Originals and exports by content hash, outside the web root. */
export interface FileStore {
  /** Stores bytes once; returns their SHA-256 in hex. */
  put(bytes: Uint8Array): Promise<string>
  get(hash: string): Promise<Uint8Array | null>
  has(hash: string): Promise<boolean>
}

/** Reads one file in a worker under limits of time and memory. Refusals are values: a sentence for a clerk. */
export interface DocumentReader {
  /** Changes when reading the same bytes would give something else: files read by another version are read again. */
  readonly version: string
  /** Why a file of that name and size is not even opened, as a sentence; null when it may be. */
  refusalOfSize(name: string, size: number): string | null
  read(file: {
    readonly name: string
    readonly bytes: Uint8Array
  }): Promise<{ readonly ok: true; readonly source: SourceSummary; readonly reading: Reading } | ReadFailure>
  close(): Promise<void>
}

/** What ingest keeps of the source beside the reading. */
export interface SourceSummary {
  readonly format: SourceText['format']
  readonly lines: number
  readonly pages: number | null
  readonly hints: SourceHints
}

export interface ReadFailure {
  readonly ok: false
  readonly code: string
  readonly message: string
  readonly line: number | null
}

/** Cached public pages: each declares tags, a change bumps its tags. */
export interface PageCache {
  get(key: string): CachedPage | undefined
  /** How many bumps there were: noted before a page is made, so that one made from what has changed since is not kept. */
  bumps(): number
  put(key: string, page: CachedPage, bumpsBefore: number): void
  bump(tags: readonly string[]): void
}

export interface CachedPage {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
  readonly tags: readonly string[]
}

/** Chinese words. Text is segmented once when it is indexed; queries by the same version of the dictionary (decision 20). */
export interface Segmenter {
  /** Names the dictionary: an index made with another version is rebuilt. */
  readonly version: string
  /** Every piece of the text in order, punctuation too: joined they are the text again. */
  cut(text: string): readonly string[]
  /** The words to index or look for, overlapping ones too, in lower case and half width. */
  searchWords(text: string): string[]
}

/** Cuts many texts in a worker: what takes seconds never stands in the way of an answer. */
export interface BulkSegmenter {
  /** The words to index of each text, separated by spaces, by the same dictionary as the segmenter's. */
  searchWords(texts: readonly string[]): Promise<readonly string[]>
  close(): Promise<void>
}

/** A row of a full-text index: an id, words by field (segmented, separated by spaces), and stored values. */
export interface FullTextRow {
  readonly id: string
  readonly siteId: string
  /** The change that the row shows; an older one never replaces it. */
  readonly version: number
  /** Words to find, by field. */
  readonly fields: Readonly<Record<string, string>>
  /** What the searcher needs beside the words (facets, title), kept as JSON. */
  readonly stored: unknown
}

/**
 * Full text with BM25, kept in a folder: a projection, rebuilt when the folder is gone. What is put is found at once; it is
 * held in memory until it is folded into the folder, and lost with the process before: the cursor then says so.
 */
export interface FullTextIndex {
  /**
   * How far the index has followed the change log; null in one that is new or was built with another stamp. What is written
   * here reaches the folder with the rows that came before it.
   */
  readonly cursor: Cursor
  /** Replaces rows by id; a row that the index holds in a newer version stays as it is. */
  upsert(rows: readonly FullTextRow[]): void
  /** Writes rows into the folder, where they are found when they are folded: for building an index that nobody needs yet. */
  write(rows: readonly FullTextRow[]): Promise<void>
  /** Takes rows out; a mark stays, so that no older version brings them back. */
  remove(siteId: string, gone: readonly { readonly id: string; readonly version: number }[]): void
  /** Ids and BM25 scores of the rows whose field holds the word. */
  withWord(siteId: string, field: string, word: string): Promise<ReadonlyMap<string, number>>
  /** Ids of the rows whose field holds the words one after the other. */
  withPhrase(siteId: string, field: string, words: readonly string[]): Promise<ReadonlySet<string>>
  /** Everything stored in the folder, for what the searcher holds in memory. */
  all(): AsyncIterable<readonly Omit<FullTextRow, 'fields'>[]>
  /** Length of the texts that are held in memory, in characters: the more, the longer folding them takes. */
  readonly unfolded: number
  /** Folds what is held in memory into the folder; when that fails, it stays in memory. */
  fold(): Promise<void>
  /** Empties the index, marks and cursor too. */
  clear(): Promise<void>
  close(): void
}

/** What a district says of itself; null: not given, and left out of pages. */
export interface SiteSettings {
  readonly name: string
  readonly shortName: string | null
  readonly domain: string | null
  readonly idCode: string | null
  readonly icp: string | null
  readonly policeFiling: string | null
  readonly organiser: string | null
  readonly maintainer: string | null
  readonly contact: {
    readonly address: string | null
    readonly phone: string | null
    readonly hours: string | null
    readonly postcode: string | null
    readonly email: string | null
  }
  readonly guide: {
    readonly unit: string | null
    readonly address: string | null
    readonly phone: string | null
    readonly hours: string | null
  }
  readonly examples: readonly string[]
  /** The district's main colour in light and dark, `#rrggbb`; without it 靛青. */
  readonly colours?: { readonly main: string; readonly mainDark?: string | undefined } | null
  /** Address of the certificate of the site's mark (党政机关网站标识); without it no mark is shown. */
  readonly governmentMark?: string | null
  /** Address of the yearly sheet of the site's work (政府网站工作年度报表, 国办函〔2018〕12号). */
  readonly annualSheet?: string | null
}

export type Log = Logger

/** What compose hands to every capability. */
export interface Deps {
  readonly database: Database
  readonly clock: Clock
  readonly files: FileStore
  readonly reader: DocumentReader
  readonly pages: PageCache
  readonly words: Segmenter
  readonly bulkWords: BulkSegmenter
  /** Ids of all sites of the installation. */
  readonly siteIds: () => Promise<readonly string[]>
  /** The settings of a site that hold today. */
  readonly settings: (siteId: string) => Promise<SiteSettings>
  /** Opens a full-text index by name in the data folder; a name is opened once. */
  readonly openFullText: (name: string, fields: readonly string[], stamp: string) => Promise<FullTextIndex>
  readonly log: Log
  /** The data folder: search index, files, socket. */
  readonly dataDir: string
}
