import { createHash } from 'node:crypto'
import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'
import type { Segmenter } from '../ports.ts'

/** A token that carries meaning for search: letters, digits or Han characters; punctuation and white space do not. */
const HAS_WORD = /[\p{L}\p{N}]/u

/** Words beside jieba's own dictionary (names of units, places, terms); the order does not matter. */
export function openSegmenter(words: readonly string[] = []): Segmenter {
  const jieba = Jieba.withDict(dict)
  const added = [...new Set(words.filter((word) => HAS_WORD.test(word) && !/\s/.test(word)))].sort()
  if (added.length > 0) jieba.loadDict(Buffer.from(added.map((word) => `${word} 100 n`).join('\n')))
  return {
    version: createHash('sha256')
      .update(`jieba 2\n${added.join('\n')}`)
      .digest('hex')
      .slice(0, 16),
    cut: (text) => jieba.cut(text, true),
    searchWords: (text) =>
      jieba
        .cutForSearch(text.normalize('NFKC').toLowerCase(), true)
        .map((word) => word.trim())
        .filter((word) => HAS_WORD.test(word)),
  }
}
