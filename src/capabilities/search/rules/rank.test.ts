import { describe, expect, test } from 'vitest'
import { characterPairs, shareOfPairs } from './likeness.ts'
import { type Evidence, matching, rank, rarity } from './rank.ts'

const nothing: Evidence = {
  id: 'a',
  inTitle: new Set(),
  inText: new Set(),
  bm25: 0,
  phrasesInTitle: 0,
  phrasesInText: 0,
  isNumber: false,
  isYear: false,
  titleLikeness: 0,
  isRepealed: false,
}
const order = (evidence: readonly Evidence[], phrases = 1) => rank(evidence, [2, 1], phrases).map(({ id }) => id)

describe('ranking', () => {
  test.each([
    [
      'the number asked for comes first',
      { isNumber: true, id: 'z' },
      { inText: new Set([0, 1]), inTitle: new Set([0, 1]) },
    ],
    [
      'a document with all words stands before one with the rarer word alone',
      { inText: new Set([0, 1]) },
      { inText: new Set([0]), bm25: 5 },
    ],
    ['a rarer word counts more than a common one', { inText: new Set([0]) }, { inText: new Set([1]) }],
    [
      'a title counts more than the text',
      { inText: new Set([0]), inTitle: new Set([0]) },
      { inText: new Set([0]), bm25: 9 },
    ],
    ['words that stand together count', { inText: new Set([0, 1]), phrasesInText: 1 }, { inText: new Set([0, 1]) }],
    ['what is repealed sinks', { inText: new Set([0, 1]) }, { inText: new Set([0, 1]), isRepealed: true }],
    ['the year asked for decides between twins', { inText: new Set([0]), isYear: true }, { inText: new Set([0]) }],
  ] as [string, Partial<Evidence>, Partial<Evidence>][])('%s', (_fact, first, second) => {
    const better = { ...nothing, id: 'y-better', ...first }
    const worse = { ...nothing, id: 'a-worse', ...second }
    expect(order([worse, better])[0]).toBe(better.id)
  })

  test('equal evidence is ordered by id, whatever the order it came in', () => {
    expect(order([{ ...nothing, id: 'b' }, nothing])).toEqual(['a', 'b'])
  })

  test('far weaker documents are no matches', () => {
    const ranked = rank(
      [
        { ...nothing, inText: new Set([0, 1]) },
        { ...nothing, id: 'b', inText: new Set([1]) },
      ],
      [2, 1],
      0,
    )
    expect(matching(ranked).map(({ id }) => id)).toEqual(['a'])
  })

  test('a word in every document weighs little, one in a single document much', () => {
    expect(rarity(100, 100)).toBeLessThan(0.01)
    expect(rarity(100, 1)).toBeGreaterThan(4)
    expect(rarity(100, 0)).toBe(rarity(100, 1))
  })
})

describe('likeness of a title', () => {
  test.each([
    ['停车收费办法', '明溪区停车收费办法', 1],
    ['停车首费办法', '明溪区停车收费办法', 0.6],
    ['供热', '明溪区停车收费办法', 0],
  ])('%s in %s: %d', (query, title, share) => expect(shareOfPairs(characterPairs(query), title)).toBeCloseTo(share))
})
