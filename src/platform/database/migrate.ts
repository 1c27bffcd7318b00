import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { done, type Outcome, refused } from '../../kernel/outcome.ts'

export interface Migration {
  /** `0001_sites_and_logs`: applied in the order of names, never changed once released. */
  readonly name: string
  readonly sql: string
  readonly checksum: string
}

/** Both from src/ and from dist/ the folder lies beside them. */
const FOLDER = fileURLToPath(new URL('../../../migrations/', import.meta.url))

export function readMigrations(folder: string = FOLDER): readonly Migration[] {
  return readdirSync(folder)
    .filter((file) => /^\d{4}_\w+\.sql$/.test(file))
    .sort()
    .map((file) => {
      const sql = readFileSync(`${folder}/${file}`, 'utf8')
      return { name: file.slice(0, -4), sql, checksum: createHash('sha256').update(sql).digest('hex') }
    })
}

/** Tables and sequences that migrations made: what else lies in a database belongs to somebody else. */
export const namesMade = (migrations: readonly Migration[]): ReadonlySet<string> =>
  new Set(
    migrations.flatMap(({ sql }) =>
      [...sql.matchAll(/^CREATE (?:TABLE|SEQUENCE) (?:IF NOT EXISTS )?(\w+)/gm)].map(([, name = '']) => name),
    ),
  )

/** What migrating needs of a connection: several statements at once, and rows. It stands inside a transaction already. */
export interface MigrationConnection {
  run(sql: string): Promise<void>
  rows(sql: string, values?: readonly unknown[]): Promise<readonly Record<string, unknown>[]>
}

/** Two nodes that start at once: the second waits here, and finds the work done. */
const LOCK = 'SELECT pg_advisory_xact_lock(7207001)'

const REGISTER = `CREATE TABLE IF NOT EXISTS migrations (
  name text PRIMARY KEY,
  checksum text NOT NULL,
  applied_at timestamptz NOT NULL DEFAULT now()
)`

/**
 * Brings the record to this program's shape, forward only; the caller's transaction makes it all or nothing. Refused when
 * the record knows a migration that this program does not (it is newer), or knows it with another text.
 */
export async function migrate(
  connection: MigrationConnection,
  migrations: readonly Migration[],
): Promise<Outcome<number>> {
  await connection.run(LOCK)
  await connection.run(REGISTER)
  const applied = await connection.rows('SELECT name, checksum FROM migrations ORDER BY name')
  const known = new Map(migrations.map((migration) => [migration.name, migration]))
  for (const { name, checksum } of applied) {
    const migration = known.get(String(name))
    if (!migration) {
      return refused(
        'record-newer',
        `数据库比程序新：它已经升级到“${name}”，这个版本的程序不认识。请使用更新的程序，不要用旧程序打开。`,
      )
    }
    if (migration.checksum !== checksum) {
      return refused(
        'record-differs',
        `数据库升级时用的“${name}”与程序自带的不一样。请使用正式发布的程序，不要改动 migrations 目录里已有的文件。`,
      )
    }
  }
  const already = new Set(applied.map(({ name }) => name))
  const missing = migrations.filter(({ name }) => !already.has(name))
  for (const { name, sql, checksum } of missing) {
    await connection.run(sql)
    await connection.rows('INSERT INTO migrations (name, checksum) VALUES ($1, $2) RETURNING name', [name, checksum])
  }
  return done(missing.length)
}
