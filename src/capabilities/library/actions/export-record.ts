import { done, type Outcome, refused } from '../../../kernel/outcome.ts'
import { appendAudit } from '../../../platform/audit/audit.ts'
import { unwritten } from '../../../platform/files/no-room.ts'
import type { Actor, Deps } from '../../../platform/ports.ts'
import { type Exported, writeExport } from './write-export.ts'

/**
 * Writes the record's content to a folder, and notes in the audit trail who took it out, with the hash of what was taken:
 * before the files have their names, so that what has its name is whole and was noted.
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
  let whole = 0
  const note = async (exported: Exported, bytes: number) => {
    whole = bytes
    const detail = { ...exported, withIds }
    await deps.database.write(siteId, (tx) =>
      appendAudit(tx, siteId, { at: deps.clock.now(), actor, verb: 'export', subject: folder, detail }),
    )
  }
  const exported = await writeExport(deps, { ...input, onWhole: note }).catch((fault: NodeJS.ErrnoException) => {
    const reason = unwritten(fault, whole)
    // What the record does not give is another fault, told as such.
    if (reason === null) throw fault
    return reason
  })
  return typeof exported === 'string'
    ? refused(
        'not-written',
        `导出没有写成：${exported}。没有留下不完整的文件；请换一个可以写的文件夹，或者腾出磁盘空间再试。`,
      )
    : done(exported)
}
