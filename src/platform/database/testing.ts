import { randomUUID } from 'node:crypto'
import { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
import pino from 'pino'
import type { Database } from '../ports.ts'
import { migratedPglite } from './pglite.ts'
import { openPostgres } from './postgres.ts'

/** A migrated PGlite dumped once per worker: a fresh copy of it takes a fraction of a new one. */
let template: Promise<Blob | File> | null = null

async function makeTemplate(): Promise<Blob | File> {
  const client = await PGlite.create()
  const migrated = await migratedPglite(client)
  if (!migrated.ok) throw new Error(migrated.problem.message)
  const dump = await client.dumpDataDir('none')
  await client.close()
  return dump
}

async function freshPglite(): Promise<Database> {
  template ??= makeTemplate()
  const opened = await migratedPglite(await PGlite.create({ loadDataDir: await template }))
  if (!opened.ok) throw new Error(opened.problem.message)
  return opened.value
}

async function freshPostgres(url: string): Promise<Database> {
  const name = `kaiming_test_${randomUUID().replaceAll('-', '')}`
  const administer = async (statement: string) => {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    await client.query(statement)
    await client.end()
  }
  await administer(`CREATE DATABASE ${name}`)
  const address = new URL(url)
  address.pathname = `/${name}`
  const opened = await openPostgres(address.href, pino({ level: 'silent' }))
  if (!opened.ok) throw new Error(opened.problem.message)
  const { value: database } = opened
  return {
    ...database,
    async close() {
      await database.close()
      await administer(`DROP DATABASE ${name} WITH (FORCE)`)
    },
  }
}

/** An empty migrated record: on PostgreSQL when KAIMING_TEST_DATABASE_URL names one, else on PGlite in memory. */
export function openTestDatabase(): Promise<Database> {
  const url = process.env.KAIMING_TEST_DATABASE_URL
  return url ? freshPostgres(url) : freshPglite()
}
