import { done, type Outcome, refused } from '../../../kernel/outcome.ts'
import { appendAudit } from '../../../platform/audit/audit.ts'
import { appendChanges } from '../../../platform/changes/changes.ts'
import type { Actor, Deps } from '../../../platform/ports.ts'
import { loadDocument } from '../store/document.queries.ts'
import { setDocumentState } from '../store/document-writes.ts'

export interface WithdrawInput {
  readonly siteId: string
  readonly actor: Actor
  readonly documentId: string
  readonly reason: string
}

/** Takes a wrong document out of sight: its address answers 410 with the reason, the record keeps it. */
export async function withdrawDocument(
  deps: Deps,
  { siteId, actor, documentId, reason }: WithdrawInput,
): Promise<Outcome<void>> {
  if (reason.trim() === '') return refused('reason-missing', '请用 --reason 写明撤回的理由。')
  return deps.database.write(siteId, async (tx) => {
    const loaded = await loadDocument(tx, { kind: 'staff', name: actor.name }, documentId, deps.clock.today())
    if (loaded.state !== 'found') return refused('unknown-document', `没有编号为 ${documentId} 的文件。`)
    if (loaded.document.edition.state === 'withdrawn')
      return refused('already-withdrawn', `文件 ${documentId} 已经撤回了。`)
    const at = deps.clock.now()
    await setDocumentState(tx, siteId, documentId, 'withdrawn', reason, at)
    await appendAudit(tx, siteId, {
      at,
      actor,
      verb: 'withdraw',
      subject: documentId,
      before: { state: 'released' },
      after: { state: 'withdrawn' },
      detail: { reason },
    })
    await appendChanges(tx, siteId, [{ entity: 'document', id: documentId, tombstone: true }])
    return done(undefined)
  })
}
