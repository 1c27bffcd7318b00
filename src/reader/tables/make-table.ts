import type { Finding, LineSpan, ReadTable } from '../types.ts'
import { bandOf } from './bands.ts'
import { noteOf } from './captions.ts'
import { type ColumnRole, columnNames, rolesOf, widthOf } from './columns.ts'
import { type CutContext, madeWhole, sentenceColumns, signColumns } from './cut-rows.ts'
import { fillDown } from './fill-down.ts'
import { madeOfHalves } from './half-rows.ts'
import { headerCells } from './headers.ts'
import { dataRows, type Piece } from './pieces.ts'
import { type PlacedRow, placeRow } from './place-row.ts'
import type { Row } from './rows.ts'
import { kindOf } from './table-kind.ts'
import { wholeLabels, withRestOfLabel } from './torn-labels.ts'

/** A table without its place in the document, what its rows said as notes, and what was doubtful. */
export interface MadeTable {
  readonly table: Pick<ReadTable, 'columns' | 'rows' | 'filledRows' | 'bands' | 'rowLines' | 'lines' | 'kind'>
  readonly notes: readonly string[]
  readonly findings: readonly Finding[]
}

const doubtful = (line: number): Finding => ({
  code: 'row-does-not-fit',
  severity: 'warning',
  message: '表格这一行的单元格与各列对不上，可能放错了列。',
  line,
})

/** A row of data, placed, with whether a page ends before it. */
interface Candidate extends PlacedRow {
  readonly isAtPage: boolean
}

/** Makes one table of its pieces: every cell of a data row stands in `rows`, in a band or in a note. */
export function makeTable(pieces: readonly Piece[], header: readonly Row[], title: string): MadeTable {
  const data = pieces.map(dataRows)
  const names = headerCells(header)
  const width = widthOf(names, data.flat())
  const columns = columnNames(names, width)
  const roles = rolesOf(
    columns,
    data.flat().map(({ cells }) => cells),
  )
  const sorted = sortRows(data, roles)
  const { bands, notes } = sorted
  const candidates = wholeLabels(sorted.candidates, roles)
  const { rows, spans } = joinCut(candidates, bands, roles)
  const cells = rows.map((row) => row.cells)
  const kind = kindOf(columns, roles, cells, title)
  const joined = bands.map(({ text, before }) => ({ text, beforeRow: spans.rowOf[before] ?? rows.length }))
  return {
    table: {
      columns,
      rows: cells,
      filledRows: fillDown(rows, { roles, kind, bands: joined, isTold: data.flat().some((row) => row.isTold) }),
      bands: joined,
      rowLines: spans.lines,
      lines: { from: pieces[0]?.rows[0]?.line ?? 0, to: pieces.at(-1)?.rows.at(-1)?.until ?? 0 },
      kind,
    },
    notes,
    findings: candidates.filter(({ isDoubtful }) => isDoubtful).map(({ line }) => doubtful(line)),
  }
}

/** Tells data rows from bands and from notes printed as rows. */
function sortRows(data: readonly (readonly Row[])[], roles: readonly ColumnRole[]) {
  const candidates: Candidate[] = []
  const bands: { text: string; before: number }[] = []
  const notes: string[] = []
  const all = data.flatMap((rows, piece) => rows.map((row, index) => ({ row, isAtPage: piece > 0 && index === 0 })))
  for (const [at, { row, isAtPage }] of all.entries()) {
    const note = noteOf(row)
    const band = bandOf(row, roles, all[at + 1]?.row)
    if (note !== null) notes.push(note)
    else if (band !== null) bands.push({ text: band, before: candidates.length })
    else if (row.cells.some((cell) => cell !== '')) {
      const placed = placeRow(row, roles)
      const last = candidates.at(-1)
      const whole = last && bands.at(-1)?.before !== candidates.length ? withRestOfLabel(placed, last) : null
      if (whole) candidates[candidates.length - 1] = whole
      else candidates.push({ ...placed, isAtPage })
    }
  }
  return { candidates, bands, notes }
}

/** Joins the halves of rows that pages cut. `rowOf` gives the row that each printed one became part of. */
function joinCut(
  candidates: readonly Candidate[],
  bands: readonly { before: number }[],
  roles: readonly ColumnRole[],
): { rows: PlacedRow[]; spans: { lines: LineSpan[]; rowOf: number[] } } {
  const sentences = sentenceColumns(candidates, roles.length)
  const signs = signColumns(candidates, roles.length)
  const isNumbered = roles[0] === 'no' && candidates.every(({ cells, isAtPage }) => isAtPage || (cells[0] ?? '') !== '')
  const banded = new Set(bands.map(({ before }) => before))
  const rows: PlacedRow[] = []
  const lines: LineSpan[] = []
  const rowOf: number[] = []
  for (const [index, row] of candidates.entries()) {
    const last = rows.at(-1)
    const context: CutContext = { roles, sentences, signs, isAtPage: row.isAtPage, isNumbered }
    const isNext = last !== undefined && !banded.has(index)
    const whole = isNext ? (madeOfHalves(row, last, context) ?? madeWhole(row, last, context)) : null
    if (whole) {
      rows[rows.length - 1] = whole
      lines[lines.length - 1] = { from: lines.at(-1)?.from ?? row.line, to: row.until }
    } else {
      rows.push(row)
      lines.push({ from: row.line, to: row.until })
    }
    rowOf.push(rows.length - 1)
  }
  return { rows, spans: { lines, rowOf } }
}
