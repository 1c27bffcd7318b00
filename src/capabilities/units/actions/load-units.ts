import { sql } from 'drizzle-orm'
import { done, type Outcome, refused } from '../../../kernel/outcome.ts'
import { appendAudit } from '../../../platform/audit/audit.ts'
import { appendChanges } from '../../../platform/changes/changes.ts'
import type { Actor, Deps } from '../../../platform/ports.ts'
import { type UnitsFile, unitsFile } from '../contract.ts'
import { allUnits } from '../store/unit.queries.ts'
import { replaceUnits } from '../store/unit-writes.ts'

/** Reads and checks a file of units; every fault is told with the place where it stands. */
export function readUnitsFile(text: string): Outcome<UnitsFile> {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (fault) {
    return refused('not-json', `单位文件不是有效的 JSON：${(fault as Error).message}`)
  }
  const read = unitsFile.safeParse(json)
  if (!read.success) {
    return refused(
      'units-file',
      read.error.issues.map(({ path, message }) => `${path.join('.') || '文件'}：${message}`).join('\n'),
    )
  }
  const ids = new Set<string>()
  for (const { id } of read.data.units) {
    if (ids.has(id)) return refused('units-file', `单位 ${id} 出现了两次。`)
    ids.add(id)
  }
  const orphan = read.data.units.find(({ parent }) => parent !== null && !ids.has(parent))
  return orphan ? refused('units-file', `单位 ${orphan.id} 的上级 ${orphan.parent} 不在文件里。`) : done(read.data)
}

/** Makes the district's units those of the file, with its audit row; the same file again changes nothing. */
export async function loadUnits(
  deps: Deps,
  input: { readonly siteId: string; readonly actor: Actor; readonly file: UnitsFile },
): Promise<{ readonly units: number; readonly isChanged: boolean }> {
  const { siteId, actor, file } = input
  return deps.database.write(siteId, async (tx) => {
    const before = await allUnits(tx, siteId)
    await replaceUnits(tx, siteId, file)
    const after = await allUnits(tx, siteId)
    const isChanged = JSON.stringify(before) !== JSON.stringify(after)
    if (isChanged) {
      await appendAudit(tx, siteId, {
        at: deps.clock.now(),
        actor,
        verb: 'load-units',
        subject: 'units',
        before,
        after,
        detail: { units: after.length },
      })
      const { rows } = await tx.execute<{ id: string }>(sql`SELECT id FROM units WHERE site_id = ${siteId}`)
      await appendChanges(
        tx,
        siteId,
        rows.map(({ id }) => ({ entity: 'unit', id })),
      )
    }
    return { units: after.length, isChanged }
  })
}
