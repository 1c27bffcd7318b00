import { getTableColumns, type SQL, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { Tx } from '../ports.ts'

/**
 * Inserts rows as one parameter. The statement is the same whatever their number, so that a record keeps it parsed, and
 * PostgreSQL's limit of 65,535 parameters does not matter. Every row gives the same columns; those left out get their default.
 */
export async function insertRows<Table extends PgTable>(
  tx: Tx,
  table: Table,
  rows: readonly Table['$inferInsert'][],
): Promise<void> {
  const [first] = rows
  if (!first) return
  const columns = Object.entries(getTableColumns(table)).filter(([key]) => key in first)
  const names = sql.join(
    columns.map(([, { name }]) => sql.identifier(name)),
    sql`, `,
  )
  const values = rows.map((row) =>
    Object.fromEntries(columns.map(([key, { name }]) => [name, (row as Readonly<Record<string, unknown>>)[key]])),
  )
  await tx.execute(
    sql`INSERT INTO ${table} (${names}) SELECT ${names} FROM json_populate_recordset(NULL::${table}, ${JSON.stringify(values)}::json)`,
  )
}

/** A list as one parameter, for `= ANY (…)`: the statement stays the same whatever its length. */
export const anyOf = (values: readonly string[]): SQL => sql`ANY (${sql.param([...values])}::text[])`
