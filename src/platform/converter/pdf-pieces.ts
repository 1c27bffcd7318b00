import type { FilledGrid } from './pdf-grid.ts'
import { endOf, type Glyph } from './pdf-lines.ts'

/** Runs on one baseline without a wide gap between them, or a ruled table: what a page is made of. */
export interface Piece {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly size: number
  readonly glyphs: readonly Glyph[]
  readonly table?: FilledGrid
}

/** Places that lie this near to one another, in points, are one edge. */
export const SAME_EDGE = 3
/** The narrowest gutter, in sizes of the print. */
export const NARROWEST = 0.8
/** The narrowest column, in sizes of the print: names and addresses of tables are shorter. */
export const SHORTEST_LINE = 9.5

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? 0

/** The pieces of a page from top to bottom. */
export function piecesOfPage(glyphs: readonly Glyph[], tables: readonly FilledGrid[]): Piece[] {
  const found: Piece[] = []
  const sorted = [...glyphs].sort((a, b) => a.y - b.y || a.x - b.x)
  let row: Glyph[] = []
  const flush = () => {
    row.sort((a, b) => a.x - b.x)
    let part: Glyph[] = []
    const close = () => {
      const [first, last] = [part[0], part.at(-1)]
      if (first && last) found.push(pieceOf(part, first, last))
      part = []
    }
    for (const glyph of row) {
      const last = part.at(-1)
      if (last && glyph.x - endOf(last) >= Math.max(glyph.size, last.size) * NARROWEST) close()
      part.push(glyph)
    }
    close()
    row = []
  }
  for (const glyph of sorted) {
    const first = row[0]
    if (first && glyph.y - first.y > Math.min(glyph.size, first.size) * 0.4) flush()
    row.push(glyph)
  }
  flush()
  for (const table of tables) {
    const { left, right, top, bottom } = table
    found.push({ left, right, top, bottom, size: 10, glyphs: [], table })
  }
  return found.sort((a, b) => placeOf(a) - placeOf(b) || a.left - b.left)
}

const placeOf = ({ table, top, bottom }: Piece): number => (table ? top : bottom)

const pieceOf = (glyphs: readonly Glyph[], first: Glyph, last: Glyph): Piece => ({
  left: first.x,
  right: endOf(last),
  top: first.y - first.size,
  bottom: first.y,
  size: first.size,
  glyphs,
})
