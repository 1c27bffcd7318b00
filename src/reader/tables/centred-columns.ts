import { foldWidth, withoutSpaces } from '../../kernel/han.ts'
import type { SourceLine } from '../types.ts'
import { type Aligned, alignedCells } from './aligned-cells.ts'
import { isNumberedLabel } from './bands.ts'
import { isSerial, namesColumn } from './column-words.ts'
import { roleOf } from './columns.ts'
import { isOfPage } from './page-lines.ts'

/** Lines looked at to tell how a table stands. */
const WINDOW = 60
/** A cell of a column begins where the others do, give or take a place. */
const NEAR = 1

export const isBlank = ({ text }: SourceLine): boolean => text.trim() === ''
/** A line that is no row yet. */
export const isPlain = (line: SourceLine): boolean =>
  !line.cells && line.text.length <= 1000 && !/[\t|]/.test(line.text)

/** A column of a table that spaces align. */
export interface Column {
  readonly name: Aligned
  /** Where most of its cells begin; -1 where it has none. */
  start: number
}

/** The names with what a narrow column broke off (序 / 号), and the line behind them. */
export function wholeNames(lines: readonly SourceLine[], at: number, header: readonly Aligned[]) {
  const below = lines[at + 1]
  const cells = below && isPlain(below) ? alignedCells(below.text) : []
  const names = header.map((name) => {
    const more = cells.find(({ from, to }) => from < name.to && name.from < to)
    return more ? { ...name, text: name.text + more.text, to: Math.max(name.to, more.to) } : name
  })
  const isMore = cells.length > 0 && cells.every(({ text }) => text.length <= 4 && !isSerial(text))
  const isWhole = names.every(({ text }, index) => text === header[index]?.text || namesColumn(text))
  const taken = names.filter(({ text }, index) => text !== header[index]?.text).length
  return isMore && isWhole && taken === cells.length ? { names, next: at + 2 } : { names: header, next: at + 1 }
}

/** Where the cells of each column begin on most of the lines under the names. */
export function columnsOf(lines: readonly SourceLine[], from: number, names: readonly Aligned[]): Column[] {
  const columns = names.map((name): Column => ({ name, start: -1 }))
  const counts = names.map(() => new Map<number, number>())
  for (const line of lines.slice(from, from + WINDOW)) {
    if (!isPlain(line) || isBlank(line) || isOfPage(line)) continue
    const cells = alignedCells(line.text)
    if (cells.length > names.length) continue
    for (const cell of cells) {
      const column = cells.length === names.length ? cells.indexOf(cell) : nearest(cell, columns)
      const count = counts[column]
      count?.set(cell.from, (count.get(cell.from) ?? 0) + 1)
    }
  }
  for (const [index, column] of columns.entries())
    column.start = [...(counts[index] ?? [])].reduce((most, next) => (next[1] > most[1] ? next : most), [-1, 0])[0]
  return columns
}

/** The column whose name a cell overlaps most, else the one beside it. */
function nearest(cell: Aligned, columns: readonly Column[]): number {
  const distances = columns.map(({ name: { from, to } }) =>
    cell.from < to && from < cell.to
      ? Math.max(cell.from, from) - Math.min(cell.to, to)
      : Math.min(Math.abs(cell.from - to), Math.abs(from - cell.to)),
  )
  return distances.indexOf(Math.min(...distances))
}

/** The cells of a line under their names; null where one has no place of its own. */
export function placed(cells: readonly Aligned[], columns: readonly Column[], numbers: number): string[] | null {
  const row = columns.map(() => '')
  if (cells.length > columns.length) return null
  for (const cell of cells) {
    const begun = columns.findIndex(({ start }) => start >= 0 && Math.abs(start - cell.from) <= NEAR)
    const column = cells.length === columns.length ? cells.indexOf(cell) : begun >= 0 ? begun : nearest(cell, columns)
    // A text alone in the middle of the page is a title; labels and numbers alone stand at the left.
    if (cells.length === 1 && begun < 0 && (column > numbers || !overlaps(cell, columns[column]?.name))) return null
    if (row[column] !== '') return null
    row[column] = cell.text
  }
  return row
}

