import { withoutSpaces } from '../../kernel/han.ts'
import type { Line } from '../lines.ts'
import { endsSentence } from '../marks.ts'
import { mayName } from './column-words.ts'
import { isHeader, isSameHeader, isSurelyHeader, MOST_CAPTIONS, readTop, spansOver, type Top } from './headers.ts'
import { filledCells, isRule, onlyCell, type Row, RowReader } from './rows.ts'
import { namesByPlace } from './unknown-names.ts'

/** Rows that follow one another in the source, with what stands before them. */
export interface Piece extends Top {
  /** All rows, title and header rows included. */
  readonly rows: readonly Row[]
  /** Lines of text since the piece before, nearest last. */
  readonly before: readonly Line[]
  /** Index of its first row among the lines of the region. */
  readonly index: number
}

/** Pieces that are one table, and the header that names its columns. */
export interface TablePieces {
  readonly pieces: readonly Piece[]
  readonly header: readonly Row[]
}

/** Rows below the first with which it is compared. */
const ROWS_COMPARED = 31

export const UNIT_NOTE = /^[(]?(?:计量|金额|货币)?单位[::].{1,20}[)]?$/
const CONTINUED = /^[(]?(?:续表?|接上[表页]|上接)|[(]续表?\d*[)]$|续表?$/

/** Gathers the rows of one piece. */
class PieceBuilder {
  readonly pieces: Piece[] = []
  #rows: Row[] = []
  #before: Line[] = []
  #index = 0
  #header: Row | null = null
  #isRuled = false
  /** Rows of several cells that are no header. */
  #filled = 0

  text(line: Line): void {
    this.close()
    this.#before.push(line)
  }

  rule(): void {
    this.#isRuled ||= this.#rows.length === 1
  }

  row(row: Row, index: number, isApart: boolean): void {
    const last = this.#rows.at(-1)
    const names = isHeader(row)
    if (last && (isApart || this.#isPageBetween(last, row) || (names && this.#beginsAgain(row)))) this.close()
    if (this.#rows.length === 0) this.#index = index
    if (names) this.#header ??= row
    else if (onlyCell(row) === null) this.#filled++
    this.#rows.push(row)
  }

  /** Empty lines between rows of text: a page ended. Formats count their lines without empty ones. */
  #isPageBetween(last: Row, row: Row): boolean {
    return !row.isPlaced && row.line > last.line + 1 && !this.#isRuled
  }

  /** A header in the middle of rows that stand together begins the table's next page, or another table. */
  #beginsAgain(row: Row): boolean {
    const last = this.#rows.at(-1) as Row
    if (this.#header === null)
      return this.#filled > 0 && isSurelyHeader(row) && !(this.#filled === 1 && spansOver(last, row))
    if (last === this.#header) return false
    const names = filledCells(row.cells)
    return isSameHeader(row, this.#header) || (names.length > 2 && /^序号?$/.test(names[0] ?? ''))
  }

  close(): void {
    const [rows, before, index] = [this.#rows, this.#before, this.#index]
    if (rows.length === 0) return
    this.pieces.push({ rows, before, index, ...readTop(rows, this.#isRuled) })
    this.#rows = []
    this.#before = []
    this.#header = null
    this.#isRuled = false
    this.#filled = 0
  }
}

/** Cuts the region's lines into pieces of tables. */
export function piecesOf(lines: readonly Line[]): Piece[] {
  const builder = new PieceBuilder()
  const reader = new RowReader()
  let lastTable: number | undefined
  for (const [at, line] of lines.entries()) {
    if (!line.isRow) builder.text(line)
    else if (isRule(line)) builder.rule()
    else {
      builder.row(reader.read(line), at, line.source.table !== lastTable)
      lastTable = line.source.table
    }
  }
  builder.close()
  return builder.pieces
}

/** Names of columns that no rule knows: the first row comes back as the first row of the next piece. */
function withRepeatedHeaders(pieces: readonly Piece[]): readonly Piece[] {
  const isRepeated = (at: number): boolean => {
    const [piece, next] = [pieces[at], pieces[at + 1]]
    return piece !== undefined && next !== undefined && beginsLikeNext(piece, next)
  }
  return pieces.map((piece, at) =>
    isRepeated(at) || isRepeated(at - 1) ? { ...piece, header: piece.rows.slice(0, 1) } : piece,
  )
}

function beginsLikeNext(piece: Piece, next: Piece): boolean {
  const first = piece.rows[0] as Row
  if (piece.header.length > 0 || next.header.length > 0 || piece.rows.length < 2 || next.rows.length < 2) return false
  const names = filledCells(first.cells)
  return (
    names.length >= 2 &&
    names.every(mayName) &&
    names.join('\t') === filledCells((next.rows[0] as Row).cells).join('\t')
  )
}

/** Puts pieces together that are one table cut by pages. */
export function tablesOf(printed: readonly Piece[]): TablePieces[] {
  const pieces = withRepeatedHeaders(printed)
  const tables: { pieces: Piece[]; header: readonly Row[] }[] = []
  for (const cut of pieces) {
    const last = tables.at(-1)
    const piece = last ? withoutFalseHeader(cut, last.header[0]) : cut
    if (last && carriesOn(piece, last)) {
      last.pieces.push(piece)
      if (last.header.length === 0) last.header = piece.header
    } else tables.push({ pieces: [piece], header: piece.header })
  }
  return tables.map(withNamesByPlace)
}

/** A table without any header that a rule knows: its first row may name the columns all the same. */
function withNamesByPlace(table: TablePieces): TablePieces {
  const [piece, ...others] = table.pieces
  if (table.header.length > 0 || !piece) return table
  const at = piece.rows.findIndex((row) => onlyCell(row) === null)
  const [row, ...below] = at < 0 || at > MOST_CAPTIONS ? [] : piece.rows.slice(at, at + ROWS_COMPARED)
  if (!row || !namesByPlace(row, below)) return table
  const named = { ...piece, captions: piece.rows.slice(0, at), header: [row] }
  return { pieces: [named, ...others], header: [row] }
}

/** On a later page the first row of data may look like names of columns: only what surely is a header begins a table. */
function withoutFalseHeader(piece: Piece, other: Row | undefined): Piece {
  const own = piece.header[0]
  if (!own || !other || isSameHeader(own, other) || isSurelyHeader(own) || piece.before.length > 0) return piece
  return { ...piece, captions: [], header: [] }
}

/** Nothing but a page lies between a piece and the table before it, and its header is the same, or missing on one side. */
function carriesOn(piece: Piece, { pieces, header }: TablePieces): boolean {
  const first = pieces[0] as Piece
  const caption = withoutSpaces(first.before.at(-1)?.key ?? '')
  const isPage = (line: Line) => {
    const key = withoutSpaces(line.key.slice(0, 100))
    return (
      CONTINUED.test(key) ||
      UNIT_NOTE.test(key) ||
      (caption !== '' && !endsSentence(caption) && key === caption && piece.header.length > 0)
    )
  }
  if (!piece.before.every(isPage) || piece.captions.some((row) => !CONTINUED.test(filledCells(row.cells)[0] ?? '')))
    return false
  const [own, other] = [piece.header[0], header[0]]
  if (own && other) return isSameHeader(own, other)
  return isLikeWide(piece, pieces.at(-1) as Piece)
}

/**
 * Without a header to compare, tables that their format keeps apart are one only when they are equally wide. Pages of a
 * PDF are laid out one by one: their columns differ, and the format does not part them.
 */
function isLikeWide(piece: Piece, last: Piece): boolean {
  const [row, above] = [piece.rows[0] as Row, last.rows.at(-1) as Row]
  return !row.isPlaced || !above.isPlaced || row.table === above.table || row.cells.length === above.cells.length
}

/** The rows of a piece that hold data: without its title and the header that was read before. */
export function dataRows(piece: Piece): readonly Row[] {
  return piece.rows.slice(piece.captions.length + piece.header.length)
}
