import { findGutter, type Gutter, type KnownGutters } from './pdf-gutter.ts'
import { type Piece, SAME_EDGE } from './pdf-pieces.ts'

/** Part of a page that is read line by line; `edges` are those of its column, null where it is as wide as the page. */
export interface Region {
  readonly pieces: readonly Piece[]
  readonly edges: readonly [left: number, right: number] | null
}

/** Columns within columns are no deeper. */
const DEEPEST = 12

/**
 * The regions of a page in the order in which they are read. The longest gutter parts what stands above it, its left
 * column, its right column and what stands below; each of them is looked at again, so that pages of three columns, or
 * with other columns above and below a heading, come apart.
 */
export function regionsOf(pieces: readonly Piece[], known: KnownGutters): Region[] {
  const found: Region[] = []
  const visit = (region: Region, depth: number): void => {
    if (region.pieces.length === 0) return
    const gutter = depth < DEEPEST ? findGutter(region.pieces, known) : null
    if (!gutter) {
      found.push(region)
      return
    }
    known.add(gutter)
    for (const part of partsOf(region, gutter)) visit(part, depth + 1)
  }
  visit({ pieces, edges: null }, 0)
  return found
}

function partsOf({ pieces, edges }: Region, { x, leftEdges, rightEdge, from, to }: Gutter): Region[] {
  const inside = pieces.slice(from, to)
  const isLeft = ({ left }: Piece): boolean => left < x - SAME_EDGE
  return [
    { pieces: pieces.slice(0, from), edges },
    { pieces: inside.filter(isLeft), edges: leftEdges },
    { pieces: inside.filter((piece) => !isLeft(piece)), edges: [x, rightEdge] },
    { pieces: pieces.slice(to), edges },
  ]
}
