import { sql } from 'drizzle-orm'
import type { Day } from '../../../kernel/day.ts'
import { fixedSql } from '../../../platform/database/fixed-sql.ts'
import type { Tx, Visitor } from '../../../platform/ports.ts'
import type { Finding, ReadTable } from '../../../reader/types.ts'
import type { DocumentRef, DocumentView, EditionRef, ElementView, LostClause, UnitRef } from '../contract.ts'
import { editionName } from '../rules/editions.ts'
import { shownField } from '../rules/item-fields.ts'
import { firstPublishedOn } from '../rules/publication.ts'
import { type EditionState, visible } from '../rules/visible.ts'
import { overrides } from './decisions.table.ts'
import { namedUnits } from './derived.table.ts'
import { clauseIds, documents, editions } from './documents.table.ts'
import { editionWas, listEditions, sameEdition } from './edition.queries.ts'
import type { StoredOverride } from './override.queries.ts'
import { PRINT_ROWS, type PrintRow, toPrintView } from './print-view.queries.ts'
import { files, prints } from './prints.table.ts'
import { RELATION_ROWS, type RelationRow, toRelations } from './relation.queries.ts'
import { OWN_COLUMNS, type OwnRow, SUMMARY_FROM, toEntry, validityOfRow, visibleRows } from './summary.queries.ts'
import { tasksOfDocument } from './task.queries.ts'

/** What became of a document id. */
export type LoadedDocument =
  | { readonly state: 'found'; readonly document: DocumentView }
  | { readonly state: 'moved'; readonly to: string; readonly edition: number | null }
  | {
      readonly state: 'gone'
      readonly title: string
      readonly reason: string
      /** The document is there, and only the text that was asked for is gone. */
      readonly lostEdition?: { readonly name: string; readonly url: string }
    }
  | { readonly state: 'unknown' }

