import { openReaderPool } from './platform/converter/reader-pool.ts'
import type { DocumentReader } from './platform/ports.ts'
import { READER_VERSION } from './reader/version.ts'

/** The entry of the process lies beside this file: compiled JavaScript, or TypeScript when run from source. */
const entry = (): URL =>
  new URL(import.meta.url.endsWith('.ts') ? './reader-worker.ts' : './reader-worker.js', import.meta.url)

/** Opens the processes that convert and read files. They start with the first file. */
export const openReader = (workers: number): DocumentReader =>
  openReaderPool({ entry: entry(), version: READER_VERSION, workers })
