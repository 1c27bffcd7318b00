import { foldWidth, withoutSpaces } from '../../kernel/han.ts'
import type { SourceLine } from '../types.ts'
import { mayName, namesColumn } from './column-words.ts'

/** A cell of an aligned line: its text and where it stands, in columns of a screen (a Han sign takes two). */
interface Aligned {
  readonly text: string
  readonly from: number
  readonly to: number
}

const GAP = / {2,}|\u3000+ *|(?<= )\u3000+/
const LONGEST = 1000
/** Lines of text that may stand between two rows: none. Empty lines: what a page leaves. */
const MOST_EMPTY = 4

const widthOf = (text: string): number => {
  let width = 0
  for (let at = 0; at < text.length; at++) width += text.charCodeAt(at) > 0x2e80 ? 2 : 1
  return width
}

/** The cells of a line that spaces part; null when it has no gap. */
function alignedCells(text: string): Aligned[] {
  const cells: Aligned[] = []
  let at = 0
  for (const part of text.split(/( {2,}|\u3000+ *)/)) {
    const width = widthOf(part)
    if (part.trim() !== '') cells.push({ text: part.trim(), from: at, to: at + width })
    at += width
  }
  return cells
}

const isSpaced = (line: SourceLine | undefined): line is SourceLine =>
  line !== undefined && !line.cells && line.text.length <= LONGEST && !/[\t|]/.test(line.text)

/** Three names of columns or more, side by side: what alone opens an aligned table. */
function headerOf(line: SourceLine): Aligned[] | null {
  if (!isSpaced(line) || !GAP.test(line.text.trim())) return null
  const cells = alignedCells(line.text)
  const names = cells.filter(({ text }) => namesColumn(text)).length
  return cells.length >= 3 && cells.every(({ text }) => mayName(text)) && names >= cells.length - 1 ? cells : null
}

/** Puts cells under the names they stand below; null when two would share a column. */
function placed(cells: readonly Aligned[], header: readonly Aligned[]): string[] | null {
  if (cells.length === header.length) return cells.map(({ text }) => text)
  const row: string[] = header.map(() => '')
  for (const cell of cells) {
    const distances = header.map(({ from, to }) =>
      cell.from < to && from < cell.to
        ? -Math.min(cell.to, to) + Math.max(cell.from, from)
        : Math.min(Math.abs(cell.from - to), Math.abs(from - cell.to)),
    )
    const column = distances.indexOf(Math.min(...distances))
    if (row[column] !== '') return null
    row[column] = cell.text
  }
  return row
}

const isSerial = (text: string): boolean => /^\d{1,4}[.、]?$/.test(withoutSpaces(foldWidth(text)))

/** Gathers the rows under one header. */
class AlignedTable {
  readonly rows: SourceLine[] = []
  readonly #header: readonly Aligned[]
  readonly #isNumbered: boolean
  #cells: string[] = []

  constructor(line: SourceLine, header: readonly Aligned[]) {
    this.#header = header
    this.#isNumbered = /^序号?$/.test(withoutSpaces(header[0]?.text ?? ''))
    this.#add(
      line,
      header.map(({ text }) => text),
    )
  }

  /** Takes a line as a row, or as the next line of the row before; false when it is neither. */
  take(line: SourceLine, isNext: boolean): boolean {
    const cells = alignedCells(line.text)
    const row = placed(cells, this.#header)
    if (cells.length === 1) {
      const [only] = cells as [Aligned]
      const isUnder = only.from + 1 >= (this.#header[1]?.from ?? 0)
      if (!row || !isUnder || !isNext || this.rows.length < 2) return false
    } else if (cells.length < 2 || cells.length > this.#header.length + 1) return false
    const isMore = this.#isNumbered && isNext && this.rows.length > 1 && row !== null && row[0] === ''
    if (isMore && cells.length < this.#header.length) this.#carryOn(row, line.number)
    else if (this.#isNumbered && row !== null && row[0] !== '' && !isSerial(row[0] ?? '') && !isHeader(row))
      return false
    else this.#add(line, row ?? cells.map(({ text }) => text))
    return true
  }

  #add(line: SourceLine, cells: string[]): void {
    this.#cells = cells
    this.rows.push({ ...line, text: cells.join('\t') })
  }

  #carryOn(row: readonly string[], until: number): void {
    this.#cells = this.#cells.map((cell, column) => `${cell}${row[column] ?? ''}`)
    this.rows[this.rows.length - 1] = {
      ...(this.rows.at(-1) as SourceLine),
      text: this.#cells.join('\t'),
      until,
    }
  }
}

const isHeader = (row: readonly string[]): boolean => row.every((cell) => cell === '' || namesColumn(cell))

/**
 * Rows of tables that spaces align, as cells between tabs: under a line of names of columns, line by line, until one
 * has no place under the names. A line without a number in a numbered table carries the row before on.
 */
export function spacedRows(lines: readonly SourceLine[]): readonly SourceLine[] {
  const found: SourceLine[] = []
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as SourceLine
    const header = headerOf(line)
    if (!header) {
      found.push(line)
      continue
    }
    const table = new AlignedTable(line, header)
    let last = at
    for (let next = at + 1; next < lines.length && next <= last + MOST_EMPTY; next++) {
      const row = lines[next] as SourceLine
      if (row.text.trim() === '' && !row.cells) continue
      if (!isSpaced(row) || !table.take(row, next === last + 1)) break
      last = next
    }
    if (table.rows.length < 2) found.push(line)
    else {
      for (const row of table.rows) found.push(row)
      at = last
    }
  }
  return found
}
