import { unifiedDocNumber } from '../../../kernel/doc-number.ts'
import { foldForComparing } from '../../../kernel/han.ts'
import { done, type Outcome, refused } from '../../../kernel/outcome.ts'
import { titleKey } from './derive.ts'
import { fitItemValue, type ItemKind } from './item-fields.ts'
import type { FoundCitation, FoundItem, FoundTask } from './item-places.ts'
import { layoutKey } from './text-changes.ts'

/** A citation as people write it: 《标题》, with its number in brackets behind it where it has one. */
const CITED = /^《(.+)》\s*(?:[（(]([^（()）]+(?:[（(][^（()）]+[）)][^（()）]*)?)[）)])?$/su

/** What a person says that the reader missed, in the form in which it is kept. */
export function readAddition(
  kind: ItemKind,
  value: string,
): Outcome<{ readonly words: string; readonly number: string | null }> {
  const [, title, number] = kind === 'citations' ? (CITED.exec(value.trim()) ?? []) : []
  const field = { kind, name: kind === 'tasks' ? 'requirement' : 'title', address: 'new' } as const
  const words = fitItemValue(field, title === undefined ? value : `《${title}》`)
  if (!words.ok) return words
  if (number === undefined) return done({ words: words.value, number: null })
  const fit = fitItemValue({ ...field, name: 'docNumber' }, number)
  return fit.ok ? done({ words: words.value, number: fit.value }) : fit
}

/**
 * Whether what is read now is what a person added before: the same words in whatever width, spaces and marks, and no other
 * number. Nearly the same is not enough, since a person adds a piece because those that are like it are others.
 */
export function isTheAdded(added: FoundItem, now: FoundItem): boolean {
  if (wordsOf(added) !== wordsOf(now)) return false
  return added.number === null || now.number === null || numberKey(added.number) === numberKey(now.number)
}

/**
 * Words without what a person writes otherwise than the print does: which marks part and end them. Those of a figure (3.5,
 * 3-5, 95%, -5) are no layout.
 */
function wordsOf({ words }: FoundItem): string {
  const key = layoutKey(words)
  const isDigit = (sign: string | undefined) => sign !== undefined && sign >= '0' && sign <= '9'
  const bare = key.replace(/\p{P}/gu, (mark, at: number) => {
    const [before, after] = [isDigit(key[at - 1]), isDigit(key[at + 1])]
    return (before && (after || mark === '%' || mark === '‰')) || (mark === '-' && after) ? mark : ''
  })
  return bare === '' ? key : bare
}

const numberKey = (text: string): string => foldForComparing(unifiedDocNumber(text))

/** The number that the next piece gets that a person adds: behind all that were added before, also behind those taken away since. */
export const nextAddition = (added: readonly FoundItem[]): number => Math.max(-1, ...added.map(({ nth }) => nth)) + 1

/** A task that a person added; who does it and until when are corrections of it. */
export const addedTask = ({ words }: FoundItem): FoundTask => ({
  no: null,
  path: [],
  requirement: words,
  lead: [],
  responsible: [],
  due: null,
  dueText: null,
  source: 'person',
  clauseId: null,
})

/** A citation that a person added; unless it is corrected, it only cites. */
export const addedCitation = ({ words, number }: FoundItem): FoundCitation => ({
  effect: 'cites',
  title: words,
  titleKey: titleKey(words),
  docNumber: number,
  clauseId: null,
})

/** Refuses what stands there already, with the field under which that is corrected. */
export function refuseSame(kind: ItemKind, at: number, words: string, isTakenAway: boolean): Outcome<never> {
  const what = words.length > 30 ? `${words.slice(0, 30)}…` : words
  const how = isTakenAway
    ? `它被整项去掉过；要恢复，请用 kaiming correct … ${kind}/${at + 1} --undo。`
    : `要更正它，请写 ${kind}/${at + 1}/${kind === 'tasks' ? 'due' : 'effect'} 的样子。`
  return refused('same-item', `文件里已经有这一项：${kind}/${at + 1}（${what}）。${how}`)
}
