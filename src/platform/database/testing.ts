import { createHash, randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { PGlite } from '@electric-sql/pglite'
import { sql } from 'drizzle-orm'
import pg from 'pg'
import pino from 'pino'
import type { Database } from '../ports.ts'
import { readMigrations } from './migrate.ts'
import { migratedPglite } from './pglite.ts'
import { openPostgres } from './postgres.ts'

const quiet = pino({ level: 'silent' })
const CACHE = fileURLToPath(new URL('../../../node_modules/.cache/kaiming/', import.meta.url))
/** A record is made in some seconds, on a busy machine in a minute. */
const LONGEST_WAIT_MS = 90_000

/**
 * What a record in memory is started with. Nothing of a test fills 128 MB of shared buffers, and writing zeros over them
 * is half of what opening a record costs.
 */
const START = [...PGlite.defaultStartParams, '-c', 'shared_buffers=8MB', '-c', 'wal_buffers=1MB']
/** Two fifths of a new record are templates for databases that nobody makes, two fifths the first, empty file of its log. */
const MAKING = ['--wal-segsize=1']
const NEEDLESS = ['template1', 'template0']

/** Names the template: other migrations, another PGlite or another way of making it make another one. */
function templateName(): string {
  const pglite = readFileSync(
    new URL('../../../node_modules/@electric-sql/pglite/package.json', import.meta.url),
    'utf8',
  )
  const { version } = JSON.parse(pglite) as { version: string }
  const migrations = readMigrations().map(({ name, checksum }) => `${name} ${checksum}`)
  const shape = [version, ...START, ...MAKING, ...NEEDLESS, ...migrations]
  return createHash('sha256').update(shape.join('\n')).digest('hex').slice(0, 16)
}

async function makeTemplate(path: string): Promise<void> {
  const client = await PGlite.create({ initDbStartParams: MAKING, startParams: START })
  const migrated = await migratedPglite(client, quiet)
  if (!migrated.ok) throw new Error(migrated.problem.message)
  for (const name of NEEDLESS) {
    await client.exec(`ALTER DATABASE ${name} IS_TEMPLATE false`)
    await client.exec(`DROP DATABASE ${name}`)
  }
  await client.exec('CHECKPOINT')
  const dump = await client.dumpDataDir('none')
  await client.close()
  const draft = `${path}.${randomUUID()}`
  writeFileSync(draft, Buffer.from(await dump.arrayBuffer()))
  renameSync(draft, path)
  for (const old of readdirSync(CACHE)) {
    if (old.endsWith('.tar') && join(CACHE, old) !== path) rmSync(join(CACHE, old), { force: true })
  }
}

/** Whether this process is the one that makes the template; the others wait for it. */
function takeTurn(turn: string): boolean {
  try {
    mkdirSync(turn)
    return true
  } catch {
    return false
  }
}

/**
 * A migrated, empty record as an archive on disk: making one takes seven seconds of a core, a copy of it half of one, and
 * every test file needs one.
 */
async function loadTemplate(): Promise<Blob> {
  const path = join(CACHE, `${templateName()}.tar`)
  const turn = `${path}.turn`
  mkdirSync(CACHE, { recursive: true })
  if (!existsSync(path) && takeTurn(turn)) {
    try {
      await makeTemplate(path)
    } finally {
      rmSync(turn, { recursive: true, force: true })
    }
  }
  for (let waited = 0; !existsSync(path) && waited < LONGEST_WAIT_MS; waited += 200) await sleep(200)
  // Whoever had the turn is gone without a template: the turn it left behind is not waited for again.
  if (!existsSync(path)) {
    rmSync(turn, { recursive: true, force: true })
    await makeTemplate(path)
  }
  return new Blob([readFileSync(path)])
}

let template: Promise<Blob> | null = null

/** PGlite in memory that holds an empty migrated record, for tests of what lies between PGlite and `openTestDatabase`. */
export async function openTestPglite(): Promise<PGlite> {
  template ??= loadTemplate()
  return PGlite.create({ loadDataDir: await template, startParams: START })
}

/** Records that test files of this process are done with: emptying one takes a twentieth of the time of opening one. */
const left: Database[] = []

async function makePglite(): Promise<Database> {
  const opened = await migratedPglite(await openTestPglite(), quiet)
  if (!opened.ok) throw new Error(opened.problem.message)
  return opened.value
}

/** Lends a record: closed, it answers nobody any more, and lies emptied for whoever asks next. */
async function borrowPglite(): Promise<Database> {
  const database = left.pop() ?? (await makePglite())
  let isClosed = false
  const open = (): Database => {
    if (isClosed) throw new Error('the record is closed')
    return database
  }
  return {
    engine: database.engine,
    read: async (siteId, work) => open().read(siteId, work),
    write: async (siteId, work) => open().write(siteId, work),
    asOwner: async (work) => open().asOwner(work),
    readAsOwner: async (work) => open().readAsOwner(work),
    snapshot: async (work, siteId) => open().snapshot(work, siteId),
    async close() {
      if (isClosed) return
      isClosed = true
      await emptyTables(database)
      left.push(database)
    },
  }
}

/**
 * Empties every table but the register of migrations; versions begin at one again. Rows are deleted, in any order: what
 * TRUNCATE does with the files of the tables takes ten times as long.
 */
export const emptyTables = (database: Database): Promise<void> =>
  database.asOwner(async (tx) => {
    const tables = await tx.execute<{ name: string }>(
      sql`SELECT format('%I', tablename) AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'migrations'`,
    )
    const filled = tables.rows.map(({ name }) => `SELECT '${name}' AS name WHERE EXISTS (SELECT FROM ${name})`)
    const { rows } = await tx.execute<{ name: string }>(sql.raw(filled.join(' UNION ALL ')))
    await tx.execute(sql`SET LOCAL session_replication_role = replica`)
    for (const { name } of rows) await tx.execute(sql.raw(`DELETE FROM ${name}`))
    await tx.execute(
      sql`SELECT setval(format('%I', sequencename)::regclass, start_value, false) FROM pg_sequences WHERE schemaname = 'public'`,
    )
  })

/** Roles belong to the whole server: two test files that migrate their databases at once would both make it. */
const MAKE_ROLE = `DO $$ BEGIN CREATE ROLE kaiming_app NOLOGIN;
  EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$`

/** A new, empty database beside the one that the address names. */
async function makePostgres(url: string): Promise<{ readonly address: string; drop(): Promise<void> }> {
  const name = `kaiming_test_${randomUUID().replaceAll('-', '')}`
  const administer = async (statement: string) => {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    await client.query(statement)
    await client.end()
  }
  await administer(MAKE_ROLE)
  await administer(`CREATE DATABASE ${name}`)
  const address = new URL(url)
  address.pathname = `/${name}`
  return { address: address.href, drop: () => administer(`DROP DATABASE ${name} WITH (FORCE)`) }
}

async function freshPostgres(url: string): Promise<Database> {
  const { address, drop } = await makePostgres(url)
  const opened = await openPostgres(address, quiet)
  if (!opened.ok) throw new Error(opened.problem.message)
  const { value: database } = opened
  return {
    ...database,
    async close() {
      await database.close()
      await drop()
    },
  }
}

/** An empty migrated record: on PostgreSQL when KAIMING_TEST_DATABASE_URL names one, else on PGlite in memory. */
export function openTestDatabase(): Promise<Database> {
  const url = process.env.KAIMING_TEST_DATABASE_URL
  return url ? freshPostgres(url) : borrowPglite()
}

/** Where a backup of `openTestDatabase` can be restored to: from PostgreSQL to PGlite, and from PGlite to PostgreSQL too. */
export async function emptyDatabases(): Promise<readonly { readonly url: string | null; drop(): Promise<void> }[]> {
  const embedded = { url: null, drop: async () => undefined }
  const url = process.env.KAIMING_TEST_DATABASE_URL
  if (!url) return [embedded]
  const { address, drop } = await makePostgres(url)
  return [embedded, { url: address, drop }]
}
