import type { SourceCell } from '../../reader/types.ts'
import { wordValue } from './docx-styles.ts'
import { childNamed, type XmlNode } from './xml.ts'

const WIDEST_SPAN = 60

interface PlacedCell {
  readonly from: number
  readonly columnSpan: number
  /** A cell above goes on here (w:vMerge without restart). */
  readonly goesOn: boolean
  readonly text: string
}

/** The rows of a table as cells with their spans; `textOf` reads what stands in a cell. */
export function tableRows(table: XmlNode, textOf: (cell: XmlNode) => string): SourceCell[][] {
  const rows = rowsOf(table)
    .filter(isShown)
    .map((row) => placed(row, textOf))
  return rows.map((row, at) =>
    row
      .filter(({ goesOn }) => !goesOn)
      .map(({ text, from, columnSpan }): SourceCell => {
        const rowSpan = spanDown(rows, at, from)
        return { text, ...(columnSpan > 1 ? { columnSpan } : {}), ...(rowSpan > 1 ? { rowSpan } : {}) }
      }),
  )
}

/** Neither deleted nor hidden. */
function isShown(row: XmlNode): boolean {
  const properties = childNamed(row, 'w:trPr')
  return !childNamed(properties, 'w:del') && !childNamed(properties, 'w:hidden')
}

/** The cells of a row with the grid column at which each begins. */
function placed(row: XmlNode, textOf: (cell: XmlNode) => string): PlacedCell[] {
  let from = Number(wordValue(childNamed(childNamed(row, 'w:trPr'), 'w:gridBefore')) ?? 0) || 0
  return cellsOf(row).map((cell) => {
    const properties = childNamed(cell, 'w:tcPr')
    const merge = childNamed(properties, 'w:vMerge')
    const goesOn = merge !== undefined && wordValue(merge) !== 'restart'
    const columnSpan = Math.min(
      WIDEST_SPAN,
      Math.max(1, Number(wordValue(childNamed(properties, 'w:gridSpan')) ?? 1) || 1),
    )
    const found = { from, columnSpan, goesOn, text: goesOn ? '' : textOf(cell) }
    from += columnSpan
    return found
  })
}

/** Rows that the cell at a column covers: itself and those below in which it goes on. */
function spanDown(rows: readonly (readonly PlacedCell[])[], at: number, from: number): number {
  let end = at + 1
  while (rows[end]?.some((cell) => cell.goesOn && cell.from === from)) end++
  return end - at
}

const AROUND_CELLS = new Set(['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins'])

/** Cells of a row, also those inside content controls. */
const cellsOf = (row: XmlNode): XmlNode[] =>
  row.children.flatMap((child) =>
    child.name === 'w:tc' ? [child] : AROUND_CELLS.has(child.name) ? cellsOf(child) : [],
  )

/** Rows of a table, also those inside content controls. */
const rowsOf = (table: XmlNode): XmlNode[] =>
  table.children.flatMap((child) =>
    child.name === 'w:tr' ? [child] : AROUND_CELLS.has(child.name) ? rowsOf(child) : [],
  )
