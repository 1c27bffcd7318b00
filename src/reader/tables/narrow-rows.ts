import { foldWidth } from '../../kernel/han.ts'
import type { SourceLine } from '../types.ts'
import { isNumber, mayName } from './column-words.ts'
import { isOfPage } from './page-lines.ts'

const LONGEST = 160
const FEWEST_COLUMNS = 3
const MOST_COLUMNS = 12
/** Lines under the names in which two rows of figures are looked for. */
const REACH = 8
/** Empty lines and lines of pages between two rows at most. */
const MOST_BETWEEN = 4

const isPlain = (line: SourceLine | undefined): line is SourceLine =>
  line !== undefined && !line.cells && line.text.length <= LONGEST && !/[\t|]/.test(line.text)

/** The cells of a line that single blanks part; none where wider gaps stand, or nothing that could be a row. */
function cellsOf(line: SourceLine | undefined): string[] {
  if (!isPlain(line) || !line.text.includes(' ') || isOfPage(line)) return []
  const text = line.text.trim()
  if (/ {2}|[\u3000。；;]/.test(text)) return []
  const cells = text.split(' ')
  return cells.length > MOST_COLUMNS + 2 ? [] : cells
}

/** The columns in which a row has figures. */
const figuresOf = (cells: readonly string[]): number[] =>
  cells.flatMap((cell, column) => (column > 0 && isNumber(foldWidth(cell)) ? [column] : []))

/** A table that opens at a line of names, by the figures of two rows under it; null where none does. */
function columnsUnder(lines: readonly SourceLine[], at: number): readonly number[] | null {
  const names = cellsOf(lines[at])
  const isHeader =
    names.length >= FEWEST_COLUMNS &&
    names.length <= MOST_COLUMNS &&
    names.every((name) => name.length > 1 && mayName(name))
  if (!isHeader) return null
  const rows = lines
    .slice(at + 1, at + 1 + REACH)
    .map(cellsOf)
    .filter((cells) => cells.length === names.length)
    .map(figuresOf)
  const shared = (rows[0] ?? []).filter((column) => rows[1]?.includes(column))
  return shared.length >= 2 ? shared : null
}

/** A row whole by itself, or with the line below it where a column of the page cut it; null for any other line. */
function rowAt(lines: readonly SourceLine[], at: number, width: number, figures: readonly number[]) {
  const cells = cellsOf(lines[at])
  const fits = (row: readonly string[]) =>
    figures.filter((column) => isNumber(foldWidth(row[column] ?? ''))).length >= 2
  // A name with a blank inside: 其中 工业.
  const packed = [cells.slice(0, cells.length - width + 1).join(' '), ...cells.slice(cells.length - width + 1)]
  if (cells.length >= width && cells.length <= width + 2 && fits(packed)) return { cells: packed, next: at + 1 }
  if (cells.length < 2 || cells.length >= width) return null
  let next = at + 1
  while (next <= at + MOST_BETWEEN && lines[next]?.text.trim() === '') next++
  const whole = [...cells, ...cellsOf(lines[next])]
  return whole.length === width && fits(whole) ? { cells: whole, next: next + 1 } : null
}

/**
 * Rows of tables whose cells a single blank parts, as a PDF without its layout prints narrow columns: words over at least
 * two rows that have figures in the same two columns.
 */
export function narrowRows(lines: readonly SourceLine[]): readonly SourceLine[] {
  const found: SourceLine[] = []
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as SourceLine
    const figures = columnsUnder(lines, at)
    if (!figures) {
      found.push(line)
      continue
    }
    const names = cellsOf(line)
    found.push({ ...line, text: names.join('\t') })
    let waiting: SourceLine[] = []
    let next = at + 1
    while (next < lines.length && waiting.length <= MOST_BETWEEN) {
      const below = lines[next] as SourceLine
      const row = rowAt(lines, next, names.length, figures)
      if (!row && !(isPlain(below) && (below.text.trim() === '' || isOfPage(below)))) break
      if (!row) {
        waiting.push(below)
        next++
        continue
      }
      found.push(...waiting, {
        ...below,
        text: row.cells.join('\t'),
        ...(row.next > next + 1 && { until: lines[row.next - 1]?.number ?? below.number }),
      })
      waiting = []
      next = row.next
    }
    at = next - waiting.length - 1
  }
  return found
}
