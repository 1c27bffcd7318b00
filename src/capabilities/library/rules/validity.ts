import type { Day } from '../../../kernel/day.ts'

export type ValidityState = 'in-force' | 'amended' | 'repealed' | 'expired' | 'unknown'

/** What is known of a document's validity. */
export interface ValidityFacts {
  readonly effectiveFrom: Day | null
  readonly validUntil: Day | null
  /** Title and day of the document that repealed or amended it. */
  readonly repealedBy: { readonly title: string; readonly on: Day | null } | null
  readonly amendedBy: { readonly title: string; readonly on: Day | null } | null
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
  if (repealedBy && (repealedBy.on === null || repealedBy.on <= today)) {
    return { state: 'repealed', reason: `已由《${repealedBy.title}》废止。`, since: repealedBy.on }
  }
  if (validUntil && validUntil < today)
    return { state: 'expired', reason: `有效期至${chineseDay(validUntil)}，已届满。`, since: validUntil }
  if (amendedBy && (amendedBy.on === null || amendedBy.on <= today)) {
    return { state: 'amended', reason: `已由《${amendedBy.title}》修改。`, since: amendedBy.on }
  }
  if (validUntil) return { state: 'in-force', reason: `有效期至${chineseDay(validUntil)}。`, since: effectiveFrom }
  if (effectiveFrom && effectiveFrom <= today)
    return { state: 'in-force', reason: `自${chineseDay(effectiveFrom)}起施行，未见废止。`, since: effectiveFrom }
  if (effectiveFrom) return { state: 'unknown', reason: `自${chineseDay(effectiveFrom)}起施行。`, since: null }
  return { state: 'unknown', reason: '文件没有写明有效期，也未见修改或废止。', since: null }
}

/** 2024-05-01 → 2024年5月1日. */
export function chineseDay(day: Day): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}
