import type { Outcome } from '../../kernel/outcome.ts'
import type { Database, Log } from '../ports.ts'
import type { Migration } from './migrate.ts'
import { openPglite } from './pglite.ts'
import { openPostgres } from './postgres.ts'

/** Opens the record, brought to this program's shape: PostgreSQL when an address is given, else PGlite in the data folder. */
export const openDatabase = (options: {
  readonly url: string | null
  readonly dataDir: string
  readonly log: Log
  /** Left out: those of this program. */
  readonly migrations?: readonly Migration[]
}): Promise<Outcome<Database>> =>
  options.url === null
    ? openPglite(options.dataDir, options.log, options.migrations)
    : openPostgres(options.url, options.log, options.migrations)
