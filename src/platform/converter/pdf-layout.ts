import type { SourceCell, SourceLine } from '../../reader/types.ts'

/** A run of text on a page; `y` grows downwards from the top. */
export interface Glyph {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly size: number
}

type LaidOut = Omit<SourceLine, 'number' | 'page'>

interface PrintedLine {
  readonly y: number
  readonly glyphs: Glyph[]
}

/** Runs at one height are one printed line. */
function printedLines(glyphs: readonly Glyph[]): PrintedLine[] {
  const lines: PrintedLine[] = []
  for (const glyph of [...glyphs].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const last = lines.at(-1)
    if (last && Math.abs(last.y - glyph.y) <= glyph.size * 0.4) last.glyphs.push(glyph)
    else lines.push({ y: glyph.y, glyphs: [glyph] })
  }
  for (const { glyphs: found } of lines) found.sort((a, b) => a.x - b.x)
  return lines
}

const end = ({ x, width }: Glyph): number => x + width

/** Runs of a line with wide gaps between them: columns of a table, or of a page. */
function pieces(glyphs: readonly Glyph[]): Glyph[][] {
  const found: Glyph[][] = []
  for (const glyph of glyphs) {
    const last = found.at(-1)?.at(-1)
    if (last && glyph.x - end(last) < Math.max(glyph.size, last.size) * 1.4) found.at(-1)?.push(glyph)
    else found.push([glyph])
  }
  return found
}

const textOf = (glyphs: readonly Glyph[]): string => {
  let text = ''
  for (const [index, glyph] of glyphs.entries()) {
    const before = glyphs[index - 1]
    if (before && glyph.x - end(before) > glyph.size * 0.3 && /[\w%)]$/.test(text) && /^[\w(]/.test(glyph.text))
      text += ' '
    text += glyph.text
  }
  return text.trim()
}

/** The middle of a page with two columns: a gutter that nearly every full line leaves free; null on other pages. */
function gutterOf(lines: readonly PrintedLine[]): number | null {
  const all = lines.flatMap(({ glyphs }) => glyphs)
  const [left, right] = [Math.min(...all.map(({ x }) => x)), Math.max(...all.map(end))]
  const middle = (left + right) / 2
  const width = right - left
  const split = lines.filter(
    ({ glyphs }) =>
      pieces(glyphs).length === 2 &&
      !glyphs.some((glyph) => glyph.x < middle - width * 0.02 && end(glyph) > middle + width * 0.02),
  )
  const crossing = lines.filter(({ glyphs }) =>
    glyphs.some((glyph) => glyph.x < middle - width * 0.05 && end(glyph) > middle + width * 0.05),
  )
  const isProse = split.filter(({ glyphs }) => pieces(glyphs).every((piece) => textOf(piece).length > 10)).length
  return split.length >= 8 && isProse > split.length * 0.6 && crossing.length < split.length * 0.3 ? middle : null
}

/** Lines of a page in reading order: with two columns the left one first, lines over both apart. */
function inReadingOrder(lines: readonly PrintedLine[]): PrintedLine[] {
  const gutter = gutterOf(lines)
  if (gutter === null) return [...lines]
  const ordered: PrintedLine[] = []
  let columns: { left: PrintedLine[]; right: PrintedLine[] } = { left: [], right: [] }
  const flush = () => {
    ordered.push(...columns.left, ...columns.right)
    columns = { left: [], right: [] }
  }
  for (const line of lines) {
    const [left, right] = [
      line.glyphs.filter((glyph) => glyph.x < gutter),
      line.glyphs.filter((glyph) => glyph.x >= gutter),
    ]
    if (left.some((glyph) => end(glyph) > gutter + glyph.size)) {
      flush()
      ordered.push(line)
      continue
    }
    if (left.length > 0) columns.left.push({ y: line.y, glyphs: left })
    if (right.length > 0) columns.right.push({ y: line.y, glyphs: right })
  }
  flush()
  return ordered
}

