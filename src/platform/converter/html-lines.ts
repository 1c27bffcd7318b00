import type { SourceCell, SourceLine } from '../../reader/types.ts'
import type { PageWeights } from './html-content.ts'
import { attribute, childrenOf, type HtmlElement, type HtmlNode, isElement, rowsOf, textOfNode } from './html-tree.ts'
import { letterNumeral, raisedDigits, romanNumeral, writtenNumeral } from './numerals.ts'

const BLOCK = new Set(
  'p div section article main h1 h2 h3 h4 h5 h6 li ul ol dl dt dd blockquote pre center table caption tr td th tbody thead tfoot body html figure figcaption hr form fieldset address header footer aside ucapcontent ucaptitle'.split(
    ' ',
  ),
)

/** Parts the paragraphs of a cell; the reader takes it for the end of a paragraph. */
const CELL_PARAGRAPH = '</p><p>'

/** Collects the lines of a page in reading order. */
export class LineCollector {
  readonly lines: SourceLine[] = []
  /** Pictures among the text: what they show cannot be read. */
  pictures = 0
  readonly #weights: PageWeights | null
  #text = ''
  #boldLength = 0
  #bold = 0
  #linkLength = 0
  #links = 0
  readonly #linked = new Set<SourceLine>()
  #raised = 0
  #isPre = false
  #heading: number | undefined
  #align: SourceLine['align']
  #tables = 0

  /** Without weights nothing is furniture. */
  constructor(weights: PageWeights | null) {
    this.#weights = weights
  }

