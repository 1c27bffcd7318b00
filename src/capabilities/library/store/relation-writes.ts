import { and, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { anyOf } from '../../../platform/database/text-array.ts'
import type { Tx } from '../../../platform/ports.ts'
import { relations } from './derived.table.ts'
import { documents } from './documents.table.ts'

/** Where the document that a person named leads now: it may have become part of another since. */
const TIED = sql`(WITH RECURSIVE led (id, merged_into, state) AS (
    SELECT d.id, d.merged_into, d.state FROM ${documents} d WHERE d.site_id = r.site_id AND d.id = r.tied_to
    UNION SELECT d.id, d.merged_into, d.state FROM led JOIN ${documents} d ON d.site_id = r.site_id AND d.id = led.merged_into)
  SELECT led.id FROM led WHERE led.merged_into IS NULL AND led.state <> 'removed' AND led.id <> r.from_id)`

/** The only document that issues what bears this title, which stands in it and not in the library by itself. */
const ISSUER = sql`(SELECT CASE WHEN count(DISTINCT i.from_id) = 1 THEN min(i.from_id) END
  FROM ${relations} i JOIN ${documents} f ON f.site_id = i.site_id AND f.id = i.from_id AND f.merged_into IS NULL AND f.state <> 'removed'
  WHERE i.site_id = r.site_id AND i.effect = 'issues' AND i.title_key = r.title_key AND r.effect <> 'issues' AND r.doc_number IS NULL
    AND i.from_id <> r.from_id)`

/**
 * The document that a relation means: the one that a person tied it to; else that of its number and title; else the only
 * one of its number, or, when it gives no number, the only one of its title, or the only one that issues what has this
 * title. What two could be is tied to none.
 */
const TARGET = sql`(CASE WHEN r.tied_to = '' THEN NULL WHEN r.tied_to IS NOT NULL THEN ${TIED} ELSE
  (SELECT CASE WHEN count(*) FILTER (WHERE d.doc_number = r.doc_number AND d.title_key = r.title_key) > 0
      THEN min(d.id) FILTER (WHERE d.doc_number = r.doc_number AND d.title_key = r.title_key)
    WHEN count(*) = 1 THEN min(d.id) WHEN count(*) = 0 THEN ${ISSUER} END
  FROM ${documents} d WHERE d.site_id = r.site_id AND d.merged_into IS NULL AND d.state <> 'removed' AND d.id <> r.from_id
    AND (d.doc_number = r.doc_number OR (r.doc_number IS NULL AND d.title_key = r.title_key))) END)`

const relationsWhere = (siteId: string, which: SQL): SQL =>
  sql`SELECT r.site_id, r.from_id, r.position, r.effect, r.title_key, r.doc_number, r.to_id, r.tied_to
    FROM ${relations} r WHERE r.site_id = ${siteId} AND ${which}`

/** Ties that stand otherwise now than they are kept, among these relations. */
const retie = (among: SQL): SQL => sql`UPDATE ${relations} r SET to_id = n.to_id
  FROM (SELECT r.site_id, r.from_id, r.position, r.to_id AS was, ${TARGET} AS to_id FROM (${among}) r) n
  WHERE r.site_id = n.site_id AND r.from_id = n.from_id AND r.position = n.position AND n.was IS DISTINCT FROM n.to_id
  RETURNING r.from_id, n.was, r.effect`

/**
 * The relations of other documents that these may have to do with: tied to them, or naming a number or a title that is theirs,
 * or that of what they issue. Each way is asked by itself: joined by OR they would walk through all relations of the site.
 */
function concerned(siteId: string, ids: readonly string[], numbers: readonly string[], titles: readonly string[]): SQL {
  const own = anyOf(ids)
  const ways = [
    sql`r.to_id = ${own}`,
    sql`r.tied_to = ${own}`,
    sql`r.doc_number = ${anyOf(numbers)}`,
    sql`r.title_key = ${anyOf(titles)}`,
    sql`r.title_key IN (SELECT i.title_key FROM ${relations} i WHERE i.site_id = ${siteId} AND i.from_id = ${own} AND i.effect = 'issues')`,
  ]
  return sql.join(
    ways.map((way) => relationsWhere(siteId, sql`NOT r.from_id = ${own} AND ${way}`)),
    sql` UNION `,
  )
}

/** The document that first does this to `d`: the earliest day decides, so that the state is right on any day. */
const firstBy = (effect: 'repeals' | 'amends'): SQL =>
  sql`(SELECT r.from_id FROM ${relations} r JOIN ${documents} f ON f.site_id = r.site_id AND f.id = r.from_id AND f.state = 'released'
    WHERE r.site_id = d.site_id AND r.to_id = d.id AND r.effect = ${effect}
    ORDER BY coalesce(f.effective_from, f.signed_on) NULLS FIRST, f.id LIMIT 1)`

/** Documents that these name: when they are made anew, some may be named no more. */
export async function targetsOf(tx: Tx, siteId: string, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectDistinct({ id: relations.toId })
    .from(relations)
    .where(and(eq(relations.siteId, siteId), inArray(relations.fromId, [...ids])))
  return new Set(rows.map(({ id }) => id).filter((id) => id !== null))
}

/**
 * Ties the relations between these documents and all others, both ways, and notes who repealed or amended whom. Returns
 * the documents of which that changed, and those whose page still names one that it is not tied to any more. `areNew`:
 * nobody was ever told anything of these documents.
 */
export async function resolveRelations(
  tx: Tx,
  siteId: string,
  ids: readonly string[],
  areNew = false,
): Promise<readonly string[]> {
  if (ids.length === 0) return []
  type Retied = { readonly from_id: string; readonly was: string | null; readonly effect: string }
  const own = await tx
    .select({ id: documents.id, docNumber: documents.docNumber, titleKey: documents.titleKey })
    .from(documents)
    .where(and(eq(documents.siteId, siteId), inArray(documents.id, [...ids])))
  const numbers = own.map(({ docNumber }) => docNumber).filter((number) => number !== null)
  const titles = own.map(({ titleKey }) => titleKey)
  const { rows: ours } = await tx.execute<Retied>(retie(relationsWhere(siteId, sql`r.from_id = ${anyOf(ids)}`)))
  const { rows: theirs } = await tx.execute<Retied>(retie(concerned(siteId, ids, numbers, titles)))
  const doSomething = ours.some(({ effect }) => effect === 'repeals' || effect === 'amends') || theirs.length > 0
  if (areNew && !doSomething) return []
  const ended = await noteEnds(tx, siteId, ids, [...ids, ...theirs.map(({ from_id }) => from_id)])
  const untied = theirs.flatMap(({ from_id, was }) => (was === null ? [] : [from_id, was]))
  return [...ended, ...untied]
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
