/** What the index found for one document. Words are numbered as in the query. */
export interface Evidence {
  readonly id: string
  /** Indexes of the query's words that stand in the title, number or issuer. */
  readonly inTitle: ReadonlySet<number>
  /** Indexes of the words that stand anywhere in the document. */
  readonly inText: ReadonlySet<number>
  /** BM25 over the whole text. */
  readonly bm25: number
  /** How many of the query's phrases stand in the title, and anywhere. */
  readonly phrasesInTitle: number
  readonly phrasesInText: number
  readonly isNumber: boolean
  /** The query names the year in which the document was signed. */
  readonly isYear: boolean
  /** Share of the query's character pairs that stand in the title: 1 for a title typed whole, still high with one wrong character. */
  readonly titleLikeness: number
  readonly isRepealed: boolean
}

/**
 * What each kind of evidence is worth. Hand-set, in the order that a reader would defend: the number asked for, then how
 * much of the question a document answers at all, then its title, then words that stand together, then BM25.
 */
const WORTH = {
  number: 100,
  text: 4,
  title: 3,
  likeness: 3,
  phraseInTitle: 1.5,
  phraseInText: 1.5,
  bm25: 1,
  year: 1,
  repealed: -0.5,
}

/** Rarity of a word: ln(1 + (N − n + ½)/(n + ½)), as in BM25; a word that no document holds weighs as much as the rarest. */
export function rarity(documents: number, withWord: number): number {
  const n = Math.max(1, withWord)
  return Math.log(1 + (Math.max(documents, n) - n + 0.5) / (n + 0.5))
}

export interface Ranked {
  readonly id: string
  readonly score: number
  /** Share of the query's words, weighed by rarity, that the document holds: 0 to 1. */
  readonly coverage: number
}

const shareOf = (found: ReadonlySet<number>, weights: readonly number[], sum: number): number => {
  let share = 0
  for (const index of found) share += weights[index] ?? 0
  return sum > 0 ? share / sum : 0
}

/** Scores the evidence, best first; equal scores are ordered by id, so that the same query gives the same page. */
export function rank(evidence: readonly Evidence[], weights: readonly number[], phrases: number): Ranked[] {
  const sum = weights.reduce((total, weight) => total + weight, 0)
  const most = evidence.reduce((best, { bm25 }) => Math.max(best, bm25), 0) || 1
  return evidence
    .map((found) => {
      const coverage = Math.max(shareOf(found.inText, weights, sum), found.isNumber ? 1 : 0)
      const score =
        WORTH.number * Number(found.isNumber) +
        WORTH.text * coverage +
        WORTH.title * shareOf(found.inTitle, weights, sum) +
        WORTH.likeness * found.titleLikeness +
        (phrases > 0
          ? (WORTH.phraseInTitle * found.phrasesInTitle + WORTH.phraseInText * found.phrasesInText) / phrases
          : 0) +
        (WORTH.bm25 * found.bm25) / most +
        WORTH.year * Number(found.isYear) +
        WORTH.repealed * Number(found.isRepealed && !found.isNumber)
      return { id: found.id, score, coverage: Math.max(coverage, found.titleLikeness) }
    })
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
}

/** A document is a match when it holds most of what the best one holds; the rest would only lengthen the list. */
export function matching(ranked: readonly Ranked[]): Ranked[] {
  const best = ranked.reduce((most, { coverage }) => Math.max(most, coverage), 0)
  return ranked.filter(({ coverage }) => coverage > 0 && coverage >= 0.6 * best)
}
