import { appendAudit } from '../../../platform/audit/audit.ts'
import { appendChanges } from '../../../platform/changes/changes.ts'
import type { Actor, Tx } from '../../../platform/ports.ts'
import { unitMatcher } from '../../units/public.ts'
import { goneDocuments } from '../store/identity.queries.ts'
import { deriveDocuments } from './derive-document.ts'

/** A decision of a person about the record, as the audit trail keeps it. */
export interface Decision {
  readonly siteId: string
  readonly actor: Actor
  readonly at: Date
  readonly verb: string
  readonly subject: string
  readonly before?: unknown
  readonly after?: unknown
  readonly reason: string
  readonly detail?: Readonly<Record<string, unknown>>
  /** Why documents are gone that have no print any more. */
  readonly removedBecause?: string
  /** Changes beside those of documents. */
  readonly changes?: readonly { readonly entity: string; readonly id: string; readonly tombstone?: boolean }[]
}

/** Ends an action: documents are made anew, the audit row and the changes are written, in the action's transaction. */
export async function recordDecision(tx: Tx, decision: Decision, ids: readonly string[]): Promise<void> {
  const { siteId, actor, at, verb, subject, before, after, reason, detail, removedBecause } = decision
  const matchUnit = await unitMatcher(tx, siteId)
  const context = { siteId, matchUnit, at, ...(removedBecause === undefined ? {} : { removedBecause }) }
  const changed = await deriveDocuments(tx, context, ids)
  const gone = await goneDocuments(tx, siteId, changed)
  await appendAudit(tx, siteId, { at, actor, verb, subject, before, after, detail: { ...detail, reason } })
  await appendChanges(tx, siteId, [
    ...changed.map((id) => ({ entity: 'document', id, tombstone: gone.has(id) })),
    ...(decision.changes ?? []),
  ])
}