/** Runs of neighbouring lines that split into the same columns are rows of a table. */
function tableRuns(
  lines: readonly PrintedLine[],
): { readonly from: number; readonly to: number; readonly columns: readonly number[] }[] {
  const runs: { from: number; to: number; columns: number[] }[] = []
  for (let at = 0; at < lines.length; at++) {
    const starts = pieces(lines[at]?.glyphs ?? []).map(([first]) => first?.x ?? 0)
    if (starts.length < 3) continue
    let to = at + 1
    let rows = 1
    let lastRow = at
    while (to < lines.length && to - lastRow <= 6) {
      const next = pieces(lines[to]?.glyphs ?? [])
      if (next.length >= Math.max(2, starts.length - 1)) {
        rows++
        lastRow = to
      } else if (next.length === 1 && isWide(next[0] ?? [], starts)) break
      to++
    }
    if (rows >= 3) {
      runs.push({ from: at, to: lastRow + 1, columns: columnsOf(lines.slice(at, lastRow + 1)) })
      at = lastRow
    }
  }
  return runs
}

/** A single piece that crosses the places where columns begin is text, not the rest of a cell. */
const isWide = (piece: readonly Glyph[], starts: readonly number[]): boolean => {
  const [first, last] = [piece[0], piece.at(-1)]
  return (
    first !== undefined &&
    last !== undefined &&
    starts.filter((start) => start > first.x + first.size && start < end(last)).length > 0
  )
}

/** Where columns begin: places at which many pieces begin. */
function columnsOf(lines: readonly PrintedLine[]): number[] {
  const starts = lines
    .flatMap(({ glyphs }) => pieces(glyphs).map(([first]) => first))
    .filter((first) => first !== undefined)
  const columns: { x: number; count: number }[] = []
  for (const { x, size } of starts.sort((a, b) => a.x - b.x)) {
    const last = columns.at(-1)
    if (last && x - last.x < size * 2.5) last.count++
    else columns.push({ x, count: 1 })
  }
  const least = Math.max(2, lines.length * 0.15)
  return columns.filter(({ count }) => count >= least).map(({ x }) => x)
}

/** The rows of a table: a line with a piece in the first column or with several begins one, others carry cells on. */
function rowsOf(lines: readonly PrintedLine[], columns: readonly number[]): string[][] {
  const rows: string[][] = []
  for (const { glyphs } of lines) {
    const cells = columns.map(() => '')
    const found = pieces(glyphs)
    for (const piece of found) {
      const [first] = piece
      if (!first) continue
      let column = columns.findLastIndex((x) => first.x >= x - first.size * 1.2)
      if (column < 0) column = 0
      cells[column] += textOf(piece)
    }
    const last = rows.at(-1)
    const carriesOn = last !== undefined && cells[0] === '' && found.length < Math.max(2, columns.length - 1)
    if (carriesOn) for (const [column, cell] of cells.entries()) last[column] = `${last[column] ?? ''}${cell}`
    else rows.push(cells)
  }
  return rows
}

/** Lays out a page: lines of text in reading order, tables as rows of cells. */
export function layOutPage(glyphs: readonly Glyph[]): LaidOut[] {
  if (glyphs.length === 0) return []
  const lines = inReadingOrder(printedLines(glyphs))
  const runs = tableRuns(lines)
  const [left, right] = [Math.min(...glyphs.map(({ x }) => x)), Math.max(...glyphs.map(end))]
  const laidOut: LaidOut[] = []
  for (let at = 0; at < lines.length; at++) {
    const run = runs.find(({ from }) => from === at)
    if (run && run.columns.length >= 3) {
      for (const row of rowsOf(lines.slice(run.from, run.to), run.columns)) {
        const cells = row.map((text): SourceCell => ({ text }))
        laidOut.push({ text: row.join('\t'), cells, table: 0 })
      }
      at = run.to - 1
      continue
    }
    const line = lines[at]
    if (!line) continue
    const text = textOf(line.glyphs)
    const [first, last] = [line.glyphs[0], line.glyphs.at(-1)]
    if (text === '' || !first || !last) continue
    const [before, after] = [first.x - left, right - end(last)]
    const isCentred = before > (right - left) * 0.12 && Math.abs(before - after) < (right - left) * 0.08
    const indent = before > first.size * 1.5 && before < first.size * 3 ? '　　' : ''
    laidOut.push({ text: `${indent}${text}`, ...(isCentred ? { align: 'center' as const } : {}) })
  }
  return laidOut
}
