import { withoutSpaces } from '../../kernel/han.ts'
import type { Line } from '../lines.ts'
import { withoutMarks } from '../markup.ts'
import type { SourceCell } from '../types.ts'

/** One printed row: its cells without marks, and where it stands. */
export interface Row {
  readonly cells: readonly string[]
  readonly line: number
  /** Its last line, where it takes several. */
  readonly until: number
  /** Rows of one table of the format share it; undefined where the format does not part tables. */
  readonly table: number | undefined
  /** The format itself placed the cells (HTML, DOCX, PDF): none has slipped to another column. */
  readonly isPlaced: boolean
  /** The format says which cells are merged over rows; pages of a PDF do not. */
  readonly isTold: boolean
  /** Columns in which a cell of a row above goes on; null where the format does not tell merged from empty. */
  readonly merged: ReadonlySet<number> | null
  /** How many rows its tallest cell covers, 1 where the format does not say. */
  readonly height: number
  /** One cell over the whole width, or the same words in every cell (how pipes print such a cell). */
  readonly isSpanning: boolean
}

const PARAGRAPH_BREAK = '\u2029'
/** No real table has a cell wider than this; a larger span is a slip or an attack. */
const WIDEST_SPAN = 60

/** Cells of one row hold several paragraphs now and then; they stay apart until the row is placed. */
const cleanCell = (text: string): string =>
  withoutMarks(
    text.includes('<')
      ? text.replace(/<\/p>\s*<p(?:\s[^<>]{0,300})?>/gi, PARAGRAPH_BREAK).replace(/<br\s*\/?>/gi, ' ')
      : text,
  ).trim()

export const cellText = (cell: string): string =>
  cell.includes(PARAGRAPH_BREAK) ? cell.replaceAll(PARAGRAPH_BREAK, ' ').trim() : cell
export const cellParagraphs = (cell: string): string[] => cell.split(PARAGRAPH_BREAK).map((part) => part.trim())

/** The line under a Markdown header: | --- | :--: | */
export const isRule = (line: Line): boolean =>
  !line.source.cells && /^[|\s:-]+$/.test(line.source.text) && /\|\s*:?-{2,}:?\s*\|/.test(line.source.text)

/** Reads the rows of a region one after another and remembers which columns cells merged over rows still cover. */
export class RowReader {
  #table: number | undefined
  #below: number[] = []

  read(line: Line): Row {
    const { source } = line
    if (source.cells) return this.#placed(source.cells, line)
    this.#below = []
    const { text } = source
    const isPiped = !text.includes('\t')
    const printed = isPiped
      ? text
          .trim()
          .replace(/^\||\|$/g, '')
          .split(/(?<!\\)\|/)
      : text.split('\t')
    const cells = printed.map((cell) => cleanCell(isPiped ? cell.replaceAll('\\|', '|') : cell))
    // A row of text without any mark between cells is one cell over the whole width (bareBands).
    const isBare = isPiped && !text.includes('|')
    const isSpanning =
      isBare || (isPiped && cells.length > 2 && cells[0] !== '' && cells.every((cell) => cell === cells[0]))
    const { until = line.number } = source
    return {
      cells,
      line: line.number,
      until,
      table: undefined,
      isPlaced: false,
      isTold: false,
      merged: null,
      height: 1,
      isSpanning,
    }
  }

  #placed(source: readonly SourceCell[], line: Line): Row {
    if (line.source.table !== this.#table) this.#below = []
    this.#table = line.source.table
    const below = this.#below
    const cells: string[] = []
    const merged = new Set<number>()
    const goOn = () => {
      for (let left = below[cells.length] ?? 0; left > 0; left = below[cells.length] ?? 0) {
        below[cells.length] = left - 1
        merged.add(cells.length)
        cells.push('')
      }
    }
    let height = 1
    for (const { text, columnSpan = 1, rowSpan = 1 } of source) {
      goOn()
      height = Math.max(height, rowSpan)
      for (let part = 0; part < Math.min(columnSpan, WIDEST_SPAN); part++) {
        below[cells.length] = Math.min(rowSpan, 10_000) - 1
        cells.push(part === 0 ? cleanCell(text) : '')
      }
    }
    const last = below.findLastIndex((left) => left > 0)
    while (cells.length <= last) {
      goOn()
      if (cells.length <= last) cells.push('')
    }
    const isSpanning = source.length === 1 && merged.size === 0 && cells.length > 1
    const {
      number,
      source: { table, page, until = number },
    } = line
    return {
      cells,
      line: number,
      until,
      table,
      isPlaced: true,
      isTold: page === undefined,
      merged: merged.size > 0 ? merged : null,
      height,
      isSpanning,
    }
  }
}

/** Cells without the empty ones at the end: trailing tabs are no columns. */
export function trimmed(cells: readonly string[]): readonly string[] {
  const end = cells.findLastIndex((cell) => cell !== '') + 1
  return end === cells.length ? cells : cells.slice(0, end)
}

export const filledCells = (cells: readonly string[]): string[] =>
  cells.filter((cell) => cell !== '').map(withoutSpaces)

/** The label of a row that holds nothing else, null for other rows. */
export function onlyCell(row: Row): string | null {
  const [first, second] = [row.cells.find((cell) => cell !== ''), row.cells.filter((cell) => cell !== '').length]
  return first !== undefined && (second === 1 || row.isSpanning) ? cellText(first) : null
}