const overlaps = (cell: Aligned, name: Aligned | undefined): boolean =>
  name !== undefined && cell.from < name.to + NEAR && name.from - NEAR < cell.to

const ENDS = /[。；;]$/

/** Whether rows begin before their numbers: a line of text over one with a number, directly under the names, an empty line, or the end of a sentence. */
export function beginsBeforeNumbers(
  lines: readonly SourceLine[],
  from: number,
  columns: readonly Column[],
  numbers: number,
): boolean {
  let [isBegun, isTurned, isAfterSentence, sentences, surely] = [true, false, false, 0, 0]
  let begin: 'none' | 'surely' | 'sentence' = 'none'
  const seen: Seen[] = []
  const labels = labelColumn(columns, numbers)
  for (const line of lines.slice(from, from + WINDOW)) {
    if (!isPlain(line)) break
    if (isBlank(line) || isOfPage(line)) {
      // What a page cut goes on behind it.
      isBegun = isBlank(line) && !isTurned
      isTurned ||= isOfPage(line)
      begin = 'none'
      seen.push({ isNumber: false, text: '', label: isTurned ? null : '' })
      continue
    }
    const cells = alignedCells(line.text)
    if (isBand(cells, columns)) {
      isBegun = true
      begin = 'none'
      continue
    }
    const row = placed(cells, columns, numbers)
    if (!row) break
    const text = row.slice(numbers + 1).reduce((longest, cell) => (cell.length > longest.length ? cell : longest), '')
    seen.push({ isNumber: isSerial(row[numbers] ?? ''), text, label: labels < 0 ? null : (row[labels] ?? '') })
    if (isSerial(row[numbers] ?? '')) {
      if (begin === 'surely') surely++
      if (begin === 'sentence') sentences++
      begin = 'none'
    } else if (text !== '' && begin === 'none') begin = isBegun ? 'surely' : isAfterSentence ? 'sentence' : 'none'
    isBegun = false
    isTurned = false
    isAfterSentence = ENDS.test(text)
  }
  return surely > 0 || sentences > 1 || standBesideLines(seen)
}

/** A line under the names: whether it has a number, its longest cell, its label ('' for none, null where none is told). */
interface Seen {
  readonly isNumber: boolean
  readonly text: string
  readonly label: string | null
}

/** The column of labels beside that of the numbers, with one that says what is to be done behind it; -1 where there is none. */
function labelColumn(columns: readonly Column[], numbers: number): number {
  const found = numbers === 1 ? 0 : numbers + 1
  const [role, next] = [found, Math.max(found, numbers) + 1].map((at) => roleOf(columns[at]?.name.text ?? ''))
  return role === 'group' && (next === 'requirement' || next === 'group') ? found : -1
}

/** Labels that begin beside no number, and full lines of text over numbers: neither is so where rows begin with their numbers. */
function standBesideLines(seen: readonly Seen[]): boolean {
  const widest = seen.reduce((most, { text }) => Math.max(most, text.length), 0)
  let [labels, open] = [0, 0]
  for (const [at, line] of seen.entries()) {
    const above = seen[at - 1]
    if (!above) continue
    if (line.label && above.label === '' && !line.isNumber) labels++
    if (line.isNumber && !above.isNumber && above.text.length + 1 >= widest && !ENDS.test(above.text)) open++
  }
  return labels > 0 && open > 1
}

const LONGEST_BAND = 40
/** 一、教育领域 at the beginning of a line, and nothing else on it. */
export const isBand = (cells: readonly Aligned[], columns: readonly Column[]): boolean => {
  const [only] = cells
  return (
    cells.length === 1 &&
    only !== undefined &&
    only.text.length <= LONGEST_BAND &&
    only.from <= (columns[1]?.name.from ?? 0) &&
    !ENDS.test(only.text) &&
    isNumberedLabel(withoutSpaces(foldWidth(only.text)))
  )
}

/** Whether cells of a column begin at a place. */
export const begins = (place: number, columns: readonly Column[]): boolean =>
  columns.some(({ start }) => start >= 0 && Math.abs(start - place) <= NEAR)
