import type { Deps } from '../../../platform/ports.ts'
import type { SearchParameters } from '../contract.ts'
import type { Listed } from '../jobs/catalogue.ts'
import type { SearchProjection } from '../jobs/follow-library.ts'
import { characterPairs, shareOfPairs } from '../rules/likeness.ts'
import { type Evidence, matching, type Ranked, rank, rarity } from '../rules/rank.ts'
import { belowReplacements } from '../rules/replaced.ts'
import { isHeard } from '../rules/sound.ts'
import { partsOfWord, type UnderstoodQuery, understandQuery } from '../rules/understand-query.ts'

export interface FoundDocument extends Ranked {
  readonly entry: Listed
}

export interface Found {
  readonly understood: UnderstoodQuery
  /** Every match under the query alone, best first; filters, order and pages are applied to it. */
  readonly documents: readonly FoundDocument[]
  /** Weight of each of `understood.words`. */
  readonly weights: readonly number[]
}

/** Rarest words first, this many: a pasted paragraph is understood by its rare words, and costs no more than a question. */
const MOST_WORDS = 24
const MOST_PHRASES = 4

/**
 * Finds the documents of a site that a query asks for. Without a query: all documents, newest first.
 * Each word is looked up by itself, so that every match can say which words it holds.
 */
export async function findDocuments(
  { words: segmenter }: Pick<Deps, 'words'>,
  { index, catalogue }: SearchProjection,
  siteId: string,
  query: SearchParameters['q'],
): Promise<Found> {
  const understood = understandQuery(query, (text) => segmenter.searchWords(text))
  const entries = catalogue.of(siteId)
  if (understood.text === '') {
    return {
      understood,
      documents: newestFirst(entries).map((entry) => ({ id: entry.id, entry, score: 0, coverage: 1 })),
      weights: [],
    }
  }
  const [all, phrases] = await Promise.all([
    Promise.all(
      understood.words
        .slice(0, MOST_WORDS)
        .map((word) => lookUpWhole(index, entries, siteId, word, understood.letters.includes(word))),
    ),
    Promise.all(understood.phrases.slice(0, MOST_PHRASES).map((phrase) => lookUpPhrase(index, siteId, phrase))),
  ])
  const lookedUp = all.filter(({ word }, at) => all.findIndex((other) => other.word === word) === at)
  const wanted = { ...understood, words: lookedUp.map(({ word }) => word) }
  const lookups = lookedUp.map(({ found }) => found)
  const weights = lookups.map(({ inText }) => rarity(entries.length, inText.size))
  const pairs = characterPairs(wanted.text)
  const evidence = entries.flatMap((entry) => evidenceOf(entry, wanted, pairs, lookups, phrases) ?? [])
  const documents = matching(rank(evidence, weights, phrases.length)).flatMap((ranked) => {
    const entry = catalogue.get(siteId, ranked.id)
    if (!entry) return []
    const replacement = entry.replacedBy === null ? undefined : catalogue.get(siteId, entry.replacedBy)
    const isBelow =
      entry.validity === 'repealed' && replacement !== undefined && !isAskedByName(entry, replacement, wanted, pairs)
    return [{ ...ranked, entry, replacedBy: isBelow ? replacement.id : null }]
  })
  const answering = wanted.isNumberAlone ? await withNumber(documents, { index, segmenter, siteId }, wanted) : documents
  return { understood: wanted, documents: belowReplacements(answering), weights }
}

interface Place {
  readonly index: SearchProjection['index']
  readonly segmenter: Deps['words']
  readonly siteId: string
}

/** Where a number is all that a query asks for: the document that bears it and those that print it; all of them when none does. */
async function withNumber<Match extends { readonly id: string; readonly entry: Listed }>(
  documents: readonly Match[],
  { index, segmenter, siteId }: Place,
  { docNumbers }: UnderstoodQuery,
): Promise<readonly Match[]> {
  const found = await Promise.all(
    docNumbers.slice(0, MOST_PHRASES).map((number) => {
      const pieces = number.toLowerCase().split(/[^\p{L}\p{N}]+/u)
      return index.withPhrase(
        siteId,
        'text',
        pieces.flatMap((piece) => segmenter.searchWords(piece)),
      )
    }),
  )
  const answering = documents.filter(
    ({ id, entry }) =>
      (entry.docNumber !== null && docNumbers.includes(entry.docNumber)) || found.some((ids) => ids.has(id)),
  )
  return answering.length > 0 ? answering : documents
}

