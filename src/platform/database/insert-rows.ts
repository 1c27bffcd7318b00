import { getTableColumns, getTableName, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { Tx } from '../ports.ts'

/**
 * Inserts a JSON array of objects as one parameter. The statement is the same whatever their number, so that a record keeps
 * it parsed, and PostgreSQL's limit of 65,535 parameters does not matter. `columns` are those that the objects give; the
 * others get their default, and a value that is given stands also where the record would count up by itself.
 */
export async function insertJson(tx: Tx, table: string, columns: readonly string[], objects: string): Promise<void> {
  const names = sql.join(
    columns.map((name) => sql.identifier(name)),
    sql`, `,
  )
  const into = sql.identifier(table)
  await tx.execute(
    sql`INSERT INTO ${into} (${names}) OVERRIDING SYSTEM VALUE SELECT ${names} FROM json_populate_recordset(NULL::${into}, ${objects}::json)`,
  )
}

/** Inserts rows by the names that the code gives the columns; every row gives the same ones as the first. */
export async function insertRows<Table extends PgTable>(
  tx: Tx,
  table: Table,
  rows: readonly Table['$inferInsert'][],
): Promise<void> {
  const [first] = rows
  if (!first) return
  const columns = Object.entries(getTableColumns(table)).filter(([key]) => key in first)
  const objects = rows.map((row) =>
    Object.fromEntries(columns.map(([key, { name }]) => [name, (row as Readonly<Record<string, unknown>>)[key]])),
  )
  const names = columns.map(([, { name }]) => name)
  await insertJson(tx, getTableName(table), names, JSON.stringify(objects))
}
