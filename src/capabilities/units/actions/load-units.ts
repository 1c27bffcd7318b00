import { otherKind } from '../../../kernel/other-kind.ts'
import { done, type Outcome, refused } from '../../../kernel/outcome.ts'
import { readJson } from '../../../kernel/read-json.ts'
import { appendAudit } from '../../../platform/audit/audit.ts'
import { appendChanges } from '../../../platform/changes/changes.ts'
import type { Actor, Database, Deps, Tx } from '../../../platform/ports.ts'
import { type UnitsFile, unitsFile } from '../contract.ts'
import { allUnits } from '../store/unit.queries.ts'
import { replaceUnits } from '../store/unit-writes.ts'

/** Reads and checks a file of units; every fault is told with the place where it stands. */
export function readUnitsFile(text: string): Outcome<UnitsFile> {
  const parsed = readJson(text)
  if ('fault' in parsed) return refused('not-json', `单位文件不是有效的 JSON：${parsed.fault}`)
  const read = unitsFile.safeParse(parsed.value, { error: otherKind })
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

export interface LoadedUnits {
  readonly units: number
  readonly added: number
  readonly changed: number
}

/**
 * Makes the district's units those of the file, with its audit row and a change for each unit that differs; the same file
 * again changes nothing, `isDryRun` writes nothing. A unit that was loaded once stays in the file, with `validTo` when it
 * is dissolved: its address never dies (decision 22).
 */
export function loadUnits(
  deps: Pick<Deps, 'database' | 'clock'>,
  input: { readonly siteId: string; readonly actor: Actor; readonly file: UnitsFile; readonly isDryRun?: boolean },
): Promise<Outcome<LoadedUnits>> {
  const { siteId, actor, file, isDryRun = false } = input
  return undoable(deps.database, siteId, isDryRun, async (tx) => {
    const before = await allUnits(tx, siteId)
    const listed = new Set(file.units.map(({ id }) => id))
    const gone = before.filter(({ id }) => !listed.has(id))
    if (gone.length > 0)
      return refused(
        'units-left-out',
        `文件里少了以前装载过的单位：${gone.map(({ id, name }) => `${name}（${id}）`).join('、')}。撤并的单位请留在文件里，写上 validTo；它的网址要一直有效。`,
      )
    await replaceUnits(tx, siteId, file)
    const after = await allUnits(tx, siteId)
    const known = new Map(before.map((unit, order) => [unit.id, JSON.stringify([order, unit])]))
    const differing = after.filter((unit, order) => known.get(unit.id) !== JSON.stringify([order, unit]))
    const added = differing.filter(({ id }) => !known.has(id)).length
    const loaded = { units: after.length, added, changed: differing.length - added }
    if (differing.length === 0) return done(loaded)
    await appendAudit(tx, siteId, {
      at: deps.clock.now(),
      actor,
      verb: 'load-units',
      subject: 'units',
      before,
      after,
      detail: { ...loaded },
    })
    await appendChanges(
      tx,
      siteId,
      differing.map(({ id }) => ({ entity: 'unit', id })),
    )
    return done(loaded)
  })
}

/** Carries the outcome of a transaction that is not to stay. */
class Undone<T> extends Error {
  readonly outcome: Outcome<T>
  constructor(outcome: Outcome<T>) {
    super('undone')
    this.outcome = outcome
  }
}

/** Writes in a transaction that is rolled back when it is a rehearsal or was refused. */
async function undoable<T>(
  database: Database,
  siteId: string,
  isDryRun: boolean,
  work: (tx: Tx) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  try {
    return await database.write(siteId, async (tx) => {
      const outcome = await work(tx)
      if (isDryRun || !outcome.ok) throw new Undone(outcome)
      return outcome
    })
  } catch (fault) {
    if (fault instanceof Undone) return fault.outcome as Outcome<T>
    throw fault
  }
}
