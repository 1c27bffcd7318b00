import { eq, sql } from 'drizzle-orm'
import { keepReading } from '../../../platform/database/kept-reading.ts'
import type { Tx } from '../../../platform/ports.ts'
import type { UnitView } from '../contract.ts'
import type { UnitName } from '../rules/match-unit.ts'
import { unitNames as names, units } from './units.table.ts'

export async function unitNames(tx: Tx, siteId: string): Promise<readonly UnitName[]> {
  const { unitId, name, validFrom, validTo } = names
  return tx.select({ unitId, name, validFrom, validTo }).from(names).where(eq(names.siteId, siteId))
}

type UnitRow = {
  readonly id: string
  readonly kind: UnitView['kind']
  readonly parent_id: string | null
  readonly valid_from: string | null
  readonly valid_to: string | null
  readonly phone: string | null
  readonly hours: string | null
  readonly address: string | null
  readonly duties: string[]
  readonly code: string | null
}

/** Every unit with all its names, the current ones first, in the order of the file. */
export async function allUnits(tx: Tx, siteId: string): Promise<readonly UnitView[]> {
  const { rows } = await tx.execute<UnitRow>(
    sql`SELECT u.id, u.kind, u.parent_id, u.valid_from::text AS valid_from, u.valid_to::text AS valid_to, u.phone, u.hours, u.address, u.duties, u.code
      FROM ${units} u WHERE u.site_id = ${siteId} ORDER BY u.sort_order, u.id`,
  )
  const namesOf = await namesByUnit(tx, siteId)
  return rows.map(({ parent_id, valid_from, valid_to, ...unit }) => {
    const own = namesOf.get(unit.id) ?? []
    return {
      ...unit,
      parentId: parent_id,
      validFrom: valid_from,
      validTo: valid_to,
      name: own.find(({ isAlias }) => !isAlias)?.name ?? unit.id,
      names: own,
      url: `/units/${unit.id}`,
    }
  })
}

/** In a question of its own: asked unit by unit they take three times as long. */
async function namesByUnit(tx: Tx, siteId: string): Promise<ReadonlyMap<string, UnitView['names']>> {
  const { rows } = await tx.execute<UnitView['names'][number] & { readonly unitId: string }>(
    sql`SELECT n.unit_id AS "unitId", n.name, n.is_alias AS "isAlias", n.valid_from::text AS "validFrom", n.valid_to::text AS "validTo"
      FROM ${names} n WHERE n.site_id = ${siteId} ORDER BY n.valid_to DESC NULLS FIRST, n.is_alias, n.valid_from DESC NULLS LAST, n.name`,
  )
  return Map.groupBy(rows, ({ unitId }) => unitId)
}

/** When what the register says of each unit was last changed in the record. */
async function unitsChangedAt(tx: Tx, siteId: string): Promise<ReadonlyMap<string, Date>> {
  const { rows } = await tx.execute<{ id: string; at: string }>(
    sql`SELECT entity_id AS id, max(changed_at)::text AS at FROM changes WHERE site_id = ${siteId} AND entity = 'unit' GROUP BY entity_id`,
  )
  return new Map(rows.map(({ id, at }) => [id, new Date(at)]))
}

/** All units, and when what the register says of each was last changed. */
interface Register {
  readonly units: readonly UnitView[]
  readonly changedAt: ReadonlyMap<string, Date>
}

/** Every unit's page shows the register: it is kept while nothing changes. */
export function keepRegister(): (tx: Tx, siteId: string) => Promise<Register> {
  const keep = keepReading<Register>()
  return (tx, siteId) =>
    keep(tx, { siteId }, async () => ({
      units: await allUnits(tx, siteId),
      changedAt: await unitsChangedAt(tx, siteId),
    }))
}
