import { appendAudit } from '../../../platform/audit/audit.ts'
import { appendChanges } from '../../../platform/changes/changes.ts'
import type { Deps } from '../../../platform/ports.ts'
import { unitMatcher } from '../../units/public.ts'
import { matchingStand, namesAfter, saveMatched, saveMatches } from '../store/unit-matching.ts'

const JOB = { kind: 'job', name: 'match-units' } as const

/** Documents that are looked at in one transaction: it stays short also where every one names fifty units. */
const AT_ONCE = 100

/**
 * Matches the names in all documents to the units of the district anew, when units have changed since it was done last: a
 * name that was unknown may be a unit's by now, on the day on which the document was signed. Returns how many documents
 * changed. Broken off, it is done whole the next time.
 */
export async function matchUnits(deps: Pick<Deps, 'database' | 'clock'>, siteId: string): Promise<number> {
  const { newest, matched } = await deps.database.read(siteId, (tx) => matchingStand(tx, siteId))
  if (newest <= matched) return 0
  let documents = 0
  for (let after: string | null = ''; after !== null; ) {
    const from: string = after
    const done = await deps.database.write(siteId, async (tx) => {
      const { names, last } = await namesAfter(tx, siteId, from, AT_ONCE)
      const match = await unitMatcher(tx, siteId)
      const otherwise = names.flatMap((name) => {
        const found = match(name.name, name.signedOn)
        const [unitId, isGroup] = [found.kind === 'unit' ? found.id : null, found.kind === 'group']
        return unitId === name.unitId && isGroup === name.isGroup ? [] : [{ ...name, unitId, isGroup }]
      })
      await saveMatches(tx, siteId, otherwise)
      const changed = [...new Set(otherwise.map(({ documentId }) => documentId))].sort()
      await appendChanges(
        tx,
        siteId,
        changed.map((id) => ({ entity: 'document', id })),
      )
      return { last, changed: changed.length }
    })
    documents += done.changed
    after = done.last
  }
  await deps.database.write(siteId, async (tx) => {
    await saveMatched(tx, siteId, newest)
    if (documents === 0) return
    const detail = { documents, units: newest }
    await appendAudit(tx, siteId, { at: deps.clock.now(), actor: JOB, verb: 'match-units', subject: 'units', detail })
  })
  return documents
}
