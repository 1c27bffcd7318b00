import type { Day } from '../../kernel/day.ts'
import type { Tx } from '../../platform/ports.ts'
import type { UnitView } from './contract.ts'
import { makeMatcher, type UnitMatch } from './rules/match-unit.ts'
import { allUnits, unitNames } from './store/unit.queries.ts'

/** Every unit of the site, in the order of its file; those that exist on a day, or all. */
export async function listUnits(tx: Tx, siteId: string, on?: Day): Promise<readonly UnitView[]> {
  const units = await allUnits(tx, siteId)
  return on === undefined ? units : units.filter(({ validTo }) => validTo === null || on <= validTo)
}

/** One unit, null when there is none of that id. */
export async function loadUnit(tx: Tx, siteId: string, id: string): Promise<UnitView | null> {
  return (await allUnits(tx, siteId)).find((unit) => unit.id === id) ?? null
}

/** The matcher of a site's units: which unit a name means on a day. */
export async function unitMatcher(tx: Tx, siteId: string): Promise<(name: string, on: Day | null) => UnitMatch> {
  const names = await unitNames(tx, siteId)
  return makeMatcher(names, placesOf(names.map(({ name }) => name)))
}

/** The place that stands before most full names: 云岭市明溪区人民政府 gives 云岭市明溪区, 云岭市 and 明溪区. */
function placesOf(names: readonly string[]): string[] {
  const government = names.find((name) => /人民政府$/.test(name) && !/[镇乡]人民政府$/.test(name))
  const place = government?.replace(/人民政府$/, '')
  if (!place) return []
  const parts = place.match(/.+?(?:省|市|区|县|州|盟|旗)/g) ?? []
  return [place, ...parts]
}
