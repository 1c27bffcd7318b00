import { mkdtemp, rm, writeFile } from 'node:fs/promises'
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
import type { Actor, Database, Deps, DocumentReader } from '../../platform/ports.ts'
import { loadSettings } from '../../platform/settings/settings.ts'
import { openSegmenter } from '../../platform/words/segmenter.ts'
import { readSource } from '../../reader/read-source.ts'
import { ingestFiles } from './actions/ingest-files.ts'
import type { IngestSummary } from './rules/load-summary.ts'

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
