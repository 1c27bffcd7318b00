import { done, type Outcome, refused } from '../../../kernel/outcome.ts'

/** Which words of a text are meant. */
export type TextAddress =
  /** Wherever the words stand that are to be replaced. */
  | { readonly kind: 'anywhere' }
  /** By its place among the elements, from 1; within a table by the slot, see `TextPiece`. */
  | { readonly kind: 'number'; readonly number: number; readonly slot: string }
  /** By the anchor or the path of a clause. */
  | { readonly kind: 'clause'; readonly clause: string }
  /** By the key of a correction that was laid on it. */
  | { readonly kind: 'key'; readonly field: string }

export const isTextField = (field: string): boolean => /^text(?:\/|$)/.test(field)

const NUMBERED = /^([1-9]\d{0,5})(?:\/((?:0|[1-9]\d{0,4})\/[1-9]\d{0,3}|title|unit|(?:bands|notes)\/[1-9]\d{0,3}))?$/

export function readTextField(field: string): Outcome<TextAddress> {
  const address = field.slice('text/'.length)
  if (field === 'text') return done({ kind: 'anywhere' })
  if (/^~[0-9a-f]{8}$/.test(address)) return done({ kind: 'key', field })
  const [, number, slot = ''] = NUMBERED.exec(address) ?? []
  if (number !== undefined) return done({ kind: 'number', number: Number(number), slot })
  if (/^(?:~|\d+(?:\/|$))/.test(address) || address === '')
    return refused(
      'unknown-field',
      `“${field}”不是正文的写法。请写成 text（配合 --instead-of）、text/n-二-一（条款）、text/12（第 12 段）或 text/14/3/2（第 14 段那张表的第 3 行第 2 列）的样子；kaiming fields 列出全部。`,
    )
  return done({ kind: 'clause', clause: address.replace(/^#/, '') })
}

/** Longest text of one piece. */
const LONGEST = 20_000

/** Corrected words as they are kept; `mayBeNone`: an empty value takes the piece away. */
export function fitWords(value: string, mayBeNone: boolean): Outcome<string> {
  const words = value.trim()
  if (/[\n\r\u2028\u2029]/.test(words)) return refused('unfit-value', '正文的一段里不能换行，请一段一段更正。')
  if (words.length > LONGEST) return refused('unfit-value', `一段正文最多 ${LONGEST} 字。`)
  if (words === '' && !mayBeNone)
    return refused('unfit-value', '条款和标题不能更正为空值；只有不属于正文的段落（如混进来的页眉）可以这样去掉。')
  return done(words)
}

/** How often words stand in a text, also overlapping. */
export function timesIn(text: string, words: string): number {
  let times = 0
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) times++
  return times
}
