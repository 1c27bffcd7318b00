import { type SQL, sql } from 'drizzle-orm'

/**
 * LIMIT and OFFSET of a list. How many rows, and that they are the first, stand in the words of the statement: given as values
 * they are unknown to a plan that is made once for all values, which then looks dearer than one made anew, and the record
 * plans the statement whenever it runs.
 */
export function partOfRows({ limit, offset }: { readonly limit: number; readonly offset: number }): SQL {
  if (!Number.isSafeInteger(limit) || limit < 0) throw new Error(`not a number of rows: ${limit}`)
  const first = sql.raw(`LIMIT ${limit}`)
  return offset === 0 ? first : sql`${first} OFFSET ${offset}`
}
