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

/** Longest name that is compared; no unit is called so. */
const LONGEST = 100

/** What may stand before the district's own name: the province and city to which it belongs. */
const SUPERIOR = /(?:省|自治区|市|州|盟|地区)$/
const LONGEST_SUPERIOR = 16

/**
 * A name reduced to what tells a unit from its neighbours: one width, 人民政府 as 政府, 办公厅 as 办公室, and without the
 * district before it (云岭市明溪区, 明溪区, 区, 本区). Only the district's own name goes: 市教育局 and 云岭市教育局 are the
 * city's, and must not become the district's 教育局.
 */
function reduce(name: string, district: string | null): string {
  const folded = foldForComparing(name.slice(0, LONGEST))
    .replaceAll('人民政府', '政府')
    .replace(/办公厅$/, '办公室')
  if (district === null) return folded
  const at = folded.indexOf(district)
  const isOwn = at === 0 || (at > 0 && at <= LONGEST_SUPERIOR && SUPERIOR.test(folded.slice(0, at)))
  if (isOwn && folded.length > at + district.length) return folded.slice(at + district.length)
  const sign = district.at(-1) ?? ''
  const own = [`本${sign}`, `我${sign}`, sign].find((word) => folded.startsWith(word) && folded.length > word.length)
  return own === undefined ? folded : folded.slice(own.length)
}

/** 政府 or 党委 without a place may be anybody's: such short rests count only when a place stood before them. */
const SHORTEST_BARE = 3

/** 市中区 begins with 市 and is no city: at least one sign stands before the word for a province or city. */
const WITHOUT_SUPERIOR = /^(?:.{1,8}?(?:省|自治区))?(?:.{1,8}?(?:市|州|盟|地区))?(.{1,10}[区县市旗])$/

/** The district's own name in that of its government: 云岭市明溪区人民政府 and 明溪区人民政府 give 明溪区. */
export function districtIn(names: readonly string[]): string | null {
  const [place] = names
    .map((name) => /^(.{1,30}[区县市旗])人民政府$/.exec(foldForComparing(name))?.[1])
    .filter((found) => found !== undefined)
    .sort((one, other) => one.length - other.length)
  return place === undefined ? null : (WITHOUT_SUPERIOR.exec(place)?.[1] ?? place)
}

/**
 * Makes the matcher of a district: a name means the unit that bore it on that day, by full name or alias, with or
 * without the district before it. A name that two units bear means none: what is not matched is listed, never invented.
 */
export function makeMatcher(
  names: readonly UnitName[],
  district: string | null,
): (name: string, on: Day | null) => UnitMatch {
  const exact = Map.groupBy(names, ({ name }) => foldForComparing(name))
  const reduced = Map.groupBy(names, ({ name }) => reduce(name, district))
  const bearers = (borne: readonly UnitName[] = [], on: Day | null): ReadonlySet<string> =>
    new Set(
      borne
        .filter(
          ({ validFrom, validTo }) =>
            on === null || ((validFrom === null || validFrom <= on) && (validTo === null || on <= validTo)),
        )
        .map(({ unitId }) => unitId),
    )
  return (name, on) => {
    if (name.length > LONGEST) return { kind: 'unknown' }
    const folded = foldForComparing(name)
    const whole = bearers(exact.get(folded), on)
    const [only] = whole
    if (whole.size === 1 && only !== undefined) return { kind: 'unit', id: only }
    if (GROUP.test(folded)) return { kind: 'group' }
    const rest = reduce(name, district)
    const isBare = rest.length < SHORTEST_BARE && rest === reduce(name, null)
    const units = whole.size > 1 || isBare ? whole : bearers(reduced.get(rest), on)
    const [unit] = units
    return units.size === 1 && unit !== undefined ? { kind: 'unit', id: unit } : { kind: 'unknown' }
  }
}
