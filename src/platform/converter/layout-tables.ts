import type { SourceCell, SourceLine, SourceText } from '../../reader/types.ts'

type Row = readonly SourceCell[]

/** Parts the paragraphs of a cell. */
const CELL_PARAGRAPH = '</p><p>'

const filled = (row: Row): SourceCell[] => row.filter(({ text }) => text.replaceAll(CELL_PARAGRAPH, '').trim() !== '')

/** Rows that a table laid out for its looks has at most: one with more holds data. */
const MOST_ROWS = 6

const CARBON_COPY = /^\s*(?:主\s*送|抄\s*送|抄\s*报|分\s*送|发\s*送)\s*[：:]/
const PRINTED = /日\s*印\s*发\s*$/
const COPIES = /共\s*印\s*\d+\s*份/

/** 版记 as officials type it: copies and printing line between rules that are borders of a table. */
function isImprint(rows: readonly Row[]): boolean {
  const isOf = (row: Row, ...signs: RegExp[]): boolean => row.some(({ text }) => signs.some((sign) => sign.test(text)))
  return (
    rows.some((row) => isOf(row, CARBON_COPY, PRINTED)) &&
    rows.every((row) => filled(row).length < 2 || isOf(row, CARBON_COPY, PRINTED, COPIES))
  )
}

const ISSUE = /^\s*[（(]?\s*(?:\d{4}\s*年\s*)?(?:总\s*)?第\s*[\d〇零一二三四五六七八九十]+\s*[期号]\s*[)）]?/
const LONGEST_OF_MASTHEAD = 40

/** The head of a gazette: its name over number and day, which stand apart in cells. */
const isMasthead = (rows: readonly Row[]): boolean =>
  rows.some((row) => row.some(({ text }) => ISSUE.test(text) && /期/.test(text))) &&
  rows.every((row) => row.every(({ text }) => text.length <= LONGEST_OF_MASTHEAD))

const DAY = /(?:\d{4}|[〇○零一二三四五六七八九十]{4})\s*年.{1,6}月.{1,4}日\s*$/

/** A signature set in the last column, so that it stands at the right. */
function isSignature(rows: readonly Row[]): boolean {
  const last = rows.at(-1)?.at(-1)?.text ?? ''
  return DAY.test(last) && rows.every((row) => filled(row).length === 1 && row.at(-1) === filled(row)[0])
}

/** A frame around text. */
const isFrame = (rows: readonly Row[]): boolean => rows.every((row) => row.length === 1)

/** The texts of a row as lines: paragraphs of a single cell apart, cells beside each other on one line. */
function textsOf(row: Row): string[] {
  const cells = filled(row)
  const [only] = cells
  if (cells.length === 1 && only) return only.text.split(CELL_PARAGRAPH)
  return [cells.map(({ text }) => text.replaceAll(CELL_PARAGRAPH, ' ').trim()).join(' ')]
}

/** The lines that the rows of a layout table stand for; null when the table holds data. */
function linesOf(lines: readonly SourceLine[]): SourceLine[] | null {
  const rows = lines.map(({ cells }) => cells ?? [])
  const isSmall = rows.length <= MOST_ROWS
  const isRight = isSmall && isSignature(rows)
  if (!isRight && !isFrame(rows) && !(isSmall && (isImprint(rows) || isMasthead(rows)))) return null
  return lines.flatMap(({ cells, table: _, ...line }) =>
    textsOf(cells ?? [])
      .filter((text) => text.trim() !== '')
      .map((text) => ({ ...line, text, endsParagraph: true, ...(isRight ? { align: 'right' as const } : {}) })),
  )
}

/**
 * A source without tables that only lay text out: a frame around paragraphs, the head of a gazette, a signature, 版记.
 * Their cells become lines. Files of text mark no tables but those that the reader looks at itself.
 */
export function withoutLayoutTables(source: SourceText): SourceText {
  if (source.format === 'txt' || source.format === 'md') return source
  const found: SourceLine[] = []
  let isChanged = false
  for (let at = 0; at < source.lines.length; ) {
    const line = source.lines[at] as SourceLine
    let end = at + 1
    if (line.cells) while (source.lines[end]?.cells && source.lines[end]?.table === line.table) end++
    const table = source.lines.slice(at, end)
    const laid = line.cells ? linesOf(table) : null
    isChanged ||= laid !== null
    for (const one of laid ?? table) found.push(one)
    at = end
  }
  return isChanged ? { ...source, lines: found.map((line, at) => ({ ...line, number: at + 1 })) } : source
}
