import { foldWidth, withoutSpaces } from '../../kernel/han.ts'
import type { SourceLine } from '../types.ts'
import { type Aligned, alignedCells } from './aligned-cells.ts'
import { isNumberedLabel } from './bands.ts'
import { isSerial, namesColumn } from './column-words.ts'
import { isOfPage } from './page-lines.ts'

const LONGEST_BAND = 40
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
export class AlignedTable {
  readonly #rows: Gathered[] = []
  readonly #header: readonly Aligned[]
  readonly #isNumbered: boolean
  readonly #passed: Gathered[] = []
  /** The row that a line may carry on. */
  #last: Gathered | null = null
  /** How far each cell of the last line reached, in columns of a screen. */
  #reach: number[] = []
  /** Where the cells of the last row began, -1 where it had none. */
  #starts: readonly number[] = []

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
    const rest = isNext || this.#passed.every((passed) => passed.cells === null) ? this.#restUnder(cells) : null
    if (rest) {
      this.#carryOn(rest, line.number)
      return true
    }
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
    else {
      this.#add(line, row ?? cells.map(({ text }) => text))
      this.#starts = this.#header.map((_, column) => cellOf(cells, row?.[column])?.from ?? -1)
    }
    this.#reach = this.#header.map((_, column) => cellOf(cells, row?.[column])?.to ?? 0)
    return true
  }

  /**
   * Cells that each begin where one of the last row began, none of them its number: in a numbered table they go on, also
   * behind the end of a page. Names that stand in the middle of their column do not show where its cells begin.
   */
  #restUnder(cells: readonly Aligned[]): string[] | null {
    if (!this.#isNumbered || this.#rows.length < 2 || cells.length >= this.#header.length) return null
    const row: string[] = this.#header.map(() => '')
    for (const { text, from } of cells) {
      const column = this.#starts.findIndex((start, at) => at > 0 && start >= 0 && Math.abs(start - from) <= 1)
      if (column < 0 || row[column] !== '') return null
      row[column] = text
    }
    return cells.length === 1 && this.#isSigner(row) ? null : row
  }

  /** An organ by itself under a cell that is whole: it signs, or issues the next document. */
  #isSigner(row: readonly string[]): boolean {
    const column = row.findIndex((cell) => cell !== '')
    const above = this.#above(column)
    return NAMES_ORGAN.test(row[column] ?? '') && !/[、，,和与及]$/.test(above) && column !== this.#header.length - 1
  }

  /** The last piece of a cell of the last row. */
  #above(column: number): string {
    return this.#last?.cells?.[column]?.at(-1) ?? ''
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
      return filled.length > 1 || /[、，,]$/.test(this.#above(column))
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
    this.#last = { line, cells: cells.map((cell) => [cell]), until: null }
    this.#rows.push(this.#last)
  }

  #carryOn(row: readonly string[], until: number): void {
    const last = this.#last as Gathered
    this.#rows.push(...this.#passed.splice(0))
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

const cellOf = (cells: readonly Aligned[], text: string | undefined): Aligned | undefined =>
  text ? cells.find((cell) => cell.text === text) : undefined

/** A row, each cell in the pieces that its lines print; no cells: a line that only stands between rows. */
interface Gathered {
  readonly line: SourceLine
  readonly cells: readonly string[][] | null
  until: number | null
}

const isHeader = (row: readonly string[]): boolean => row.every((cell) => cell === '' || namesColumn(cell))
