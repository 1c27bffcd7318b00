import { placesOf } from '../kernel/han.ts'
import type { SourceLine } from './types.ts'

/** Lines from which a margin is told at least. */
const FEWEST = 12
/** Of lines that hold text, how many may begin left of the margin: numbers of pages, running headers. */
const MOST_OUTSIDE = 0.1
/** Printed lines that are full enough to begin at the margin; share of them that do. */
const LONG = 30
const SHARE = 0.2

/** Places of white space before the text of a line. */
export const indentOf = (text: string): number => placesOf(/^[ \t\f\u3000]*/.exec(text)?.[0] ?? '')

const beginsAtOnce = (text: string): boolean => text !== '' && text.charCodeAt(0) > 0x20 && text[0] !== '\u3000'

/**
 * The places that all lines of a page stand in from the left, as a PDF that keeps its layout prints them: what begins a
 * paragraph stands further in. 0 where lines begin at the left.
 */
export function leftMargin(lines: readonly SourceLine[]): number {
  const limit = lines.length * MOST_OUTSIDE
  let outside = 0
  for (const { text, cells } of lines)
    if (!cells && beginsAtOnce(text) && !text.includes('\t') && ++outside > limit) return 0
  const counts = new Map<number, number>()
  let long = 0
  for (const { text, cells } of lines) {
    if (cells || text.length < LONG || text.trim().length < LONG) continue
    long++
    const indent = indentOf(text)
    counts.set(indent, (counts.get(indent) ?? 0) + 1)
  }
  if (long < FEWEST) return 0
  const usual = [...counts].flatMap(([indent, count]) => (count >= long * SHARE ? [indent] : []))
  return usual.length > 0 ? Math.min(...usual) : 0
}
