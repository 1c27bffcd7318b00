import { expect, test } from 'vitest'
import { bytesInWords } from './bytes.ts'

test.each([
  { bytes: 0, words: '0 字节' },
  { bytes: 1023, words: '1023 字节' },
  { bytes: 1025, words: '2 KB' },
  { bytes: 1024 * 1024, words: '1 MB' },
  { bytes: 1024 * 1024 + 1, words: '1.1 MB' },
  { bytes: 123.41 * 1024 * 1024, words: '124 MB' },
])('$bytes bytes are $words', ({ bytes, words }) => {
  expect(bytesInWords(bytes)).toBe(words)
})
