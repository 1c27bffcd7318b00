import { foldWidth, withoutSpaces } from '../../kernel/han.ts'
import type { SourceLine } from '../types.ts'
import { namesColumn } from './column-words.ts'
import { type ColumnRole, fits, roleOf } from './columns.ts'
import { centredBlocks } from './label-blocks.ts'
import { isOfPage } from './page-lines.ts'
import { wrappedCells } from './wrapped-cells.ts'

/** Lines that one record of such a table takes at most. */
const MOST_LINES = 60
const MOST_NAMES = 12

/** A line that holds anything, and whether an empty one stands before it. */
interface Filled {
  readonly line: SourceLine
  readonly isApart: boolean
}

const keyOf = ({ line }: Filled): string => withoutSpaces(foldWidth(line.text.slice(0, 60)))
const isPlain = ({ line }: Filled): boolean => !line.cells && !/[\t|]/.test(line.text)
/** What a page prints; a number by itself may be a cell. */
const isPage = ({ line }: Filled): boolean => isOfPage(line) && !/^\s*\d+\s*$/.test(line.text)
const isNumberName = (line: Filled | undefined): boolean =>
  line !== undefined && line.line.text.length < 8 && /^序号?$/.test(keyOf(line))

/** The names of a table, one a line. */
interface Names {
  readonly names: readonly string[]
  /** Which of them is 序号: 1 where a label stands before the number. */
  readonly number: number
  /** An empty line stands between any two cells, not between rows alone. */
  readonly areApart: boolean
  /** An empty line stands between any two rows. */
  readonly areRowsApart: boolean
}

/** The names that stand one a line, 序号 the first or the second of them, directly before a line 1; null when there are none. */
function namesAt(lines: readonly Filled[], at: number): Names | null {
  const number = isNumberName(lines[at]) ? 0 : isNumberName(lines[at + 1]) ? 1 : -1
  if (number < 0) return null
  const names: string[] = []
  for (let next = at; next < lines.length && next <= at + MOST_NAMES; next++) {
    const line = lines[next] as Filled
    if (names.length >= 3 + number && /^1[.、]?$/.test(keyOf(line))) {
      const areApart = lines.slice(at + 1, next + 1).every(({ isApart }) => isApart)
      return { names, number, areApart, areRowsApart: !areApart && line.isApart }
    }
    if (!isPlain(line) || !namesColumn(line.line.text.trim())) return null
    names.push(withoutSpaces(line.line.text))
  }
  return null
}

/** A line that ends so goes on in the next. */
const BREAKS_OFF = /[、，,（(]$/

/** Lines that break off in the middle of a list or a sentence are one cell with the next. */
function joinBroken(texts: readonly string[]): string[] {
  const joined: string[] = []
  for (const text of texts) {
    const last = joined.at(-1)
    if (last !== undefined && (BREAKS_OFF.test(last) || /^[、，,。；）)]/.test(text)))
      joined[joined.length - 1] = `${last}${text}`
    else joined.push(text)
  }
  return joined
}

/** The cells of one record: surplus lines belong to the requirement, between what stands before it and what behind. */
function cellsOf(texts: readonly string[], names: readonly string[]): string[] {
  if (texts.length <= names.length) return [...texts]
  const lines = joinBroken(texts)
  const surplus = lines.length - names.length
  if (surplus <= 0) return lines
  const wrapped = wrappedCells(texts, names)
  if (wrapped) return wrapped
  const roles = names.map(roleOf)
  const at = Math.max(roles.indexOf('requirement'), roles.indexOf('group'), 1)
  return [...lines.slice(0, at), lines.slice(at, at + surplus + 1).join(''), ...lines.slice(at + surplus + 1)]
}

/** Lines that no empty one parts, as one. */
function blocksOf(lines: readonly Filled[]): string[][] {
  const blocks: string[][] = []
  for (const { line, isApart } of lines) {
    if (isApart || blocks.length === 0) blocks.push([])
    blocks.at(-1)?.push(line.text.trim())
  }
  return blocks
}

/** The cells of a record whose cells empty lines part: a label that is merged over rows is missing in all but one. */
function cellsApart(lines: readonly Filled[], names: readonly string[], roles: readonly ColumnRole[]): string[] | null {
  const cells = blocksOf(lines).map((block) => block.join(''))
  if (cells.length === names.length) return cells
  const label = roles.findIndex((role, column) => column > 0 && (role === 'group' || role === 'other'))
  return cells.length === names.length - 1 && label > 0 && label < roles.length - 2
    ? [...cells.slice(0, label), '', ...cells.slice(label)]
    : null
}

/** Where the last record ends: when it has a cell for each name, or earlier with one that fits the last of them, a time. */
function endOfLast(lines: readonly Filled[], from: number, table: Names): number {
  const { names, number, areApart, areRowsApart } = table
  const endsWithTime = roleOf(names.at(-1) ?? '') === 'due'
  const width = names.length - number
  const endsApart = areRowsApart && endsWithTime
  let cells = 0
  for (let next = from; next < Math.min(lines.length, from + MOST_LINES); next++) {
    const line = lines[next] as Filled
    if (!isPlain(line) || /^(?:附件|附表|注:|备注:)/.test(keyOf(line))) return next
    if ((number > 0 || endsApart) && next > from && line.isApart) return next
    if (areApart) {
      if (line.isApart || next === from) cells++
      if (cells > width) return next
    } else if (!BREAKS_OFF.test(line.line.text.trim())) cells++
    const isTime = cells > 2 && endsWithTime && fits('due', keyOf(line))
    if ((!areApart && !endsApart && number === 0 && cells === width) || isTime) return next + 1
  }
  return Math.min(lines.length, from + names.length)
}

