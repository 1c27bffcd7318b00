import { type SQL, sql } from 'drizzle-orm'
import { PgDialect } from 'drizzle-orm/pg-core'

/**
 * A part of a statement that holds no values, put into words once: otherwise Drizzle does so for every name in it whenever the
 * statement runs. Throws for a part with values: they would be those of the first time.
 */
export function fixedSql(part: SQL): SQL {
  const { sql: words, params } = new PgDialect().sqlToQuery(part)
  if (params.length > 0) throw new Error(`a fixed part of a statement holds no values: ${words}`)
  return sql.raw(words)
}
