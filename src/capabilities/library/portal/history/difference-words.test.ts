import { expect, test } from 'vitest'
import { countsInWords } from './difference-words.ts'

test.each([
  [{ layout: 1, misreading: 0, substance: 2 }, '内容不同2处，版面不同1处'],
  [{ layout: 0, misreading: 3, substance: 0 }, '疑似误识3处'],
  [{ layout: 0, misreading: 0, substance: 0 }, '文字一致'],
])('%j is said as %s', (counts, words) => {
  expect(countsInWords(counts)).toBe(words)
})
