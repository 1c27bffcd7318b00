import { signsOf } from './pdf-grid.ts'
import { endOf, type Glyph } from './pdf-lines.ts'

/** How far apart (in sizes of the print) two prints of one sign stand: letters of a word stand further. */
const APART = 0.2
/** Runs that reach into each other by so much (in sizes) are looked at sign by sign. */
const REACHES_INTO = 0.3

/** The runs of a page that lie on others of the same line. */
function overlapping(glyphs: readonly Glyph[]): Set<Glyph> {
  const found = new Set<Glyph>()
  let furthest: Glyph | undefined
  for (const glyph of [...glyphs].sort((a, b) => Math.round(a.y) - Math.round(b.y) || a.x - b.x)) {
    const isBeside = furthest !== undefined && Math.abs(glyph.y - furthest.y) <= glyph.size * APART + 1
    if (furthest && isBeside && glyph.x < endOf(furthest) - glyph.size * REACHES_INTO) found.add(furthest).add(glyph)
    if (!furthest || !isBeside || endOf(glyph) > endOf(furthest)) furthest = glyph
  }
  return found
}

/** Signs by place: a sign is looked for among the same signs on lines nearby. */
class PrintedSigns {
  readonly #places = new Map<string, Glyph[]>()

  /** The sign printed here before, if any. */
  find(sign: Glyph): Glyph | undefined {
    const row = Math.round(sign.y / 4)
    for (const near of [row - 1, row, row + 1]) {
      const before = this.#places
        .get(`${sign.text} ${near}`)
        ?.find(({ x, y }) => Math.max(Math.abs(x - sign.x), Math.abs(y - sign.y)) <= sign.size * APART)
      if (before) return before
    }
    return undefined
  }

  add(sign: Glyph): void {
    const key = `${sign.text} ${Math.round(sign.y / 4)}`
    const others = this.#places.get(key)
    if (others) others.push(sign)
    else this.#places.set(key, [sign])
  }
}

/** Most signs looked at one by one on a page: more are no text that a person set. */
const MOST_SIGNS = 20_000

/**
 * Takes away the second print of what was printed twice: programs without a bold font print each sign again, a hair
 * further on. What was printed twice is bold.
 */
export function withoutDoubles(glyphs: readonly Glyph[]): readonly Glyph[] {
  const over = overlapping(glyphs)
  if (over.size === 0) return glyphs
  const printed = new PrintedSigns()
  const doubled = new Set<Glyph>()
  const kept = new Map<Glyph, Glyph[]>()
  let left = MOST_SIGNS
  for (const glyph of over) {
    const signs = signsOf(glyph)
    left -= signs.length
    if (left < 0) return glyphs
    const own = signs.filter((sign) => {
      const before = printed.find(sign)
      if (before) doubled.add(before)
      else printed.add(sign)
      return !before
    })
    kept.set(glyph, own)
  }
  if (doubled.size === 0) return glyphs
  return glyphs.flatMap((glyph) =>
    (kept.get(glyph) ?? [glyph]).map((sign) => (doubled.has(sign) ? { ...sign, isBold: true } : sign)),
  )
}
