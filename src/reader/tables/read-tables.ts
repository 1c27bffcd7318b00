import { foldWidth, withoutSpaces } from '../../kernel/han.ts'
import type { Line } from '../lines.ts'
import { endsSentence } from '../marks.ts'
import type { Finding, LineSpan, Part, ReadTable } from '../types.ts'
import { type ColumnRole, columnNames, roleOf, widthOf } from './columns.ts'
import { type PlacedRow, placeRow } from './place-row.ts'
import { filledCells, isHeader, type Row, rowOf, trimmed } from './rows.ts'

/** Rows that follow one another in the source, with what stands before them. */
interface Piece {
  readonly rows: readonly Row[]
  /** Lines of text since the piece before, nearest last. */
  readonly before: readonly Line[]
  readonly index: number
}

/** Tables of a region, with where each begins among its lines. */
export interface RegionTables {
  readonly tables: readonly ReadTable[]
  /** Index into the region's lines of each table's first row. */
  readonly at: readonly number[]
  /** Captions, unit notes and notes that belong to tables: not text of the document. */
  readonly used: ReadonlySet<Line>
  readonly findings: readonly Finding[]
}

const UNIT_NOTE = /^\(?(?:计量)?单位[::].{1,20}\)?$/
const NOTE = /^(?:注|备注|说明|资料来源)[::]|^注\d[::]|^带\*/

/** Cuts the region's lines into pieces of tables. */
function piecesOf(lines: readonly Line[]): Piece[] {
  const pieces: Piece[] = []
  let rows: Row[] = []
  let before: Line[] = []
  let index = 0
  let lastTable: number | undefined
  const close = () => {
    if (rows.length > 0) {
      pieces.push({ rows, before, index })
      before = []
    }
    rows = []
  }
  for (const [at, line] of lines.entries()) {
    const row = line.isRow ? rowOf(line) : null
    if (!line.isRow) {
      close()
      before.push(line)
      continue
    }
    if (line.source.table !== lastTable) close()
    lastTable = line.source.table
    if (!row) continue
    if (rows.length === 0) index = at
    // A header in the middle of rows that stand together begins the table's next page.
    else if (isHeader(row) && sameCells(row, rows[0] as Row)) {
      close()
      index = at
    }
    rows.push(row)
  }
  close()
  return pieces
}

const sameCells = (a: Row, b: Row): boolean => filledCells(a.cells).join('|') === filledCells(b.cells).join('|')

/** A piece carries on the table before it: nothing but a page lies between, and its header is the same or missing. */
function carriesOn(piece: Piece, header: Row | null): boolean {
  const [first] = piece.rows
  if (!first || piece.before.some((line) => !/续/.test(line.key) && !UNIT_NOTE.test(withoutSpaces(line.key))))
    return false
  return !isHeader(first) || header === null || sameCells(first, header)
}

/** Reads the tables of a region: pieces over pages as one, headers once, every row kept. */
export function readTables(
  lines: readonly Line[],
  part: Part,
  pathAt: (index: number) => string,
  partTitle: string | null,
): RegionTables {
  const groups: { pieces: Piece[]; header: Row | null }[] = []
  for (const piece of piecesOf(lines)) {
    const last = groups.at(-1)
    const first = piece.rows[0] as Row
    if (last && carriesOn(piece, last.header)) last.pieces.push(piece)
    else groups.push({ pieces: [piece], header: isHeader(first) ? first : null })
  }
  const used = new Set<Line>()
  const findings: Finding[] = []
  const tables = groups.map(({ pieces, header }, index) => {
    const next = groups[index + 1]?.pieces[0]
    const notes = notesAfter(lines, pieces, next?.before ?? [])
    for (const note of notes) used.add(note)
    const caption = captionOf(pieces[0] as Piece, used)
    for (const line of caption.lines) used.add(line)
    const made = makeTable(pieces, header, findings)
    return {
      ...made,
      part,
      path: pathAt(pieces[0]?.index ?? 0),
      title: caption.title ?? partTitle,
      unitNote: caption.unitNote,
      notes: notes.map(({ text }) => text),
    }
  })
  return { tables, at: groups.map(({ pieces }) => pieces[0]?.index ?? 0), used, findings }
}

/** Notes printed under a table: the lines after its last row that begin as notes do. */
function notesAfter(lines: readonly Line[], pieces: readonly Piece[], before: readonly Line[]): Line[] {
  const last = pieces.at(-1)?.rows.at(-1)?.line ?? 0
  const following =
    before.length > 0 ? before : lines.filter(({ number, isRow }) => number > last && !isRow).slice(0, 4)
  const notes: Line[] = []
  for (const line of following) {
    if (line.number < last || !NOTE.test(foldWidth(line.text))) break
    notes.push(line)
  }
  return notes
}

/** The title directly above a table and its 单位：万元, when they are not text. */
function captionOf(
  piece: Piece,
  used: ReadonlySet<Line>,
): { title: string | null; unitNote: string | null; lines: Line[] } {
  const lines: Line[] = []
  let unitNote: string | null = null
  let title: string | null = null
  for (const line of piece.before.toReversed()) {
    if (used.has(line)) break
    const key = withoutSpaces(line.key)
    if (unitNote === null && UNIT_NOTE.test(key)) {
      unitNote = line.text
      lines.push(line)
    } else if (title === null && key.length <= 50 && !endsSentence(key) && /表|清单|情况|目录|名单|一览/.test(key)) {
      title = withoutSpaces(line.text)
      lines.push(line)
    } else break
  }
  return { title, unitNote, lines }
}

