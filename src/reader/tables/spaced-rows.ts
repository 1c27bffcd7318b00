import type { SourceLine } from '../types.ts'
import { type Aligned, alignedCells } from './aligned-cells.ts'
import { AlignedTable } from './aligned-table.ts'
import { centredTable } from './centred-rows.ts'
import { isNumber, mayName, namesColumn } from './column-words.ts'

const GAP = / {2,}|\u3000+ *|(?<= )\u3000+/
const LONGEST = 1000
/** Lines of text that may stand between two rows: none. Empty lines: what a page leaves. */
const MOST_EMPTY = 4
/** With a label, or the number and the header of a page, between them. */
const MOST_BETWEEN = 12

/** The note of who printed a document stands under its table now and then. */
const PRINTING_NOTE = /日\s*印发\s*$/

const isSpaced = (line: SourceLine | undefined): line is SourceLine =>
  line !== undefined &&
  !line.cells &&
  line.text.length <= LONGEST &&
  !/[\t|]/.test(line.text) &&
  !PRINTING_NOTE.test(line.text)

/** Three names of columns or more, side by side: what alone opens an aligned table. Where few are known, the rows below show it. */
function headerOf(lines: readonly SourceLine[], at: number): Aligned[] | null {
  const line = lines[at] as SourceLine
  if (!isSpaced(line) || !GAP.test(line.text.trim())) return null
  const cells = alignedCells(line.text)
  if (cells.length < 3 || !cells.every(({ text }) => mayName(text))) return null
  const names = cells.filter(({ text }) => namesColumn(text)).length
  const isHeader =
    names >= cells.length - 1 ||
    (names > 0 && [1, 2].every((next) => standsUnder(lines[at + next], cells))) ||
    [1, 2].every((next) => areFiguresUnder(lines[at + next], cells))
  return isHeader ? cells : null
}

/** Whether a line has figures under all names but the first: words over figures are a header, whatever they say. */
function areFiguresUnder(line: SourceLine | undefined, header: readonly Aligned[]): boolean {
  if (!isSpaced(line) || !/\d\s*$/.test(line.text)) return false
  const [first, ...figures] = alignedCells(line.text)
  return (
    first !== undefined &&
    !isNumber(first.text) &&
    figures.length === header.length - 1 &&
    figures.every(({ text }) => isNumber(text))
  )
}

/** Whether a line fills the columns of a header but one, each cell beginning exactly under a name. */
function standsUnder(line: SourceLine | undefined, header: readonly Aligned[]): boolean {
  if (!isSpaced(line)) return false
  const cells = alignedCells(line.text)
  return (
    cells.length >= Math.max(3, header.length - 1) &&
    cells.every((cell) => header.some(({ from }) => from === cell.from))
  )
}

/**
 * Rows of tables that spaces align, as cells between tabs: under a line of names of columns, line by line, until one
 * has no place under the names. A line without a number in a numbered table carries the row before on.
 */
export function spacedRows(lines: readonly SourceLine[]): readonly SourceLine[] {
  const found: SourceLine[] = []
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as SourceLine
    const header = headerOf(lines, at)
    if (!header) {
      found.push(line)
      continue
    }
    const centred = centredTable(lines, at, header)
    if (centred) {
      for (const row of centred.rows) found.push(row)
      at = centred.end - 1
      continue
    }
    const table = new AlignedTable(line, header)
    let last = at
    let reach = MOST_EMPTY
    for (let next = at + 1; next < lines.length && next <= last + reach; next++) {
      const row = lines[next] as SourceLine
      if (row.text.trim() === '' && !row.cells) continue
      if (isSpaced(row) && table.pass(row)) {
        reach = MOST_BETWEEN
        continue
      }
      if (!isSpaced(row) || !table.take(row, next === last + 1)) break
      last = next
      reach = MOST_EMPTY
    }
    const { rows } = table
    if (rows.length < 2) found.push(line)
    else {
      for (const row of rows) found.push(row)
      at = last
    }
  }
  return found
}
