import type { SourceLine } from '../types.ts'
import { isTableLine } from './find-tables.ts'
import { isOfPage } from './page-lines.ts'

/** Nothing but one text behind tabs: a cell under cells that a row above holds, or a line that tabs put in the middle. */
const ALONE = /^\t[\t \u3000]*[^\t\s](?:[^\t]*)$/
/** Empty lines between rows, where no page turns: after more a table is over. */
const MOST_EMPTY = 1
/** Behind an empty line what names a document is no cell, as short as cells that a page cut may be. */
const NAMES_DOCUMENT = /^[^。；;]{0,60}(?:关于|印发|转发)[^。；;]{0,60}$/

const isAlone = (line: SourceLine): boolean => !line.cells && line.text.startsWith('\t') && ALONE.test(line.text)

/** A cell that a page cut off the row before, with rows after it: it ends what it says. */
const isRestOverRow = (line: SourceLine, next: SourceLine | undefined): boolean =>
  /[。；;]\s*$/.test(line.text) && next !== undefined && isTableLine(next) && !isAlone(next)

/**
 * Tabs put titles, numbers and names of issues in the middle of the page, as they put cells under those of a row: a text
 * alone behind tabs is a cell where rows stand above it, with nothing but what belongs to pages between; else a line.
 */
export function loneCells(lines: readonly SourceLine[]): readonly SourceLine[] {
  if (!lines.some(isAlone)) return lines
  let isUnderRow = false
  let empty = 0
  let isTurned = false
  return lines.map((line, at) => {
    if (!line.cells && line.text.trim() === '') {
      empty++
      return line
    }
    if (!line.cells && isOfPage(line)) {
      isTurned = true
      return line
    }
    const isOver = !isTurned && (empty > MOST_EMPTY || (empty > 0 && NAMES_DOCUMENT.test(line.text.trim())))
    if (isOver) isUnderRow = false
    empty = 0
    isTurned = false
    if (!isAlone(line)) {
      isUnderRow = isTableLine(line)
      return line
    }
    isUnderRow = isTableLine(line) && (isUnderRow || isRestOverRow(line, lines[at + 1]))
    if (isUnderRow) return line
    return { ...line, text: `\u3000\u3000${line.text.trimStart()}` }
  })
}
