import { sql } from 'drizzle-orm'
import type { Tx } from '../../../platform/ports.ts'
import type { UnitsFile } from '../contract.ts'

/** Makes the site's units those of a file: units that it leaves out go, the others are written anew. */
export async function replaceUnits(tx: Tx, siteId: string, { units }: UnitsFile): Promise<void> {
  await tx.execute(sql`DELETE FROM unit_names WHERE site_id = ${siteId}`)
  await tx.execute(sql`DELETE FROM units WHERE site_id = ${siteId}`)
  for (const [order, unit] of units.entries()) {
    const duties = sql.join(
      unit.duties.map((duty) => sql`${duty}`),
      sql`, `,
    )
    await tx.execute(sql`INSERT INTO units (site_id, id, kind, parent_id, sort_order, valid_from, valid_to, phone, hours, address, duties, code)
      VALUES (${siteId}, ${unit.id}, ${unit.kind}, ${unit.parent}, ${order}, ${unit.validFrom}, ${unit.validTo}, ${unit.phone}, ${unit.hours},
        ${unit.address}, ARRAY[${duties}]::text[], ${unit.code})`)
    for (const [isAlias, names] of [
      [false, unit.names],
      [true, unit.aliases],
    ] as const) {
      for (const { name, validFrom, validTo } of names) {
        await tx.execute(sql`INSERT INTO unit_names (site_id, unit_id, name, is_alias, valid_from, valid_to)
          VALUES (${siteId}, ${unit.id}, ${name}, ${isAlias}, ${validFrom}, ${validTo}) ON CONFLICT DO NOTHING`)
      }
    }
  }
}
