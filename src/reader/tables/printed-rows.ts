import type { SourceLine } from '../types.ts'
import { flatRows } from './flat-rows.ts'
import { htmlRows } from './html-rows.ts'
import { loneCells } from './lone-cells.ts'
import { narrowRows } from './narrow-rows.ts'
import { pipeRows } from './pipe-rows.ts'
import { spacedRows } from './spaced-rows.ts'
import { stackedRows } from './stacked-rows.ts'

/**
 * Rows of tables that a text prints in other ways than between tabs or Markdown pipes, as rows: HTML, Markdown on one line,
 * pipes without ends, cells aligned by spaces or parted by one, cells one a line. A text that tabs put in the middle of a page is no row. All
 * other lines stay as they are.
 */
export const printedRows = (lines: readonly SourceLine[]): readonly SourceLine[] =>
  loneCells(stackedRows(spacedRows(narrowRows(pipeRows(flatRows(htmlRows(lines)))))))
