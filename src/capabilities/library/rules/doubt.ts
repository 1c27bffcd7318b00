import type { Day } from '../../../kernel/day.ts'
import { likeness } from './differences.ts'
import { foldTitle } from './fold-title.ts'
import { looksLike } from './similar-shapes.ts'

/** What tells one document from another. */
export interface Marks {
  readonly title: string
  readonly docNumber: string | null
  readonly signedOn: Day | null
}

/** Titles this near to each other may be one title, read twice. */
const NEAR = 0.6

/** Whether one sign of a number may have been read for another that looks like it. */
function isMisread(one: string, other: string): boolean {
  const [a, b] = [[...one], [...other]]
  const at = a.findIndex((sign, index) => sign !== b[index])
  const isOne = a.length === b.length && a.slice(at + 1).join('') === b.slice(at + 1).join('')
  return at >= 0 && isOne && looksLike(a[at] ?? '', b[at] ?? '')
}

/**
 * Why two documents may be the same one, as a sentence; null when there is no doubt. Nothing follows from it: they stay
 * two until a person makes them one (decision 15).
 */
export function doubtBetween(one: Marks, other: Marks): string | null {
  const [title, otherTitle] = [foldTitle(one.title), foldTitle(other.title)]
  if (one.docNumber !== null && one.docNumber === other.docNumber)
    return likeness(title, otherTitle) >= NEAR ? `文号相同（${one.docNumber}），标题相近。` : null
  if (title !== otherTitle) return null
  if (one.docNumber !== null && other.docNumber !== null)
    return isMisread(one.docNumber, other.docNumber)
      ? `标题相同，文号形近（${one.docNumber}、${other.docNumber}），可能有一处识别错误。`
      : null
  if (one.signedOn === null || other.signedOn === null) return '标题相同，其中一份没有成文日期。'
  if (one.signedOn === other.signedOn) return '标题和成文日期相同，文号或发文机关不同。'
  return null
}
