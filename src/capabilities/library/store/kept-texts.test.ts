import { expect, test } from 'vitest'
import type { StoredContent } from './documents.table.ts'
import { keepTexts } from './kept-texts.ts'

const textOf = (elements: number, rows = 0): StoredContent =>
  ({
    elements: Array.from({ length: elements }, () => ({ kind: 'paragraph' })),
    tables: [{ rows: Array.from({ length: rows }, () => []) }],
  }) as unknown as StoredContent

test('the texts that were kept least lately go when there are too many parts', () => {
  const texts = keepTexts(10)
  const [a, b, c] = [textOf(4), textOf(1, 3), textOf(5)].map((content, at) => ({ version: `v${at}`, content }))
  if (!a || !b || !c) throw new Error('three texts')
  texts.keep('a', a)
  texts.keep('b', b)
  texts.keep('a', a)
  texts.keep('c', c)
  expect(['a', 'b', 'c'].map((name) => texts.find(name)?.version)).toEqual(['v0', undefined, 'v2'])
})

test('a new version takes the place of the old one, and what is too large drives nothing out', () => {
  const texts = keepTexts(10)
  texts.keep('a', { version: 'old', content: textOf(8) })
  texts.keep('a', { version: 'new', content: textOf(9) })
  expect(texts.find('a')?.version).toBe('new')
  texts.keep('b', { version: 'v', content: textOf(11) })
  expect(['a', 'b'].map((name) => texts.find(name)?.version)).toEqual(['new', undefined])
})
