import type { Day } from '../../kernel/day.ts'
import type { Tx } from '../../platform/ports.ts'
import type { UnitView } from './contract.ts'
import { districtIn, makeMatcher, type UnitMatch } from './rules/match-unit.ts'
import { allUnits, unitNames } from './store/unit.queries.ts'

/** Every unit of the site, in the order of its file; those that exist on a day, or all. */
export async function listUnits(tx: Tx, siteId: string, on?: Day): Promise<readonly UnitView[]> {
  const units = await allUnits(tx, siteId)
  return on === undefined
    ? units
    : units.filter(
        ({ validFrom, validTo }) => (validFrom === null || validFrom <= on) && (validTo === null || on <= validTo),
      )
}

/** The matcher of a site's units: which unit a name means on a day. */
export async function unitMatcher(tx: Tx, siteId: string): Promise<(name: string, on: Day | null) => UnitMatch> {
  const names = await unitNames(tx, siteId)
  return makeMatcher(names, districtIn(names.map(({ name }) => name)))
}
