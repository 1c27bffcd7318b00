import { foldWidth, placesOf, withoutSpaces } from '../../kernel/han.ts'
import type { Line } from '../lines.ts'
import { sectionName } from '../sections.ts'
import { isOfPage } from '../tables/page-lines.ts'
import { isMasthead } from '../titles.ts'
import { Entries } from './entries.ts'
import { type ContentsPages, isOfDocument, MOST_LINES, PAGE, SHORT_NAME } from './entry.ts'

interface ColumnText {
  readonly text: string
  readonly line: Line
}

/** What a line holds of each column, '' for nothing. */
type Cells = readonly [left: string, right: string]

/** Parts a line of the contents into its columns; null where it holds no second one. */
type Split = (line: Line) => Cells | null

/** The two cells of a row of contents in two columns; null where the second is a page alone. */
const byTab: Split = (line) => {
  const cells = line.source.text.split('\t').map((cell) => cell.trim())
  const [left = '', right = ''] = cells
  return cells.length === 2 && left !== '' && HAN.test(right) ? [left, right] : null
}

const HAN = /\p{Script=Han}/u
/** Fewest rows of two columns: one or two may be a table. */
const FEWEST_ROWS = 4
/** Narrower than this no left column of titles is. */
const NARROWEST = 16
const GAP = /(?: {3,}|\u3000{2,})[ \u3000]*/g
/** Where the columns are known, a full line of the left one leaves less. */
const NARROW_GAP = /(?: {2,}|\u3000)[ \u3000]*/g

/** Where the parts of a line begin that wide gaps part, in places. */
function beginnings(text: string, gaps = GAP): { readonly at: number; readonly place: number }[] {
  return [...text.matchAll(gaps)].map((gap) => {
    const at = gap.index + gap[0].length
    return { at, place: placesOf(text.slice(0, at)) }
  })
}

/** Columns that stand apart by spaces: the right one begins at the same place on most lines. */
function byGutter(lines: readonly Line[], start: number): Split | null {
  const counts = new Map<number, number>()
  for (const line of lines.slice(start + 1, start + MOST_LINES)) {
    // What the documents print in columns is no gutter of the contents.
    if (isOfDocument(line)) break
    const { source } = line
    if (source.text.length > LONGEST_LINE) continue
    for (const { at, place } of beginnings(source.text))
      if (place >= NARROWEST && HAN.test(source.text.slice(at))) counts.set(place, (counts.get(place) ?? 0) + 1)
  }
  const [gutter, count] = [...counts].reduce((most, next) => (next[1] > most[1] ? next : most), [0, 0])
  if (count < FEWEST_ROWS) return null
  return ({ source: { text } }) => {
    if (text.length > LONGEST_LINE) return null
    const found = beginnings(text, NARROW_GAP).find(({ place }) => Math.abs(place - gutter) <= 1)
    return found ? [text.slice(0, found.at).trim(), text.slice(found.at).trim()] : null
  }
}

const LONGEST_LINE = 200

/**
 * Contents in two columns that were taken row by row, so that entries of both columns are cut and mixed: the left column
 * is read first, with the lines by which it is longer, then the right one.
 */
export function inColumns(lines: readonly Line[], start: number): ContentsPages | null {
  const gutter = byGutter(lines, start)
  return readColumns(lines, start, byTab, 0) ?? (gutter && readColumns(lines, start, gutter, SHORTER_BY))
}

/** Share of entries with a misprinted page at most. */
const MOST_FALLEN_BACK = 0.34

/** Lines by which one column may be interrupted where the other goes on: a heading with a blank beside it. */
const SHORTER_BY = 4

/** Whether a line begins where the left column does, not in the middle of the page. */
const isAtLeft = ({ source: { text } }: Line): boolean => placesOf(/^[ \u3000\f]*/.exec(text)?.[0] ?? '') < NARROWEST

function readColumns(lines: readonly Line[], start: number, split: Split, ahead: number): ContentsPages | null {
  const [left, right]: [ColumnText[], ColumnText[]] = [[], []]
  let end = start
  for (let at = start + 1; at < Math.min(lines.length, start + MOST_LINES); at++) {
    const line = lines[at] as Line
    if (isMasthead(line) || isOfPage(line.source)) continue
    const cells = split(line)
    const isOpen = right.length > 0 && isAtLeft(line) && !PAGE.test(foldWidth(left.at(-1)?.text ?? ''))
    if (!cells && !(isOpen && !line.isRow && !isOfDocument(line))) {
      if (right.length === 0) continue
      if (!lines.slice(at + 1, at + 1 + ahead).some((next) => !isMasthead(next) && split(next) !== null)) break
    }
    const [own, other] = cells ?? [line.text, '']
    if (own !== '') left.push({ text: own, line })
    if (other !== '') right.push({ text: other, line })
    end = at
  }
  if (right.length < FEWEST_ROWS || right.every(({ text }) => PAGE.test(foldWidth(text)))) return null
  const read = new Entries(true)
  for (const { text, line } of [...left, ...right]) {
    const bare = withoutSpaces(foldWidth(text))
    const named = read.isOpen ? null : (sectionName(bare) ?? (SHORT_NAME.test(bare) ? bare : null))
    if (named !== null) read.section(named)
    else if (!read.take(text, line.number)) return null
  }
  if (read.entries.length < 2 || read.fallenBack > read.entries.length * MOST_FALLEN_BACK) return null
  const { entries, sections } = read
  return { entries, sections, lines: new Set(lines.slice(start, end + 1).map(({ number }) => number)) }
}
