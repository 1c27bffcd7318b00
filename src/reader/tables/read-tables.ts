import type { Line } from '../lines.ts'
import type { Finding, Part, ReadTable } from '../types.ts'
import { bareBands } from './bare-bands.ts'
import { captionOf, notesAmong } from './captions.ts'
import { makeTable } from './make-table.ts'
import { type Piece, piecesOf, tablesOf } from './pieces.ts'

/** Tables of a region, with where each begins among its lines. Their paths are given where the clauses are read. */
export interface RegionTables {
  readonly tables: readonly ReadTable[]
  /** Index into the region's lines of each table's first row. */
  readonly at: readonly number[]
  /** Captions, unit notes and notes that belong to tables: not text of the document. */
  readonly used: ReadonlySet<Line>
  readonly findings: readonly Finding[]
}

/** How many lines after the last row may be notes. */
const NOTES_REACH = 20

/** Reads the tables of a region: pieces over pages as one, headers once, every row kept. */
export function readTables(printed: readonly Line[], part: Part, partTitle: string | null): RegionTables {
  const bands = bareBands(printed)
  const lines = printed.map((line) => (bands.has(line) ? { ...line, isRow: true } : line))
  const groups = tablesOf(piecesOf(lines))
  const used = new Set<Line>(bands)
  const findings: Finding[] = []
  const tables = groups.map(({ pieces, header }, index): ReadTable => {
    const first = pieces[0] as Piece
    const after = groups[index + 1]?.pieces[0]?.before ?? afterLastRow(lines)
    const notes = notesAmong(after)
    for (const line of pieces.slice(1).flatMap(({ before }) => before)) used.add(line)
    const caption = captionOf(first, used)
    for (const line of [...notes, ...caption.lines]) used.add(line)
    const title = caption.title ?? partTitle
    const made = makeTable(pieces, header, title ?? '')
    for (const finding of made.findings) findings.push(finding)
    return {
      ...made.table,
      part,
      path: '',
      title,
      unitNote: caption.unitNote,
      notes: [...made.notes, ...notes.map(({ text }) => text)],
    }
  })
  return { tables, at: groups.map(({ pieces }) => pieces[0]?.index ?? 0), used, findings }
}

/** The lines of text that follow the last row of the region. */
function afterLastRow(lines: readonly Line[]): readonly Line[] {
  const last = lines.findLastIndex(({ isRow }) => isRow)
  return lines.slice(last + 1, last + 1 + NOTES_REACH)
}
