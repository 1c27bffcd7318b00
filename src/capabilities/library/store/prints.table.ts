import { bigint, boolean, date, integer, json, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core'
import type { Finding, ReadDocument, ReadGazette } from '../../../reader/types.ts'
import type { DifferenceCounts } from '../rules/differences.ts'

/** Originals that were loaded, named by their content. */
export const files = pgTable(
  'files',
  {
    siteId: text('site_id').notNull(),
    hash: text().notNull(),
    name: text().notNull(),
    format: text().notNull(),
    size: bigint({ mode: 'number' }).notNull(),
    readerVersion: text('reader_version').notNull(),
    /** Staged: its documents are being written and seen by nobody. */
    state: text().$type<'staged' | 'loaded' | 'withdrawn'>().notNull(),
    /** False between the switch that shows a file and the moment the documents that it prints again are made anew. */
    isSettled: boolean('is_settled').notNull().default(true),
    gazetteId: text('gazette_id'),
    /** What it says of that issue; see `issueOf`. */
    gazette: jsonb().$type<ReadGazette>(),
    findings: jsonb().$type<readonly Finding[]>().notNull().default([]),
    /** The day of publication that the file states of itself (the tags of a web page). */
    publishedOn: date('published_on'),
    loadedAt: timestamp('loaded_at', { withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.siteId, table.hash] })],
)

/** Issues of the gazette. */
export const gazettes = pgTable(
  'gazettes',
  {
    siteId: text('site_id').notNull(),
    /** `{year}-{number}` */
    id: text().notNull(),
    title: text().notNull(),
    publisher: text(),
    year: integer().notNull(),
    number: integer().notNull(),
    totalNumber: integer('total_number'),
    publishedOn: date('published_on'),
  },
  (table) => [primaryKey({ columns: [table.siteId, table.id] })],
)

/** Where a document was printed, with all that the reader found there. */
export const prints = pgTable(
  'prints',
  {
    siteId: text('site_id').notNull(),
    id: bigint({ mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
    documentId: text('document_id').notNull(),
    fileHash: text('file_hash').notNull(),
    position: integer().notNull(),
    gazetteId: text('gazette_id'),
    section: text(),
    page: integer(),
    lineFrom: integer('line_from').notNull(),
    lineTo: integer('line_to').notNull(),
    /** How well it can stand for the document; see `standingOf`. */
    standing: text().notNull(),
    reading: json().$type<ReadDocument>().notNull(),
    /** Those of `reading`, for pages that show no text of the print. */
    findings: jsonb().$type<readonly Finding[]>().notNull().default([]),
    /** As of when its text holds: '' as first issued. */
    editionKey: text('edition_key').notNull().default(''),
    /** By what was read in it, before anything that people decided; see `identityOf`. */
    identity: text().notNull().default(''),
    differences: jsonb().$type<DifferenceCounts>(),
  },
  (table) => [primaryKey({ columns: [table.siteId, table.id] })],
)
