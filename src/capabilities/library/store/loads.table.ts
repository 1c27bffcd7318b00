import { integer, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core'
import type { LoadFileState } from '../rules/load-summary.ts'

/** Calls of `ingest`, each a job. */
export const loads = pgTable(
  'loads',
  {
    siteId: text('site_id').notNull(),
    id: integer().notNull(),
    actorKind: text('actor_kind').$type<'person' | 'job'>().notNull(),
    actorName: text('actor_name').notNull(),
    /** What was named on the command line, as absolute paths. */
    paths: jsonb().$type<readonly string[]>().notNull(),
    /** The folder that names of files are kept relative to. */
    base: text().notNull(),
    state: text().$type<'running' | 'finished'>().notNull(),
    startedAt: timestamp('started_at', { withTimezone: true }).notNull(),
    /** Sign of life of the process that works on it. */
    seenAt: timestamp('seen_at', { withTimezone: true }).notNull(),
    finishedAt: timestamp('finished_at', { withTimezone: true }),
  },
  (table) => [primaryKey({ columns: [table.siteId, table.id] })],
)

/** The files of a load in their order, and what became of each. */
export const loadFiles = pgTable(
  'load_files',
  {
    siteId: text('site_id').notNull(),
    loadId: integer('load_id').notNull(),
    position: integer().notNull(),
    path: text().notNull(),
    /** The name that is shown and kept with the original. */
    name: text().notNull(),
    state: text().$type<LoadFileState>().notNull(),
    documents: integer().notNull().default(0),
    line: integer(),
    reason: text(),
  },
  (table) => [primaryKey({ columns: [table.siteId, table.loadId, table.position] })],
)