/** Whether a query names a repealed document: by its number, or by words that its title has and that of its replacement has not. */
function isAskedByName(
  entry: Listed,
  replacement: Listed,
  { docNumbers }: UnderstoodQuery,
  pairs: readonly string[],
): boolean {
  const isNamed = ({ folded }: Listed) => shareOfPairs(pairs, folded) === 1
  return (entry.docNumber !== null && docNumbers.includes(entry.docNumber)) || (isNamed(entry) && !isNamed(replacement))
}

interface Lookup {
  readonly inTitle: ReadonlyMap<string, number>
  readonly inText: ReadonlyMap<string, number>
}

/** Where a word stands; where it stands nowhere, the longest part of it that does, as the word that is looked for. */
async function lookUpWhole(...[index, entries, siteId, word, isLetters]: Parameters<typeof lookUp>) {
  const found = await lookUp(index, entries, siteId, word, isLetters)
  if (found.inText.size > 0) return { word, found }
  for (const part of partsOfWord(word)) {
    const held = await lookUp(index, entries, siteId, part, false)
    if (held.inText.size > 0) return { word: part, found: held }
  }
  return { word, found }
}

/** Where a word stands. Letters that no document holds as such are heard as pinyin in the titles. */
async function lookUp(
  index: SearchProjection['index'],
  entries: readonly Listed[],
  siteId: string,
  word: string,
  isLetters: boolean,
): Promise<Lookup> {
  const [inTitle, inText] = await Promise.all([
    index.withWord(siteId, 'title', word),
    index.withWord(siteId, 'text', word),
  ])
  if (inText.size > 0 || !isLetters) return { inTitle, inText }
  const heard = new Map(entries.filter(({ sound }) => isHeard(word, sound)).map(({ id }) => [id, 1]))
  return { inTitle: heard, inText: heard }
}

interface PhraseLookup {
  readonly title: ReadonlySet<string>
  readonly text: ReadonlySet<string>
}

async function lookUpPhrase(
  index: SearchProjection['index'],
  siteId: string,
  phrase: readonly string[],
): Promise<PhraseLookup> {
  const [title, text] = await Promise.all([
    index.withPhrase(siteId, 'title', phrase),
    index.withPhrase(siteId, 'text', phrase),
  ])
  return { title, text }
}

/** What speaks for a document; null when nothing does. */
function evidenceOf(
  entry: Listed,
  query: UnderstoodQuery,
  pairs: readonly string[],
  lookups: readonly Lookup[],
  phrases: readonly PhraseLookup[],
): Evidence | null {
  const { id } = entry
  const isNumber = entry.docNumber !== null && query.docNumbers.includes(entry.docNumber)
  const titleLikeness = likeness(entry, pairs)
  if (!isNumber && titleLikeness === 0 && !lookups.some(({ inText }) => inText.has(id))) return null
  const holding = (field: keyof Lookup) =>
    new Set(lookups.flatMap((lookup, word) => (lookup[field].has(id) ? [word] : [])))
  return {
    id,
    inTitle: holding('inTitle'),
    inText: holding('inText'),
    bm25: lookups.reduce((sum, { inText }) => sum + (inText.get(id) ?? 0), 0),
    phrasesInTitle: phrases.filter(({ title }) => title.has(id)).length,
    phrasesInText: phrases.filter(({ text }) => text.has(id)).length,
    isNumber,
    isYear: entry.year !== null && query.years.includes(entry.year),
    titleLikeness,
    isRepealed: entry.validity === 'repealed',
  }
}

/** Below this share a title shares pairs with almost any question (的通知, 工作要点). */
const LIKE_ENOUGH = 0.4

function likeness(entry: Listed, pairs: readonly string[]): number {
  const share = shareOfPairs(pairs, entry.folded)
  return share >= LIKE_ENOUGH ? share : 0
}

export const newestFirst = <Entry extends Pick<Listed, 'signedOn' | 'id'>>(entries: readonly Entry[]): Entry[] =>
  [...entries].sort((a, b) => (b.signedOn ?? '').localeCompare(a.signedOn ?? '') || (a.id < b.id ? -1 : 1))
