import { done, type Outcome, refused } from '../../../kernel/outcome.ts'
import { appendAudit } from '../../../platform/audit/audit.ts'
import { appendChanges } from '../../../platform/changes/changes.ts'
import type { Actor, Deps } from '../../../platform/ports.ts'
import { correctableFields, isCorrectable, isFit } from '../rules/derive.ts'
import { loadDocument } from '../store/document.queries.ts'
import { setDocumentState } from '../store/document-writes.ts'
import { deleteOverride, overridesOf, saveOverride } from '../store/identity.queries.ts'
import { recordDecision } from './record-decision.ts'

export interface CorrectInput {
  readonly siteId: string
  readonly actor: Actor
  readonly documentId: string
  readonly field: string
  /** Empty: the document has no such field. Null: what the reader found counts again. */
  readonly value: string | null
  readonly reason: string
}

/**
 * Lays a person's correction over what the reader found, or takes it away again; it survives reading the file again
 * (decision 19).
 */
export async function correctDocument(deps: Deps, input: CorrectInput): Promise<Outcome<void>> {
  const { siteId, actor, documentId, field, value, reason } = input
  const checked = checkCorrection(input)
  if (!checked.ok) return checked
  return deps.database.write(siteId, async (tx) => {
    const loaded = await loadDocument(tx, { kind: 'staff', name: actor.name }, documentId, deps.clock.today())
    if (loaded.state === 'moved')
      return refused('already-merged', `文件 ${documentId} 已经并入 ${loaded.to}，请更正那一份。`)
    if (loaded.state !== 'found') return refused('unknown-document', `没有编号为 ${documentId} 的文件。`)
    const at = deps.clock.now()
    const before = (await overridesOf(tx, siteId, documentId)).find((override) => override.field === field)
    if (value !== null) await saveOverride(tx, siteId, documentId, { field, value, reason, actor: actor.name, at })
    else if (!(await deleteOverride(tx, siteId, documentId, field)))
      return refused('not-corrected', `文件 ${documentId} 的 ${field} 没有更正过。`)
    const after = value === null ? undefined : { field, value }
    const verb = value === null ? 'undo-correction' : 'correct'
    await recordDecision(
      tx,
      { siteId, actor, at, verb, subject: documentId, before, after, reason, detail: { field } },
      [documentId],
    )
    return done(undefined)
  })
}

function checkCorrection({ field, value, reason }: CorrectInput): Outcome<void> {
  if (!isCorrectable(field))
    return refused('unknown-field', `没有“${field}”这个字段。可以更正：${correctableFields.join('、')}。`)
  if (value !== null && !isFit(field, value))
    return refused('unfit-value', `“${value}”不能作为 ${field} 的值。日期应当写成 2024-05-01 的样子，标题不能为空。`)
  if (reason.trim() === '') return refused('reason-missing', '请用 --reason 写明更正的理由。')
  return done(undefined)
}

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
