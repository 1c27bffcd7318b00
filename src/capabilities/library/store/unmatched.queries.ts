import { sql } from 'drizzle-orm'
import { partOfRows } from '../../../platform/database/part-of-rows.ts'
import type { Tx, Visitor } from '../../../platform/ports.ts'
import type { UnmatchedName } from '../contract-history.ts'
import { namedUnits } from './derived.table.ts'
import { documents } from './documents.table.ts'
import { visibleRows } from './summary.queries.ts'

/**
 * Names of issuers and responsible units that no unit of the district answers to, the most used first. Group phrases
 * (各街道办事处) are none: they stay as they are printed.
 */
export async function listUnmatchedNames(
  tx: Tx,
  visitor: Visitor,
  page: { readonly limit: number; readonly offset: number },
): Promise<{ readonly total: number; readonly items: readonly UnmatchedName[] }> {
  const unmatched = sql`FROM ${namedUnits} n JOIN ${documents} d ON d.site_id = n.site_id AND d.id = n.document_id
    WHERE n.unit_id IS NULL AND NOT n.is_group AND ${visibleRows(visitor)}`
  const { rows } = await tx.execute<{
    name: string
    documents: number
    tasks: number
    first_on: string | null
    last_on: string | null
    example: { id: string; title: string; docNumber: string | null }
  }>(sql`SELECT n.name, count(DISTINCT d.id)::int AS documents,
      count(DISTINCT (d.id, n.position)) FILTER (WHERE n.role <> 'issuer')::int AS tasks,
      min(d.signed_on)::text AS first_on, max(d.signed_on)::text AS last_on,
      (array_agg(json_build_object('id', d.id, 'title', d.title, 'docNumber', d.doc_number) ORDER BY d.signed_on DESC NULLS LAST, d.id))[1] AS example
    ${unmatched} GROUP BY n.name ORDER BY documents DESC, n.name ${partOfRows(page)}`)
  const counted = await tx.execute<{ n: number }>(sql`SELECT count(DISTINCT n.name)::int AS n ${unmatched}`)
  return {
    total: counted.rows[0]?.n ?? 0,
    items: rows.map((row) => ({
      name: row.name,
      documents: row.documents,
      tasks: row.tasks,
      firstOn: row.first_on,
      lastOn: row.last_on,
      example: { ...row.example, url: `/documents/${row.example.id}` },
    })),
  }
}
