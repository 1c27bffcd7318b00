import { withoutSpaces } from '../../kernel/han.ts'
import type { SourceLine } from '../types.ts'
import { type Aligned, alignedCells } from './aligned-cells.ts'
import {
  begins,
  beginsBeforeNumbers,
  type Column,
  columnsOf,
  isBand,
  isBlank,
  isPlain,
  placed,
  wholeNames,
} from './centred-columns.ts'
import { type BodyLine, partedAtNumbers } from './centred-parts.ts'
import { isSerial } from './column-words.ts'
import { centredBlocks } from './label-blocks.ts'
import { isOfPage } from './page-lines.ts'

/** Empty lines in a row after which a table is over. */
const MOST_EMPTY = 4
/** Lines without a number after which a table is over. */
const LONGEST_ROW = 60

/** A table whose numbers stand in the middle of their rows, as rows; `end` is behind its last line. */
export interface CentredTable {
  readonly rows: readonly SourceLine[]
  readonly end: number
}

/**
 * Reads a table under a line of names whose cells stand in the middle of their rows, as word processors put them: the
 * number of a row stands beside its middle line, and labels beside the middle of the rows that they are merged over. Null
 * where rows begin with their numbers.
 */
export function centredTable(
  lines: readonly SourceLine[],
  at: number,
  header: readonly Aligned[],
): CentredTable | null {
  const numbers = header.findIndex(({ text }) => /^序号?$/.test(withoutSpaces(text)))
  if (numbers < 0 || numbers > 1 || header.length < numbers + 3) return null
  const { names, next } = wholeNames(lines, at, header)
  const columns = columnsOf(lines, next, names)
  if (!beginsBeforeNumbers(lines, next, columns, numbers)) return null
  const printedNames = lines.slice(at, next).map(({ text }) => withoutSpaces(text))
  const body = bodyOf(lines, next, columns, numbers, (line) => printedNames.includes(withoutSpaces(line.text)))
  const text = textColumn(body.lines, columns.length)
  const printed = partedAtNumbers(body.lines, numbers, text)
  if (printed.length < 2) return null
  const rows = withLabels(printed, columns.length, numbers, text)
  const namesOf = (line: SourceLine): SourceLine => ({
    ...line,
    text: names.map(({ text }) => text).join('\t'),
    ...(next > at + 1 && { until: line.number + next - at - 1 }),
  })
  const others = body.others.flatMap(({ line, before }) => {
    const name = printedNames.indexOf(withoutSpaces(line.text))
    return name > 0 ? [] : [{ line: name < 0 ? line : namesOf(line), before }]
  })
  return { rows: [namesOf(lines[at] as SourceLine), ...inOrder(rows, others)], end: body.end }
}

/** What stands between rows and is none: pages, names repeated, labels over all columns. */
interface Other {
  readonly line: SourceLine
  /** Index into the lines of the table before which it stands. */
  readonly before: number
}

interface Body {
  readonly lines: BodyLine[]
  readonly others: Other[]
  readonly end: number
}

/** The lines of the table, up to one that has no place in it. */
function bodyOf(
  lines: readonly SourceLine[],
  from: number,
  columns: readonly Column[],
  numbers: number,
  isHeader: (line: SourceLine) => boolean,
): Body {
  const found: BodyLine[] = []
  const others: Other[] = []
  let [end, empty, unnumbered, place] = [from, 0, 0, 0]
  let waiting: SourceLine[] = []
  let isTurned = false
  for (let at = from; at < lines.length && unnumbered < LONGEST_ROW; at++) {
    const line = lines[at] as SourceLine
    if (!isPlain(line)) break
    if (isBlank(line)) {
      if (++empty > MOST_EMPTY) break
      continue
    }
    const cells = alignedCells(line.text)
    const row = isOfPage(line) || isHeader(line) || isBand(cells, columns) ? null : placed(cells, columns, numbers)
    const isOther = row === null && (isOfPage(line) || isHeader(line) || isBand(cells, columns))
    const isHead = row !== null && isTurned && !cells.every(({ from: begin }) => begins(begin, columns))
    const isBorder = isTurned && NAMES_ORGAN.test(withoutSpaces(line.text))
    if (isOther || (!isBorder && (isHead || (row === null && isTurned)))) {
      waiting.push(line)
      isTurned = isOfPage(line)
      empty = 0
      continue
    }
    if (row === null || (cells.length === 1 && endsTable(line, empty > 0 || waiting.length > 0))) break
    for (const other of waiting) others.push({ line: other, before: found.length })
    const isApart = empty > 0 || waiting.length > 0
    place += empty > 0 && waiting.length === 0 ? empty + 1 : 1
    found.push({
      line,
      cells: row,
      isApart,
      place,
      isClosed: waiting.some((other) => isBand(alignedCells(other.text), columns)),
    })
    unnumbered = isSerial(row[numbers] ?? '') ? 0 : unnumbered + 1
    waiting = []
    isTurned = false
    empty = 0
    end = at + 1
  }
  return { lines: found, others, end }
}

