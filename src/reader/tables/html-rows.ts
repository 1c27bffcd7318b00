import type { SourceCell, SourceLine } from '../types.ts'

const STARTS = /<(?:table|tr)\b/i
const TAG = /<(\/?)(table|thead|tbody|tfoot|tr|td|th|br|caption)\b([^<>]*)>/gi
/** No table of print is wider or taller; larger spans are slips. */
const WIDEST_SPAN = 1000
const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['nbsp', ' '],
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
])

const unescaped = (text: string): string =>
  text.includes('&') ? text.replace(/&(nbsp|lt|gt|amp|quot);/g, (whole, name) => ENTITIES.get(name) ?? whole) : text

const spanOf = (attributes: string, name: 'rowspan' | 'colspan'): number => {
  if (!attributes.toLowerCase().includes(name)) return 1
  const found = new RegExp(`\\b${name}\\s*=\\s*["']?(\\d{1,4})`, 'i').exec(attributes)?.[1]
  return Math.min(WIDEST_SPAN, Math.max(1, Number(found ?? 1)))
}

/** Reads tables that stand as HTML inside a text, line by line. */
class HtmlRows {
  readonly lines: SourceLine[] = []
  #table = 0
  #isInside = false
  #line = 0
  #rowLine = 0
  #cells: SourceCell[] = []
  #cell: { text: string; columnSpan: number; rowSpan: number } | null = null

  read(line: SourceLine): void {
    const { text, number } = line
    if (!this.#isInside && !STARTS.test(text)) {
      this.lines.push(line)
      return
    }
    this.#line = number
    let from = 0
    for (const tag of text.matchAll(TAG)) {
      this.#text(text.slice(from, tag.index), line)
      from = tag.index + tag[0].length
      this.#tag((tag[2] ?? '').toLowerCase(), tag[1] === '/', tag[3] ?? '', number)
    }
    this.#text(text.slice(from), line)
    if (this.#cell) this.#cell.text += ' '
  }

  close(): void {
    this.#endRow()
    this.#isInside = false
  }

  #text(text: string, line: SourceLine): void {
    if (this.#cell) this.#cell.text += text
    else if (text.trim() !== '') this.lines.push({ ...line, text })
  }

  #tag(name: string, isEnd: boolean, attributes: string, number: number): void {
    if (name === 'table') {
      this.#endRow()
      if (!isEnd) this.#table++
      this.#isInside = !isEnd
    } else if (name === 'tr') {
      this.#endRow()
      this.#isInside ||= !isEnd
      if (this.#table === 0) this.#table = 1
      this.#rowLine = number
    } else if (name === 'td' || name === 'th') {
      this.#endCell()
      if (isEnd || !this.#isInside) return
      if (this.#cells.length === 0) this.#rowLine = number
      this.#cell = { text: '', columnSpan: spanOf(attributes, 'colspan'), rowSpan: spanOf(attributes, 'rowspan') }
    } else if (name === 'br' && this.#cell) this.#cell.text += ' '
  }

  #endCell(): void {
    const cell = this.#cell
    this.#cell = null
    if (!cell) return
    const { columnSpan, rowSpan } = cell
    this.#cells.push({
      text: unescaped(cell.text).trim(),
      ...(columnSpan > 1 && { columnSpan }),
      ...(rowSpan > 1 && { rowSpan }),
    })
  }

  #endRow(): void {
    this.#endCell()
    const cells = this.#cells
    this.#cells = []
    if (cells.length === 0) return
    const text = cells.map((cell) => cell.text).join('\t')
    const lines = { number: this.#rowLine, ...(this.#line > this.#rowLine && { until: this.#line }) }
    this.lines.push({ ...lines, text, cells, table: this.#table, endsParagraph: true })
  }
}

/** Rows of tables printed as HTML inside a text, with the spans of their cells; text around them stays as it is. */
export function htmlRows(lines: readonly SourceLine[]): readonly SourceLine[] {
  if (!lines.some(({ text, cells }) => !cells && text.includes('<') && STARTS.test(text))) return lines
  const reader = new HtmlRows()
  for (const line of lines) {
    if (line.cells) reader.lines.push(line)
    else reader.read(line)
  }
  reader.close()
  return reader.lines
}
