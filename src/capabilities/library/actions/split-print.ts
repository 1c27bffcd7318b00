import { shanghaiDay } from '../../../kernel/day.ts'
import { done, type Outcome, refused } from '../../../kernel/outcome.ts'
import type { Actor, Deps, Tx } from '../../../platform/ports.ts'
import { publicId, yearOf } from '../rules/identity.ts'
import { partedIdentity } from '../rules/identity-decisions.ts'
import { deleteMerge, saveIdentityDecision } from '../store/decision.queries.ts'
import { insertDocument, nextSerial } from '../store/document-writes.ts'
import { anyByIdentity, lockDocuments } from '../store/identity.queries.ts'
import { setMergedInto } from '../store/identity-writes.ts'
import { printsOf, type StoredPrint } from '../store/print.queries.ts'
import { movePrints } from '../store/print-moves.ts'
import { printRef } from '../store/print-view.queries.ts'
import { recordDecision } from './record-decision.ts'

export interface SplitInput {
  readonly siteId: string
  readonly siteCode: string
  readonly actor: Actor
  readonly documentId: string
  /** Reference of the print, as the history shows it: `3f9a04c1e2b7.2`. */
  readonly print: string
  readonly reason: string
}

/**
 * Parts a print from a document that it does not belong to: it becomes a document of its own, also when its file is read
 * again. Returns that document's id; `merge` undoes it.
 */
export async function splitPrint(deps: Deps, input: SplitInput): Promise<Outcome<string>> {
  const { siteId, actor, documentId, reason } = input
  if (reason.trim() === '') return refused('reason-missing', '请用 --reason 写明分开的理由。')
  return deps.database.write(siteId, async (tx) => {
    const [row] = await lockDocuments(tx, siteId, [documentId])
    if (!row || row.mergedInto) return refused('unknown-document', `没有编号为 ${documentId} 的文件。`)
    const prints = await printsOf(tx, siteId, documentId)
    const print = prints.find(({ fileHash, position }) => printRef(fileHash, position) === input.print)
    if (!print) {
      const known = prints.map(({ fileHash, position }) => printRef(fileHash, position)).join('、')
      return refused('unknown-print', `文件 ${documentId} 没有刊载 ${input.print}。它的刊载：${known}。`)
    }
    const parted = prints.filter(({ fileHash, identity }) => fileHash === print.fileHash && identity === print.identity)
    if (parted.length === prints.length)
      return refused('only-print', '这是它唯一的刊载，没有可以分开的。装错的文件请用 kaiming withdraw-file 撤回。')
    const at = deps.clock.now()
    const intoIdentity = partedIdentity(print.identity, print.fileHash)
    await saveIdentityDecision(tx, siteId, {
      fromIdentity: print.identity,
      fileHash: print.fileHash,
      intoIdentity,
      reason,
      actor: actor.name,
      at,
    })
    const id = await documentFor(tx, input, print, intoIdentity, at)
    await movePrints(
      tx,
      siteId,
      documentId,
      id,
      parted.map((one) => one.id),
    )
    const after = { identity: intoIdentity }
    const decision = { siteId, actor, at, verb: 'split-print', subject: documentId, after, reason }
    await recordDecision(tx, { ...decision, detail: { print: input.print, document: id } }, [documentId, id])
    return done(id)
  })
}

/** The document that the print had when it was parted before, or a new one. */
async function documentFor(
  tx: Tx,
  { siteId, siteCode }: SplitInput,
  { reading, gazetteId }: StoredPrint,
  identity: string,
  at: Date,
): Promise<string> {
  const known = await anyByIdentity(tx, siteId, identity)
  if (known) {
    await deleteMerge(tx, siteId, identity)
    await setMergedInto(tx, siteId, known.id, null, at)
    return known.id
  }
  const year = yearOf(reading, gazetteId, Number(shanghaiDay(at).slice(0, 4)))
  const id = publicId(siteCode, year, await nextSerial(tx, siteId, year))
  await insertDocument(tx, siteId, { id, identity, title: reading.title, state: 'released' }, at)
  return id
}
