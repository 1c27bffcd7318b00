import { foldWidth, withoutSpaces } from '../../kernel/han.ts'
import type { Line } from '../lines.ts'
import { sectionName } from '../sections.ts'
import { Entries } from './entries.ts'
import { type ContentsPages, isOfDocument, MOST_LINES, PAGE, SHORT_NAME } from './entry.ts'

interface ColumnText {
  readonly text: string
  readonly line: Line
}

/** The two cells of a row of contents in two columns; null where the second is a page alone. */
function columnsOf(line: Line): readonly [string, string] | null {
  const cells = line.source.text.split('\t').map((cell) => cell.trim())
  const [left = '', right = ''] = cells
  return cells.length === 2 && left !== '' && /\p{Script=Han}/u.test(right) ? [left, right] : null
}

/** Fewest rows of two columns: one or two may be a table. */
const FEWEST_ROWS = 4

/**
 * Contents in two columns that were taken row by row, so that entries of both columns are cut and mixed: the left column
 * is read first, with the lines by which it is longer, then the right one.
 */
export function inColumns(lines: readonly Line[], start: number): ContentsPages | null {
  const [left, right]: [ColumnText[], ColumnText[]] = [[], []]
  let end = start
  for (let at = start + 1; at < Math.min(lines.length, start + MOST_LINES); at++) {
    const line = lines[at] as Line
    const cells = columnsOf(line)
    const isOpen = right.length > 0 && !PAGE.test(foldWidth(left.at(-1)?.text ?? ''))
    if (!cells && !(isOpen && !line.isRow && !isOfDocument(line))) {
      if (right.length > 0) break
      continue
    }
    left.push({ text: cells?.[0] ?? line.text, line })
    if (cells) right.push({ text: cells[1], line })
    end = at
  }
  if (right.length < FEWEST_ROWS || right.every(({ text }) => PAGE.test(foldWidth(text)))) return null
  const read = new Entries()
  for (const { text, line } of [...left, ...right]) {
    const bare = withoutSpaces(foldWidth(text))
    const named = read.isOpen ? null : (sectionName(bare) ?? (SHORT_NAME.test(bare) ? bare : null))
    if (named !== null) read.section(named)
    else if (!read.take(text, line.number)) return null
  }
  if (read.entries.length < 2) return null
  const { entries, sections } = read
  return { entries, sections, lines: new Set(lines.slice(start, end + 1).map(({ number }) => number)) }
}
