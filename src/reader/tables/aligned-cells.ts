import { placesOf } from '../../kernel/han.ts'
import { isTotal, namesColumn } from './column-words.ts'

/** A cell of an aligned line: its text and where it stands, in columns of a screen (a Han sign takes two). */
export interface Aligned {
  readonly text: string
  readonly from: number
  readonly to: number
}

/** The cells of a line that spaces part, words that are set apart as one. */
export function alignedCells(text: string): Aligned[] {
  const cells: Aligned[] = []
  let at = 0
  for (const part of text.split(/( {2,}|\u3000+ *)/)) {
    const width = placesOf(part)
    if (part.trim() !== '') cells.push({ text: part.trim(), from: at, to: at + width })
    at += width
  }
  return cells.some(isOneSign) ? withWholeWords(cells) : cells
}

/** Places between two signs of a word that fills its column: 合  计, 姓　　名; signs of the longest such word. */
const WIDEST_IN_WORD = 6
const LONGEST_WORD = 6

const isOneSign = ({ text }: Aligned): boolean => text.length === 1

/** Signs that stand near one another and are one word of a table: 合  计, 备  注, 指  标  名  称. */
function withWholeWords(cells: readonly Aligned[]): Aligned[] {
  const found: Aligned[] = []
  for (let at = 0; at < cells.length; at++) {
    const length = lengthOfWord(cells, at)
    const word = cells.slice(at, at + length)
    const [first, last] = [word[0] as Aligned, word.at(-1) as Aligned]
    found.push({ text: word.map(({ text }) => text).join(''), from: first.from, to: last.to })
    at += length - 1
  }
  return found
}

const gapAfter = (cells: readonly Aligned[], at: number): number =>
  (cells[at + 1]?.from ?? Number.POSITIVE_INFINITY) - (cells[at]?.to ?? 0)

/** How many cells from one on are the signs of one word, evenly apart; 1: it is a word by itself. */
function lengthOfWord(cells: readonly Aligned[], at: number): number {
  const apart = gapAfter(cells, at)
  let length = 1
  while (
    length < LONGEST_WORD &&
    apart <= WIDEST_IN_WORD &&
    Math.abs(gapAfter(cells, at + length - 1) - apart) <= 1 &&
    isOneSign(cells[at + length - 1] as Aligned) &&
    isOneSign(cells[at + length] as Aligned)
  )
    length++
  for (; length > 1; length--) {
    const text = cells
      .slice(at, at + length)
      .map((cell) => cell.text)
      .join('')
    if (isTotal(text) || namesColumn(text)) return length
  }
  return 1
}
