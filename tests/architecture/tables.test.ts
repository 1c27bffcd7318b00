import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { is, sql } from 'drizzle-orm'
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestDatabase } from '../../src/platform/database/testing.ts'
import type { Database } from '../../src/platform/ports.ts'

const source = resolve(import.meta.dirname, '../../src')
const tableFiles = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.table.ts'),
)
const tables = (
  await Promise.all(
    tableFiles.map(async (file) =>
      Object.values((await import(join(source, file))) as Record<string, unknown>).filter((value) =>
        is(value, PgTable),
      ),
    ),
  )
).flat()

/** `column type [not null]`, in the order of names, and the primary key: both sides are written so. */
type Shape = { readonly columns: readonly string[]; readonly key: readonly string[] }

function defined(table: PgTable): Shape {
  const { columns, primaryKeys } = getTableConfig(table)
  const key = primaryKeys[0]?.columns ?? columns.filter((column) => column.primary)
  return {
    columns: columns
      .map((column) => `${column.name} ${column.getSQLType()}${column.notNull ? ' not null' : ''}`)
      .sort(),
    key: key.map(({ name }) => name),
  }
}

describe('tables in code are those that the migrations made', () => {
  let database: Database
  const made = new Map<string, Shape>()
  beforeAll(async () => {
    database = await openTestDatabase()
    const { rows } = await database.asOwner((tx) =>
      tx.execute<{ name: string; columns: string[]; key: string[] | null }>(sql`SELECT c.relname AS name,
        array_agg(a.attname::text || ' ' || format_type(a.atttypid, a.atttypmod) || CASE WHEN a.attnotnull THEN ' not null' ELSE '' END) AS columns,
        (SELECT array_agg(k.attname::text ORDER BY array_position(i.indkey::int[], k.attnum::int)) FROM pg_index i
          JOIN pg_attribute k ON k.attrelid = c.oid AND k.attnum = ANY (i.indkey) WHERE i.indrelid = c.oid AND i.indisprimary) AS key
      FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' GROUP BY c.oid, c.relname`),
    )
    for (const { name, columns, key } of rows) made.set(name, { columns: [...columns].sort(), key: key ?? [] })
  })
  afterAll(() => database.close())

  test.each(tables.map((table) => ({ name: getTableConfig(table).name, table })))('$name', ({ name, table }) => {
    expect(defined(table)).toEqual(made.get(name))
  })

  test('every table of the record is defined once', () => {
    expect(tables.map((table) => getTableConfig(table).name).sort()).toEqual([...made.keys()].sort())
  })
})
