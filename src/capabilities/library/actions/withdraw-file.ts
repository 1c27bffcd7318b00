import { done, type Outcome, refused } from '../../../kernel/outcome.ts'
import type { Actor, Deps } from '../../../platform/ports.ts'
import { deleteEditionDecision } from '../store/decision.queries.ts'
import { findFilesBy, markWithdrawn } from '../store/file.queries.ts'
import { deriveIssue } from '../store/issue-writes.ts'
import { deletePrintsOfFile, documentsOfIssue, type StoredFile } from '../store/print.queries.ts'
import { recordDecision } from './record-decision.ts'

export interface WithdrawFileInput {
  readonly siteId: string
  readonly actor: Actor
  /** Its name as it was loaded, with or without folder, or its SHA-256 or the beginning of it. */
  readonly file: string
  readonly reason: string
}

export interface WithdrawnFile {
  readonly name: string
  /** Documents that lost a print. */
  readonly documents: number
}

/**
 * Takes back all that one file brought: its prints, the documents that have no other, its issue of the gazette when that
 * is empty. The original is kept, and the file can be loaded again.
 */
export async function withdrawFile(deps: Deps, input: WithdrawFileInput): Promise<Outcome<WithdrawnFile>> {
  const { siteId, actor, reason } = input
  if (reason.trim() === '') return refused('reason-missing', '请用 --reason 写明撤回的理由。')
  return deps.database.write(siteId, async (tx) => {
    const chosen = chooseFile(await findFilesBy(tx, siteId, input.file), input.file)
    if (!chosen.ok) return chosen
    const { hash, name } = chosen.value
    const at = deps.clock.now()
    const ids = await deletePrintsOfFile(tx, siteId, hash)
    await deleteEditionDecision(tx, siteId, hash)
    const issue = await markWithdrawn(tx, siteId, hash)
    const derived = issue === null ? null : await deriveIssue(tx, siteId, issue)
    // Documents that other files of the issue print have another day of publication where this one alone said it.
    const redated = issue !== null && derived?.hasOtherDay ? await documentsOfIssue(tx, siteId, issue) : []
    await recordDecision(
      tx,
      {
        siteId,
        actor,
        at,
        verb: 'withdraw-file',
        subject: hash,
        before: { state: 'loaded' },
        after: { state: 'withdrawn' },
        reason,
        detail: { name, documents: ids.length },
        removedBecause: `装载它的文件已经撤回：${reason}`,
        changes: issue ? [{ entity: 'gazette', id: issue, tombstone: derived?.isGone === true }] : [],
      },
      [...new Set([...ids, ...redated])],
    )
    return done({ name, documents: ids.length })
  })
}

function chooseFile(found: readonly StoredFile[], wanted: string): Outcome<StoredFile> {
  const loaded = found.filter(({ state }) => state === 'loaded')
  const [only, another] = loaded
  if (only && !another) return done(only)
  if (another) {
    const list = loaded.map(({ name, hash }) => `${name}（${hash.slice(0, 12)}）`).join('、')
    return refused('several-files', `“${wanted}”指的可能是几个文件：${list}。请写哈希值的前 12 位。`)
  }
  return found.length > 0
    ? refused('already-withdrawn', `文件 ${wanted} 已经撤回了。`)
    : refused('unknown-file', `没有装载过名为“${wanted}”的文件。`)
}
