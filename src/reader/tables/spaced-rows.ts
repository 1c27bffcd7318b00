import { foldWidth, withoutSpaces } from '../../kernel/han.ts'
import type { SourceLine } from '../types.ts'
import { type Aligned, alignedCells } from './aligned-cells.ts'
import { isNumberedLabel } from './bands.ts'
import { isSerial, mayName, namesColumn } from './column-words.ts'
import { isOfPage } from './page-lines.ts'

const GAP = / {2,}|\u3000+ *|(?<= )\u3000+/
const LONGEST = 1000
/** Lines of text that may stand between two rows: none. Empty lines: what a page leaves. */
const MOST_EMPTY = 4
/** With a label, or the number and the header of a page, between them. */
const MOST_BETWEEN = 12
const LONGEST_BAND = 40

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
    names >= cells.length - 1 || (names > 0 && [1, 2].every((next) => standsUnder(lines[at + next], cells)))
  return isHeader ? cells : null
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

/** Places that a cut cell may leave free before the next column: a word and the gap. */
const FREE = 8

const NAMES_ORGAN = /^\p{Script=Han}{1,8}[省市区县州旗镇乡]\p{Script=Han}{0,16}(?:政府|办公室|委员会|局)$/u

/** Gathers the rows under one header. */
class AlignedTable {
  readonly #rows: Gathered[] = []
  readonly #header: readonly Aligned[]
  readonly #isNumbered: boolean
  readonly #passed: Gathered[] = []
  /** How far each cell of the last line reached, in columns of a screen. */
  #reach: number[] = []

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
      if (!row || !isUnder || !isNext || this.#rows.length < 2) return false
    } else if (cells.length < 2 || cells.length > this.#header.length + 1) return false
    const isMore =
      isNext && this.#rows.length > 1 && row !== null && row[0] === '' && cells.length < this.#header.length
    if (isMore && (this.#isNumbered || this.#wasCut(row))) {
      if (cells.length > 1 ? !this.#wasCut(row) : this.#isSigner(row)) return false
      this.#carryOn(row, line.number)
    } else if (cells.length === 1 && !this.#standsUnderName(cells[0] as Aligned)) return false
    else if (this.#isNumbered && row !== null && row[0] !== '' && !isSerial(row[0] ?? '') && !isHeader(row))
      return false
    else this.#add(line, row ?? cells.map(({ text }) => text))
    this.#reach = this.#header.map((_, column) => {
      const cell = cells.find(({ text }) => text === row?.[column])
      return cell && row?.[column] ? cell.to : 0
    })
    return true
  }

  /** An organ by itself under a cell that is whole: it signs, or issues the next document. */
  #isSigner(row: readonly string[]): boolean {
    const column = row.findIndex((cell) => cell !== '')
    const above = this.#rows.at(-1)?.cells?.[column]?.at(-1) ?? ''
    return NAMES_ORGAN.test(row[column] ?? '') && !/[、，,和与及]$/.test(above) && column !== this.#header.length - 1
  }

  /** A row with one cell alone: the cell begins where a name of a column does. */
  #standsUnderName(cell: Aligned): boolean {
    return this.#header.some(({ from }) => Math.abs(from - cell.from) <= 1)
  }

  /** Whether each of the cells goes on with one that reached the end of its column; the last column ends nowhere. */
  #wasCut(row: readonly string[]): boolean {
    const filled = row.flatMap((cell, column) => (cell === '' ? [] : [column]))
    return filled.every((column) => {
      const next = this.#header[column + 1]
      if (next) return (this.#reach[column] ?? 0) + FREE >= next.from
      return filled.length > 1 || /[、，,]$/.test(this.#rows.at(-1)?.cells?.[column]?.at(-1) ?? '')
    })
  }

  /**
   * Takes a line that belongs to the table only when another row follows: a label over all columns, the number and the
   * header of a page. False for any other line.
   */
  pass(line: SourceLine): boolean {
    const isPage = isOfPage(line)
    const isBand = !isPage && this.#isBand(line)
    if (!isBand && !isPage) return false
    const cells = isBand ? this.#header.map((_, column) => (column === 0 ? [line.text.trim()] : [])) : null
    this.#passed.push({ line, cells, until: null })
    return true
  }

  /** 一、教育领域, （二） 就业 at the beginning of the line and nothing else on it. */
  #isBand({ text }: SourceLine): boolean {
    const [first, second] = alignedCells(text)
    if (!first || second || first.text.length > LONGEST_BAND || /[。；;]/.test(first.text)) return false
    const isFirst = Math.abs(first.from - (this.#header[0]?.from ?? 0)) <= FREE
    return isFirst && isNumberedLabel(withoutSpaces(foldWidth(first.text)))
  }

  #add(line: SourceLine, cells: readonly string[]): void {
    this.#rows.push(...this.#passed.splice(0))
    this.#rows.push({ line, cells: cells.map((cell) => [cell]), until: null })
  }

  #carryOn(row: readonly string[], until: number): void {
    const last = this.#rows.at(-1) as Gathered
    for (const [column, cell] of row.entries()) if (cell !== '') last.cells?.[column]?.push(cell)
    last.until = until
  }

  get rows(): SourceLine[] {
    return this.#rows.map(({ line, cells, until }) =>
      cells === null
        ? line
        : {
            ...line,
            text: cells.map((pieces) => pieces.join('')).join('\t'),
            ...(until !== null && { until }),
          },
    )
  }
}

/** A row, each cell in the pieces that its lines print; no cells: a line that only stands between rows. */
interface Gathered {
  readonly line: SourceLine
  readonly cells: readonly string[][] | null
  until: number | null
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
    const header = headerOf(lines, at)
    if (!header) {
      found.push(line)
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
