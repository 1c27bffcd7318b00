import { and, asc, eq, sql } from 'drizzle-orm'
import type { Day } from '../../../kernel/day.ts'
import type { Tx, Visitor } from '../../../platform/ports.ts'
import type { EditionRef } from '../contract.ts'
import { correctText, shownText, textCorrections } from '../rules/corrected-text.ts'
import type { ComparedText } from '../rules/differences.ts'
import { editionName } from '../rules/editions.ts'
import type { EditionState } from '../rules/visible.ts'
import { editionDecisions } from './decisions.table.ts'
import { relations } from './derived.table.ts'
import { documents, editions, lostEditions } from './documents.table.ts'
import { overridesOf } from './override.queries.ts'
import { readPrintRef } from './print-view.queries.ts'
import { files, prints } from './prints.table.ts'
import { visibleRows } from './summary.queries.ts'

type EditionRow = {
  readonly number: number
  readonly as_of: Day | null
  readonly state: EditionState
  readonly edition_key: string
  readonly reason: string | null
  readonly made_by: string | null
  readonly made_title: string | null
  readonly made_number: string | null
}

/**
 * The editions of a document, the first one first. An amending document made the edition that holds as of its own day;
 * no other one is named.
 */
export async function listEditions(tx: Tx, visitor: Visitor, id: string, current: number): Promise<EditionRef[]> {
  const { rows } =
    await tx.execute<EditionRow>(sql`SELECT e.number, e.as_of::text AS as_of, e.state, e.edition_key, c.reason, m.id AS made_by, m.title AS made_title, m.doc_number AS made_number
    FROM ${editions} e LEFT JOIN ${prints} p ON p.site_id = e.site_id AND p.id = e.main_print
    LEFT JOIN ${editionDecisions} c ON c.site_id = p.site_id AND c.file_hash = p.file_hash
    LEFT JOIN LATERAL (SELECT d.id, d.title, d.doc_number FROM ${relations} r JOIN ${documents} d ON d.site_id = r.site_id AND d.id = r.from_id
      WHERE r.site_id = e.site_id AND r.to_id = e.document_id AND r.effect = 'amends' AND e.edition_key <> ''
        AND (d.signed_on = e.as_of OR d.effective_from = e.as_of) AND ${visibleRows(visitor)} ORDER BY d.id LIMIT 1) m ON true
    WHERE e.document_id = ${id} ORDER BY e.edition_key`)
  return rows.map((row) => ({
    number: row.number,
    asOf: row.as_of,
    name: editionName(row.edition_key),
    state: row.state,
    madeBy:
      row.made_by && row.made_title
        ? { id: row.made_by, title: row.made_title, docNumber: row.made_number, url: `/documents/${row.made_by}` }
        : null,
    reason: row.reason,
    isCurrent: row.number === current,
    url: row.number === current ? `/documents/${id}` : `/documents/${id}?edition=${row.number}`,
  }))
}

/** The key of an edition that once had a number of a document; null when none ever had it. */
export async function editionWas(tx: Tx, id: string, number: number): Promise<string | null> {
  const { rows } = await tx.execute<{ edition_key: string }>(
    sql`SELECT l.edition_key FROM ${lostEditions} l WHERE l.document_id = ${id} AND l.number = ${number}`,
  )
  return rows[0]?.edition_key ?? null
}

/** The number that an edition of a document has in the one that it became part of; null for the newest, or where it is not. */
export async function sameEdition(tx: Tx, id: string, number: number | null, into: string): Promise<number | null> {
  if (number === null) return null
  const { rows } = await tx.execute<{ number: number }>(sql`SELECT e.number FROM ${editions} e
    WHERE e.document_id = ${into} AND e.edition_key IN (SELECT o.edition_key FROM ${editions} o WHERE o.document_id = ${id} AND o.number = ${number}
      UNION SELECT l.edition_key FROM ${lostEditions} l WHERE l.document_id = ${id} AND l.number = ${number})`)
  return rows[0]?.number ?? null
}

/** The texts of all editions, the first one first. */
export async function editionTexts(
  tx: Tx,
  siteId: string,
  id: string,
): Promise<readonly (ComparedText & { readonly number: number })[]> {
  const rows = await tx
    .select({ number: editions.number, content: editions.content })
    .from(editions)
    .where(and(eq(editions.siteId, siteId), eq(editions.documentId, id)))
    .orderBy(asc(editions.editionKey))
  return rows.map(({ number, content }) => ({ number, ...content }))
}

/** The text of one print of a document by its reference, as people corrected it; null when the document has no such print. */
export async function printText(
  tx: Tx,
  siteId: string,
  id: string,
  ref: string,
): Promise<(ComparedText & { readonly fileName: string; readonly gazetteId: string | null }) | null> {
  const parts = readPrintRef(ref)
  if (!parts) return null
  const [row] = await tx
    .select({
      reading: prints.reading,
      editionKey: prints.editionKey,
      fileName: files.name,
      gazetteId: prints.gazetteId,
    })
    .from(prints)
    .innerJoin(files, and(eq(files.siteId, prints.siteId), eq(files.hash, prints.fileHash), eq(files.state, 'loaded')))
    .where(
      and(
        eq(prints.siteId, siteId),
        eq(prints.documentId, id),
        eq(prints.position, parts.position),
        sql`starts_with(${prints.fileHash}, ${parts.hashStart})`,
      ),
    )
  if (!row) return null
  const corrections = textCorrections(await overridesOf(tx, siteId, id), row.editionKey)
  const { elements, tables } = shownText(row.reading, correctText(row.reading, corrections))
  return { elements, tables, fileName: row.fileName, gazetteId: row.gazetteId }
}
