import { join } from 'node:path'
import type { Environment } from './environment.ts'
import { done, type Outcome } from './kernel/outcome.ts'
import { openReader } from './open-reader.ts'
import { systemClock } from './platform/clock.ts'
import { openDatabase } from './platform/database/open-database.ts'
import { openDiskStore } from './platform/files/disk-store.ts'
import { openLanceIndex } from './platform/full-text/lance-index.ts'
import { openPageCache } from './platform/http/page-cache.ts'
import { openLog } from './platform/log.ts'
import type { Deps, DocumentReader, Segmenter } from './platform/ports.ts'
import { loadSettings } from './platform/settings/settings.ts'
import { listSites } from './platform/sites.ts'
import { openSegmenter } from './platform/words/segmenter.ts'
import { openBulkSegmenter } from './platform/words/words-worker-pool.ts'

/** The words are loaded when they are first needed: commands that never cut text start without them. */
function lazySegmenter(): Segmenter {
  let opened: Segmenter | null = null
  const segmenter = () => {
    opened ??= openSegmenter()
    return opened
  }
  return {
    get version() {
      return segmenter().version
    },
    cut: (text) => segmenter().cut(text),
    searchWords: (text) => segmenter().searchWords(text),
  }
}

/** Opens the outside world: record, files, workers, words, full text. */
export async function openDeps(
  environment: Environment,
  reader: DocumentReader = openReader(2),
): Promise<Outcome<{ readonly deps: Deps; close(): Promise<void> }>> {
  const log = openLog(environment.logLevel)
  const { dataDir, databaseUrl } = environment
  const database = await openDatabase({ url: databaseUrl, dataDir, log })
  if (!database.ok) return database
  const bulkWords = openBulkSegmenter(
    new URL(`./words-worker.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`, import.meta.url),
  )
  const deps: Deps = {
    database: database.value,
    clock: systemClock,
    files: openDiskStore(join(dataDir, 'files')),
    reader,
    pages: openPageCache(),
    words: lazySegmenter(),
    bulkWords,
    siteIds: async () => (await database.value.readAsOwner(listSites)).map(({ id }) => id),
    settings: (siteId) => database.value.read(siteId, (tx) => loadSettings(tx, siteId, systemClock.today())),
    openFullText: (name, fields, stamp) => openLanceIndex({ folder: join(dataDir, 'search', name), fields, stamp }),
    log,
    dataDir,
  }
  return done({
    deps,
    async close() {
      await Promise.all([reader.close(), bulkWords.close()])
      await database.value.close()
    },
  })
}
