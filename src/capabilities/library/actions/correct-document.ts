import { done, type Outcome, refused } from '../../../kernel/outcome.ts'
import type { Deps, Tx } from '../../../platform/ports.ts'
import type { DocumentView } from '../contract.ts'
import { correctableFields, isCorrectable, isFit, keptValue } from '../rules/derive.ts'
import { isItemField } from '../rules/item-fields.ts'
import { isTextField } from '../rules/text-fields.ts'
import { loadDocument } from '../store/document.queries.ts'
import { deleteOverrides, overridesOf, saveOverride } from '../store/override.queries.ts'
import type { CorrectInput, Correction } from './correction.ts'
import { itemCorrection } from './item-correction.ts'
import { recordDecision } from './record-decision.ts'
import { textCorrection } from './text-correction.ts'

/**
 * Lays a person's correction over what the reader found, or takes it away again; it survives reading the file again
 * (decision 19). Returns what it was laid on, in the words of people.
 */
export async function correctDocument(deps: Deps, input: CorrectInput): Promise<Outcome<string>> {
  const { siteId, actor, documentId, reason } = input
  if (reason.trim() === '') return refused('reason-missing', '请用 --reason 写明更正的理由。')
  if (!isTextField(input.field) && (input.insteadOf !== undefined || input.edition !== undefined))
    return refused('unknown-field', '--instead-of 和 --edition 只用来更正正文（text/…）。')
  return deps.database.write(siteId, async (tx) => {
    const document = await correctable(deps, tx, input)
    if (!document.ok) return document
    const kept = await overridesOf(tx, siteId, documentId)
    const meant = isTextField(input.field)
      ? await textCorrection(tx, input, document.value, kept)
      : isItemField(input.field)
        ? await itemCorrection(deps, tx, input, document.value)
        : fieldCorrection(input)
    if (!meant.ok) return meant
    const { override, isUndone, name, replaces = [], hint } = meant.value
    const { field, value } = override
    const at = deps.clock.now()
    const stood = kept.find((one) => one.field === field)
    if (isUndone && !stood) return refused('not-corrected', `文件 ${documentId} 的 ${name} 没有更正过。`)
    // What was said of a piece that a person added goes with it.
    const isWhole = isUndone && override.found?.isAdded === true
    const also = kept.filter((one) => replaces.includes(one.field) || (isWhole && one.field.startsWith(`${field}/`)))
    const [before, ...others] = [...(stood ? [stood] : []), ...also].map((one) => ({
      field: one.field,
      value: one.value,
      reason: one.reason,
    }))
    const gone = [...(isUndone ? [field] : []), ...also.map((one) => one.field)]
    if (gone.length > 0) await deleteOverrides(tx, siteId, documentId, gone)
    if (!isUndone) await saveOverride(tx, siteId, documentId, { ...override, actor: actor.name, at })
    const after = isUndone ? undefined : { field, value }
    const verb = isUndone ? 'undo-correction' : 'correct'
    await recordDecision(
      tx,
      {
        siteId,
        actor,
        at,
        verb,
        subject: documentId,
        before: others.length > 0 ? [before, ...others] : before,
        after,
        reason,
        detail: { field, on: name },
      },
      [documentId],
    )
    return done(hint === undefined ? name : `${name}；${hint}`)
  })
}

async function correctable(
  deps: Deps,
  tx: Tx,
  { actor, documentId, edition }: CorrectInput,
): Promise<Outcome<DocumentView>> {
  const visitor = { kind: 'staff', name: actor.name } as const
  const loaded = await loadDocument(tx, visitor, documentId, deps.clock.today(), {
    edition: edition ?? null,
  })
  if (edition !== undefined && (loaded.state === 'unknown' || (loaded.state === 'gone' && loaded.lostEdition)))
    return refused('unknown-edition', `文件 ${documentId} 没有第 ${edition} 版；版本和刊载页列出各版的编号。`)
  if (loaded.state === 'moved')
    return refused('already-merged', `文件 ${documentId} 已经并入 ${loaded.to}，请更正那一份。`)
  if (loaded.state !== 'found') return refused('unknown-document', `没有编号为 ${documentId} 的文件。`)
  return done(loaded.document)
}

function fieldCorrection({ field, value, reason }: CorrectInput): Outcome<Correction> {
  if (!isCorrectable(field))
    return refused(
      'unknown-field',
      `没有“${field}”这个字段。可以更正：${correctableFields.join('、')}；正文写成 text/n-二-一（条款）或 text/12（第 12 段）的样子，任务和引用写成 tasks/12/due、citations/3/title 的样子，补上漏掉的写 tasks/new、citations/new（kaiming fields 列出全部）。`,
    )
  const kept = keptValue(field, value ?? '')
  if (value !== null && !isFit(field, kept))
    return refused('unfit-value', `“${value}”不能作为 ${field} 的值。日期应当写成 2024-05-01 的样子，标题不能为空。`)
  return done({ override: { field, value: kept, reason, found: null }, isUndone: value === null, name: field })
}
