import { expect, test } from 'vitest'
import { bm25 } from './bm25.ts'

const collection = { rows: 100, rowsWithWord: 10, averageLength: 50 }

test.each([
  ['a word in a row of average length', 1, 50, collection, 2.26],
  ['repeated, it counts less each time', 4, 50, collection, 3.83],
  ['in a longer row it counts less', 1, 200, collection, 1.02],
  ['a word that every row holds still counts a little', 1, 50, { ...collection, rowsWithWord: 100 }, 0.005],
  ['no row but this one', 1, 0, { rows: 0, rowsWithWord: 1, averageLength: 0 }, 0.288],
])('%s', (_, times, length, of, score) => {
  expect(bm25(times, length, of)).toBeCloseTo(score, 2)
})
