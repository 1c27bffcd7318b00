import { STOP_WORDS } from './stop-words.ts'

/** What a query was understood to ask for. */
export interface UnderstoodQuery {
  /** As typed, in one width, without spaces at its ends. */
  readonly text: string
  readonly as: 'text' | 'pinyin' | 'docNumber'
  /** Document numbers in the query, in the form 〔〕. */
  readonly docNumbers: readonly string[]
  /** Nothing is asked for but a document number: what else holds its words is no answer. */
  readonly isNumberAlone: boolean
  /** Words that must carry the match, each once, in the order typed. */
  readonly words: readonly string[]
  /** Runs of words that stood together, for phrases: only runs of two or more. */
  readonly phrases: readonly (readonly string[])[]
  /** Runs of Latin letters, read as pinyin: syllables or initials. */
  readonly letters: readonly string[]
  /** Years named in the query (2024年, 2024). */
  readonly years: readonly number[]
}

const DOC_NUMBER =
  /([\p{Script=Han}]{2,20})\s*[〔[(【〈<{]\s*((?:19|20)\d{2})\s*[〕\])】〉>}]\s*第?\s*(\d{1,5})\s*号?/gu
const YEAR = /(?<!\d)((?:19|20)\d{2})(?!\d)/g
/** A longer word is a name, and its parts mean something else. */
const LONGEST_TAKEN_APART = 5
const LETTERS = /[a-z]{2,}/g

/** 明溪政发[2024]3号, （2024）, 【2024】 → 明溪政发〔2024〕3号; leading zeros of the serial are dropped (GB/T 9704). */
export function docNumbersIn(text: string): string[] {
  const found = [...text.normalize('NFKC').matchAll(DOC_NUMBER)]
  return found.map(([, code, year, serial]) => `${code}〔${year}〕${Number(serial)}号`)
}

/**
 * Reads a query. Words are cut by the index's own dictionary; what carries no meaning is dropped unless nothing else is
 * left, so that a query of nothing but question words still looks for what was typed.
 */
export function understandQuery(typed: string, cutWords: (text: string) => string[]): UnderstoodQuery {
  const text = typed.normalize('NFKC').replace(/\s+/g, ' ').trim()
  const docNumbers = docNumbersIn(text)
  const lower = text.toLowerCase()
  const letters = [...lower.matchAll(LETTERS)].map(([run]) => run)
  const hasHan = /\p{Script=Han}/u.test(text)
  const pieces = lower.split(/[^\p{L}\p{N}]+/u).filter(Boolean)
  const cut = pieces.map((piece) => cutWords(piece))
  const meaningful = cut.map((words) => words.filter((word) => !STOP_WORDS.has(word)))
  const kept = meaningful.some((words) => words.length > 0) ? meaningful : cut
  return {
    text,
    as: docNumbers.length > 0 ? 'docNumber' : letters.length > 0 && !hasHan ? 'pinyin' : 'text',
    docNumbers,
    isNumberAlone: docNumbers.length > 0 && !/[\p{L}\p{N}]/u.test(text.replace(DOC_NUMBER, '')),
    words: [...new Set(kept.flat())],
    phrases: kept.filter((words) => words.length > 1),
    letters,
    years: [...new Set([...text.matchAll(YEAR)].map(([, year]) => Number(year)))],
  }
}

/**
 * What may stand in a word that no document holds: the cutter joins signs that it does not know (养犬要 in 养犬要办证吗).
 * Parts of two signs and more, the longest first, those at its beginning before those at its end.
 */
export function partsOfWord(word: string): readonly string[] {
  const signs = [...word]
  if (signs.length < 3 || signs.length > LONGEST_TAKEN_APART || !/^\p{Script=Han}+$/u.test(word)) return []
  const lengths = Array.from({ length: signs.length - 2 }, (_, less) => signs.length - 1 - less)
  return lengths
    .flatMap((length) =>
      Array.from({ length: signs.length - length + 1 }, (_, from) => signs.slice(from, from + length).join('')),
    )
    .filter((part) => !STOP_WORDS.has(part))
}
