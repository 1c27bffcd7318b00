import { foldWidth, withoutSpaces } from '../../kernel/han.ts'
import { isNumber, mayName, namesColumn } from './column-words.ts'
import { cellText, filledCells, onlyCell, type Row, trimmed } from './rows.ts'

const fold = (cell: string): string => withoutSpaces(foldWidth(cell))

/** Whether a row names columns: short cells without sentences or numbers, most of them words that columns have. */
export function isHeader(row: Row): boolean {
  // Most rows of data hold a long text: no need to look at their words.
  if (row.cells.some((cell) => cell.length > 60)) return false
  const cells = filledCells(row.cells)
  if (cells.length < 2 || row.isSpanning || !cells.every(mayName)) return false
  if (/^(?:序号?|编号)$/.test(cells[0] ?? '')) return true
  return cells.filter((cell) => namesColumn(cell)).length >= cells.length / 2
}

/** A row of nothing but words that columns have, and several of them: no row of data reads so. */
export function isSurelyHeader(row: Row): boolean {
  const cells = filledCells(row.cells)
  const isNumbered = /^(?:序号?|编号)$/.test(cells[0] ?? '')
  return cells.length >= (isNumbered ? 2 : 3) && cells.every((cell) => namesColumn(cell))
}

/** A row of nothing but units of measure: （万人） （女=100） */
const isMeasures = (row: Row): boolean => {
  const cells = filledCells(row.cells)
  return cells.length >= 2 && cells.every((cell) => /^[(].{1,12}[)]$/.test(fold(cell)))
}

/** The first row differs from all below it: words over numbers. Counted over a few rows. */
function standsOut(row: Row, following: readonly Row[]): boolean {
  const cells = filledCells(row.cells)
  const below = following.filter((under) => !isMeasures(under))
  if (cells.length < 2 || below.length < 2 || !cells.every((cell) => mayName(cell) && cell.length <= 20)) return false
  return row.cells.some((cell, column) => {
    if (cell === '' || column === 0) return false
    const found = below.map(({ cells: under }) => under[column] ?? '').filter((under) => under !== '')
    return found.length >= 2 && found.every(isNumber)
  })
}

/** What stands at the top of a piece: rows that are its title, then rows that name its columns. */
export interface Top {
  readonly captions: readonly Row[]
  readonly header: readonly Row[]
}

/** Rows of one cell that are a title over the header at most. */
export const MOST_CAPTIONS = 3
const MOST_HEADER_ROWS = 3

/** A row of names that each span several columns, over a header: 收入 · · 支出 · · over 项目 预算数 决算数 twice. */
export function spansOver(row: Row, header: Row): boolean {
  const cells = filledCells(row.cells)
  return (
    cells.length >= 2 &&
    !row.isSpanning &&
    cells.every((cell) => mayName(cell) && cell.length <= 12) &&
    cells.length * 2 <= filledCells(header.cells).length &&
    row.cells.slice(0, header.cells.length).every((cell, column) => cell === '' || (header.cells[column] ?? '') !== '')
  )
}

/** Reads the top of a piece. `isRuled` says that a Markdown rule stands under its first row, which then is the header. */
export function readTop(rows: readonly Row[], isRuled: boolean): Top {
  let at = 0
  while (at < MOST_CAPTIONS && at + 1 < rows.length && onlyCell(rows[at] as Row) !== null) at++
  const first = rows[at]
  const second = rows[at + 1]
  if (isRuled && rows[0]) return { captions: [], header: headerRows(rows, 0) }
  if (first && second && !isHeader(first) && isHeader(second) && spansOver(first, second))
    return { captions: rows.slice(0, at), header: [first, second] }
  if (first && (isHeader(first) || standsOut(first, rows.slice(at + 1, at + 9))))
    return { captions: rows.slice(0, at), header: headerRows(rows, at) }
  return { captions: [], header: [] }
}

function headerRows(rows: readonly Row[], from: number): Row[] {
  const header = [rows[from] as Row]
  while (header.length < MOST_HEADER_ROWS) {
    const next = rows[from + header.length]
    if (!next || !goesUnder(next, header, rows.slice(from + header.length + 1, from + header.length + 21))) break
    header.push(next)
  }
  return header
}

/** Whether a row carries the header on: names under a name that spans several columns. */
function goesUnder(row: Row, header: readonly Row[], below: readonly Row[]): boolean {
  const top = header[0] as Row
  const cells = filledCells(row.cells)
  if (cells.length === 1 && row.isPlaced && below.length > 0) return namesGap(row, header.at(-1) as Row)
  if (cells.length < 2 || below.length === 0 || !cells.every((cell) => mayName(cell) && cell.length <= 20)) return false
  if (top.height > header.length) return row.isPlaced
  if (isMeasures(row)) return true
  const upper = header.at(-1) as Row
  if (row.isPlaced && upper.merged && row.cells.length === upper.cells.length) return false
  if (row.cells.length >= upper.cells.length - 1 && row.cells[0] === '')
    return row.cells.every((cell, column) => cell === '' || isUnderSpan(upper.cells, column))
  return !row.isPlaced && isHeader(row) && surplus(top, row, below) > 0
}

