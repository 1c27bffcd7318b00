import { type ColumnEdges, edgeOf, edgesOfColumns, FEWEST_FULL, RAGGED } from './pdf-column-edges.ts'
import { isLabelAlone, isSetWide, tableOver } from './pdf-over.ts'
import { median, NARROWEST, type Piece, SAME_EDGE } from './pdf-pieces.ts'

/** White space between two columns, found over the pieces from `from` to `to` (by place from top to bottom). */
export interface Gutter extends ColumnEdges {
  /** Where the right column begins. */
  readonly x: number
  readonly from: number
  readonly to: number
}

/** Gutters of the pages before: a column that holds a few lines is known by them. */
export class KnownGutters {
  readonly #known: Pick<Gutter, 'x' | 'leftEdges'>[] = []

  add(gutter: Gutter): void {
    const end = this.endBefore(gutter.x)
    if (this.#known.length < MOST_KNOWN && (end === null || Math.abs(end - gutter.leftEdges[1]) > SAME_EDGE * 4))
      this.#known.push(gutter)
  }

  /** Where the neighbour of the column that began at `x` ended; null when none began there. */
  endBefore(x: number): number | null {
    return this.#known.find((known) => Math.abs(known.x - x) < SAME_EDGE * 2)?.leftEdges[1] ?? null
  }

  get places(): readonly number[] {
    return this.#known.map(({ x }) => x)
  }
}

const MOST_KNOWN = 8
const MOST_CANDIDATES = 6
/** Pieces of a page in which columns are looked for; a newspaper has some thousand. */
const MOST_PIECES = 20_000

/** Where many pieces begin: where columns may. Paragraphs that begin two signs in speak for the edge before them. */
function candidates(pieces: readonly Piece[], size: number, known: KnownGutters): number[] {
  const starts = new Map<number, { count: number; least: number }>()
  for (const { left } of pieces) {
    const key = Math.round(left / SAME_EDGE)
    const found = starts.get(key)
    if (found) {
      found.count++
      found.least = Math.min(found.least, left)
    } else starts.set(key, { count: 1, least: left })
  }
  const count = (key: number): number => starts.get(key)?.count ?? 0
  const weight = (key: number): number => {
    const indented = Math.round((key * SAME_EDGE + size * 2) / SAME_EDGE)
    return count(key) + count(key + 1) + (count(indented) + count(indented - 1) + count(indented + 1)) / 2
  }
  const found = [...starts]
    .map(([key, { least }]) => ({ x: least, weight: weight(key) }))
    .filter((one) => one.weight >= 1.5)
    .sort((a, b) => b.weight - a.weight || a.x - b.x)
    .slice(0, MOST_CANDIDATES)
    .map(({ x }) => x)
  return [...found, ...known.places.filter((place) => !found.some((x) => Math.abs(x - place) < SAME_EDGE))]
}

/** The best gutter of a region: the one that parts most of its lines. `pieces` go from top to bottom. */
export function findGutter(pieces: readonly Piece[], known: KnownGutters): Gutter | null {
  const text = pieces.filter(({ table }) => !table)
  const fewest = known.places.length > 0 ? FEWEST_FULL : FEWEST_FULL * 2
  if (text.length < fewest || text.length > MOST_PIECES) return null
  const size = median(text.map((piece) => piece.size))
  let best: Gutter | null = null
  for (const x of candidates(text, size, known)) {
    for (const run of freeRuns(pieces, x, size, fewest, known.endBefore(x))) {
      if (best && run[1] - run[0] <= best.to - best.from) continue
      const found = gutterIn(pieces, run, x, size, known)
      if (found && found.to - found.from > (best ? best.to - best.from : 0)) best = found
    }
  }
  return best
}

type Run = readonly [from: number, to: number]

/** The gutter of a run; a heading over all columns that is too short to reach this one ends it. */
function gutterIn(
  pieces: readonly Piece[],
  [from, to]: Run,
  x: number,
  size: number,
  known: KnownGutters,
): Gutter | null {
  const knownEnd = known.endBefore(x)
  const run = trimmed(pieces, from, to, x)
  const edges = edgesOfColumns(pieces.slice(...run), x, size, knownEnd)
  if (!edges) return null
  const [left, right] = extentOf(pieces)
  const width = Math.max(edges.leftEdges[1] - edges.leftEdges[0], edges.rightEdge - x) * 1.15
  const parts: Run[] = []
  let start = run[0]
  for (let at = run[0]; at <= run[1]; at++) {
    const piece = pieces[at]
    const isOver =
      piece !== undefined &&
      piece.right - piece.left > width &&
      Math.abs((piece.left + piece.right) / 2 - (left + right) / 2) < size
    if (at < run[1] && !isOver) continue
    parts.push([start, at])
    start = at + 1
  }
  const [longest = run] = parts.sort((a, b) => b[1] - b[0] - (a[1] - a[0]))
  if (longest[1] - longest[0] === run[1] - run[0]) return { x, ...edges, from: run[0], to: run[1] }
  const again = edgesOfColumns(pieces.slice(...longest), x, size, knownEnd)
  return again && { x, ...again, from: longest[0], to: longest[1] }
}

function extentOf(pieces: readonly Piece[]): Run {
  let [left, right] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const piece of pieces) {
    left = Math.min(left, piece.left)
    right = Math.max(right, piece.right)
  }
  return [left, right]
}

