import { withoutSpaces } from '../../kernel/han.ts'
import type { Line } from '../lines.ts'
import { isNumberedLabel } from './bands.ts'
import { serialOf } from './column-words.ts'
import { isSurelyHeader } from './headers.ts'
import { filledCells, RowReader } from './rows.ts'

/** Columns of the narrowest table that has bands. */
const NARROWEST = 3

/**
 * Lines of text that are rows: numbered labels that stand directly over a row of tabs and under another, none of them a
 * header below it; where a page ends at them, the numbers of the rows go on. A cell merged over a whole row loses its
 * tabs when a table is copied out of a word processor as text.
 */
export function bareBands(lines: readonly Line[]): ReadonlySet<Line> {
  const found = new Set<Line>()
  for (let at = 1; at < lines.length; at++) {
    const run = labelsFrom(lines, at)
    const [above, below] = [lines[at - 1], lines[at + run]]
    if (run > 0 && above && below && isTabbed(above) && isTabbed(below) && standBetween(lines, at, run))
      for (const line of lines.slice(at, at + run)) found.add(line)
    at += Math.max(0, run - 1)
  }
  return found
}

/** Bands within bands: 一、 and （一） beneath it. */
const MOST_LABELS = 3

/** How many lines from one on are numbered labels, each directly under the one before. */
function labelsFrom(lines: readonly Line[], at: number): number {
  let count = 0
  while (count < MOST_LABELS && isLabel(lines[at + count]) && (count === 0 || isNext(lines, at + count))) count++
  return count
}

const isLabel = (line: Line | undefined): boolean =>
  line !== undefined &&
  !line.isRow &&
  line.key.length <= 40 &&
  isNumberedLabel(withoutSpaces(line.key)) &&
  !/[。;:]/.test(line.key)

const isNext = (lines: readonly Line[], at: number): boolean => lines[at]?.number === (lines[at - 1]?.number ?? 0) + 1

const isTabbed = ({ isRow, source }: Line): boolean => isRow && source.cells === undefined && source.text.includes('\t')

/** The row below holds data, not names. Both rows stand at the labels, or a page ends at them and the numbers go on. */
function standBetween(lines: readonly Line[], at: number, run: number): boolean {
  const below = lines[at + run] as Line
  const row = new RowReader().read(below)
  const isData = filledCells(row.cells).length >= NARROWEST && !isSurelyHeader(row)
  if (!isData) return false
  const standsHere = isNext(lines, at) && isNext(lines, at + run)
  return standsHere || numberOf(below) === numberOf(lines[at - 1] as Line) + 1
}

const numberOf = ({ source }: Line): number => serialOf(source.text.slice(0, source.text.indexOf('\t')))
