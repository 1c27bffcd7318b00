import { textOf } from './pdf-lines.ts'
import { type Piece, SAME_EDGE, SHORTEST_LINE } from './pdf-pieces.ts'

/** Rows that a table over both columns has at least, and cells of each. */
const FEWEST_ROWS = 3
const FEWEST_CELLS = 3

/** The pieces of tables over both columns whose white space lies where the gutter does: rows of short cells on both sides. */
export function tableOver(pieces: readonly Piece[], x: number): Set<Piece> {
  const found = new Set<Piece>()
  let rows: Piece[][] = []
  const flush = () => {
    if (rows.length >= FEWEST_ROWS) for (const piece of rows.flat()) found.add(piece)
    rows = []
  }
  let row: Piece[] = []
  const close = () => {
    const isLeft = row.some(({ left }) => left < x - SAME_EDGE)
    const isRight = row.some(({ left }) => left >= x - SAME_EDGE)
    const isShort = row.every(({ left, right, size, table }) => !table && right - left < size * SHORTEST_LINE)
    if (isLeft && isRight && isShort && row.length >= FEWEST_CELLS) rows.push(row)
    else if (row.length > 0) flush()
    row = []
  }
  for (const piece of pieces) {
    const first = row[0]
    if (first && piece.bottom - first.bottom > first.size * 0.4) close()
    row.push(piece)
  }
  close()
  flush()
  return found
}

/** 目　录 over both columns: two short pieces on one line, as far from the middle of the gutter as each other. */
export function isSetWide(pieces: readonly Piece[], at: number, end: number, x: number): boolean {
  const isPair = (before: Piece | undefined, after: Piece | undefined): boolean => {
    if (!before || !after || before.table || after.table) return false
    const [size, middle] = [before.size, (end + x) / 2]
    return (
      Math.abs(before.bottom - after.bottom) < size * 0.4 &&
      [before, after].every((piece) => piece.right - piece.left < size * 3.2) &&
      after.left - before.right < size * 6 &&
      Math.abs((before.right + after.left) / 2 - middle) < size * 1.2
    )
  }
  return isPair(pieces[at - 1], pieces[at]) || isPair(pieces[at], pieces[at + 1])
}

/** 附件 alone under both columns names what follows over them. */
export const isLabelAlone = (pieces: readonly Piece[], at: number, to: number): boolean => {
  const [piece, above] = [pieces[at] as Piece, pieces[at - 1]]
  if (at !== to - 1 || !above || piece.bottom - above.bottom < piece.size * 0.6 || at + 1 === pieces.length)
    return false
  return piece.glyphs.length < 8 && /^附\s*[件表]\s*[\d一二三四五六七八九十]{0,2}[:：]?$/.test(textOf(piece.glyphs))
}