/** Runs of pieces none of which stands in the gutter before `x`, longest first. */
function freeRuns(
  pieces: readonly Piece[],
  x: number,
  size: number,
  fewest: number,
  knownEnd: number | null,
): [number, number][] {
  const ends = pieces.flatMap(({ left, right, table }) => (!table && left < x && right < x ? [right] : []))
  const end = ends.length > 0 ? Math.max(edgeOf(ends, size * RAGGED, true), knownEnd ?? 0) : x
  const limit = Math.min(x - size * NARROWEST, end + size * RAGGED)
  const ofTable = tableOver(pieces, x)
  const isOver = pieces.map(
    (piece, at) =>
      (piece.left < x - SAME_EDGE && piece.right > limit) || ofTable.has(piece) || isSetWide(pieces, at, limit, x),
  )
  const runs: [number, number][] = []
  let from = 0
  for (let at = 0; at <= pieces.length; at++) {
    if (at < pieces.length && !isOver[at]) continue
    if (at - from >= fewest) runs.push([from, at])
    from = at + 1
  }
  return runs.sort((a, b) => b[1] - b[0] - (a[1] - a[0])).slice(0, MOST_CANDIDATES)
}

/** The step from line to line in the columns beside a gutter. */
function pitchOf(pieces: readonly Piece[], x: number): number {
  const steps: number[] = []
  const last: [number | null, number | null] = [null, null]
  for (const { left, bottom, size } of pieces) {
    const side = left < x - SAME_EDGE ? 0 : 1
    const before = last[side]
    if (before !== null && bottom - before > size * 0.6) steps.push(bottom - before)
    last[side] = bottom
  }
  return median(steps)
}

/** A running header or a page number stands alone, farther from the columns than their lines from each other. */
function trimmed(pieces: readonly Piece[], from: number, to: number, x: number): [number, number] {
  const far = pitchOf(pieces.slice(from, to), x) * 1.7
  const isFar = (at: number): boolean => {
    const [above, below] = [pieces[at - 1] as Piece, pieces[at] as Piece]
    return below.bottom - above.bottom > far && !above.table && !below.table
  }
  const top = Math.min(to, from + 4)
  const bottom = Math.max(from, to - 4)
  let [first, last] = [from, to]
  for (let at = from + 1; at < top; at++) if (isFar(at) && isOneRow(pieces, from, at)) first = at
  for (let at = to - 1; at > Math.max(bottom, first); at--)
    if (isOneRow(pieces, at, to) && (isFar(at) || isLabelAlone(pieces, at, last))) last = at
  return [first, last]
}

const isOneRow = (pieces: readonly Piece[], from: number, to: number): boolean => {
  const [first, last] = [pieces[from] as Piece, pieces[to - 1] as Piece]
  return last.bottom - first.bottom < first.size * 0.6
}
