import { sql } from 'drizzle-orm'
import type { Tx } from '../../../platform/ports.ts'
import type { KnownClause } from '../rules/clause-ids.ts'

export async function documentByIdentity(tx: Tx, siteId: string, identity: string): Promise<string | null> {
  const { rows } = await tx.execute<{ id: string }>(
    sql`SELECT id FROM documents WHERE site_id = ${siteId} AND identity = ${identity} AND merged_into IS NULL`,
  )
  return rows[0]?.id ?? null
}

export async function knownClauses(tx: Tx, siteId: string, documentId: string): Promise<readonly KnownClause[]> {
  const { rows } = await tx.execute<{ clause_id: string; place: string; words: string; is_lost: boolean }>(
    sql`SELECT clause_id, place, words, is_lost FROM clause_ids WHERE site_id = ${siteId} AND document_id = ${documentId} ORDER BY clause_id`,
  )
  return rows.map((row) => ({ id: row.clause_id, place: row.place, words: row.words, isLost: row.is_lost }))
}

export interface StoredOverride {
  readonly field: string
  readonly value: string
  readonly reason: string
}

export async function overridesOf(tx: Tx, siteId: string, documentId: string): Promise<readonly StoredOverride[]> {
  const { rows } = await tx.execute<StoredOverride & Record<string, unknown>>(
    sql`SELECT field, value, reason FROM overrides WHERE site_id = ${siteId} AND document_id = ${documentId} ORDER BY field`,
  )
  return rows.map(({ field, value, reason }) => ({ field, value, reason }))
}

export async function saveOverride(
  tx: Tx,
  siteId: string,
  documentId: string,
  override: StoredOverride & { readonly actor: string; readonly at: Date },
): Promise<void> {
  await tx.execute(sql`INSERT INTO overrides (site_id, document_id, field, value, reason, actor, at)
    VALUES (${siteId}, ${documentId}, ${override.field}, ${override.value}, ${override.reason}, ${override.actor}, ${override.at.toISOString()})
    ON CONFLICT (site_id, document_id, field) DO UPDATE SET value = excluded.value, reason = excluded.reason, actor = excluded.actor, at = excluded.at`)
}
