import { addDays, type Day } from '../../../kernel/day.ts'
import { inTitleMarks } from '../../../kernel/han.ts'

export type ValidityState = 'in-force' | 'amended' | 'repealed' | 'expired' | 'unknown'

/** What is known of a document's validity. */
export interface ValidityFacts {
  readonly effectiveFrom: Day | null
  readonly validUntil: Day | null
  /** Title and day of the document that repealed or amended it. */
  readonly repealedBy: { readonly title: string; readonly on: Day | null } | null
  readonly amendedBy: { readonly title: string; readonly on: Day | null } | null
}

/** Whether what another document does has come by a day; one without a day has. */
const hasCome = (by: ValidityFacts['repealedBy'], today: Day): by is NonNullable<ValidityFacts['repealedBy']> =>
  by !== null && (by.on === null || by.on <= today)

/** What is known to come: said with the state of today, which it does not change. */
function whatComes(today: Day, { repealedBy, amendedBy }: ValidityFacts): string {
  const comes = (by: ValidityFacts['repealedBy'], what: string) =>
    by?.on && by.on > today ? `${inTitleMarks(by.title)}将自${chineseDay(by.on)}起${what}它。` : ''
  return `${comes(repealedBy, '废止')}${comes(amendedBy, '修改')}`
}

/**
 * Derived validity on a day, with its reason. What the text says of its term decides; where it says nothing and nobody
 * amended or repealed it, the state is unknown, never supposed.
 */
export function validityOn(
  today: Day,
  facts: ValidityFacts,
): { readonly state: ValidityState; readonly reason: string; readonly since: Day | null } {
  const { repealedBy, amendedBy, validUntil, effectiveFrom } = facts
  const later = whatComes(today, facts)
  const found = (state: ValidityState, reason: string, since: Day | null) => ({
    state,
    reason: `${reason}${later}`,
    since,
  })
  if (hasCome(repealedBy, today))
    return { state: 'repealed', reason: `已由${inTitleMarks(repealedBy.title)}废止。`, since: repealedBy.on }
  if (validUntil && validUntil < today)
    return { state: 'expired', reason: `有效期至${chineseDay(validUntil)}，已届满。`, since: validUntil }
  if (hasCome(amendedBy, today)) return found('amended', `已由${inTitleMarks(amendedBy.title)}修改。`, amendedBy.on)
  if (effectiveFrom && effectiveFrom > today)
    return found('unknown', `自${chineseDay(effectiveFrom)}起施行，还没有施行。`, null)
  if (validUntil) return found('in-force', `有效期至${chineseDay(validUntil)}。`, effectiveFrom)
  if (effectiveFrom)
    return found('in-force', `自${chineseDay(effectiveFrom)}起施行${later ? '。' : '，未见废止。'}`, effectiveFrom)
  return later ? found('unknown', '', null) : found('unknown', '文件没有写明有效期，也未见修改或废止。', null)
}

/** A state and the day from which it holds; null: from the beginning. */
export interface ValidityStage {
  readonly from: Day | null
  readonly state: ValidityState
}

/** The states that a document goes through as days pass, as long as nothing else becomes known of it: for who keeps them longer than a day. */
export function validityStages(facts: ValidityFacts): readonly ValidityStage[] {
  const { effectiveFrom, validUntil, repealedBy, amendedBy } = facts
  const turns = [effectiveFrom, validUntil && addDays(validUntil, 1), repealedBy?.on, amendedBy?.on]
  const days = [...new Set(turns.flatMap((day) => day ?? []))].sort()
  const stages: ValidityStage[] = [{ from: null, state: validityOn('0001-01-01', facts).state }]
  for (const day of days) {
    const { state } = validityOn(day, facts)
    if (state !== stages.at(-1)?.state) stages.push({ from: day, state })
  }
  return stages
}

/** Whether a document that repeals another takes its place: one that clears away many (关于废止部分文件的决定) says nothing in their stead. */
export const takesPlaceOfRepealed = (title: string): boolean => !/废止|清理|失效/u.test(title)

/**
 * Whether a document was amended while the library has only the text as it was first issued: the reader must know that
 * what he reads is not what holds.
 */
export const isTextBehind = (validity: ValidityState, asOf: Day | null, signedOn: Day | null): boolean =>
  validity === 'amended' && asOf !== null && asOf === signedOn

/** 2024-05-01 → 2024年5月1日. */
export function chineseDay(day: Day): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}
