import { done, type Outcome, refused } from '../../../kernel/outcome.ts'
import type { Actor, Deps } from '../../../platform/ports.ts'
import { decidedIdentity } from '../rules/identity-decisions.ts'
import { decisionsFor, deleteMerge, saveIdentityDecision } from '../store/decision.queries.ts'
import { type IdentityRow, lockDocuments, standsFor } from '../store/identity.queries.ts'
import { carryOverrides, setMergedInto, takeBackOverrides } from '../store/identity-writes.ts'
import { printsOf } from '../store/print.queries.ts'
import { movePrints } from '../store/print-moves.ts'
import { recordDecision } from './record-decision.ts'

export interface MergeInput {
  readonly siteId: string
  readonly actor: Actor
  readonly documentId: string
  readonly into: string
  readonly reason: string
}

/**
 * Makes two documents one: the prints of the one become prints of the other, and its address leads there. Kept under the
 * documents' natural identities, so that it holds when they are read or loaded again (decision 15). What people corrected
 * in the one holds for both, where the other has no correction of its own.
 */
export async function mergeDocuments(deps: Deps, input: MergeInput): Promise<Outcome<void>> {
  const { siteId, actor, documentId, into, reason } = input
  return deps.database.write(siteId, async (tx) => {
    const rows = await lockDocuments(tx, siteId, [documentId, into])
    const checked = checkMerge(rows, input)
    if (!checked.ok) return checked
    const { one, other } = checked.value
    const at = deps.clock.now()
    await saveIdentityDecision(tx, siteId, {
      fromIdentity: one.identity,
      fileHash: '',
      intoIdentity: other.identity,
      reason,
      actor: actor.name,
      at,
    })
    await movePrints(tx, siteId, documentId, into)
    await carryOverrides(tx, siteId, documentId, into)
    await setMergedInto(tx, siteId, documentId, into, at)
    const after = { identity: one.identity, into: other.identity }
    const decision = {
      siteId,
      actor,
      at,
      verb: 'merge-documents',
      subject: documentId,
      after,
      reason,
      detail: { into },
    }
    await recordDecision(tx, decision, [documentId, into])
    return done(undefined)
  })
}

function checkMerge(
  rows: readonly IdentityRow[],
  { documentId, into, reason }: MergeInput,
): Outcome<{ readonly one: IdentityRow; readonly other: IdentityRow }> {
  if (reason.trim() === '') return refused('reason-missing', '请用 --reason 写明合并的理由。')
  if (documentId === into) return refused('same-document', '一份文件不能并入它自己。')
  const [one, other] = [documentId, into].map((id) => rows.find((row) => row.id === id))
  if (!one || !other) return refused('unknown-document', `没有编号为 ${one ? into : documentId} 的文件。`)
  if (one.mergedInto) return refused('already-merged', `文件 ${documentId} 已经并入 ${one.mergedInto}。`)
  if (other.mergedInto)
    return refused('already-merged', `文件 ${into} 已经并入 ${other.mergedInto}，请直接并入 ${other.mergedInto}。`)
  // Its text would come into sight with the other's, or the other's would go out of sight with it.
  const hidden = [one, other].find(({ state }) => state === 'withdrawn')
  if (hidden)
    return refused(
      'withdrawn',
      `文件 ${hidden.id} 已经撤回，不能合并；要合并，先用 kaiming withdraw ${hidden.id} --undo 恢复它。`,
    )
  if (other.state === 'removed') return refused('withdrawn', `文件 ${into} 的来源文件已经撤回，不能并入它。`)
  return done({ one, other })
}

export interface UnmergeInput {
  readonly siteId: string
  readonly actor: Actor
  readonly documentId: string
  readonly reason: string
}

/** Undoes a merge: the document stands by itself again, with its own prints, corrections and address. */
export async function unmergeDocument(deps: Deps, input: UnmergeInput): Promise<Outcome<void>> {
  const { siteId, actor, documentId, reason } = input
  if (reason.trim() === '') return refused('reason-missing', '请用 --reason 写明撤销合并的理由。')
  return deps.database.write(siteId, async (tx) => {
    const [row] = await lockDocuments(tx, siteId, [documentId])
    if (!row) return refused('unknown-document', `没有编号为 ${documentId} 的文件。`)
    if (!row.mergedInto) return refused('not-merged', `文件 ${documentId} 没有并入别的文件。`)
    if (!(await deleteMerge(tx, siteId, row.identity)))
      return refused(
        'merged-by-reading',
        `文件 ${documentId} 是重新识别后认出同一份文件而并入 ${row.mergedInto} 的，没有人做过合并决定。要分开，请用 kaiming split。`,
      )
    const at = deps.clock.now()
    const { decisions } = await decisionsFor(tx, siteId, null)
    const from = await standsFor(tx, siteId, row.mergedInto)
    const own = (await printsOf(tx, siteId, from)).filter(
      (print) => decidedIdentity(print.identity, print.fileHash, decisions) === row.identity,
    )
    await setMergedInto(tx, siteId, documentId, null, at)
    if (own.length > 0)
      await movePrints(
        tx,
        siteId,
        from,
        documentId,
        own.map(({ id }) => id),
      )
    await takeBackOverrides(tx, siteId, documentId)
    const before = { identity: row.identity, into: row.mergedInto }
    const decision = { siteId, actor, at, verb: 'unmerge-document', subject: documentId, before, reason }
    await recordDecision(tx, { ...decision, detail: { from } }, [documentId, from])
    return done(undefined)
  })
}
