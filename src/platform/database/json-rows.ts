import { type SQL, sql } from 'drizzle-orm'

/**
 * Rows to select from, as one parameter: the statement is the same however many they are, so that a record keeps it parsed.
 * `shape` is the name under which they stand and their columns, `v (id text, position int)`; rows give them by these names.
 */
export const jsonRows = (shape: string, rows: readonly object[]): SQL =>
  sql`json_to_recordset(${JSON.stringify(rows)}::json) AS ${sql.raw(shape)}`
