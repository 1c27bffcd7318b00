import { openHostedReader } from './platform/converter/hosted-reader.ts'
import { openReaderPool } from './platform/converter/reader-pool.ts'
import type { DocumentReader } from './platform/ports.ts'
import { READER_VERSION } from './reader/version.ts'
import { readerEntry, readerHostEntry } from './reader-entry.ts'

/** Opens the processes that convert and read files. They start with the first file. */
export const openReader = (workers: number): DocumentReader =>
  openReaderPool({ entry: readerEntry(), version: READER_VERSION, workers })

/** The same for a server, to be called before it holds much: see `openHostedReader`. */
export const openServersReader = (): DocumentReader =>
  openHostedReader({ entry: readerHostEntry(), version: READER_VERSION })
