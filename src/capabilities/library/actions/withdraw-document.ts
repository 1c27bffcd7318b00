import { done, type Outcome, refused } from '../../../kernel/outcome.ts'
import { appendAudit } from '../../../platform/audit/audit.ts'
import { appendChanges } from '../../../platform/changes/changes.ts'
import type { Actor, Deps, Tx } from '../../../platform/ports.ts'
import { setDocumentState } from '../store/document-writes.ts'
import { type IdentityRow, lockDocuments } from '../store/identity.queries.ts'
import { resolveRelations } from '../store/relation-writes.ts'

export interface WithdrawInput {
  readonly siteId: string
  readonly actor: Actor
  readonly documentId: string
  readonly reason: string
}

type Withdrawal = 'withdrawn' | 'released'

/** Takes a wrong document out of sight: its address answers 410 with the reason, the record keeps it. */
export const withdrawDocument = (deps: Deps, input: WithdrawInput): Promise<Outcome<void>> =>
  setState(deps, input, 'withdrawn')

/** Brings back what was withdrawn: the address answers as before. */
export const undoWithdrawal = (deps: Deps, input: WithdrawInput): Promise<Outcome<void>> =>
  setState(deps, input, 'released')

/** What it repealed or amended holds as long as it is in sight: the documents of which that changes are told with it. */
async function setState(deps: Deps, input: WithdrawInput, state: Withdrawal): Promise<Outcome<void>> {
  const { siteId, actor, documentId, reason } = input
  if (reason.trim() === '') return refused('reason-missing', '请用 --reason 写明撤回（或恢复）的理由。')
  return deps.database.write(siteId, async (tx) => {
    const checked = check((await lockDocuments(tx, siteId, [documentId]))[0], documentId, state)
    if (!checked.ok) return checked
    const at = deps.clock.now()
    const isWithdrawn = state === 'withdrawn'
    await setDocumentState(tx, siteId, documentId, state, isWithdrawn ? reason : null, at)
    await appendAudit(tx, siteId, {
      at,
      actor,
      verb: isWithdrawn ? 'withdraw' : 'undo-withdraw',
      subject: documentId,
      before: { state: checked.value },
      after: { state },
      detail: { reason },
    })
    await tellOf(tx, siteId, documentId, isWithdrawn)
    return done(undefined)
  })
}

async function tellOf(tx: Tx, siteId: string, documentId: string, tombstone: boolean): Promise<void> {
  const touched = new Set(await resolveRelations(tx, siteId, [documentId]))
  touched.delete(documentId)
  await appendChanges(tx, siteId, [
    { entity: 'document', id: documentId, tombstone },
    ...[...touched].sort().map((id) => ({ entity: 'document', id, tombstone: false })),
  ])
}

function check(row: IdentityRow | undefined, documentId: string, state: Withdrawal): Outcome<IdentityRow['state']> {
  if (!row || row.state === 'staged') return refused('unknown-document', `没有编号为 ${documentId} 的文件。`)
  if (row.mergedInto)
    return refused('already-merged', `文件 ${documentId} 已经并入 ${row.mergedInto}，请写 ${row.mergedInto}。`)
  if (row.state === 'removed')
    return refused('removed', `文件 ${documentId} 的来源文件已经撤回；再装载来源文件，它会回到原来的网址。`)
  if (row.state === state)
    return state === 'withdrawn'
      ? refused('already-withdrawn', `文件 ${documentId} 已经撤回了。`)
      : refused('not-withdrawn', `文件 ${documentId} 没有撤回过。`)
  return done(row.state)
}
