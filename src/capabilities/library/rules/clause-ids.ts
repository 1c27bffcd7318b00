import { foldForComparing } from '../../../kernel/han.ts'
import type { ReadElement } from '../../../reader/types.ts'

/** A clause id with where its clause stood and how it began. */
export interface KnownClause {
  readonly id: string
  /** Part and path: `enclosure|一/（二）`. */
  readonly place: string
  /** The first words, folded. */
  readonly words: string
  readonly isLost: boolean
}

const WORDS = 24

const placeOf = ({ part, path }: ReadElement): string =>
  `${part.kind === 'attachment' ? `attachment${part.index + 1}` : part.kind}|${path}`

const wordsOf = (element: ReadElement): string =>
  'text' in element ? foldForComparing(element.text).slice(0, WORDS) : ''

/** An id that says where the clause stood when it was first seen: the same whatever was loaded before. */
function freshId(place: string, taken: ReadonlySet<string>): string {
  const [part = '', path = ''] = place.split('|')
  const prefix = part === 'notice' ? 'n' : part === 'enclosure' ? 'e' : `a${part.replace(/\D/g, '')}`
  const base = `${prefix}-${path.replaceAll('/', '-').replace(/[（）().、\s]/g, '')}`
  let id = base
  for (let times = 2; taken.has(id); times++) id = `${base}_${times}`
  return id
}

/**
 * Gives every clause an id, carrying known ones along (decision 17): a clause that stands at the same place with the same
 * words keeps its id, then one with the same words elsewhere, then one at the same place. What is left is lost: its id
 * stays, marked, so that an anchor that people linked to still resolves.
 */
export function assignClauseIds(
  elements: readonly ReadElement[],
  known: readonly KnownClause[],
): { ids: (string | null)[]; clauses: KnownClause[] } {
  const clauses = elements
    .map((element, index) => ({
      index,
      isClause: element.kind === 'clause',
      place: placeOf(element),
      words: wordsOf(element),
    }))
    .filter(({ isClause }) => isClause)
  const free = new Map(known.map((clause) => [clause.id, clause]))
  const ids: (string | null)[] = elements.map(() => null)
  const take = (keyOf: (clause: { readonly place: string; readonly words: string }) => string) => {
    const byKey = new Map<string, string[]>()
    for (const clause of free.values()) byKey.set(keyOf(clause), [...(byKey.get(keyOf(clause)) ?? []), clause.id])
    for (const clause of clauses) {
      if (ids[clause.index] !== null) continue
      const id = byKey.get(keyOf(clause))?.shift()
      if (id === undefined || !free.has(id)) continue
      ids[clause.index] = id
      free.delete(id)
    }
  }
  if (known.length > 0) {
    take(({ place, words }) => `${place}|${words}`)
    take(({ words }) => words)
    take(({ place }) => place)
  }
  const taken = new Set([...known.map(({ id }) => id)])
  for (const clause of clauses) {
    if (ids[clause.index] !== null) continue
    const id = freshId(clause.place, taken)
    taken.add(id)
    ids[clause.index] = id
  }
  const kept = clauses.map(({ index, place, words }) => ({ id: ids[index] ?? '', place, words, isLost: false }))
  return { ids, clauses: [...kept, ...[...free.values()].map((clause) => ({ ...clause, isLost: true }))] }
}
