import { and, asc, eq, inArray, isNotNull, isNull, notInArray, or, sql } from 'drizzle-orm'
import type { Tx } from '../../../platform/ports.ts'
import type { KnownClause } from '../rules/clause-ids.ts'
import { type EditionState, visible } from '../rules/visible.ts'
import { clauseIds, documents } from './documents.table.ts'

export async function documentByIdentity(tx: Tx, siteId: string, identity: string): Promise<string | null> {
  const [row] = await tx
    .select({ id: documents.id })
    .from(documents)
    .where(and(eq(documents.siteId, siteId), eq(documents.identity, identity), isNull(documents.mergedInto)))
  return row?.id ?? null
}

/** A document's row as decisions about its identity need it; locked until the transaction ends. */
export interface IdentityRow {
  readonly id: string
  readonly identity: string
  readonly mergedInto: string | null
  readonly state: EditionState | 'staged'
  readonly title: string
}

export async function lockDocuments(tx: Tx, siteId: string, ids: readonly string[]): Promise<readonly IdentityRow[]> {
  const { id, identity, mergedInto, state, title } = documents
  return tx
    .select({ id, identity, mergedInto, state, title })
    .from(documents)
    .where(and(eq(documents.siteId, siteId), inArray(id, [...ids])))
    .orderBy(asc(id))
    .for('update')
}

/** The document that an id stands for: itself, or the one that it was merged into, however often that was merged again. */
export async function standsFor(tx: Tx, siteId: string, documentId: string): Promise<string> {
  const { rows } = await tx.execute<{ id: string }>(sql`WITH RECURSIVE way AS (
      SELECT d.id, d.merged_into FROM ${documents} d WHERE d.site_id = ${siteId} AND d.id = ${documentId}
      UNION SELECT d.id, d.merged_into FROM ${documents} d JOIN way w ON d.site_id = ${siteId} AND d.id = w.merged_into)
    SELECT id FROM way WHERE merged_into IS NULL`)
  return rows[0]?.id ?? documentId
}

/** The document of an identity, merged or not: the one that stands by itself first. */
export async function anyByIdentity(tx: Tx, siteId: string, wanted: string): Promise<IdentityRow | null> {
  const { id, identity, mergedInto, state, title } = documents
  const [row] = await tx
    .select({ id, identity, mergedInto, state, title })
    .from(documents)
    .where(and(eq(documents.siteId, siteId), eq(identity, wanted)))
    .orderBy(sql`${mergedInto} NULLS FIRST`, asc(id))
    .limit(1)
  return row ?? null
}

/** Which of these documents the public does not find under their id any more. */
export async function goneDocuments(tx: Tx, siteId: string, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const { id, mergedInto, state } = documents
  const rows = await tx
    .select({ id })
    .from(documents)
    .where(
      and(
        eq(documents.siteId, siteId),
        inArray(id, [...ids]),
        or(isNotNull(mergedInto), notInArray(state, [...visible({ kind: 'public' })])),
      ),
    )
  return new Set(rows.map((row) => row.id))
}

/** Ids that lead to this document since they were merged into it. */
export async function mergedIdsOf(tx: Tx, siteId: string, documentId: string): Promise<readonly string[]> {
  const rows = await tx
    .select({ id: documents.id })
    .from(documents)
    .where(and(eq(documents.siteId, siteId), eq(documents.mergedInto, documentId)))
    .orderBy(asc(documents.id))
  return rows.map(({ id }) => id)
}

export async function knownClauses(tx: Tx, siteId: string, documentId: string): Promise<readonly KnownClause[]> {
  const { clauseId: id, place, words, isLost } = clauseIds
  return tx
    .select({ id, place, words, isLost })
    .from(clauseIds)
    .where(and(eq(clauseIds.siteId, siteId), eq(clauseIds.documentId, documentId)))
    .orderBy(asc(id))
}
