import { UNIT_KINDS, type UnitKind, type UnitView } from '../contract.ts'

/** A unit with the units that stand under it in the list. */
export interface UnitBranch {
  readonly unit: UnitView
  readonly below: readonly UnitView[]
}

export interface UnitGroup {
  readonly kind: UnitKind
  readonly branches: readonly UnitBranch[]
}

/** Kinds that stand under the unit they belong to, where that one is in the list. */
const STAND_BELOW: ReadonlySet<UnitKind> = new Set(['institution', 'community'])
const STAND_ABOVE: ReadonlySet<UnitKind> = new Set(['department', 'subdistrict', 'town'])

/** Units by kind in the order of their file; communities under their town, institutions under their department. */
export function unitTree(units: readonly UnitView[]): readonly UnitGroup[] {
  const above = new Set(units.filter(({ kind }) => STAND_ABOVE.has(kind)).map(({ id }) => id))
  const isBelow = ({ kind, parentId }: UnitView) => STAND_BELOW.has(kind) && parentId !== null && above.has(parentId)
  const below = Map.groupBy(units.filter(isBelow), ({ parentId }) => parentId)
  return UNIT_KINDS.map((kind) => ({
    kind,
    branches: units
      .filter((unit) => unit.kind === kind && !isBelow(unit))
      .map((unit) => ({ unit, below: below.get(unit.id) ?? [] })),
  })).filter(({ branches }) => branches.length > 0)
}

/** Duties as they are numbered in 三定 rules; such a list has no sentence that sums it up. */
const NUMBERED = /^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+[.．、])/

/** The sentence that says what a unit is for, and its further duties one by one. */
export function dutiesOf({ duties }: Pick<UnitView, 'duties'>): {
  readonly lead: string | null
  readonly list: readonly string[]
} {
  const [first, ...others] = duties
  return first === undefined || NUMBERED.test(first) ? { lead: null, list: duties } : { lead: first, list: others }
}
