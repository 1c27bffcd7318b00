import { and, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { anyOf } from '../../../platform/database/text-array.ts'
import type { Tx } from '../../../platform/ports.ts'
import { relations } from './derived.table.ts'
import { documents } from './documents.table.ts'

/**
 * The document that a relation means: that of its number and title; else the only one of its number, or, when it gives
 * no number, the only one of its title. What two could be is tied to none.
 */
const TARGET = sql`(SELECT CASE WHEN count(*) FILTER (WHERE d.doc_number = r.doc_number AND d.title_key = r.title_key) > 0
      THEN min(d.id) FILTER (WHERE d.doc_number = r.doc_number AND d.title_key = r.title_key)
    WHEN count(*) = 1 THEN min(d.id) END
  FROM ${documents} d WHERE d.site_id = r.site_id AND d.merged_into IS NULL AND d.state <> 'removed' AND d.id <> r.from_id
    AND (d.doc_number = r.doc_number OR (r.doc_number IS NULL AND d.title_key = r.title_key)))`

/** The document that first does this to `d`: the earliest day decides, so that the state is right on any day. */
const firstBy = (effect: 'repeals' | 'amends'): SQL =>
  sql`(SELECT r.from_id FROM ${relations} r JOIN ${documents} f ON f.site_id = r.site_id AND f.id = r.from_id AND f.state = 'released'
    WHERE r.site_id = d.site_id AND r.to_id = d.id AND r.effect = ${effect}
    ORDER BY coalesce(f.effective_from, f.signed_on) NULLS FIRST, f.id LIMIT 1)`

/**
 * Ties the relations between these documents and all others, both ways, and notes who repealed or amended whom. Returns
 * the documents of which that changed. `areNew`: nobody was ever told anything of these documents.
 */
export async function resolveRelations(
  tx: Tx,
  siteId: string,
  ids: readonly string[],
  areNew = false,
): Promise<readonly string[]> {
  if (ids.length === 0) return []
  const own = await tx
    .select({ id: documents.id, docNumber: documents.docNumber, titleKey: documents.titleKey })
    .from(documents)
    .where(and(eq(documents.siteId, siteId), inArray(documents.id, [...ids])))
  const numbers = own.map(({ docNumber }) => docNumber).filter((number) => number !== null)
  const { rows: ours } = await tx.execute<{ effect: string }>(
    sql`UPDATE ${relations} r SET to_id = ${TARGET} WHERE r.site_id = ${siteId} AND r.from_id = ${anyOf(ids)} RETURNING r.effect`,
  )
  const { rows: theirs } = await tx.execute<{ from_id: string }>(sql`UPDATE ${relations} r SET to_id = ${TARGET}
    WHERE r.site_id = ${siteId} AND NOT r.from_id = ${anyOf(ids)} AND (r.to_id = ${anyOf(ids)}
      OR r.doc_number = ${anyOf(numbers)}
      OR r.title_key = ${anyOf(own.map(({ titleKey }) => titleKey))}) RETURNING r.from_id`)
  const doSomething = ours.some(({ effect }) => effect === 'repeals' || effect === 'amends') || theirs.length > 0
  if (areNew && !doSomething) return []
  return noteEnds(tx, siteId, ids, [...ids, ...theirs.map(({ from_id }) => from_id)])
}

/** Notes of each document that is concerned who repealed or amended it; returns those of which that changed. */
async function noteEnds(
  tx: Tx,
  siteId: string,
  ids: readonly string[],
  acting: readonly string[],
): Promise<readonly string[]> {
  const actors = anyOf([...new Set(acting)])
  const { rows } = await tx.execute<{
    id: string
  }>(sql`UPDATE ${documents} d SET repealed_by = n.repealed_by, amended_by = n.amended_by
    FROM (SELECT d.id, ${firstBy('repeals')} AS repealed_by, ${firstBy('amends')} AS amended_by FROM ${documents} d
      WHERE d.site_id = ${siteId} AND (d.id = ${anyOf(ids)} OR d.repealed_by = ${actors} OR d.amended_by = ${actors}
        OR d.id IN (SELECT r.to_id FROM ${relations} r WHERE r.site_id = ${siteId} AND r.from_id = ${actors} AND r.effect IN ('repeals', 'amends')))) n
    WHERE d.site_id = ${siteId} AND d.id = n.id AND (d.repealed_by IS DISTINCT FROM n.repealed_by OR d.amended_by IS DISTINCT FROM n.amended_by)
    RETURNING d.id`)
  return rows.map(({ id }) => id)
}
