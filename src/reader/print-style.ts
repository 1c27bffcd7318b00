import type { Line } from './lines.ts'
import { endsSentence } from './marks.ts'

/** How the paragraphs of a source are printed: cut into lines of one width, or one a line. */
export interface PrintStyle {
  /** Width of a full line in half-width units, null where a line is a paragraph. */
  readonly width: number | null
  /** The first line of a paragraph begins further in. */
  readonly isIndented: boolean
}

/** Each line is a paragraph, but for those that a page cut. */
export const ONE_A_LINE: PrintStyle = { width: null, isIndented: false }

/** Lines from which a style is told at least, and the share of full lines that text cut to a width has. */
const FEWEST = 8
const FEWEST_FULL = 5
const SHARE = 0.22
/** Half-width units by which full lines differ: punctuation hangs out, Latin words are not broken. */
const SLACK = 4
/** No printed line is wider: columns of text on paper. Nor do shorter ones tell anything. */
const WIDEST = 140
const NARROWEST = 36

/** Width as printed: Han characters and full-width signs count two. Wider than any printed line is all the same. */
function widthOf(text: string): number {
  const end = text.trimEnd().length
  if (end > WIDEST) return WIDEST + 1
  let width = 0
  for (let at = 0; at < end; at++) width += text.charCodeAt(at) < 0x2000 ? 1 : 2
  return width
}

const widths = new WeakMap<Line, number>()

function printedWidth(line: Line): number {
  const known = widths.get(line)
  if (known !== undefined) return known
  const width = widthOf(line.source.text)
  widths.set(line, width)
  return width
}

/** Tells from all lines of a source how its paragraphs are printed: those that a width cut end in the middle of a sentence. */
export function printStyleOf(lines: readonly Line[]): PrintStyle {
  const counts = new Array<number>(WIDEST + 2).fill(0)
  const prose = lines.filter((line) => !line.isRow && line.text !== '')
  for (const line of prose) {
    if (endsSentence(line.key)) continue
    const width = Math.min(WIDEST + 1, printedWidth(line))
    counts[width] = (counts[width] ?? 0) + 1
  }
  const width = prose.length < FEWEST ? null : widthOfFullLines(counts, prose.length)
  return { width, isIndented: isIndentedStyle(prose, width) }
}

/** The width that many lines fill and hardly any exceeds. */
function widthOfFullLines(counts: readonly number[], all: number): number | null {
  let wider = 0
  for (let width = WIDEST + 1; width >= NARROWEST; width--) {
    let full = 0
    for (let at = Math.max(0, width - SLACK); at <= width; at++) full += counts[at] ?? 0
    if (width <= WIDEST && full >= all * SHARE && full >= FEWEST_FULL) return commonest(counts, width)
    wider += counts[width] ?? 0
    if (wider > all * 0.03) return null
  }
  return null
}

/** The commonest width of a window: that of a line without Latin letters at its end. */
function commonest(counts: readonly number[], widest: number): number {
  let best = widest
  for (let at = widest - SLACK; at <= widest; at++) if ((counts[at] ?? 0) >= (counts[best] ?? 0)) best = at
  return best
}

/** Lines after one that ended its paragraph are indented: then those that are not carry on. */
function isIndentedStyle(prose: readonly Line[], width: number | null): boolean {
  if (width === null) return false
  let [begun, indented] = [0, 0]
  for (let at = 1; at < prose.length; at++) {
    const line = prose[at] as Line
    if (printedWidth(prose[at - 1] as Line) >= width - SLACK || printedWidth(line) < width - SLACK) continue
    begun++
    if (line.isIndented) indented++
  }
  return begun >= 2 && indented >= begun * 0.7
}

/** Whether a line fills the width to which its source is cut: its paragraph may go on. */
export const isFull = (line: Line, { width }: PrintStyle): boolean =>
  width !== null && printedWidth(line) >= width - SLACK
