import { faultReason } from '../../../kernel/fault-reason.ts'
import { done, type Outcome, refused } from '../../../kernel/outcome.ts'
import { appendAudit } from '../../../platform/audit/audit.ts'
import type { Actor, Deps } from '../../../platform/ports.ts'
import { type Exported, writeExport } from './write-export.ts'

/**
 * Writes the record's content to a folder, and notes in the audit trail who took it out, with the hash of what was taken.
 * The trail is no part of the export: the same content gives the same bytes, however often it was exported.
 */
export async function exportRecord(
  deps: Deps,
  input: {
    readonly siteId: string
    readonly actor: Actor
    readonly folder: string
    readonly withIds: boolean
    readonly onProgress?: (done: number) => void
  },
): Promise<Outcome<Exported>> {
  const { siteId, actor, folder, withIds } = input
  const exported = await writeExport(deps, input).catch((fault: NodeJS.ErrnoException) => {
    // What the record does not give is another fault, told as such.
    if (fault.syscall === undefined) throw fault
    return faultReason(fault)
  })
  if (typeof exported === 'string')
    return refused('not-written', `导出没有写成：${exported}。请换一个可以写的文件夹，或者腾出磁盘空间再试。`)
  const detail = { ...exported, withIds }
  await deps.database.write(siteId, (tx) =>
    appendAudit(tx, siteId, { at: deps.clock.now(), actor, verb: 'export', subject: folder, detail }),
  )
  return done(exported)
}
