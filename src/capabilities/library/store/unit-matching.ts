import { and, asc, eq, gt, inArray, isNull, sql } from 'drizzle-orm'
import type { Day } from '../../../kernel/day.ts'
import { jsonRows } from '../../../platform/database/json-rows.ts'
import type { Tx } from '../../../platform/ports.ts'
import { namedUnits, unitMatching } from './derived.table.ts'
import { documents } from './documents.table.ts'

/** The newest change of the site's units, and the one to which names were matched last. */
export async function matchingStand(
  tx: Tx,
  siteId: string,
): Promise<{ readonly newest: number; readonly matched: number }> {
  const { rows } = await tx.execute<{ newest: string; matched: string }>(sql`SELECT
    (SELECT coalesce(max(version), 0) FROM changes WHERE site_id = ${siteId} AND entity = 'unit') AS newest,
    (SELECT coalesce(max(version), 0) FROM ${unitMatching} WHERE site_id = ${siteId}) AS matched`)
  return { newest: Number(rows[0]?.newest ?? 0), matched: Number(rows[0]?.matched ?? 0) }
}

/** The first change of a unit, of any site, that names were not matched to yet; null: they are matched to all. */
export async function firstUnmatched(tx: Tx): Promise<number | null> {
  const { rows } = await tx.execute<{ version: string | null }>(sql`SELECT min(c.version) AS version FROM changes c
    LEFT JOIN ${unitMatching} m ON m.site_id = c.site_id WHERE c.entity = 'unit' AND c.version > coalesce(m.version, 0)`)
  const version = rows[0]?.version ?? null
  return version === null ? null : Number(version)
}

export async function saveMatched(tx: Tx, siteId: string, version: number): Promise<void> {
  await tx
    .insert(unitMatching)
    .values({ siteId, version })
    .onConflictDoUpdate({
      target: unitMatching.siteId,
      set: { version: sql`greatest(${unitMatching.version}, excluded.version)` },
    })
}

/** A name in a document, with the unit that it is matched to now and the day on which it was signed. */
export type MatchedName = Omit<typeof namedUnits.$inferSelect, 'siteId'> & { readonly signedOn: Day | null }

/** The names in the next documents after one, by their ids; `last` is the last of those documents, null: there is none. */
export async function namesAfter(
  tx: Tx,
  siteId: string,
  after: string,
  limit: number,
): Promise<{ readonly names: readonly MatchedName[]; readonly last: string | null }> {
  const ids = await tx
    .select({ id: documents.id })
    .from(documents)
    .where(and(eq(documents.siteId, siteId), gt(documents.id, after), isNull(documents.mergedInto)))
    .orderBy(asc(documents.id))
    .limit(limit)
  const last = ids.at(-1)?.id ?? null
  if (last === null) return { names: [], last }
  const { documentId, role, position, name, unitId, isGroup } = namedUnits
  const names = await tx
    .select({ documentId, role, position, name, unitId, isGroup, signedOn: documents.signedOn })
    .from(namedUnits)
    .innerJoin(documents, and(eq(documents.siteId, namedUnits.siteId), eq(documents.id, documentId)))
    .where(
      and(
        eq(namedUnits.siteId, siteId),
        inArray(
          documentId,
          ids.map(({ id }) => id),
        ),
      ),
    )
  return { names, last }
}

/** Ties names to other units. */
export async function saveMatches(tx: Tx, siteId: string, names: readonly MatchedName[]): Promise<void> {
  if (names.length === 0) return
  const shape = 'v ("documentId" text, role text, position int, name text, "unitId" text, "isGroup" boolean)'
  await tx.execute(sql`UPDATE ${namedUnits} n SET unit_id = v."unitId", is_group = v."isGroup" FROM ${jsonRows(shape, names)}
    WHERE n.site_id = ${siteId} AND n.document_id = v."documentId" AND n.role = v.role AND n.position = v.position AND n.name = v.name`)
}
