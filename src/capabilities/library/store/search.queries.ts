import { and, asc, eq, gt, isNull, sql } from 'drizzle-orm'
import type { Day } from '../../../kernel/day.ts'
import { anyOf } from '../../../platform/database/text-array.ts'
import type { Tx } from '../../../platform/ports.ts'
import type { ReadTable } from '../../../reader/types.ts'
import type { ElementView, SearchPassage, SearchRow } from '../contract.ts'
import { takesPlaceOfRepealed, validityStages } from '../rules/validity.ts'
import { documents, editions } from './documents.table.ts'
import {
  SUMMARY_COLUMNS,
  SUMMARY_FROM,
  type SummaryRow,
  toSummary,
  validityFacts,
  visibleRows,
} from './summary.queries.ts'

/** Public ids of a site's documents in their order, from one on: for projections that are built anew. */
export async function listAllIds(
  tx: Tx,
  siteId: string,
  after: string | null,
  limit: number,
): Promise<readonly string[]> {
  const rows = await tx
    .select({ id: documents.id })
    .from(documents)
    .where(and(eq(documents.siteId, siteId), gt(documents.id, after ?? ''), isNull(documents.mergedInto)))
    .orderBy(asc(documents.id))
    .limit(limit)
  return rows.map(({ id }) => id)
}

type Row = SummaryRow & {
  readonly content: { readonly elements: ElementView[]; readonly tables: ReadTable[] } | null
  readonly is_visible: boolean
  readonly version: string | null
  readonly repealed_by: string | null
}

/** What the search index takes of documents; those that do not exist have no row. */
export async function searchRows(
  tx: Tx,
  siteId: string,
  ids: readonly string[],
  today: Day,
): Promise<readonly SearchRow[]> {
  if (ids.length === 0) return []
  const { rows } =
    await tx.execute<Row>(sql`SELECT ${SUMMARY_COLUMNS}, d.repealed_by, e.content, ${visibleRows({ kind: 'public' })} AS is_visible,
      (SELECT max(c.version) FROM changes c WHERE c.site_id = d.site_id AND c.entity = 'document' AND c.entity_id = d.id) AS version
    FROM ${SUMMARY_FROM} LEFT JOIN ${editions} e ON e.site_id = d.site_id AND e.document_id = d.id AND e.number = d.edition
    WHERE d.site_id = ${siteId} AND d.id = ${anyOf(ids)}`)
  return rows.map((row) => {
    const { id, title, docNumber, issuer, kind, topic, validity, signedOn, publishedOn, gist } = toSummary(row, today)
    return {
      id,
      title,
      docNumber,
      issuer,
      kind,
      topic,
      year: signedOn ? Number(signedOn.slice(0, 4)) : null,
      validity,
      validityStages: validityStages(validityFacts(row)),
      replacedBy: row.repealed_title && takesPlaceOfRepealed(row.repealed_title) ? row.repealed_by : null,
      signedOn,
      publishedOn,
      gist,
      isVisibleToPublic: row.is_visible,
      version: Number(row.version ?? 0),
      passages: passagesOf(row.content),
    }
  })
}

function passagesOf(content: Row['content']): SearchPassage[] {
  if (!content) return []
  let clauseId: string | null = null
  return content.elements.flatMap((element): SearchPassage[] => {
    if (element.kind === 'clause') clauseId = element.id
    const { path } = element
    if (element.kind === 'table')
      return (content.tables[element.table]?.rows ?? []).map((row) => ({
        clauseId,
        path,
        text: row.filter(Boolean).join(' '),
        kind: 'table',
      }))
    if (element.kind === 'title') return [{ clauseId: null, path, text: element.text, kind: 'caption' }]
    const text = element.kind === 'clause' ? `${element.label}${element.text}` : element.text
    return [{ clauseId, path, text, kind: 'clause' }]
  })
}
