import { bigint, boolean, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import type { RelationView, TaskView } from '../contract.ts'

/** What a document says of others; `toId` is the one of the library that is meant, when it is there. */
export const relations = pgTable(
  'relations',
  {
    siteId: text('site_id').notNull(),
    fromId: text('from_id').notNull(),
    position: integer().notNull(),
    effect: text().$type<RelationView['effect']>().notNull(),
    title: text().notNull(),
    titleKey: text('title_key').notNull(),
    docNumber: text('doc_number'),
    clauseId: text('clause_id'),
    /** The document that a person says is meant; '' for none, null where number and title say it. */
    tiedTo: text('tied_to'),
    toId: text('to_id'),
  },
  (table) => [primaryKey({ columns: [table.siteId, table.fromId, table.position] })],
)

export const tasks = pgTable(
  'tasks',
  {
    siteId: text('site_id').notNull(),
    documentId: text('document_id').notNull(),
    position: integer().notNull(),
    no: integer(),
    path: jsonb().$type<readonly string[]>().notNull(),
    requirement: text().notNull(),
    lead: jsonb().$type<readonly string[]>().notNull(),
    responsible: jsonb().$type<readonly string[]>().notNull(),
    due: text(),
    dueText: text('due_text'),
    source: text().$type<TaskView['source']>().notNull(),
    clauseId: text('clause_id'),
  },
  (table) => [primaryKey({ columns: [table.siteId, table.documentId, table.position] })],
)

/** Units named by issuers and tasks, matched to one unit of the district or listed as they stand. */
export const namedUnits = pgTable(
  'named_units',
  {
    siteId: text('site_id').notNull(),
    documentId: text('document_id').notNull(),
    role: text().$type<'issuer' | 'lead' | 'responsible'>().notNull(),
    position: integer().notNull(),
    name: text().notNull(),
    unitId: text('unit_id'),
    isGroup: boolean('is_group').notNull().default(false),
  },
  (table) => [primaryKey({ columns: [table.siteId, table.documentId, table.role, table.position, table.name] })],
)

/** The newest change of units that the names in documents have been matched to. */
export const unitMatching = pgTable('unit_matching', {
  siteId: text('site_id').primaryKey(),
  version: bigint({ mode: 'number' }).notNull(),
})

export const appointments = pgTable(
  'appointments',
  {
    siteId: text('site_id').notNull(),
    documentId: text('document_id').notNull(),
    position: integer().notNull(),
    action: text().$type<'appoint' | 'remove'>().notNull(),
    person: text().notNull(),
    post: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.siteId, table.documentId, table.position] })],
)
