import { withoutSpaces } from '../../kernel/han.ts'
import type { Line } from '../lines.ts'
import { isNumberedLabel } from './bands.ts'
import { isSurelyHeader } from './headers.ts'
import { filledCells, RowReader } from './rows.ts'

/** Columns of the narrowest table that has bands. */
const NARROWEST = 3

/**
 * Lines of text that are rows: a numbered label that stands directly between two rows of tabs, none of them a header
 * below it. A cell merged over a whole row loses its tabs when a table is copied out of a word processor as text.
 */
export function bareBands(lines: readonly Line[]): ReadonlySet<Line> {
  const found = new Set<Line>()
  for (const [at, line] of lines.entries()) {
    if (line.isRow || line.key.length > 40 || !isNumberedLabel(withoutSpaces(line.key)) || /[。;:]/.test(line.key))
      continue
    const [above, below] = [lines[at - 1], lines[at + 1]]
    if (above && below && isTabbed(above) && isTabbed(below) && standsBetween(line, above, below)) found.add(line)
  }
  return found
}

const isTabbed = ({ isRow, source }: Line): boolean => isRow && source.cells === undefined && source.text.includes('\t')

/** No empty line parts it from the rows, and the row below it holds data: a header below makes it a title. */
function standsBetween(line: Line, above: Line, below: Line): boolean {
  const row = new RowReader().read(below)
  return (
    line.number === above.number + 1 &&
    below.number === line.number + 1 &&
    filledCells(row.cells).length >= NARROWEST &&
    !isSurelyHeader(row)
  )
}
