import { type Borders, columnAt } from './pdf-aligned-columns.ts'
import { cutAtBorders } from './pdf-grid.ts'
import { type Glyph, type PrintedLine, piecesOf, textOf } from './pdf-lines.ts'

/** Lines nearer than this (in sizes) would touch in one column: they are cells of one row, set in its middle. */
const TOUCHING = 0.9

/** Whether two lines, one under the other, are of one row. */
export const areTouching = (above: PrintedLine | undefined, below: PrintedLine | undefined): boolean => {
  const [one, other] = [above?.glyphs[0], below?.glyphs[0]]
  if (!above || !below || !one || !other) return false
  return below.y - above.y < Math.min(one.size, other.size) * TOUCHING
}

/** The runs of a line by column. A run that pokes out is cut at the border; a heading may stand over several columns. */
function partsOf(pieces: readonly Glyph[][], borders: Borders, isHeading: boolean): Glyph[][] {
  const parts: Glyph[][] = [...borders, 0].map(() => [])
  // The rest of a cell stays whole; a line with most of the cells shows where they are.
  const isRow = pieces.length >= Math.max(2, borders.length - 1)
  for (const piece of pieces) {
    const first = columnAt(borders, piece[0] as Glyph)
    for (const run of piece)
      for (const glyph of isRow && !isHeading ? cutAtBorders(run, borders) : [run])
        parts[isRow ? columnAt(borders, glyph) : first]?.push(glyph)
  }
  return parts
}

/** Lines of one row: those that touch. */
interface Strip {
  readonly top: number
  readonly bottom: number
  readonly cells: string[]
  /** Whether a row begins with it; others carry the cells of a row on. */
  readonly isRow: boolean
}

function stripsOf(lines: readonly PrintedLine[], borders: Borders): Strip[] {
  const strips: Strip[] = []
  for (const [at, { y, glyphs }] of lines.entries()) {
    const pieces = piecesOf(glyphs)
    const last = areTouching(lines[at - 1], lines[at]) ? strips.pop() : undefined
    const own = partsOf(pieces, borders, strips.length === 0).map(textOf)
    const cells = own.map((cell, column) => `${last?.cells[column] ?? ''}${cell}`)
    const filled = last ? cells.filter((cell) => cell !== '').length : pieces.length
    const isRow = cells[0] !== '' || filled >= Math.max(2, borders.length)
    strips.push({ top: last?.top ?? y, bottom: y, cells, isRow })
  }
  return strips
}

/** White space that differs by less (in points) is the same between all lines of a cell. */
const SAME_SPACE = 1

/**
 * Of the strips between two rows, how many carry the upper one on: up to the widest space. Where the spaces are the same
 * all of them do, cells begin at the top then.
 */
function carriedOn(above: Strip, between: readonly Strip[], below: Strip): number {
  let [widest, count] = [Number.NEGATIVE_INFINITY, 0]
  for (const [at, strip] of [...between, below].entries()) {
    const space = strip.top - (at === 0 ? above : (between[at - 1] as Strip)).bottom
    if (space > widest - SAME_SPACE) [widest, count] = [Math.max(widest, space), at]
  }
  return count
}

/** The rows of a table: a line with a piece in the first column or with several begins one, others carry cells on. */
export function rowsOf(lines: readonly PrintedLine[], borders: Borders): string[][] {
  const rows: string[][] = []
  const strips = stripsOf(lines, borders)
  let waiting: Strip[] = []
  let above: Strip | undefined
  const add = (parts: readonly Strip[]) =>
    rows.push([...borders, 0].map((_, column) => parts.map(({ cells }) => cells[column] ?? '').join('')))
  let parts: Strip[] = []
  for (const strip of strips) {
    if (!strip.isRow && above) {
      waiting.push(strip)
      continue
    }
    const count = above ? carriedOn(above, waiting, strip) : 0
    if (above) add([...parts, ...waiting.slice(0, count)])
    parts = [...waiting.slice(count), strip]
    waiting = []
    above = strip
  }
  add([...parts, ...waiting])
  return rows
}
