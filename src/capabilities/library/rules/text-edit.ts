import { foldWidth } from '../../../kernel/han.ts'

/** The words that a person changed in a text, with what stands around them. */
export interface TextEdit {
  readonly before: string
  readonly wrong: string
  readonly right: string
  readonly after: string
}

/** Signs beside what was changed by which its place is known. */
const AROUND = 4

/** What is different between two texts, as one stretch, from the first sign that is not the same to the last one. */
export function editBetween(from: string, to: string): TextEdit {
  const shorter = Math.min(from.length, to.length)
  let start = 0
  while (start < shorter && from[start] === to[start]) start++
  let end = 0
  while (end < shorter - start && from.at(-1 - end) === to.at(-1 - end)) end++
  return {
    before: from.slice(Math.max(0, start - AROUND), start),
    wrong: from.slice(start, from.length - end),
    right: to.slice(start, to.length - end),
    after: from.slice(from.length - end, from.length - end + AROUND),
  }
}

/** A text with the change made in it; null where what was changed does not stand there, or more than once. */
export function applyEdit({ before, wrong, right, after }: TextEdit, text: string): string | null {
  const sought = foldWidth(`${before}${wrong}${after}`)
  const folded = foldWidth(text)
  const at = sought.length < 2 ? -1 : folded.indexOf(sought)
  if (at < 0 || folded.indexOf(sought, at + 1) >= 0) return null
  const from = at + before.length
  return `${text.slice(0, from)}${right}${text.slice(from + wrong.length)}`
}

/** 在停东场内→在停车场内: the change as a person recognises it in a long text. */
export function editWords(from: string, to: string): string {
  const { before, wrong, right, after } = editBetween(from, to)
  const short = (words: string) => (words.length > 40 ? `${words.slice(0, 20)}…${words.slice(-20)}` : words)
  return `${before}${short(wrong)}${after}→${before}${short(right)}${after}`
}
