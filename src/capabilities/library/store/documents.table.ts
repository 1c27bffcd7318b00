import { bigint, boolean, date, integer, json, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core'
import type { ReadTable } from '../../../reader/types.ts'
import type { ElementView } from '../contract.ts'
import type { EditionState } from '../rules/visible.ts'

/** A document: permanent identity, and what is derived from its prints and overrides. */
export const documents = pgTable(
  'documents',
  {
    siteId: text('site_id').notNull(),
    id: text().notNull(),
    /** See `identityOf`; of the documents that are merged into no other, one has it. */
    identity: text().notNull(),
    /** Staged: of a file that is being loaded, seen by nobody. */
    state: text().$type<EditionState | 'staged'>().notNull(),
    stateReason: text('state_reason'),
    mergedInto: text('merged_into'),
    /** Number of the newest edition. */
    edition: integer().notNull().default(1),
    mainPrint: bigint('main_print', { mode: 'number' }),
    title: text().notNull(),
    titleKey: text('title_key').notNull(),
    docNumber: text('doc_number'),
    issuer: text(),
    issuers: jsonb().$type<readonly string[]>().notNull().default([]),
    kind: text(),
    topic: text(),
    signedOn: date('signed_on'),
    printedOn: date('printed_on'),
    effectiveFrom: date('effective_from'),
    validUntil: date('valid_until'),
    gist: text(),
    hasTasks: boolean('has_tasks').notNull().default(false),
    repealedBy: text('repealed_by'),
    amendedBy: text('amended_by'),
    details: jsonb().$type<Readonly<Record<string, unknown>>>().notNull().default({}),
    loadedAt: timestamp('loaded_at', { withTimezone: true }).notNull(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.siteId, table.id] })],
)

/** What is shown of a text: its elements with their ids, and its tables. */
export interface StoredContent {
  readonly elements: readonly ElementView[]
  readonly tables: readonly ReadTable[]
}

/** The text as of a date. */
export const editions = pgTable(
  'editions',
  {
    siteId: text('site_id').notNull(),
    documentId: text('document_id').notNull(),
    /** Its address: given once; the order of editions is that of their keys. */
    number: integer().notNull(),
    asOf: date('as_of'),
    state: text().$type<EditionState>().notNull(),
    madeBy: text('made_by'),
    content: json().$type<StoredContent>().notNull(),
    editionKey: text('edition_key').notNull().default(''),
    mainPrint: bigint('main_print', { mode: 'number' }),
    /** The file of that print: prints are written anew when it is read again. */
    fileHash: text('file_hash'),
  },
  (table) => [primaryKey({ columns: [table.siteId, table.documentId, table.number] })],
)

/** Numbers of editions whose text is not there any more. */
export const lostEditions = pgTable(
  'lost_editions',
  {
    siteId: text('site_id').notNull(),
    documentId: text('document_id').notNull(),
    number: integer().notNull(),
    editionKey: text('edition_key').notNull(),
    fileHash: text('file_hash'),
  },
  (table) => [primaryKey({ columns: [table.siteId, table.documentId, table.number] })],
)

/** Ids of clauses, carried from print to print and edition to edition; lost ones stay. */
export const clauseIds = pgTable(
  'clause_ids',
  {
    siteId: text('site_id').notNull(),
    documentId: text('document_id').notNull(),
    clauseId: text('clause_id').notNull(),
    place: text().notNull(),
    words: text().notNull(),
    isLost: boolean('is_lost').notNull().default(false),
  },
  (table) => [primaryKey({ columns: [table.siteId, table.documentId, table.clauseId] })],
)

/** The last serial of public ids, by year. */
export const documentSerials = pgTable(
  'document_serials',
  { siteId: text('site_id').notNull(), year: integer().notNull(), last: integer().notNull() },
  (table) => [primaryKey({ columns: [table.siteId, table.year] })],
)