  walk(node: HtmlNode): void {
    const text = textOfNode(node)
    if (text !== null) this.#take(text)
    if (!isElement(node) || this.#weights?.isSilent(node)) return
    if (node.tagName === 'br') this.#endLine()
    else if (node.tagName === 'img') this.pictures += isPicture(node) ? 1 : 0
    else if (node.tagName === 'table' && isDataTable(node)) this.#table(node)
    else this.#element(node)
  }

  finish(): SourceLine[] {
    this.#endLine()
    return this.lines
  }

  /** Whether a line is nothing but links: above the text of a document such lines lead elsewhere. */
  isLink(line: SourceLine): boolean {
    return this.#linked.has(line)
  }

  #take(value: string): void {
    if (this.#isPre) {
      for (const [index, line] of value.split(/\r\n|\n|\r/).entries()) {
        if (index > 0) this.#endLine()
        this.#text += line
      }
      return
    }
    const text = value.replace(/[\t\r\n\f]+/g, ' ')
    if (this.#bold > 0) this.#boldLength += text.trim().length
    if (this.#links > 0) this.#linkLength += text.trim().length
    this.#text += this.#raised > 0 ? raisedDigits(text) : text
  }

  #element(node: HtmlElement): void {
    const { tagName } = node
    const isBlock = BLOCK.has(tagName)
    if (isBlock) this.#endLine()
    const before = { heading: this.#heading, align: this.#align, isPre: this.#isPre }
    const style = attribute(node, 'style')
    const heading = /^h([1-6])$/.exec(tagName)?.[1]
    if (heading) this.#heading = Number(heading)
    this.#align = alignOf(node, style) ?? this.#align
    if (tagName === 'pre') this.#isPre = true
    const bold = /^(?:b|strong|h[1-6]|th)$/.test(tagName) || /font-weight\s*:\s*(?:bold|[6-9]00)/.test(style) ? 1 : 0
    const raised = tagName === 'sup' ? 1 : 0
    const link = tagName === 'a' ? 1 : 0
    this.#links += link
    this.#bold += bold
    this.#raised += raised
    if (tagName === 'li') this.#text += listMark(node)
    for (const child of node.childNodes) this.walk(child)
    if (isBlock) this.#endLine()
    this.#links -= link
    this.#bold -= bold
    this.#raised -= raised
    this.#heading = before.heading
    this.#align = before.align
    this.#isPre = before.isPre
  }

  #endLine(): void {
    const text = this.#isPre ? this.#text.trimEnd() : this.#text.replace(/ {2,}/g, ' ').trim()
    const length = text.replace(/\s/g, '').length
    const isBold = this.#boldLength > 0 && this.#boldLength >= length * 0.9
    const isLink = this.#linkLength > 0 && this.#linkLength >= length * 0.9
    this.#text = ''
    this.#boldLength = 0
    this.#linkLength = 0
    if (text.trim() === '') return
    const line: SourceLine = {
      number: this.lines.length + 1,
      text,
      endsParagraph: true,
      ...(this.#heading ? { heading: this.#heading } : {}),
      ...(this.#align && this.#align !== 'left' ? { align: this.#align } : {}),
      ...(isBold ? { bold: true } : {}),
    }
    this.lines.push(line)
    if (isLink) this.#linked.add(line)
  }

  #table(table: HtmlElement): void {
    this.#endLine()
    for (const caption of childrenOf(table, 'caption')) this.#element(caption)
    const index = this.#tables++
    for (const row of rowsOf(table)) {
      const cells = row.map((cell): SourceCell => {
        const inner = new LineCollector(this.#weights)
        for (const child of cell.childNodes) inner.walk(child)
        this.pictures += inner.pictures
        return { text: inner.finish().map(cellLine).join(CELL_PARAGRAPH), ...spans(cell) }
      })
      if (cells.every(({ text, rowSpan = 1 }) => text === '' && rowSpan === 1)) continue
      const text = cells.map((cell) => cell.text.replaceAll(CELL_PARAGRAPH, ' ')).join('\t')
      this.lines.push({ number: this.lines.length + 1, text, cells, table: index, endsParagraph: true })
    }
  }
}

const cellLine = ({ text, cells }: SourceLine): string =>
  cells
    ? cells
        .map((cell) => cell.text)
        .filter((part) => part !== '')
        .join(' ')
    : text

function alignOf(node: HtmlElement, style: string): SourceLine['align'] {
  const said = /text-align\s*:\s*(left|justify|center|right)/i.exec(style)?.[1] ?? attribute(node, 'align')
  if (node.tagName === 'center' || /^center$/i.test(said)) return 'center'
  return /^right$/i.test(said) ? 'right' : /^(?:left|justify)$/i.test(said) ? 'left' : undefined
}

/** Icons and dots are no pictures. */
function isPicture(image: HtmlElement): boolean {
  const size = (name: string) => {
    const said = Number.parseInt(
      attribute(image, name) || new RegExp(`${name}\\s*:\\s*(\\d+)px`).exec(attribute(image, 'style'))?.[1] || '999',
      10,
    )
    return Number.isNaN(said) ? 999 : said
  }
  return size('width') > 100 && size('height') > 60 && !/icon|logo|\.gif/i.test(attribute(image, 'src'))
}

/** 1. 2. of an ordered list: numbers that the page draws and the text lacks. */
function listMark(item: HtmlElement): string {
  const list = item.parentNode
  if (!list || !('tagName' in list) || list.tagName !== 'ol') return ''
  const style = `${attribute(list, 'style')};${attribute(item, 'style')}`
  const kind = /list-style(?:-type)?\s*:\s*([\w-]+)/.exec(style)?.[1] ?? attribute(list, 'type')
  if (kind === 'none') return ''
  const place = childrenOf(list, 'li').indexOf(item)
  const at =
    Number.parseInt(attribute(item, 'value'), 10) || (Number.parseInt(attribute(list, 'start'), 10) || 1) + place
  if (/chinese|cjk/.test(kind)) return `${writtenNumeral(at)}、`
  if (kind === 'A' || /upper-(?:alpha|latin)/.test(kind)) return `${letterNumeral(at, 65)}. `
  if (kind === 'a' || /lower-(?:alpha|latin)/.test(kind)) return `${letterNumeral(at, 97)}. `
  if (kind === 'I' || kind === 'upper-roman') return `${romanNumeral(at)}. `
  return kind === 'i' || kind === 'lower-roman' ? `${romanNumeral(at).toLowerCase()}. ` : `${at}. `
}

const WIDEST_SPAN = 60
const TALLEST_SPAN = 10_000
const span = (text: string, most: number): number => Math.min(most, Math.max(1, Number.parseInt(text, 10) || 1))

function spans(cell: HtmlElement): Pick<SourceCell, 'columnSpan' | 'rowSpan'> {
  const columnSpan = span(attribute(cell, 'colspan'), WIDEST_SPAN)
  const rowSpan = span(attribute(cell, 'rowspan'), TALLEST_SPAN)
  return { ...(columnSpan > 1 ? { columnSpan } : {}), ...(rowSpan > 1 ? { rowSpan } : {}) }
}

/** Text and paragraphs below an element, as far as they are needed to tell a table of data from one that lays out a page. */
function contents(element: HtmlElement): { length: number; paragraphs: number; hasTable: boolean } {
  const sum = { length: 0, paragraphs: 0, hasTable: false }
  for (const child of element.childNodes) {
    const text = textOfNode(child)
    if (text !== null) sum.length += text.trim().length
    if (!isElement(child) || child.tagName === 'script' || child.tagName === 'style') continue
    const inner = contents(child)
    sum.length += inner.length
    sum.paragraphs += inner.paragraphs + (child.tagName === 'p' ? 1 : 0)
    sum.hasTable ||= inner.hasTable || child.tagName === 'table'
  }
  return sum
}

/** A table of data has several rows of several cells; one that only lays out a page holds articles or tables in a cell. */
function isDataTable(table: HtmlElement): boolean {
  const rows = rowsOf(table)
  if (rows.filter((row) => row.length >= 2).length < 2) return false
  const cells = rows.flat().map(contents)
  const whole = cells.reduce((sum, { length }) => sum + length, 0)
  return !cells.some(({ length, paragraphs, hasTable }) => {
    const isMost = length > whole * 0.7 && cells.length < 12
    return (hasTable && isMost) || (length > 1500 && paragraphs > 10 && isMost)
  })
}
