import { and, eq, sql } from 'drizzle-orm'
import type { Tx } from '../../../platform/ports.ts'
import type { IdentityDecision } from '../rules/identity-decisions.ts'
import { editionDecisions, identityDecisions } from './decisions.table.ts'

/** Who decided, when and why. */
interface Decided {
  readonly reason: string
  readonly actor: string
  readonly at: Date
}

/** What a person said of a file: whose text it is, and as of when. */
export interface EditionDecision {
  readonly identity: string
  readonly editionKey: string
}

/** Everything that people decided about identity in a site (few rows), and about one file. */
export async function decisionsFor(
  tx: Tx,
  siteId: string,
  hash: string | null,
): Promise<{ readonly decisions: readonly IdentityDecision[]; readonly edition: EditionDecision | null }> {
  const { rows } = await tx.execute<{
    is_edition: boolean
    one: string
    file_hash: string
    other: string
  }>(sql`SELECT false AS is_edition, from_identity AS one, file_hash, into_identity AS other FROM ${identityDecisions} WHERE site_id = ${siteId}
    UNION ALL SELECT true, identity, file_hash, edition_key FROM ${editionDecisions} WHERE site_id = ${siteId} AND file_hash = ${hash ?? ''}
    ORDER BY 2, 3`)
  const edition = rows.find((row) => row.is_edition)
  return {
    decisions: rows
      .filter((row) => !row.is_edition)
      .map((row) => ({ fromIdentity: row.one, fileHash: row.file_hash, intoIdentity: row.other })),
    edition: edition ? { identity: edition.one, editionKey: edition.other } : null,
  }
}

export async function saveIdentityDecision(
  tx: Tx,
  siteId: string,
  decision: IdentityDecision & Decided,
): Promise<void> {
  const { intoIdentity, reason, actor, at } = decision
  await tx
    .insert(identityDecisions)
    .values({ siteId, ...decision })
    .onConflictDoUpdate({
      target: [identityDecisions.siteId, identityDecisions.fromIdentity, identityDecisions.fileHash],
      set: { intoIdentity, reason, actor, at },
    })
}

/** Takes the decision away that an identity is part of another; whether there was one. */
export async function deleteMerge(tx: Tx, siteId: string, fromIdentity: string): Promise<boolean> {
  const rows = await tx
    .delete(identityDecisions)
    .where(
      and(
        eq(identityDecisions.siteId, siteId),
        eq(identityDecisions.fromIdentity, fromIdentity),
        eq(identityDecisions.fileHash, ''),
      ),
    )
    .returning({ into: identityDecisions.intoIdentity })
  return rows.length > 0
}

/** Lets decisions follow an identity that is read otherwise now: those of one file, or all. */
export async function renameInDecisions(
  tx: Tx,
  siteId: string,
  from: string,
  to: string,
  fileHash: string | null,
): Promise<void> {
  if (fileHash !== null) {
    await tx.execute(sql`UPDATE ${identityDecisions} SET from_identity = ${to}
      WHERE site_id = ${siteId} AND from_identity = ${from} AND file_hash = ${fileHash}
        AND NOT EXISTS (SELECT 1 FROM ${identityDecisions} x WHERE x.site_id = ${siteId} AND x.from_identity = ${to} AND x.file_hash = ${fileHash})`)
    return
  }
  await tx.execute(sql`UPDATE ${identityDecisions} SET from_identity = ${to} WHERE site_id = ${siteId} AND from_identity = ${from} AND file_hash = ''
    AND NOT EXISTS (SELECT 1 FROM ${identityDecisions} x WHERE x.site_id = ${siteId} AND x.from_identity = ${to} AND x.file_hash = '')`)
  await tx
    .update(identityDecisions)
    .set({ intoIdentity: to })
    .where(and(eq(identityDecisions.siteId, siteId), eq(identityDecisions.intoIdentity, from)))
  await tx
    .update(editionDecisions)
    .set({ identity: to })
    .where(and(eq(editionDecisions.siteId, siteId), eq(editionDecisions.identity, from)))
}

export async function saveEditionDecision(
  tx: Tx,
  siteId: string,
  decision: EditionDecision & Decided & { readonly fileHash: string },
): Promise<void> {
  const { identity, editionKey, reason, actor, at } = decision
  await tx
    .insert(editionDecisions)
    .values({ siteId, ...decision })
    .onConflictDoUpdate({
      target: [editionDecisions.siteId, editionDecisions.fileHash],
      set: { identity, editionKey, reason, actor, at },
    })
}

export async function deleteEditionDecision(tx: Tx, siteId: string, fileHash: string): Promise<void> {
  await tx
    .delete(editionDecisions)
    .where(and(eq(editionDecisions.siteId, siteId), eq(editionDecisions.fileHash, fileHash)))
}
