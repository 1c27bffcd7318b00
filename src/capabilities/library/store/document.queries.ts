import { sql } from 'drizzle-orm'
import type { Day } from '../../../kernel/day.ts'
import type { Deps, Tx, Visitor } from '../../../platform/ports.ts'
import type { DocumentRef, DocumentView, EditionRef } from '../contract.ts'
import { editionName } from '../rules/editions.ts'
import { shownField } from '../rules/item-fields.ts'
import { firstPublishedOn } from '../rules/publication.ts'
import { visible } from '../rules/visible.ts'
import { DOCUMENT_COLUMNS, type DocumentRow, TEXT_VERSION } from './document-row.ts'
import { documents, editions, type StoredContent } from './documents.table.ts'
import { editionWas, listEditions, sameEdition } from './edition.queries.ts'
import type { KeptTexts } from './kept-texts.ts'
import { toPrintView } from './print-view.queries.ts'
import { files, prints } from './prints.table.ts'
import { RELATION_ROWS, toRelations } from './relation.queries.ts'
import { SUMMARY_FROM, toEntry, validityOfRow, visibleRows } from './summary.queries.ts'
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

/** What pages and API of the library are given: what all capabilities are, and the texts that they read last. */
export interface LibraryDeps extends Deps {
  readonly texts: KeptTexts
}

/** How a document is wanted. */
export interface Wanted {
  /** Number of an older edition; null: the current one. */
  readonly edition?: number | null
  /** Where texts are kept. Only for transactions that only read: a writer sees what may be rolled back. */
  readonly texts?: KeptTexts
}

/** A whole document as a visitor may see it on a day, in its current edition or an older one. */
export async function loadDocument(
  tx: Tx,
  visitor: Visitor,
  id: string,
  today: Day,
  { edition = null, texts }: Wanted = {},
): Promise<LoadedDocument> {
  const name = `${id} ${edition ?? ''}`
  const known = texts?.find(name) ?? null
  const { rows } =
    await tx.execute<DocumentRow>(sql`SELECT ${DOCUMENT_COLUMNS}, ${RELATION_ROWS[visitor.kind]} AS relations, ${TEXT_VERSION} AS text_version,
      CASE WHEN ${TEXT_VERSION} = ${known?.version ?? null} THEN NULL ELSE e.content END AS content
    FROM ${SUMMARY_FROM} LEFT JOIN ${editions} e ON e.site_id = d.site_id AND e.document_id = d.id AND e.number = coalesce(${edition}::int, d.edition)
    WHERE d.id = ${id} AND d.state <> 'staged'`)
  const row = rows[0]
  if (!row) return { state: 'unknown' }
  if (row.merged_into)
    return { state: 'moved', to: row.merged_into, edition: await sameEdition(tx, id, edition, row.merged_into) }
  if (!visible(visitor).includes(row.state))
    return { state: 'gone', title: row.title, reason: row.state_reason ?? '已撤回。' }
  if (edition !== null && row.shown_edition === null) return lostEdition(tx, row, edition)
  const content = row.content ?? known?.content ?? NO_TEXT
  if (row.text_version !== null) texts?.keep(name, { version: row.text_version, content })
  return { state: 'found', document: await viewOf(tx, visitor, row, content, today) }
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

const NO_TEXT: StoredContent = { elements: [], tables: [] }

async function viewOf(
  tx: Tx,
  visitor: Visitor,
  row: DocumentRow,
  content: StoredContent,
  today: Day,
): Promise<DocumentView> {
  const { details } = row
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
    elements: content.elements,
    lostClauses: row.lost_clauses ?? [],
    tables: content.tables,
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
