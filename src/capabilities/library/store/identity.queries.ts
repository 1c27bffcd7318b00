import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { Tx } from '../../../platform/ports.ts'
import type { KnownClause } from '../rules/clause-ids.ts'
import { overrides } from './decisions.table.ts'
import { clauseIds, documents } from './documents.table.ts'

export async function documentByIdentity(tx: Tx, siteId: string, identity: string): Promise<string | null> {
  const [row] = await tx
    .select({ id: documents.id })
    .from(documents)
    .where(and(eq(documents.siteId, siteId), eq(documents.identity, identity), isNull(documents.mergedInto)))
  return row?.id ?? null
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

export interface StoredOverride {
  readonly field: string
  readonly value: string
  readonly reason: string
}

export async function overridesOf(tx: Tx, siteId: string, documentId: string): Promise<readonly StoredOverride[]> {
  const { field, value, reason } = overrides
  return tx
    .select({ field, value, reason })
    .from(overrides)
    .where(and(eq(overrides.siteId, siteId), eq(overrides.documentId, documentId)))
    .orderBy(asc(field))
}

export async function saveOverride(
  tx: Tx,
  siteId: string,
  documentId: string,
  override: StoredOverride & { readonly actor: string; readonly at: Date },
): Promise<void> {
  const { field, value, reason, actor, at } = override
  await tx
    .insert(overrides)
    .values({ siteId, documentId, field, value, reason, actor, at })
    .onConflictDoUpdate({
      target: [overrides.siteId, overrides.documentId, overrides.field],
      set: { value, reason, actor, at: sql`excluded.at` },
    })
}