const NAMES_ORGAN = /^\p{Script=Han}{1,12}(?:政府|办公室|委员会|局)$/u
/** A note, an attachment, or behind a gap the title of another document. */
const endsTable = ({ text }: SourceLine, isApart: boolean): boolean =>
  /^\s*(?:附[件表]|注[：:])/.test(text) || (isApart && (text.includes('关于') || NAMES_ORGAN.test(withoutSpaces(text))))

/** The column that holds most of the text. */
function textColumn(lines: readonly BodyLine[], width: number): number {
  const sums = Array.from({ length: width }, (_, column) =>
    lines.reduce((sum, { cells }) => sum + (cells[column]?.length ?? 0), 0),
  )
  return sums.indexOf(Math.max(...sums))
}

interface MadeRow {
  readonly from: number
  readonly line: SourceLine
}

/** Rows as cells between tabs, each label in the first row of those in whose middle it stands. */
function withLabels(parts: readonly (readonly BodyLine[])[], width: number, numbers: number, text: number): MadeRow[] {
  const cells = parts.map((part) =>
    Array.from({ length: width }, (_, column) => part.map((line) => line.cells[column] ?? '').join('')),
  )
  const extents = parts.map((part) => ({ from: part[0]?.place ?? 0, to: (part.at(-1)?.place ?? 0) + 1 }))
  for (let column = 0; column < text; column++) {
    if (column === numbers) continue
    const labels = labelsOf(parts.flat(), column)
    const blocks = centredBlocks(
      extents,
      labels.map(({ middle }) => middle),
    )
    if (!blocks) continue
    for (const row of cells) row[column] = ''
    for (const [index, start] of blocks.entries()) {
      const row = cells[start]
      if (row) row[column] = labels[index]?.text ?? ''
    }
  }
  let from = 0
  return parts.map((part, index) => {
    const first = part[0] as BodyLine
    const made = {
      from,
      line: { ...first.line, text: cells[index]?.join('\t') ?? '', until: part.at(-1)?.line.number ?? 0 },
    }
    from += part.length
    return made
  })
}

/** The labels of a column, those over several lines as one, with the place of their middle. */
function labelsOf(lines: readonly BodyLine[], column: number): { readonly text: string; readonly middle: number }[] {
  const found: { text: string; from: number; to: number }[] = []
  for (const { cells, place } of lines) {
    const text = cells[column] ?? ''
    if (text === '') continue
    const last = found.at(-1)
    if (last && last.to === place) {
      last.text += text
      last.to = place + 1
    } else found.push({ text, from: place, to: place + 1 })
  }
  return found.map(({ text, from, to }) => ({ text, middle: (from + to) / 2 }))
}

/** Rows with what stands between them; what a page put inside a row follows it. */
function inOrder(rows: readonly MadeRow[], others: readonly Other[]): SourceLine[] {
  const found: SourceLine[] = []
  let next = 0
  for (const [index, { line }] of rows.entries()) {
    const from = rows[index]?.from ?? 0
    for (; next < others.length && (others[next]?.before ?? 0) <= from; next++) found.push((others[next] as Other).line)
    found.push(line)
  }
  for (; next < others.length; next++) found.push((others[next] as Other).line)
  return found
}
