import { raisedDigits } from './numerals.ts'

/** A run of text on a page; `y` is its baseline and grows downwards. Sizes and places are in points. */
export interface Glyph {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly size: number
  readonly isBold?: boolean
  /** A run turned a quarter against the text of the page, as long as this; its place is that of an upright sign in its middle. */
  readonly turned?: { readonly isDown: boolean; readonly length: number }
}

/** Runs on one baseline, from left to right. */
export interface PrintedLine {
  readonly y: number
  readonly glyphs: Glyph[]
}

export const endOf = ({ x, width }: Glyph): number => x + width

const largest = ({ glyphs }: PrintedLine): number => glyphs.reduce((most, { size }) => Math.max(most, size), 0)

/** Small print just above or below a line belongs to it. */
function takeIn(line: PrintedLine, small: PrintedLine): boolean {
  const size = largest(line)
  const isAbove = small.y < line.y
  if (largest(small) > size * 0.75 || Math.abs(line.y - small.y) > size * (isAbove ? 0.7 : 0.35)) return false
  const [first, last] = [line.glyphs[0], line.glyphs.at(-1)]
  if (!first || !last) return false
  if (!small.glyphs.every((glyph) => glyph.x > first.x - size && glyph.x < endOf(last) + size)) return false
  for (const glyph of small.glyphs) line.glyphs.push(isAbove ? { ...glyph, text: raisedDigits(glyph.text) } : glyph)
  return true
}

/** Runs at one height are one printed line; raised and lowered signs join the line that they belong to. */
export function printedLines(glyphs: readonly Glyph[]): PrintedLine[] {
  const lines: PrintedLine[] = []
  for (const glyph of [...glyphs].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const last = lines.at(-1)
    if (last && Math.abs(last.y - glyph.y) <= Math.min(glyph.size, last.glyphs[0]?.size ?? glyph.size) * 0.4)
      last.glyphs.push(glyph)
    else lines.push({ y: glyph.y, glyphs: [glyph] })
  }
  const kept = lines.filter((line, index) => {
    const [before, after] = [lines[index - 1], lines[index + 1]]
    return !((after && takeIn(after, line)) || (before && takeIn(before, line)))
  })
  for (const { glyphs: found } of kept) found.sort((a, b) => a.x - b.x)
  return kept
}

/** White space between cells and columns, in sizes of the print. */
export const WIDE_GAP = 1.4

/** Runs of a line with wide gaps between them: columns of a table, or of a page. */
export function piecesOf(glyphs: readonly Glyph[]): Glyph[][] {
  const found: Glyph[][] = []
  for (const glyph of glyphs) {
    const last = found.at(-1)?.at(-1)
    if (last && glyph.x - endOf(last) < Math.max(glyph.size, last.size) * WIDE_GAP) found.at(-1)?.push(glyph)
    else found.push([glyph])
  }
  return found
}

/** What stands between two runs: nothing, or a space where words part or a gap of nearly a character was left. */
function between(before: Glyph, after: Glyph): string {
  const gap = after.x - endOf(before)
  if (gap > after.size * 0.7) return ' '
  return gap > after.size * 0.2 && /[\w%)]$/.test(before.text) && /^[\w(]/.test(after.text) ? ' ' : ''
}

/** Single signs with a space after each: a justified line, not words. Names and numbers have two signs or more. */
const SPACED_OUT = /(?:[\p{Script=Han}\u3000-\u303f\uff00-\uff60] ){3}/u
const BETWEEN_SIGNS = /(?<=[\p{Script=Han}\u3000-\u303f\uff00-\uff60]) (?=[\p{Script=Han}\u3000-\u303f\uff00-\uff60])/gu

/** A justified line is stretched where signs of different kinds meet: 2010 年, （ 9月, 12% ，. Nobody types a space there. Browsers print 月 and 日 as radicals. */
const STRETCHED =
  /(?<=\S) (?=[，。；：、）》”〕！？])|(?<=[（《“〔]) (?=\S)|(?<=\p{Script=Han}) (?=“)|(?<=\d) (?=[年月⽉日⽇号％%])|(?<=[年月⽉]) (?=\d{1,2} ?[月⽉日⽇])/gu

const drawnTogether = (text: string): string =>
  (SPACED_OUT.test(text) ? text.replace(BETWEEN_SIGNS, '') : text).replace(STRETCHED, '')

/** The text of runs on one line. */
export function textOf(glyphs: readonly Glyph[]): string {
  const parts: string[] = []
  for (const [index, glyph] of glyphs.entries()) {
    const before = glyphs[index - 1]
    if (before && !before.text.endsWith(' ') && !glyph.text.startsWith(' ')) parts.push(between(before, glyph))
    parts.push(glyph.text)
  }
  return drawnTogether(parts.join('').trim())
}

/** The lines of a cell as one text: words of Latin letters part, everything else goes on. */
export function joinLines(lines: readonly string[]): string {
  let text = ''
  for (const line of lines) text += /[A-Za-z]$/.test(text) && /^[A-Za-z]/.test(line) ? ` ${line}` : line
  return text
}