/** One more name, in a column that has none yet: the cell is centred beside names of two lines. */
function namesGap(row: Row, upper: Row): boolean {
  const column = row.cells.findIndex((cell) => cell !== '')
  const name = row.cells[column] ?? ''
  return upper.isPlaced && !row.isSpanning && upper.cells[column] === '' && mayName(name) && namesColumn(name)
}

/** A column under a name that spans: its own name is empty, or the next one is. */
const isUnderSpan = (upper: readonly string[], column: number): boolean =>
  column > 0 && ((upper[column] ?? '') === '' || (column + 1 < upper.length && upper[column + 1] === ''))

/** How many names of the first header row span, when the second prints its cells without empty ones before; 0: it does not fit. */
function surplus(top: Row, row: Row, below: readonly Row[]): number {
  const widths = below.map(({ cells }) => trimmed(cells).length)
  const width = widths.toSorted((a, b) => a - b)[Math.floor(widths.length / 2)] ?? 0
  const [above, under] = [filledCells(top.cells).length, filledCells(row.cells).length]
  const spanning = above + under - width
  return spanning >= 1 && spanning < above && under >= 2 * spanning ? spanning : 0
}

/** Names that never span several columns. */
const SINGLE = /^(?:序号?|编号|备注|单位|计量单位|.{0,6}名称|指标|项目|地区|姓名|.{0,4}(?:时限|时间|期限|日期))$/

/**
 * One name a column. A name over several columns is joined to each name beneath it (2024年 增速); one that spans with
 * nothing beneath is followed by empty names.
 */
export function headerCells(header: readonly Row[]): string[] {
  const rows = header.map(({ cells }) => cells.map((cell) => withoutSpaces(cellText(cell))))
  let names = rows[0] ?? []
  for (const [index, under] of rows.slice(1).entries()) {
    const isAligned = header[index + 1]?.isPlaced || under[0] === ''
    names = isAligned ? joinAligned(names, under) : joinPacked(names, under)
  }
  return [...(trimmed(names) as string[])]
}

function joinAligned(upper: readonly string[], under: readonly string[]): string[] {
  const names: string[] = []
  let spanning = ''
  for (let column = 0; column < Math.max(upper.length, under.length); column++) {
    const [own, lower] = [upper[column] ?? '', under[column] ?? '']
    spanning = own || spanning
    names.push(lower === '' ? own : spanning === '' || spanning === lower ? lower : `${spanning} ${lower}`)
  }
  return names
}

/** The lower names stand side by side without the empty ones before them: they go to the last names that can span. */
function joinPacked(upper: readonly string[], under: readonly string[]): string[] {
  const lower = under.filter((cell) => cell !== '')
  const labels = upper.filter((cell) => cell !== '')
  const able = labels.flatMap((label, index) => (SINGLE.test(label) ? [] : [index]))
  const units = lower.every((name) => /单位|部门|领导|责任人/.test(name))
    ? able.filter((index) => /责任|分工|单位|部门/.test(labels[index] ?? ''))
    : []
  if (units.length === 1) able.splice(0, able.length, ...units)
  for (let spanning = Math.min(able.length, Math.floor(lower.length / 2)); spanning > 0; spanning--) {
    if (lower.length % spanning !== 0) continue
    const each = lower.length / spanning
    const chosen = able.slice(-spanning)
    return labels.flatMap((label, index) => {
      const place = chosen.indexOf(index)
      return place < 0 ? [label] : lower.slice(place * each, (place + 1) * each).map((name) => `${label} ${name}`)
    })
  }
  return [...labels, ...lower]
}

const isSameName = (a: string, b: string): boolean => {
  if (a === b) return true
  if (a.length !== b.length || a.length < 3) return false
  let differing = 0
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) differing++
  return differing === 1
}

/** Whether two header rows name the same columns; one misread character is forgiven, a missing name too. */
export function isSameHeader(a: Row, b: Row): boolean {
  const [left, right] = [filledCells(a.cells).map(fold), filledCells(b.cells).map(fold)]
  if (Math.abs(left.length - right.length) > 1 || left.length > 200 || right.length > 200) return false
  let [same, at] = [0, 0]
  for (const name of left) {
    const found = right.findIndex((other, index) => index >= at && isSameName(name, other))
    if (found < 0) continue
    same++
    at = found + 1
  }
  return same >= Math.max(left.length, right.length) - (left.length === right.length ? 0 : 1) && same >= 2
}
