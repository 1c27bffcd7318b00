import { placesOf } from '../../kernel/han.ts'
import { isTotal, namesColumn } from './column-words.ts'

/** A cell of an aligned line: its text and where it stands, in columns of a screen (a Han sign takes two). */
export interface Aligned {
  readonly text: string
  readonly from: number
  readonly to: number
}

/** The cells of a line that spaces part; null when it has no gap. */
export function alignedCells(text: string): Aligned[] {
  const cells: Aligned[] = []
  let at = 0
  for (const part of text.split(/( {2,}|\u3000+ *)/)) {
    const width = placesOf(part)
    if (part.trim() !== '') {
      const cell = { text: part.trim(), from: at, to: at + width }
      const before = cells.at(-1)
      if (before && isSpreadWord(before, cell))
        cells[cells.length - 1] = { text: before.text + cell.text, from: before.from, to: cell.to }
      else cells.push(cell)
    }
    at += width
  }
  return cells
}

/** Places between the two signs of a word that fills its column: 合  计, 姓　　名. */
const WIDEST_IN_WORD = 6

/** Two signs that stand near one another and are one word of a table: 合  计, 备  注. */
const isSpreadWord = (one: Aligned, other: Aligned): boolean =>
  one.text.length === 1 &&
  other.text.length === 1 &&
  other.from - one.to <= WIDEST_IN_WORD &&
  (isTotal(one.text + other.text) || namesColumn(one.text + other.text))
