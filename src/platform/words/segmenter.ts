import { createHash } from 'node:crypto'
import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'
import type { Segmenter } from '../ports.ts'

/** A token that carries meaning for search: letters, digits or Han characters; punctuation and white space do not. */
const HAS_WORD = /[\p{L}\p{N}]/u

/** Titles are cut on every page that shows them, so that their lines break by sense. */
const LONGEST_KEPT = 120
const MOST_KEPT = 2_000

/** Words beside jieba's own dictionary (names of units, places, terms); the order does not matter. */
export function openSegmenter(words: readonly string[] = []): Segmenter {
  const jieba = Jieba.withDict(dict)
  const added = [...new Set(words.filter((word) => HAS_WORD.test(word) && !/\s/.test(word)))].sort()
  if (added.length > 0) jieba.loadDict(Buffer.from(added.map((word) => `${word} 100 n`).join('\n')))
  const kept = new Map<string, readonly string[]>()
  return {
    version: createHash('sha256')
      .update(`jieba 2\n${added.join('\n')}`)
      .digest('hex')
      .slice(0, 16),
    cut(text) {
      const known = kept.get(text)
      if (known) return known
      const words = jieba.cut(text, true)
      if (text.length > LONGEST_KEPT) return words
      if (kept.size >= MOST_KEPT) kept.clear()
      kept.set(text, words)
      return words
    },
    searchWords: (text) =>
      jieba
        .cutForSearch(text.normalize('NFKC').toLowerCase(), true)
        .map((word) => word.trim())
        .filter((word) => HAS_WORD.test(word)),
  }
}
