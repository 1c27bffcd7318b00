import { done, type Outcome, refused } from '../../../kernel/outcome.ts'
import { isTheAdded, nextAddition, readAddition, refuseSame } from '../rules/added-items.ts'
import { additionsOf, type KeptOverride, overridesByItem, placesOf } from '../rules/corrected-items.ts'
import { type ItemKind, storedField } from '../rules/item-fields.ts'
import type { FoundItem } from '../rules/item-places.ts'
import { type CorrectInput, type Correction, keyOfItem, shortWords } from './correction.ts'

/** A task or citation that the reader missed, with its number among those that people added; refused when it stands there. */
export function itemAddition(
  { field: asked, value, reason }: Pick<CorrectInput, 'field' | 'value' | 'reason'>,
  kind: ItemKind,
  items: readonly FoundItem[],
  kept: readonly KeptOverride[],
): Outcome<Correction> {
  if (value === null)
    return refused(
      'not-corrected',
      `要取消补上的一项，请写它的序号，如 ${kind}/${items.length + 1}；kaiming fields 列出全部。`,
    )
  const read = readAddition(kind, value)
  if (!read.ok) return read
  const { words, number } = read.value
  const additions = additionsOf(kind, kept)
  const nth = nextAddition([...additions.values()])
  const found: FoundItem = { words, number, path: '', clauseId: null, nth, isAdded: true }
  const places = placesOf(kind, kept, items)
  const corrected = overridesByItem(kind, kept)
  const field = kind === 'tasks' ? 'requirement' : 'title'
  const there = [
    ...items.map((item, at) => ({ item, at })),
    ...[...additions].map(([key, item]) => ({ item, at: places.get(key) ?? items.length })),
    // What a person wrote since stands there too.
    ...[...corrected].flatMap(([key, { found: item, values }]) => {
      const [written, at] = [values.get(field), places.get(key) ?? null]
      return written === undefined || at === null ? [] : [{ item: { ...item, words: written }, at }]
    }),
  ].find(({ item }) => isTheAdded(found, item))
  if (there) {
    const [known = ''] = [...places].find(([, at]) => at === there.at) ?? []
    return refuseSame(kind, there.at, words, corrected.get(known)?.values.get('') === '')
  }
  const key = keyOfItem(kind, found)
  return done({
    override: { field: storedField(kind, key, ''), value: words, reason, found },
    isUndone: false,
    name: `${asked}（${kind}/${items.length + nth + 1}：${shortWords(words)}）`,
  })
}
