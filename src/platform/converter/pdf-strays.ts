import { endOf, type Glyph, textOf } from './pdf-lines.ts'
import type { Ruling } from './pdf-rulings.ts'

/** Text of a page that runs across its lines, each piece as it is read, and what is left. */
export interface Sorted {
  readonly across: readonly string[]
  readonly others: readonly Glyph[]
}

/** Signs that make a line from top to bottom, at least: fewer are the label of a row. */
const SHORTEST = 5
/** From one sign to the next below it, in sizes: lines of text stand further apart. */
const [CLOSEST, FURTHEST] = [0.9, 1.75]
const SIGN = /^[\p{Script=Han}〇○—－（）《》“”·\u2e80-\u2fdf]$/u

/** Signs under one another at an even distance, from the top. */
function chainsOf(glyphs: readonly Glyph[]): Glyph[][] {
  const columns = new Map<number, Glyph[]>()
  for (const glyph of glyphs) {
    if (!SIGN.test(glyph.text)) continue
    const place = Math.round((glyph.x + glyph.width / 2) / 2)
    const column = columns.get(place) ?? columns.get(place - 1) ?? columns.get(place + 1)
    if (column) column.push(glyph)
    else columns.set(place, [glyph])
  }
  const chains: Glyph[][] = []
  for (const column of columns.values()) {
    let chain: Glyph[] = []
    const close = () => {
      if (chain.length >= SHORTEST) chains.push(chain)
      chain = []
    }
    for (const glyph of column.sort((a, b) => a.y - b.y)) {
      const [last, before] = [chain.at(-1), chain.at(-2)]
      const step = last ? (glyph.y - last.y) / glyph.size : 0
      const isEven = !last || !before || Math.abs(glyph.y - last.y - (last.y - before.y)) <= glyph.size * 0.15
      if (last && (step < CLOSEST || step > FURTHEST || !isEven || last.size !== glyph.size)) close()
      chain.push(glyph)
    }
    close()
  }
  return chains
}

/** A column of signs with nothing at its sides, or all on one of them, and no ruling around: not a label in a table. */
function standsAlone(chain: readonly Glyph[], glyphs: readonly Glyph[], rulings: readonly Ruling[]): boolean {
  const [first, last] = [chain[0] as Glyph, chain.at(-1) as Glyph]
  const [top, bottom] = [first.y - first.size, last.y]
  const [left, right] = [first.x - first.size * 0.4, endOf(first) + first.size * 0.4]
  const own = new Set(chain)
  let [before, after] = [false, false]
  for (const glyph of glyphs) {
    if (own.has(glyph) || glyph.y < top || glyph.y - glyph.size > bottom) continue
    if (endOf(glyph) <= left) before = true
    else if (glyph.x >= right) after = true
    else return false
  }
  const middle = (top + bottom) / 2
  const borders = rulings.filter(({ isHorizontal, from, to }) => !isHorizontal && from <= middle && to >= middle)
  const isEnclosed = borders.some(({ at }) => at < left) && borders.some(({ at }) => at > right)
  return !isEnclosed && !(before && after)
}

/** Columns of signs looked at, at most: a page of scattered signs has none. */
const MOST_CHAINS = 20

/** What is printed from top to bottom beside the text: the name on the spine, a heading of old. */
function spines(glyphs: readonly Glyph[], rulings: readonly Ruling[]): Glyph[][] {
  const chains = chainsOf(glyphs)
  return chains.length > MOST_CHAINS ? [] : chains.filter((chain) => standsAlone(chain, glyphs, rulings))
}

/** Runs turned a quarter against the text, line by line as they are read when the page is turned. */
function turnedLines(glyphs: readonly Glyph[]): string[] {
  const laid = glyphs.map(({ turned, ...glyph }): Glyph => {
    const middle = glyph.y - glyph.size * 0.35
    const length = turned?.length ?? glyph.size
    const start = turned?.isDown ? middle - length / 2 : -(middle + length / 2)
    return { ...glyph, x: start, y: turned?.isDown ? -glyph.x : glyph.x, width: length }
  })
  const lines: Glyph[][] = []
  for (const glyph of laid.sort((a, b) => a.y - b.y || a.x - b.x)) {
    const line = lines.at(-1)
    const last = line?.at(-1)
    const isNext = last && Math.abs(last.y - glyph.y) <= glyph.size * 0.4 && glyph.x - endOf(last) < glyph.size * 3
    if (line && isNext) line.push(glyph)
    else lines.push([glyph])
  }
  return lines.map(textOf)
}

/** Takes out of a page what does not run with its lines. `isInTable` tells what a ruled table keeps. */
export function withoutAcross(glyphs: readonly Glyph[], rulings: readonly Ruling[]): Sorted {
  const columns = spines(glyphs, rulings)
  if (columns.length === 0) return { across: [], others: glyphs }
  const taken = new Set(columns.flat())
  return {
    across: columns.map((column) => column.map(({ text }) => text).join('')),
    others: glyphs.filter((glyph) => !taken.has(glyph)),
  }
}

/** Takes out the runs that are turned against the text of the page and stand in no ruled table. */
export function withoutTurned(glyphs: readonly Glyph[]): Sorted {
  const turned = glyphs.filter((glyph) => glyph.turned)
  if (turned.length === 0) return { across: [], others: glyphs }
  return { across: turnedLines(turned), others: glyphs.filter((glyph) => !glyph.turned) }
}
