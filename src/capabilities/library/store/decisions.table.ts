import { integer, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core'
import type { FoundItem } from '../rules/item-places.ts'

/** What a person corrected: it survives reading again (decision 19). */
export const overrides = pgTable(
  'overrides',
  {
    siteId: text('site_id').notNull(),
    documentId: text('document_id').notNull(),
    /** Of the document, or of one of its tasks or citations; see `storedField`. */
    field: text().notNull(),
    value: text().notNull(),
    reason: text().notNull(),
    actor: text().notNull(),
    at: timestamp({ withTimezone: true }).notNull(),
    /** What the reader had found there, by which it is found again; null for a field of the document. */
    found: jsonb().$type<FoundItem>(),
    /** Where that stands now among the document's tasks or citations; null when it is nowhere. */
    item: integer(),
  },
  (table) => [primaryKey({ columns: [table.siteId, table.documentId, table.field] })],
)

/** Identities that a person made one document, or parted (for one file), under natural keys. */
export const identityDecisions = pgTable(
  'identity_decisions',
  {
    siteId: text('site_id').notNull(),
    fromIdentity: text('from_identity').notNull(),
    /** The file whose print is parted from the others of its identity; '' for a merge. */
    fileHash: text('file_hash').notNull().default(''),
    intoIdentity: text('into_identity').notNull(),
    reason: text().notNull(),
    actor: text().notNull(),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.siteId, table.fromIdentity, table.fileHash] })],
)

/** Files that a person called the text of a document as of a day. */
export const editionDecisions = pgTable(
  'edition_decisions',
  {
    siteId: text('site_id').notNull(),
    fileHash: text('file_hash').notNull(),
    identity: text().notNull(),
    editionKey: text('edition_key').notNull(),
    reason: text().notNull(),
    actor: text().notNull(),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.siteId, table.fileHash] })],
)

/** Old addresses, also of other systems, and where they lead. */
export const redirects = pgTable(
  'redirects',
  { siteId: text('site_id').notNull(), path: text().notNull(), target: text().notNull() },
  (table) => [primaryKey({ columns: [table.siteId, table.path] })],
)
