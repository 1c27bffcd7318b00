import { bigint, boolean, date, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core'

const at = (name: string) => timestamp(name, { withTimezone: true })

/** Districts of the installation; whoever knows one sees its row, so it is no row of a site. */
export const sites = pgTable('sites', {
  id: text().primaryKey(),
  code: text().notNull(),
  name: text().notNull(),
  hosts: text().array().notNull().default([]),
  createdAt: at('created_at').notNull().defaultNow(),
})

export const settings = pgTable(
  'settings',
  {
    siteId: text('site_id').notNull(),
    validFrom: date('valid_from').notNull(),
    savedAt: at('saved_at').notNull(),
    body: jsonb().notNull(),
  },
  (table) => [primaryKey({ columns: [table.siteId, table.validFrom, table.savedAt] })],
)

/** The change log; versions come from the sequence, under a lock (see `appendChanges`). */
export const changes = pgTable('changes', {
  version: bigint({ mode: 'number' }).primaryKey(),
  siteId: text('site_id').notNull(),
  entity: text().notNull(),
  entityId: text('entity_id').notNull(),
  tombstone: boolean().notNull().default(false),
  changedAt: at('changed_at').notNull().defaultNow(),
})

export const audit = pgTable(
  'audit',
  {
    siteId: text('site_id').notNull(),
    number: bigint({ mode: 'number' }).notNull(),
    at: at('at').notNull(),
    actorKind: text('actor_kind').$type<'person' | 'job'>().notNull(),
    actorName: text('actor_name').notNull(),
    verb: text().notNull(),
    subject: text().notNull(),
    beforeHash: text('before_hash'),
    afterHash: text('after_hash'),
    detail: jsonb().notNull(),
    previousHash: text('previous_hash').notNull(),
    hash: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.siteId, table.number] })],
)

export const auditHeads = pgTable('audit_heads', {
  siteId: text('site_id').primaryKey(),
  number: bigint({ mode: 'number' }).notNull(),
  hash: text().notNull(),
})

/** What was applied to the record. */
export const migrations = pgTable('migrations', {
  name: text().primaryKey(),
  checksum: text().notNull(),
  appliedAt: at('applied_at').notNull().defaultNow(),
})