interface Stack {
  readonly rows: SourceLine[]
  readonly end: number
}

/** A record as it is read: its cells, and the labels that stand between it and the next. */
interface ReadRecord {
  readonly cells: string[]
  readonly labels: readonly string[]
}

function recordOf(lines: readonly Filled[], table: Names, roles: readonly ColumnRole[]): ReadRecord {
  const { names, number, areApart } = table
  const own = withoutNames(
    lines.filter((line) => !isPage(line)),
    names,
  )
  if (number > 0) {
    const [record = [], ...labels] = blocksOf(own)
    const cells = cellsOf(record, names.slice(number))
    return { cells: ['', ...cells], labels: labels.map((block) => block.join('')) }
  }
  const apart = areApart ? cellsApart(own, names, roles) : null
  const texts = own.map(({ line }) => line.text.trim())
  return { cells: apart ?? cellsOf(texts, names), labels: [] }
}

/** The records under the names, each from its number to the line before the next number. */
function recordsUnder(lines: readonly Filled[], at: number, table: Names): Stack {
  const { names } = table
  const roles = names.map(roleOf)
  const header = (lines[at] as Filled).line
  const records: (ReadRecord & { readonly line: SourceLine; readonly until: number; readonly pages: SourceLine[] })[] =
    []
  let from = at + names.length
  let end = from
  for (let number = 1; ; number++) {
    const next = nextNumber(lines, from + 1, number + 1, names)
    end = next?.end ?? endOfLast(lines, from, table)
    const taken = lines.slice(from, end)
    const pages = lines.slice(from, next?.at ?? end).flatMap((line) => (isPage(line) ? [line.line] : []))
    const until = taken.at(-1)?.line.number ?? 0
    records.push({ ...recordOf(taken, table, roles), line: (lines[from] as Filled).line, until, pages })
    if (!next) break
    from = next.at
  }
  setLabels(records)
  const rows: SourceLine[] = [
    { ...header, text: names.join('\t'), until: lines[at + names.length - 1]?.line.number ?? header.number },
  ]
  for (const { cells, line, until, pages } of records)
    rows.push({ ...line, text: `${cells.join('\t')}\t`, until }, ...pages)
  return { rows, end }
}

/** Labels that stand between the rows in whose middle they are printed, put into the first of them. */
function setLabels(records: readonly ReadRecord[]): void {
  // A label stands before the row that is the middle of its block, or between the two that are.
  const labels = records.flatMap((record, index) =>
    record.labels.map((text) => ({ text, index, middle: index + 1.25 })),
  )
  const blocks = centredBlocks(
    records.map((_, index) => ({ from: index, to: index + 1 })),
    labels.map(({ middle }) => middle),
  )
  for (const [at, { text, index }] of labels.entries()) {
    const record = records[blocks?.[at] ?? index + 1] ?? records[index]
    if (record) record.cells[0] = `${record.cells[0] ?? ''}${text}`
  }
}

/** The lines of a record without the names that a page repeats in the middle of it. */
function withoutNames(lines: readonly Filled[], names: readonly string[]): Filled[] {
  const keys = lines.map(keyOf)
  const at = keys.findIndex((_, index) => names.every((name, column) => keys[index + column] === foldWidth(name)))
  return lines.filter((_, index) => !(at >= 0 && index >= at && index < at + names.length))
}

/** The line that holds the next number; names repeated before it (on a new page) are left out. */
function nextNumber(lines: readonly Filled[], from: number, number: number, names: readonly string[]) {
  const written = [`${number}`, `${number}.`, `${number}、`]
  for (let at = from; at < Math.min(lines.length, from + MOST_LINES); at++) {
    const line = lines[at] as Filled
    if (!isPlain(line)) return null
    if (!written.includes(keyOf(line))) continue
    const isRepeated = names.every((name, index) => keyOf(lines[at - names.length + index] ?? line) === foldWidth(name))
    return { at, end: isRepeated ? at - names.length : at }
  }
  return null
}

/**
 * Rows of tables whose cells stand one a line, as cells between tabs: names from 序号 on, or a label and 序号, then records
 * that begin with 1, 2, 3. Empty lines part cells where they part the names, else rows from the labels between them.
 */
export function stackedRows(lines: readonly SourceLine[]): readonly SourceLine[] {
  if (!lines.some((line) => line.text.length < 8 && !line.cells && /^\s*序\s*号?\s*$/.test(line.text))) return lines
  const filled: Filled[] = []
  let isApart = false
  for (const line of lines) {
    if (!line.cells && line.text.trim() === '') isApart = true
    else {
      filled.push({ line, isApart })
      isApart = false
    }
  }
  const found: SourceLine[] = []
  for (let at = 0; at < filled.length; at++) {
    const names = namesAt(filled, at)
    const stack = names ? recordsUnder(filled, at, names) : null
    if (!stack || stack.rows.length < 3) {
      found.push((filled[at] as Filled).line)
      continue
    }
    for (const row of stack.rows) found.push(row)
    at = stack.end - 1
  }
  return found
}
