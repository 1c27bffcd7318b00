import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import pino from 'pino'
import { DOCUMENT_KINDS } from '../../law/national/kinds.ts'
import { convert } from '../../platform/converter/convert.ts'
import { refusalOfSize } from '../../platform/converter/limits.ts'
import { emptyTables, openTestDatabase } from '../../platform/database/testing.ts'
import { openDiskStore } from '../../platform/files/disk-store.ts'
import { openPageCache } from '../../platform/http/page-cache.ts'
import type { Actor, Database, Deps, DocumentReader, Tx } from '../../platform/ports.ts'
import { loadSettings } from '../../platform/settings/settings.ts'
import { openSegmenter } from '../../platform/words/segmenter.ts'
import { readSource } from '../../reader/read-source.ts'
import { ingestFiles } from './actions/ingest-files.ts'
import { writeExport } from './actions/write-export.ts'
import type { DocumentSummary, DocumentView } from './contract.ts'
import type { IngestSummary } from './rules/load-summary.ts'
import { type LoadedDocument, loadDocument } from './store/document.queries.ts'
import { listDocuments } from './store/list.queries.ts'

/** Its dictionary takes a third of a second to read. */
const words = openSegmenter()
const knowledge = { kinds: DOCUMENT_KINDS.map(({ name }) => name), unitNames: [] }

/** The real converter and reader, without a worker; its version can be raised to have files read again. */
const readHere = (version: () => string, reread: () => readonly [string, string]): DocumentReader => ({
  get version() {
    return version()
  },
  refusalOfSize,
  async read(file) {
    const converted = await convert(file)
    if (!converted.ok)
      return { ok: false, code: converted.problem.code, message: converted.problem.message, line: null }
    const [from, to] = reread()
    const lines = converted.value.lines.map((line) => ({ ...line, text: line.text.replaceAll(from, to) }))
    const source = { ...converted.value, lines }
    return {
      ok: true,
      source: { format: source.format, lines: source.lines.length, pages: null, hints: source.hints },
      reading: readSource(source, knowledge),
    }
  },
  close: async () => undefined,
})

export const CLERK: Actor = { kind: 'person', name: '周敏' }

/** A library on a database of its own, for integration tests. */
export interface TestLibrary {
  readonly deps: Deps
  /** Empties the record: an empty database takes longer to make. */
  reset(): Promise<void>
  /** Loads texts as files by name, in this order. */
  load(files: Readonly<Record<string, string>>): Promise<IngestSummary>
  /** From here on every file counts as read by an older reader. */
  raiseReaderVersion(): void
  /** From here on the reader reads some words of a file otherwise: as a better one would. */
  readAs(words: string, better: string): void
  /** Reads the record across the border of the site. */
  ask<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** The documents that the public sees, by title. */
  listed(): Promise<readonly DocumentSummary[]>
  /** The id of the document of this number or title; one that no document has when there is none. */
  idOf(numberOrTitle: string): Promise<string>
  /** What the public gets at the address of a document. */
  lookUp(id: string, edition?: number | null): Promise<LoadedDocument>
  /** The document that the public gets there; throws when it gets none. */
  found(id: string, edition?: number | null): Promise<DocumentView>
  /** The export of the documents as text. */
  exported(): Promise<string>
  /** From here on the record does not answer. */
  loseRecord(): Promise<void>
  close(): Promise<void>
}

/** Empties the record, and makes the two sites. */
async function emptyRecord(database: Database): Promise<void> {
  await emptyTables(database)
  await database.asOwner((tx) =>
    tx.execute(
      sql`INSERT INTO sites (id, code, name) VALUES ('mingxi', '990102', '明溪区'), ('other', '990103', '别的区')`,
    ),
  )
}

/** What tests ask of a library again and again, as the public does. */
function questionsTo(deps: Deps): Pick<TestLibrary, 'ask' | 'listed' | 'idOf' | 'lookUp' | 'found' | 'exported'> {
  const visitor = { kind: 'public' } as const
  const page = { limit: 50, offset: 0, sort: 'title' } as const
  const ask = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => deps.database.read('mingxi', work)
  const listed = async () => (await ask((tx) => listDocuments(tx, visitor, {}, page, deps.clock.today()))).items
  const lookUp = (id: string, edition: number | null = null) =>
    ask((tx) => loadDocument(tx, visitor, id, deps.clock.today(), { edition }))
  return {
    ask,
    listed,
    lookUp,
    async idOf(wanted) {
      const items = await listed()
      return items.find(({ title, docNumber }) => docNumber === wanted || title === wanted)?.id ?? 'nothing'
    },
    async found(id, edition) {
      const loaded = await lookUp(id, edition)
      if (loaded.state !== 'found') throw new Error(`${id} is ${loaded.state}`)
      return loaded.document
    },
    async exported() {
      const folder = await mkdtemp(join(tmpdir(), 'kaiming-export-'))
      await writeExport(deps, { siteId: 'mingxi', folder, withIds: false })
      const text = await readFile(join(folder, 'documents.jsonl'), 'utf8')
      await rm(folder, { recursive: true })
      return text
    },
  }
}

/** A site's library, empty until texts are loaded. */
export async function openTestLibrary(today = '2026-06-01'): Promise<TestLibrary> {
  const folder = await mkdtemp(join(tmpdir(), 'kaiming-library-'))
  const database = await openTestDatabase()
  await emptyRecord(database)
  let version = 1
  let isLost = false
  let reread: readonly [string, string] = ['\u0000', '']
  const deps: Deps = {
    database,
    clock: { now: () => new Date(`${today}T02:00:00Z`), today: () => today },
    files: openDiskStore(join(folder, 'files')),
    reader: readHere(
      () => `test-${version}`,
      () => reread,
    ),
    pages: openPageCache(),
    words,
    bulkWords: {
      searchWords: async () => {
        throw new Error('the library opens no index')
      },
      close: async () => undefined,
    },
    siteIds: async () => ['mingxi'],
    settings: (siteId) => database.read(siteId, (tx) => loadSettings(tx, siteId, today)),
    openFullText: async () => {
      throw new Error('the library opens no index')
    },
    log: pino({ level: 'silent' }),
    dataDir: folder,
  }
  return {
    deps,
    ...questionsTo(deps),
    raiseReaderVersion: () => void version++,
    readAs(words, better) {
      reread = [words, better]
    },
    async reset() {
      reread = ['\u0000', '']
      await emptyRecord(database)
    },
    async load(files) {
      const paths: string[] = []
      for (const [name, text] of Object.entries(files)) {
        paths.push(join(folder, name))
        await writeFile(join(folder, name), text)
      }
      return ingestFiles(deps, { siteId: 'mingxi', actor: CLERK, paths, base: folder })
    },
    async loseRecord() {
      isLost = true
      await database.close()
    },
    async close() {
      if (!isLost) await database.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
