import { boolean, date, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import type { UnitKind } from '../contract.ts'

/** Departments, subdistricts, towns: they stay when they are dissolved. */
export const units = pgTable(
  'units',
  {
    siteId: text('site_id').notNull(),
    id: text().notNull(),
    kind: text().$type<UnitKind>().notNull(),
    parentId: text('parent_id'),
    sortOrder: integer('sort_order').notNull().default(0),
    validFrom: date('valid_from'),
    validTo: date('valid_to'),
    phone: text(),
    hours: text(),
    address: text(),
    duties: text().array().notNull().default([]),
    code: text(),
  },
  (table) => [primaryKey({ columns: [table.siteId, table.id] })],
)

/** Names and aliases with the days on which they held. */
export const unitNames = pgTable('unit_names', {
  siteId: text('site_id').notNull(),
  unitId: text('unit_id').notNull(),
  name: text().notNull(),
  isAlias: boolean('is_alias').notNull(),
  validFrom: date('valid_from'),
  validTo: date('valid_to'),
})
