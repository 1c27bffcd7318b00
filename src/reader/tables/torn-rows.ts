import { foldWidth, withoutSpaces } from '../../kernel/han.ts'
import type { Line } from '../lines.ts'
import { endsSentence } from '../marks.ts'
import { isNumberedLabel } from './bands.ts'
import { isSerial, mayName, namesColumn, serialOf } from './column-words.ts'

/** Lines of text that one cell holds at most, when a converter kept its line breaks. */
const MOST_LINES = 8
/** A line of a cell is no longer than a printed line of a column, or of two. */
const LONGEST_LINE = 120
const MOST_ROWS_AHEAD = 40
const MOST_AHEAD = 160

const cellsOf = (text: string): string[] => {
  const cells = text.split('\t').map((cell) => cell.trim())
  while (cells.length > 1 && cells.at(-1) === '') cells.pop()
  return cells
}

const isSerialName = (cell: string): boolean => /^序\s*号?$/.test(cell)

const isTabbed = (line: Line | undefined): boolean =>
  line !== undefined && !line.source.cells && line.source.text.includes('\t')

/** A line that may be part of a cell: no table, no label of a clause, no caption. */
function isPiece(line: Line | undefined): boolean {
  if (!line || line.isRow || line.text.length > LONGEST_LINE || /^[|#]/.test(line.source.text)) return false
  const key = withoutSpaces(line.key)
  const isLabelled = /^(?:附[件表录]|注[::]|备注|说明[::]|[(]?(?:计量)?单位[::]|[(]?续表|接上)/.test(key)
  return !isLabelled && !isNumberedLabel(key)
}

/** Widths of whole rows: those that several numbered rows ahead have, and their header's. */
function widthsAhead(lines: readonly Line[], at: number, header: number): ReadonlySet<number> {
  const counts = new Map<number, number>()
  for (let next = at, seen = 0; next < Math.min(lines.length, at + MOST_AHEAD) && seen < MOST_ROWS_AHEAD; next++) {
    const line = lines[next] as Line
    if (!isTabbed(line)) continue
    seen++
    const { length, 0: first = '' } = cellsOf(line.source.text)
    if (isSerial(first)) counts.set(length, (counts.get(length) ?? 0) + 1)
  }
  const most = Math.max(0, ...counts.values())
  const widths = [...counts].flatMap(([width, count]) => (count * 8 >= most && width >= header ? [width] : []))
  return new Set(header > 0 ? [header, ...widths] : widths)
}

/** Whether the line after a row may be part of it: it follows at once, and no number begins it. */
function mayBeTorn(line: Line, next: Line | undefined): boolean {
  if (!next || next.number !== (line.source.until ?? line.number) + 1) return false
  const { text } = next.source
  return !isTabbed(next) || !isSerial(text.slice(0, text.indexOf('\t')))
}

interface Join {
  readonly text: string
  readonly taken: number
}

/** The row that begins at a line of too few cells, with the lines after it that complete it; null when none do. */
function completed(lines: readonly Line[], at: number, widths: ReadonlySet<number>): Join | null {
  const first = lines[at] as Line
  let cells = cellsOf(first.source.text)
  const isNames = isSerialName(cells[0] ?? '') && cells.every((cell) => mayName(cell))
  const widest = Math.max(0, ...widths)
  if (cells.length < 2 || cells.length >= widest || !(isNames || isSerial(cells[0] ?? ''))) return null
  for (let next = at + 1; next < lines.length && next <= at + MOST_LINES; next++) {
    const line = lines[next] as Line
    if (line.number !== (lines[next - 1] as Line).number + 1) return null
    const more = isTabbed(line) ? cellsOf(line.source.text) : isPiece(line) ? [line.text.trim()] : null
    if (!more || more[0] === '' || isSerial(more[0] ?? '') || cells.length + more.length - 1 > widest) return null
    const end = cells.at(-1) ?? ''
    const seam = `${end}${more[0] ?? ''}`
    if (!(isNames ? mayGoOn(end, more) : isOpen(end))) return null
    cells = [...cells.slice(0, -1), seam, ...more.slice(1)]
    if (widths.has(cells.length) && more.length > 1)
      return isWhole(lines, next + 1, cells) ? { text: cells.join('\t'), taken: next - at } : null
  }
  return null
}

/** Names over two lines are names still. */
function mayGoOn(end: string, more: readonly string[]): boolean {
  const [start = ''] = more
  const seam = `${end}${start}`
  if (!more.every((cell) => mayName(cell)) || !(more.length === 1 ? mayName(seam) : namesColumn(seam))) return false
  // Two whole names are two names (完成时限 / 牵头单位), unless they are short halves of one (完成 / 时限).
  return !namesColumn(end) || !namesColumn(start) || seam.length <= 6 || /^[及和与（(]/.test(start)
}

/** A cell that may go on in the next line. */
const isOpen = (cell: string): boolean => cell.length > 1 && !endsSentence(foldWidth(cell.slice(-4)))

/** What follows a completed row begins another row, or nothing of the table follows. */
function isWhole(lines: readonly Line[], next: number, cells: readonly string[]): boolean {
  const line = lines[next]
  if (!line || !isTabbed(line)) return true
  const [first = ''] = cellsOf(line.source.text)
  return !isSerial(cells[0] ?? '') || first === '' || isSerial(first) || isSerialName(first)
}

/** Lines between a whole row and the one with the next number: they carry its last cell on. */
function carriedOn(lines: readonly Line[], at: number, widths: ReadonlySet<number>): Join | null {
  if (!isPiece(lines[at + 1])) return null
  const cells = cellsOf((lines[at] as Line).source.text)
  if (!widths.has(cells.length) || cells.length < 3 || !isSerial(cells[0] ?? '')) return null
  if (endsSentence(foldWidth((cells.at(-1) ?? '').slice(-4)))) return null
  let next = at + 1
  for (; next <= at + MOST_LINES && isPiece(lines[next]); next++)
    if ((lines[next] as Line).number !== (lines[next - 1] as Line).number + 1) return null
  const following = lines[next]
  if (!following || !isTabbed(following) || following.number !== (lines[next - 1] as Line).number + 1) return null
  const [first = ''] = cellsOf(following.source.text)
  if (serialOf(first) !== serialOf(cells[0] ?? '') + 1) return null
  const rest = lines.slice(at + 1, next).map(({ text }) => text.trim())
  return { text: [...cells.slice(0, -1), [cells.at(-1), ...rest].join('')].join('\t'), taken: next - at - 1 }
}

/** A line of text between the header of a later page and its first row: what the page before left of a cell. */
const isCarriedOver = (line: Line, next: Line | undefined): boolean =>
  isPiece(line) && next !== undefined && next.number === line.number + 1 && isTabbed(next)

const rewritten = (line: Line, text: string, last: Line | undefined): Line => ({
  ...line,
  text,
  key: foldWidth(text),
  isRow: true,
  source: { ...line.source, text, until: last?.source.until ?? last?.number ?? line.number },
})

/**
 * Makes rows whole that line breaks inside cells tore: the first line has too few cells, those after it (with tabs or
 * without) bring exactly the missing ones; or lines without tabs stand between two rows whose numbers follow one
 * another. Headers too (责任 / 单位). Empty lines end a row.
 */
export function tornRows(lines: readonly Line[]): readonly Line[] {
  const mended: Line[] = []
  let [header, until] = [0, -1]
  let widths: ReadonlySet<number> = new Set()
  const names: Line[] = []
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as Line
    if (isTabbed(line) && line.source.text.startsWith('序')) {
      names.push(line)
      header = cellsOf(line.source.text).length
      until = -1
    }
    if (names.length > 1 && line.number === (names.at(-1)?.number ?? 0) + 1 && isCarriedOver(line, lines[at + 1])) {
      mended.push(rewritten(line, `\t\t${line.text}`, line))
      continue
    }
    if (!isTabbed(line) || !mayBeTorn(line, lines[at + 1])) {
      mended.push(line)
      continue
    }
    if (at > until) {
      widths = widthsAhead(lines, at, header)
      until = at + MOST_ROWS_AHEAD
    }
    const join = completed(lines, at, widths) ?? carriedOn(lines, at, widths)
    mended.push(join ? rewritten(line, join.text, lines[at + join.taken]) : line)
    if (join?.text.startsWith('序')) header = cellsOf(join.text).length
    at += join?.taken ?? 0
  }
  return mended
}
