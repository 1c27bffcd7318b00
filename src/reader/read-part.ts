import { type ClausePaths, readElements } from './clauses.ts'
import type { Line } from './lines.ts'
import { joinParagraphs } from './paragraphs.ts'
import { ONE_A_LINE, type PrintStyle } from './print-style.ts'
import { partRunInClauses } from './run-in-clauses.ts'
import { readTables } from './tables/read-tables.ts'
import type { Finding, Part, ReadElement, ReadTable } from './types.ts'

/** A part of a document, read: its elements in order, tables by index. */
export interface PartReading {
  readonly part: Part
  readonly elements: readonly ReadElement[]
  readonly tables: readonly ReadTable[]
  readonly findings: readonly Finding[]
}

/** Reads the text and the tables of a part. A part that is one table under its own title lends it the title. */
export function readPart(
  lines: readonly Line[],
  part: Part,
  paths: ClausePaths,
  title: string | null,
  style: PrintStyle = ONE_A_LINE,
): PartReading {
  const { tables, at, used, findings } = readTables(lines, part, lines.some(({ isRow }) => isRow) ? title : null)
  const elements: ReadElement[] = []
  const placed: ReadTable[] = []
  let from = 0
  const proseUpTo = (to: number) => {
    const prose = lines.slice(from, to).filter((line) => !line.isRow && !used.has(line))
    // One by one: pushed as arguments, 100,000 paragraphs are more than the stack takes.
    for (const element of readElements(partRunInClauses(joinParagraphs(prose, style)), part, paths))
      elements.push(element)
    from = to
  }
  for (const [index, table] of tables.entries()) {
    proseUpTo(at[index] ?? from)
    placed.push({ ...table, path: paths.current })
    elements.push({ kind: 'table', table: index, part, path: paths.current, lines: table.lines })
  }
  proseUpTo(lines.length)
  return { part, elements, tables: placed, findings }
}
