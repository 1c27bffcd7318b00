import { type Line, readLines } from '../lines.ts'
import type { Finding, LineSpan, Part, ReadTable, SourceLine } from '../types.ts'
import { bareBands } from './bare-bands.ts'
import { captionOf, notesAmong } from './captions.ts'
import { isTableLine } from './find-tables.ts'
import { makeTable } from './make-table.ts'
import { type Piece, piecesOf, tablesOf } from './pieces.ts'

/** Tables of a region, with where each begins among its lines. */
export interface RegionTables {
  readonly tables: readonly ReadTable[]
  /** Index into the region's lines of each table's first row. */
  readonly at: readonly number[]
  /** Captions, unit notes and notes that belong to tables: not text of the document. */
  readonly used: ReadonlySet<Line>
  readonly findings: readonly Finding[]
}

/** Tables of printed lines, and the lines that they took. */
export interface LineTables {
  readonly tables: readonly ReadTable[]
  readonly findings: readonly Finding[]
  /** Rows, captions and notes; what is left is text. */
  readonly usedLines: readonly LineSpan[]
}

/** Reads the tables of a region: pieces over pages as one, headers once, every row kept. */
export function readTables(lines: readonly SourceLine[], place: { part: Part; path: string }): LineTables
export function readTables(
  lines: readonly Line[],
  part: Part,
  pathAt: (index: number) => string,
  partTitle: string | null,
): RegionTables
export function readTables(
  lines: readonly SourceLine[] | readonly Line[],
  place: { part: Part; path: string } | Part,
  pathAt?: (index: number) => string,
  partTitle: string | null = null,
): LineTables | RegionTables {
  return 'part' in place
    ? ofPrintedLines(lines as readonly SourceLine[], place)
    : ofRegion(lines as readonly Line[], place, pathAt ?? (() => ''), partTitle)
}

function ofPrintedLines(printed: readonly SourceLine[], { part, path }: { part: Part; path: string }): LineTables {
  const lines = readLines({ format: 'txt', lines: printed, hints: {}, findings: [] }).map((line) => ({
    ...line,
    isRow: isTableLine(line.source),
  }))
  const { tables, used, findings } = ofRegion(lines, part, () => path, null)
  const taken = lines.filter((line) => line.isRow || used.has(line)).map(({ number }) => number)
  return { tables, findings, usedLines: spansOf(taken) }
}

function spansOf(numbers: readonly number[]): LineSpan[] {
  const spans: { from: number; to: number }[] = []
  for (const number of numbers) {
    const last = spans.at(-1)
    if (last && number === last.to + 1) last.to = number
    else spans.push({ from: number, to: number })
  }
  return spans
}

/** How many lines after the last row may be notes. */
const NOTES_REACH = 20

function ofRegion(
  printed: readonly Line[],
  part: Part,
  pathAt: (index: number) => string,
  partTitle: string | null,
): RegionTables {
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
    findings.push(...made.findings)
    return {
      ...made.table,
      part,
      path: pathAt(first.index),
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
