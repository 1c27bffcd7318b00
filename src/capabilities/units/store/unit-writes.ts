import { eq } from 'drizzle-orm'
import type { Tx } from '../../../platform/ports.ts'
import type { UnitsFile } from '../contract.ts'
import { unitNames, units } from './units.table.ts'

/** Makes the site's units those of a file: units that it leaves out go, the others are written anew. */
export async function replaceUnits(tx: Tx, siteId: string, file: UnitsFile): Promise<void> {
  await tx.delete(unitNames).where(eq(unitNames.siteId, siteId))
  await tx.delete(units).where(eq(units.siteId, siteId))
  for (const [sortOrder, { parent: parentId, names, aliases, ...unit }] of file.units.entries()) {
    await tx.insert(units).values({ siteId, parentId, sortOrder, ...unit })
    const named = [
      ...names.map((name) => ({ siteId, unitId: unit.id, isAlias: false, ...name })),
      ...aliases.map((name) => ({ siteId, unitId: unit.id, isAlias: true, ...name })),
    ]
    await tx.insert(unitNames).values(named).onConflictDoNothing()
  }
}
