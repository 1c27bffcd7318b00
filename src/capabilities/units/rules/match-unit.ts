import type { Day } from '../../../kernel/day.ts'
import { foldForComparing } from '../../../kernel/han.ts'

/** A name of a unit with the days on which it held; null: from the beginning, or until today. */
export interface UnitName {
  readonly unitId: string
  readonly name: string
  readonly validFrom: Day | null
  readonly validTo: Day | null
}

export type UnitMatch =
  | { readonly kind: 'unit'; readonly id: string }
  | { readonly kind: 'group' }
  | { readonly kind: 'unknown' }

/** Phrases that mean many units and stay as they are: 各街道办事处, 区政府各部门（单位）, 有关部门. */
const GROUP =
  /^各|各(?:街道|镇|乡|部门|单位|科室|社区|有关|级)|(?:有关|相关)(?:部门|单位)|(?:部门|单位)\((?:单位|部门)\)$|^(?:全体|所有|其他|区直|县直|市直)/

/** What may stand before a unit's own name: the place (云岭市明溪区), or the word for one's own district (区, 本区). */
function shortForms(name: string, places: readonly string[]): string[] {
  const forms = [name]
  for (const place of places)
    if (name.startsWith(place) && name.length > place.length + 1) forms.push(name.slice(place.length))
  const last = name.replace(/^(?:本|我)?[区县市]/, '')
  if (last !== name && last.length > 2) forms.push(last)
  return forms
}

/**
 * Makes the matcher of a district: a name means the unit that bore it on that day, by full name or alias, with or
 * without the place before it. A name that two units bear means none: what is not matched is listed, never invented.
 */
export function makeMatcher(
  names: readonly UnitName[],
  places: readonly string[],
): (name: string, on: Day | null) => UnitMatch {
  const folded = places.map(foldForComparing).sort((a, b) => b.length - a.length)
  const byForm = new Map<string, UnitName[]>()
  for (const unit of names) {
    for (const form of shortForms(foldForComparing(unit.name), folded))
      byForm.set(form, [...(byForm.get(form) ?? []), unit])
  }
  return (name, on) => {
    const key = foldForComparing(name)
    if (GROUP.test(key)) return { kind: 'group' }
    for (const form of shortForms(key, folded)) {
      const held = (byForm.get(form) ?? []).filter(
        ({ validFrom, validTo }) =>
          on === null || ((validFrom === null || validFrom <= on) && (validTo === null || on <= validTo)),
      )
      const units = new Set(held.map(({ unitId }) => unitId))
      if (units.size === 1) return { kind: 'unit', id: held[0]?.unitId ?? '' }
      if (units.size > 1) return { kind: 'unknown' }
    }
    return { kind: 'unknown' }
  }
}
