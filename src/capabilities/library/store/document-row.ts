import { sql } from 'drizzle-orm'
import { fixedSql } from '../../../platform/database/fixed-sql.ts'
import type { Finding } from '../../../reader/types.ts'
import type { DocumentView, LostClause, UnitRef } from '../contract.ts'
import type { EditionState } from '../rules/visible.ts'
import { overrides } from './decisions.table.ts'
import { namedUnits } from './derived.table.ts'
import { clauseIds, type StoredContent } from './documents.table.ts'
import type { StoredOverride } from './override.queries.ts'
import { PRINT_ROWS, type PrintRow } from './print-view.queries.ts'
import type { RelationRow } from './relation.queries.ts'
import { OWN_COLUMNS, type OwnRow } from './summary.queries.ts'

/** A document as the record tells it, with the text of one edition. */
export type DocumentRow = OwnRow & {
  readonly state: EditionState
  readonly state_reason: string | null
  readonly merged_into: string | null
  readonly edition: number
  readonly main_print: string | null
  readonly issuers: string[]
  readonly printed_on: string | null
  readonly repealed_by: string | null
  readonly repealed_number: string | null
  readonly amended_by: string | null
  readonly amended_number: string | null
  readonly loaded_at: string
  readonly updated_at: string
  readonly details: Details
  /** Null: it is kept in this version, or there is none. */
  readonly content: StoredContent | null
  /** Of the row that holds the text: it is written anew whenever the text is. */
  readonly text_version: string | null
  readonly shown_edition: number | null
  readonly edition_key: string | null
  readonly as_of: string | null
  readonly lost_clauses: LostClause[] | null
  readonly issuer_units: UnitRef[] | null
  readonly overrides: StoredOverride[] | null
  readonly prints: PrintRow[] | null
  readonly relations: RelationRow[] | null
}

interface Details {
  readonly recipients?: string | null
  readonly contact?: DocumentView['contact']
  readonly cc?: string | null
  readonly enclosure?: string | null
  readonly attachments?: readonly { label: string; title: string; lines: unknown }[]
  readonly disclosure?: DocumentView['disclosure']
  readonly disclosureMark?: string | null
  readonly registrationNumber?: string | null
  readonly findings?: readonly Finding[]
  /** How many; written since numbers of editions stay, before that the number of the newest told it. */
  readonly editions?: number
  /** How many; not written before, so that none is not the same as not told. */
  readonly tasks?: number
}

/** The columns of `DocumentRow` for `documents d` and `editions e`, but for its text and its relations. */
export const DOCUMENT_COLUMNS =
  fixedSql(sql`${OWN_COLUMNS}, d.state, d.state_reason, d.merged_into, d.edition, d.main_print, d.issuers,
  d.printed_on::text AS printed_on, d.details, to_char(d.loaded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS loaded_at,
  to_char(d.updated_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS updated_at,
  rb.id AS repealed_by, rb.doc_number AS repealed_number, ab.id AS amended_by, ab.doc_number AS amended_number,
  e.number AS shown_edition, e.edition_key, e.as_of::text AS as_of,
  (SELECT json_agg(json_build_object('id', c.clause_id, 'path', split_part(c.place, '|', 2), 'words', c.words) ORDER BY c.place, c.clause_id)
    FROM ${clauseIds} c WHERE c.site_id = d.site_id AND c.document_id = d.id AND c.is_lost) AS lost_clauses,
  (SELECT json_agg(json_build_object('id', n.unit_id, 'name', n.name) ORDER BY n.position, n.name)
    FROM ${namedUnits} n WHERE n.site_id = d.site_id AND n.document_id = d.id AND n.role = 'issuer') AS issuer_units,
  (SELECT json_agg(json_build_object('field', o.field, 'value', o.value, 'reason', o.reason, 'found', o.found, 'item', o.item) ORDER BY o.field)
    FROM ${overrides} o WHERE o.site_id = d.site_id AND o.document_id = d.id) AS overrides,
  ${PRINT_ROWS} AS prints`)

/** The version in which `editions e` has its text: see `KeptText`. */
export const TEXT_VERSION = fixedSql(sql`(e.site_id || ' ' || e.xmin::text)`)
