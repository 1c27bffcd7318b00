import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Tx } from '../../../platform/ports.ts'
import { overrides } from './decisions.table.ts'
import { appointments, namedUnits, relations, tasks } from './derived.table.ts'
import { documents } from './documents.table.ts'

/** Makes an id lead to another document, or stand by itself again. */
export async function setMergedInto(tx: Tx, siteId: string, id: string, into: string | null, at: Date): Promise<void> {
  await tx
    .update(documents)
    .set({ mergedInto: into, updatedAt: at })
    .where(and(eq(documents.siteId, siteId), eq(documents.id, id)))
}

/** Lets documents keep their ids under another identity. */
export async function renameIdentity(tx: Tx, siteId: string, from: string, to: string): Promise<void> {
  await tx
    .update(documents)
    .set({ identity: to })
    .where(and(eq(documents.siteId, siteId), eq(documents.identity, from)))
}

/** Takes away everything that was derived from the prints that a document no longer has; its clause ids stay. */
export async function emptyDocument(tx: Tx, siteId: string, id: string): Promise<void> {
  await tx.delete(relations).where(and(eq(relations.siteId, siteId), eq(relations.fromId, id)))
  await tx.delete(tasks).where(and(eq(tasks.siteId, siteId), eq(tasks.documentId, id)))
  await tx.delete(namedUnits).where(and(eq(namedUnits.siteId, siteId), eq(namedUnits.documentId, id)))
  await tx.delete(appointments).where(and(eq(appointments.siteId, siteId), eq(appointments.documentId, id)))
}

/** A document without prints is gone, unless it is part of another. */
export async function markRemoved(tx: Tx, siteId: string, id: string, reason: string, at: Date): Promise<void> {
  await tx
    .update(documents)
    .set({ state: 'removed', stateReason: reason, updatedAt: at })
    .where(and(eq(documents.siteId, siteId), eq(documents.id, id), isNull(documents.mergedInto)))
}

/** Lays a person's corrections of one document to another, where that has none of its own. */
export async function carryOverrides(tx: Tx, siteId: string, from: string, to: string): Promise<void> {
  await tx.execute(sql`INSERT INTO ${overrides} (site_id, document_id, field, value, reason, actor, at, found)
    SELECT site_id, ${to}, field, value, reason, actor, at, found FROM ${overrides} WHERE site_id = ${siteId} AND document_id = ${from}
    ON CONFLICT DO NOTHING`)
}

/** Takes back what `carryOverrides` laid to others; what a person has said there since stays. */
export async function takeBackOverrides(tx: Tx, siteId: string, from: string): Promise<void> {
  await tx.execute(sql`DELETE FROM ${overrides} o USING ${overrides} own
    WHERE o.site_id = ${siteId} AND own.site_id = ${siteId} AND own.document_id = ${from} AND o.document_id <> ${from}
      AND o.field = own.field AND o.value = own.value AND o.reason = own.reason AND o.actor = own.actor AND o.at = own.at`)
}
