import { endOf, type Glyph, type PrintedLine, piecesOf, WIDE_GAP } from './pdf-lines.ts'

/** Places between columns: white space that the rows share. */
export type Borders = readonly number[]

/** Rows that may cross white space and leave it a border: a heading over several columns, a cell that pokes out. */
const MAY_CROSS = 0.12
/** Rows in which the white space is as wide as between cells, of those with text on both sides. */
const WIDE_IN = 0.5
/** Points of white space at least: cells of a row may nearly touch where others show the columns. */
const NARROWEST = 2

/** White space that at most so many lines cross, from left to right. */
function freeSpans(lines: readonly PrintedLine[], most: number): [from: number, to: number][] {
  const events = lines.flatMap(({ glyphs }) =>
    coveredBy(glyphs).flatMap(([from, to]) => [[from, 1] as const, [to, -1] as const]),
  )
  events.sort((a, b) => a[0] - b[0] || b[1] - a[1])
  const spans: [number, number][] = []
  let covering = 0
  let from: number | null = null
  for (const [x, change] of events) {
    const before = covering
    covering += change
    if (before > most && covering <= most) from = x
    else if (before <= most && covering > most && from !== null) {
      if (x - from >= NARROWEST) spans.push([from, x])
      from = null
    }
  }
  return spans
}

/** The stretches of a line that hold text, runs that touch made one. */
function coveredBy(glyphs: readonly Glyph[]): [number, number][] {
  const spans: [number, number][] = []
  for (const glyph of glyphs) {
    const last = spans.at(-1)
    if (last && glyph.x - last[1] < NARROWEST) last[1] = Math.max(last[1], endOf(glyph))
    else spans.push([glyph.x, endOf(glyph)])
  }
  return spans
}

/** The borders between the columns of a table: all rows show them, not each its own. */
function bordersOf(lines: readonly PrintedLine[]): Borders {
  const whole = freeSpans(lines, 0)
  return freeSpans(lines, Math.floor(lines.length * MAY_CROSS)).flatMap((span) => {
    // Where no line crosses at all is the border, also when it is far from the middle: figures stand at the right.
    const free = whole.filter(([from, to]) => from >= span[0] && to <= span[1])
    const [from, to] = free.sort((one, other) => other[1] - other[0] - (one[1] - one[0]))[0] ?? span
    const middle = (from + to) / 2
    let [both, wide] = [0, 0]
    for (const { glyphs } of lines) {
      const after = glyphs.findIndex((glyph) => glyph.x > middle)
      const [last, first] = [glyphs[after - 1], glyphs[after]]
      if (!last || !first) continue
      both++
      if (first.x - endOf(last) >= Math.max(first.size, last.size) * WIDE_GAP) wide++
    }
    return wide >= 2 && wide >= both * WIDE_IN ? [middle] : []
  })
}

/** Where columns begin: places at which many pieces begin. */
function startsOf(lines: readonly PrintedLine[]): number[] {
  const starts = lines
    .flatMap(({ glyphs }) => piecesOf(glyphs).map(([first]) => first))
    .filter((first) => first !== undefined)
  const columns: { x: number; count: number; size: number }[] = []
  for (const { x, size } of starts.sort((a, b) => a.x - b.x)) {
    const last = columns.at(-1)
    if (last && x - last.x < size * 2.5) last.count++
    else columns.push({ x, count: 1, size })
  }
  const least = Math.max(2, lines.length * 0.15)
  return columns.filter(({ count }) => count >= least).map(({ x, size }) => x - size * 1.2)
}

/** Rows in which cells with wide space between them share a column, at most: else the borders are too few. */
const MAY_SHARE = 0.15

/** The borders that the rows share; where too many cells poke out, the places where cells begin. */
export function columnsOf(lines: readonly PrintedLine[]): Borders {
  const borders = bordersOf(lines)
  const sharing = lines.filter(({ glyphs }) => {
    const columns = piecesOf(glyphs).map(([first]) => columnAt(borders, first as Glyph))
    return new Set(columns).size < columns.length
  })
  return borders.length >= 2 && sharing.length <= lines.length * MAY_SHARE ? borders : startsOf(lines).slice(1)
}

/** The column in which a run stands. */
export const columnAt = (borders: Borders, glyph: Glyph): number =>
  borders.filter((border) => border < glyph.x + Math.min(glyph.width / 2, glyph.size / 2)).length