type DocumentRow = OwnRow & {
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
  readonly content: { readonly elements: ElementView[]; readonly tables: ReadTable[] } | null
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

const DOCUMENT_COLUMNS =
  fixedSql(sql`${OWN_COLUMNS}, d.state, d.state_reason, d.merged_into, d.edition, d.main_print, d.issuers,
  d.printed_on::text AS printed_on, d.details, to_char(d.loaded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS loaded_at,
  to_char(d.updated_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS updated_at,
  rb.id AS repealed_by, rb.doc_number AS repealed_number, ab.id AS amended_by, ab.doc_number AS amended_number,
  e.content, e.number AS shown_edition, e.edition_key, e.as_of::text AS as_of,
  (SELECT json_agg(json_build_object('id', c.clause_id, 'path', split_part(c.place, '|', 2), 'words', c.words) ORDER BY c.place, c.clause_id)
    FROM ${clauseIds} c WHERE c.site_id = d.site_id AND c.document_id = d.id AND c.is_lost) AS lost_clauses,
  (SELECT json_agg(json_build_object('id', n.unit_id, 'name', n.name) ORDER BY n.position, n.name)
    FROM ${namedUnits} n WHERE n.site_id = d.site_id AND n.document_id = d.id AND n.role = 'issuer') AS issuer_units,
  (SELECT json_agg(json_build_object('field', o.field, 'value', o.value, 'reason', o.reason, 'found', o.found, 'item', o.item) ORDER BY o.field)
    FROM ${overrides} o WHERE o.site_id = d.site_id AND o.document_id = d.id) AS overrides,
  ${PRINT_ROWS} AS prints`)

/** A whole document as a visitor may see it on a day, in its current edition or an older one by number. */
export async function loadDocument(
  tx: Tx,
  visitor: Visitor,
  id: string,
  today: Day,
  edition: number | null = null,
): Promise<LoadedDocument> {
  const { rows } =
    await tx.execute<DocumentRow>(sql`SELECT ${DOCUMENT_COLUMNS}, ${RELATION_ROWS[visitor.kind]} AS relations
    FROM ${SUMMARY_FROM} LEFT JOIN ${editions} e ON e.site_id = d.site_id AND e.document_id = d.id AND e.number = coalesce(${edition}::int, d.edition)
    WHERE d.id = ${id} AND d.state <> 'staged'`)
  const row = rows[0]
  if (!row) return { state: 'unknown' }
  if (row.merged_into)
    return { state: 'moved', to: row.merged_into, edition: await sameEdition(tx, id, edition, row.merged_into) }
  if (!visible(visitor).includes(row.state))
    return { state: 'gone', title: row.title, reason: row.state_reason ?? '已撤回。' }
  if (edition !== null && row.shown_edition === null) return lostEdition(tx, row, edition)
  return { state: 'found', document: await viewOf(tx, visitor, row, today) }
}

/** An edition that was there is gone, not unknown: its address was published. */
async function lostEdition(tx: Tx, { id, title }: DocumentRow, number: number): Promise<LoadedDocument> {
  const key = await editionWas(tx, id, number)
  if (key === null) return { state: 'unknown' }
  return {
    state: 'gone',
    title,
    reason: '装载它的文件已经撤回。',
    lostEdition: { name: editionName(key), url: `/documents/${id}` },
  }
}

async function viewOf(tx: Tx, visitor: Visitor, row: DocumentRow, today: Day): Promise<DocumentView> {
  const { details, content } = row
  const units = row.issuer_units ?? []
  const prints = row.prints ?? []
  const editions =
    (details.editions ?? row.edition) > 1 ? await listEditions(tx, visitor, row.id, row.edition) : [onlyEdition(row)]
  const validity = validityOfRow(row, today)
  return {
    ...toEntry({ ...row, validity: validity.state }),
    issuerUnitIds: [...new Set(units.flatMap(({ id }) => id ?? []))].sort(),
    publishedOn: firstPublishedOn(
      prints.map((print) => print.published_on ?? print.file_published_on),
      row.signed_on,
    ),
    issuers: row.issuers.map((name) => units.find((unit) => unit.name === name) ?? { id: null, name }),
    recipients: details.recipients ?? null,
    printedOn: row.printed_on,
    disclosure: details.disclosure ?? 'unstated',
    disclosureMark: details.disclosureMark ?? null,
    contact: details.contact ?? null,
    cc: details.cc ?? null,
    enclosure: details.enclosure ?? null,
    attachments: (details.attachments ?? []).map(({ label, title, lines }) => ({
      label,
      title,
      isPrinted: lines !== null,
    })),
    effectiveFrom: row.effective_from,
    validUntil: row.valid_until,
    registrationNumber: details.registrationNumber ?? null,
    indexNumber: null,
    validityView: { ...validity, source: sourceOf(row, validity.state) },
    edition: editions.find(({ number }) => number === row.shown_edition) ?? onlyEdition(row),
    editions,
    prints: prints.map((print) => toPrintView(print, row.main_print === null ? null : Number(row.main_print))),
    elements: content?.elements ?? [],
    lostClauses: row.lost_clauses ?? [],
    tables: content?.tables ?? [],
    tasks: details.tasks === 0 ? [] : await tasksOfDocument(tx, row.id),
    relations: toRelations(row.relations ?? []),
    findings: details.findings ?? [],
    overrides: (row.overrides ?? []).map(({ field, value, reason, found, item }) => ({
      field: shownField(field, item),
      value,
      reason,
      found: found?.words ?? null,
      isLost: found !== null && item === null,
    })),
    loadedAt: row.loaded_at,
    updatedAt: row.updated_at,
  }
}

/** The usual case, known without another query. */
const onlyEdition = ({ id, edition, as_of, state, edition_key }: DocumentRow): EditionRef => ({
  number: edition,
  asOf: as_of,
  name: editionName(edition_key ?? ''),
  state,
  madeBy: null,
  reason: null,
  isCurrent: true,
  url: `/documents/${id}`,
})

function sourceOf(row: DocumentRow, state: string): DocumentRef | null {
  const [id, title, docNumber] =
    state === 'repealed'
      ? [row.repealed_by, row.repealed_title, row.repealed_number]
      : state === 'amended'
        ? [row.amended_by, row.amended_title, row.amended_number]
        : [null, null, null]
  return id && title ? { id, title, docNumber, url: `/documents/${id}` } : null
}

/** Whether a visitor may fetch an original: some document that they see was printed in it. */
export async function loadOriginal(
  tx: Tx,
  visitor: Visitor,
  hash: string,
): Promise<{ readonly name: string; readonly format: string } | null> {
  const { rows } = await tx.execute<{
    name: string
    format: string
  }>(sql`SELECT f.name, f.format FROM ${files} f WHERE f.hash = ${hash} AND f.state = 'loaded'
    AND EXISTS (SELECT 1 FROM ${prints} p JOIN ${documents} d ON d.site_id = p.site_id AND d.id = p.document_id WHERE p.file_hash = f.hash AND ${visibleRows(visitor)})
    AND NOT EXISTS (SELECT 1 FROM ${prints} p JOIN ${documents} d ON d.site_id = p.site_id AND d.id = p.document_id WHERE p.file_hash = f.hash AND NOT ${visibleRows(visitor)})`)
  return rows[0] ?? null
}