type MadeTable = Pick<ReadTable, 'columns' | 'rows' | 'filledRows' | 'bands' | 'rowLines' | 'lines' | 'kind'>

function makeTable(pieces: readonly Piece[], header: Row | null, findings: Finding[]): MadeTable {
  const isRepeated = (row: Row) => header !== null && sameCells(row, header)
  const data = pieces.map(({ rows }) => rows.filter((row) => !isRepeated(row)))
  const width = widthOf(header, data.flat())
  const columns = columnNames(header, width)
  const roles = columns.map(roleOf)
  const rows: PlacedRow[] = []
  const spans: LineSpan[] = []
  const bands: { beforeRow: number; text: string }[] = []
  for (const [piece, pieceRows] of data.entries()) {
    for (const [index, row] of pieceRows.entries()) {
      const band = bandOf(row, roles)
      if (band !== null) {
        bands.push({ beforeRow: rows.length, text: band })
        continue
      }
      const placed = placeRow(row, roles)
      if (placed.isDoubtful)
        findings.push({
          code: 'row-does-not-fit',
          severity: 'warning',
          message: `表格这一行的单元格数与表头不一致，可能放错了列。`,
          line: row.line,
        })
      const last = rows.at(-1)
      const whole = piece > 0 && index === 0 && last ? madeWhole(placed, last, roles) : null
      if (whole) {
        rows[rows.length - 1] = whole
        spans[spans.length - 1] = { from: spans.at(-1)?.from ?? row.line, to: row.line }
        continue
      }
      rows.push(placed)
      spans.push({ from: row.line, to: row.line })
    }
  }
  const lines = pieces.flatMap((piece) => piece.rows.map(({ line }) => line))
  const cells = rows.map((row) => row.cells)
  return {
    columns,
    rows: cells,
    filledRows: fillDown(cells, roles),
    bands,
    rowLines: spans,
    lines: { from: lines[0] ?? 0, to: lines.at(-1) ?? 0 },
    kind: kindOf(columns, roles, cells),
  }
}

/** A row that is nothing but one label over all columns: 一、教育领域. */
function bandOf(row: Row, roles: readonly ColumnRole[]): string | null {
  const cells = filledCells(row.cells)
  if (cells.length !== 1 || roles.length < 3) return null
  const [label = ''] = cells
  return row.cells[0] !== '' &&
    label.length <= 40 &&
    /^(?:[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十]{1,3}[)）])/.test(label) &&
    trimmed(row.cells).length === 1
    ? label
    : null
}

/**
 * The second half of a row that a page cut: it has no number of its own, and what it holds either carries on a cell of
 * text that ends in no sentence, or fills a cell that the first half left empty. Returns the row made whole, null when
 * the row stands by itself.
 */
function madeWhole(row: PlacedRow, last: PlacedRow, roles: readonly ColumnRole[]): PlacedRow | null {
  const going = row.cells.flatMap((cell, column) => (cell === '' ? [] : [{ cell, column }]))
  if (going.length === 0 || going.some(({ column }) => roles[column] === 'no')) return null
  const cells = [...last.cells]
  let carried = 0
  for (const { cell, column } of going) {
    const isText = roles[column] === 'requirement' || roles[column] === 'group' || roles[column] === 'other'
    const open = isOpen(cells[column] ?? '') ? column : going.length <= 2 && isText ? cells.findIndex(isOpen) : -1
    if (open >= 0) carried++
    else if (cells[column] !== '') return null
    const at = open >= 0 ? open : column
    cells[at] = `${cells[at]}${cell}`
  }
  return carried > 0 ? { ...last, cells } : null
}

const isOpen = (cell: string): boolean =>
  cell.length > 12 && !endsSentence(foldWidth(cell)) && /[,，、。；;]/.test(cell)

/** Cells merged over rows are printed once: what stands above is meant below, in the columns that group. */
function fillDown(rows: readonly (readonly string[])[], roles: readonly ColumnRole[]): string[][] {
  const above: string[] = []
  return rows.map((row) =>
    row.map((cell, column) => {
      const role = roles[column]
      // A new outer group ends the inner ones.
      if (cell !== '') {
        for (let inner = column + 1; inner < row.length; inner++)
          if (role === 'group' || role === 'other') above[inner] = ''
        above[column] = cell
        return cell
      }
      return role === 'no' ? '' : (above[column] ?? '')
    }),
  )
}

function kindOf(
  columns: readonly string[],
  roles: readonly ColumnRole[],
  rows: readonly (readonly string[])[],
): ReadTable['kind'] {
  if (roles.includes('responsible') || roles.includes('lead')) return 'tasks'
  const numbers = columns.map((_, column) => rows.filter((row) => /^[-−+]?\d[\d,.]*%?$/.test(row[column] ?? '')).length)
  const isCounted = numbers.some(
    (count, column) => column > 0 && roles[column] !== 'no' && count >= Math.max(2, rows.length * 0.5),
  )
  return isCounted ? 'statistics' : 'list'
}
