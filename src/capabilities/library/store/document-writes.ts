import { and, eq, sql } from 'drizzle-orm'
import { insertRows } from '../../../platform/database/insert-rows.ts'
import type { Tx } from '../../../platform/ports.ts'
import type { ReadAppointment } from '../../../reader/types.ts'
import type { KnownClause } from '../rules/clause-ids.ts'
import type { CorrectedCitation, CorrectedTask } from '../rules/corrected-items.ts'
import type { EditionState } from '../rules/visible.ts'
import { appointments, namedUnits, relations, tasks } from './derived.table.ts'
import { clauseIds, documentSerials, documents } from './documents.table.ts'

/** What a document's row holds once it is derived from its main print. */
export interface DerivedDocument {
  readonly id: string
  readonly mainPrint: number
  /** Number of the newest edition. */
  readonly edition: number
  readonly title: string
  readonly titleKey: string
  readonly docNumber: string | null
  readonly issuer: string | null
  readonly issuers: readonly string[]
  readonly kind: string | null
  readonly topic: string | null
  readonly signedOn: string | null
  readonly printedOn: string | null
  readonly effectiveFrom: string | null
  readonly validUntil: string | null
  readonly gist: string | null
  readonly hasTasks: boolean
  /** Fields that are shown, not asked for: recipients, contact, copies, attachments. */
  readonly details: Readonly<Record<string, unknown>>
}

export interface NamedUnit {
  readonly role: 'issuer' | 'lead' | 'responsible'
  readonly position: number
  readonly name: string
  readonly unitId: string | null
  readonly isGroup: boolean
}

export async function nextSerial(tx: Tx, siteId: string, year: number): Promise<number> {
  const [row] = await tx
    .insert(documentSerials)
    .values({ siteId, year, last: 1 })
    .onConflictDoUpdate({
      target: [documentSerials.siteId, documentSerials.year],
      set: { last: sql`${documentSerials.last} + 1` },
    })
    .returning({ last: documentSerials.last })
  if (!row) throw new Error(`no serial was given for ${siteId} ${year}`)
  return row.last
}

export async function insertDocument(
  tx: Tx,
  siteId: string,
  document: {
    readonly id: string
    readonly identity: string
    readonly title: string
    readonly state: 'staged' | 'released'
  },
  at: Date,
): Promise<void> {
  await tx.insert(documents).values({ siteId, ...document, titleKey: '', loadedAt: at, updatedAt: at })
}

const one = (siteId: string, id: string) => and(eq(documents.siteId, siteId), eq(documents.id, id))

/** A document that was removed is back with its first print; one that a person withdrew stays withdrawn. */
const backFrom = {
  state: sql`CASE WHEN ${documents.state} = 'removed' THEN 'released' ELSE ${documents.state} END`,
  stateReason: sql`CASE WHEN ${documents.state} = 'removed' THEN NULL ELSE ${documents.stateReason} END`,
}

export async function updateDocument(tx: Tx, siteId: string, document: DerivedDocument, at: Date): Promise<void> {
  const { id, ...columns } = document
  await tx
    .update(documents)
    .set({ ...columns, ...backFrom, updatedAt: at })
    .where(one(siteId, id))
}

export async function setDocumentState(
  tx: Tx,
  siteId: string,
  id: string,
  state: EditionState,
  reason: string | null,
  at: Date,
): Promise<void> {
  await tx.update(documents).set({ state, stateReason: reason, updatedAt: at }).where(one(siteId, id))
}

export async function replaceRelations(
  tx: Tx,
  siteId: string,
  documentId: string,
  derived: readonly CorrectedCitation[],
  isNew: boolean,
): Promise<void> {
  if (!isNew) await tx.delete(relations).where(and(eq(relations.siteId, siteId), eq(relations.fromId, documentId)))
  const rows = derived.map((relation) => ({ siteId, fromId: documentId, ...relation }))
  await insertRows(tx, relations, rows)
}

export async function replaceTasks(
  tx: Tx,
  siteId: string,
  documentId: string,
  derived: readonly CorrectedTask[],
  isNew: boolean,
): Promise<void> {
  if (!isNew) await tx.delete(tasks).where(and(eq(tasks.siteId, siteId), eq(tasks.documentId, documentId)))
  const rows = derived.map((task) => ({ siteId, documentId, ...task }))
  await insertRows(tx, tasks, rows)
}

export async function replaceNamedUnits(
  tx: Tx,
  siteId: string,
  documentId: string,
  units: readonly NamedUnit[],
  isNew: boolean,
): Promise<void> {
  if (!isNew)
    await tx.delete(namedUnits).where(and(eq(namedUnits.siteId, siteId), eq(namedUnits.documentId, documentId)))
  const once = [...new Map(units.map((unit) => [`${unit.role}|${unit.position}|${unit.name}`, unit])).values()]
  await insertRows(
    tx,
    namedUnits,
    once.map((unit) => ({ siteId, documentId, ...unit })),
  )
}

export async function replaceAppointments(
  tx: Tx,
  siteId: string,
  documentId: string,
  derived: readonly Pick<ReadAppointment, 'action' | 'person' | 'post'>[],
  isNew: boolean,
): Promise<void> {
  if (!isNew)
    await tx.delete(appointments).where(and(eq(appointments.siteId, siteId), eq(appointments.documentId, documentId)))
  const rows = derived.map(({ action, person, post }, position) => ({
    siteId,
    documentId,
    position,
    action,
    person,
    post,
  }))
  await insertRows(tx, appointments, rows)
}

export async function replaceClauseIds(
  tx: Tx,
  siteId: string,
  documentId: string,
  clauses: readonly KnownClause[],
  isNew: boolean,
): Promise<void> {
  if (!isNew) await tx.delete(clauseIds).where(and(eq(clauseIds.siteId, siteId), eq(clauseIds.documentId, documentId)))
  const rows = clauses.map(({ id, place, words, isLost }) => ({
    siteId,
    documentId,
    clauseId: id,
    place,
    words,
    isLost,
  }))
  await insertRows(tx, clauseIds, rows)
}
