import { done, type Outcome, refused } from '../../kernel/outcome.ts'
import type { SourceCell, SourceLine, SourceText } from '../../reader/types.ts'
import { Numbering } from './docx-numbering.ts'
import { convertHtml } from './html.ts'
import { pageOfMime } from './mime.ts'
import { childNamed, childrenNamed, descendants, parseXml, type XmlNode } from './xml.ts'
import { readArchive } from './zip.ts'

const PARTS =
  /^word\/(?:document|styles|numbering|footnotes)\.xml$|^word\/[^/]*\.(?:html?|mht|htm|xhtml)$|^word\/_rels\/document\.xml\.rels$|^xl\/workbook\.xml$|^ppt\/presentation\.xml$/

const value = (node: XmlNode | undefined): string | undefined => node?.attributes['w:val']
const isOn = (node: XmlNode | undefined): boolean =>
  node !== undefined && !/^(?:0|false|off|none)$/.test(value(node) ?? '1')

/** What a paragraph style brings: outline level and list. */
interface Style {
  readonly heading: number | undefined
  readonly listId: string | undefined
  readonly level: number | undefined
  readonly isHidden: boolean
}

const NO_STYLE: Style = { heading: undefined, listId: undefined, level: undefined, isHidden: false }

/** Paragraph styles with what they inherit. */
function stylesOf(root: XmlNode | null): Map<string, Style> {
  const nodes = new Map(
    childrenNamed(root ? childNamed(root, 'w:styles') : undefined, 'w:style').map((node) => [
      node.attributes['w:styleId'] ?? '',
      node,
    ]),
  )
  const made = new Map<string, Style>()
  const make = (id: string, depth: number): Style => {
    const known = made.get(id)
    const node = nodes.get(id)
    if (known || !node || depth > 20) return known ?? NO_STYLE
    const base = make(value(childNamed(node, 'w:basedOn')) ?? '', depth + 1)
    const properties = childNamed(node, 'w:pPr')
    const outline = value(childNamed(properties, 'w:outlineLvl'))
    const list = childNamed(properties, 'w:numPr')
    const style: Style = {
      heading: outline && Number(outline) < 6 ? Number(outline) + 1 : base.heading,
      listId: value(childNamed(list, 'w:numId')) ?? base.listId,
      level: list ? Number(value(childNamed(list, 'w:ilvl')) ?? 0) : base.level,
      isHidden: isOn(childNamed(childNamed(node, 'w:rPr'), 'w:vanish')) || base.isHidden,
    }
    made.set(id, style)
    return style
  }
  for (const id of nodes.keys()) make(id, 0)
  return made
}

/** Inside these nothing is text: what was deleted or moved away, properties, fields' own code. */
const SILENT = new Set([
  'w:del',
  'w:moveFrom',
  'w:moveFromRangeStart',
  'w:commentReference',
  'w:annotationRef',
  'w:pPr',
  'w:rPr',
  'w:instrText',
  'w:delText',
  'mc:Fallback',
  'w:sectPr',
  'w:tblPr',
  'w:trPr',
  'w:tcPr',
])

class DocxReader {
  readonly lines: SourceLine[] = []
  readonly #styles: Map<string, Style>
  readonly #numbering: Numbering
  #tables = 0

  constructor(styles: Map<string, Style>, numbering: Numbering) {
    this.#styles = styles
    this.#numbering = numbering
  }

  /** Blocks of a body or a text box, in order. */
  blocks(nodes: readonly XmlNode[]): void {
    for (const node of nodes) {
      if (node.name === 'w:p') this.#paragraph(node)
      else if (node.name === 'w:tbl') this.#table(node)
      else if (!SILENT.has(node.name)) this.blocks(node.children)
    }
  }

  #paragraph(node: XmlNode): void {
    const properties = childNamed(node, 'w:pPr')
    const style = this.#styles.get(value(childNamed(properties, 'w:pStyle')) ?? '') ?? NO_STYLE
    // The mark of a deleted paragraph: its text goes on in the next one; what is left of it is read as it stands.
    const text = `${this.#number(properties, style)}${style.isHidden ? '' : this.#text(node)}`
    const align = value(childNamed(properties, 'w:jc'))
    for (const [index, part] of text.split('\n').entries()) {
      if (part.trim() === '') continue
      this.lines.push({
        number: this.lines.length + 1,
        text: part.replace(/\s+$/, ''),
        endsParagraph: true,
        ...(style.heading && index === 0 ? { heading: style.heading } : {}),
        ...(align === 'center' || align === 'right' ? { align } : {}),
      })
    }
    for (const box of descendants(node, 'w:txbxContent')) this.blocks(box.children)
  }

  #number(properties: XmlNode | undefined, style: Style): string {
    const own = childNamed(properties, 'w:numPr')
    const listId = value(childNamed(own, 'w:numId')) ?? style.listId
    if (listId === undefined || listId === '0') return ''
    return this.#numbering.next(listId, Number(value(childNamed(own, 'w:ilvl')) ?? style.level ?? 0))
  }

  #text(node: XmlNode): string {
    let text = ''
    for (const child of node.children) {
      if (SILENT.has(child.name) || child.name === 'w:txbxContent') continue
      if (child.name === 'w:r' && isOn(childNamed(childNamed(child, 'w:rPr'), 'w:vanish'))) continue
      if (child.name === 'w:t') text += child.children.map((part) => part.text).join('')
      else if (child.name === 'w:tab' || child.name === 'w:ptab') text += ' '
      else if (child.name === 'w:br' || child.name === 'w:cr') text += '\n'
      else if (child.name === 'w:noBreakHyphen') text += '-'
      else text += this.#text(child)
    }
    return text
  }

  #table(table: XmlNode): void {
    const index = this.#tables++
    const rows = rowsOf(table)
      .filter((row) => !childNamed(childNamed(row, 'w:trPr'), 'w:del'))
      .map((row) => this.#placed(row))
    for (const [at, row] of rows.entries()) {
      const cells = row
        .filter(({ goesOn }) => !goesOn)
        .map(({ text, from, columnSpan }): SourceCell => {
          const rowSpan = spanDown(rows, at, from)
          return { text, ...(columnSpan > 1 ? { columnSpan } : {}), ...(rowSpan > 1 ? { rowSpan } : {}) }
        })
      this.lines.push({
        number: this.lines.length + 1,
        text: cells.map(({ text }) => text.replaceAll('</p><p>', ' ')).join('\t'),
        cells,
        table: index,
        endsParagraph: true,
      })
    }
  }

  /** The cells of a row with the grid column at which each begins. */
  #placed(row: XmlNode): PlacedCell[] {
    let from = Number(value(childNamed(childNamed(row, 'w:trPr'), 'w:gridBefore')) ?? 0) || 0
    return cellsOf(row).map((cell) => {
      const properties = childNamed(cell, 'w:tcPr')
      const merge = childNamed(properties, 'w:vMerge')
      const goesOn = merge !== undefined && value(merge) !== 'restart'
      const inner = new DocxReader(this.#styles, this.#numbering)
      inner.blocks(cell.children)
      const columnSpan = Math.min(
        WIDEST_SPAN,
        Math.max(1, Number(value(childNamed(properties, 'w:gridSpan')) ?? 1) || 1),
      )
      const placed = {
        from,
        columnSpan,
        goesOn,
        text: goesOn ? '' : inner.lines.map(({ text }) => text).join('</p><p>'),
      }
      from += columnSpan
      return placed
    })
  }
}

const WIDEST_SPAN = 60

interface PlacedCell {
  readonly from: number
  readonly columnSpan: number
  /** A cell above goes on here (w:vMerge without restart). */
  readonly goesOn: boolean
  readonly text: string
}

/** Rows that the cell at a column covers: itself and those below in which it goes on. */
function spanDown(rows: readonly (readonly PlacedCell[])[], at: number, from: number): number {
  let end = at + 1
  while (rows[end]?.some((cell) => cell.goesOn && cell.from === from)) end++
  return end - at
}

/** Cells of a row, also those inside content controls. */
const cellsOf = (row: XmlNode): XmlNode[] =>
  row.children.flatMap((child) =>
    child.name === 'w:tc' ? [child] : child.name === 'w:sdt' || child.name === 'w:sdtContent' ? cellsOf(child) : [],
  )

/** Rows of a table, also those inside content controls. */
const rowsOf = (table: XmlNode): XmlNode[] =>
  table.children.flatMap((child) =>
    child.name === 'w:tr'
      ? [child]
      : child.name === 'w:sdt' || child.name === 'w:sdtContent' || child.name === 'w:ins'
        ? rowsOf(child)
        : [],
  )

/** Reads a DOCX: its text with the numbers that styles make, without what is hidden or deleted. */
export async function convertDocx(bytes: Uint8Array): Promise<Outcome<SourceText>> {
  const archive = await readArchive(bytes, (name) => PARTS.test(name))
  if (!archive.ok) return archive
  const parts = archive.value
  const main = parts.get('word/document.xml')
  if (!main) return refused('not-docx', otherArchive(parts))
  const optional = (name: string): XmlNode | null => {
    const part = parts.get(name)
    const parsed = part ? parseXml(part) : null
    return parsed?.ok ? parsed.value : null
  }
  const document = parseXml(main)
  if (!document.ok) return document
  const body = childNamed(childNamed(document.value, 'w:document'), 'w:body')
  const reader = new DocxReader(stylesOf(optional('word/styles.xml')), new Numbering(optional('word/numbering.xml')))
  reader.blocks(body?.children ?? [])
  const { lines } = reader
  if (lines.length > 0) return done({ format: 'docx', lines, hints: {}, findings: [] })
  return alternative(parts)
}

/** What an archive is that holds no text document. */
function otherArchive(parts: ReadonlyMap<string, Buffer>): string {
  const kind = parts.has('xl/workbook.xml') ? 'Excel 表格' : parts.has('ppt/presentation.xml') ? '演示文稿' : null
  return kind
    ? `这是 ${kind}，不是文字文件。请另存为 PDF 或者复制到 DOCX 后再试。`
    : '这是一个压缩包，但不是 DOCX 文件。请解压后再装载里面的文件。'
}

/** Documents that programs export hold their text as a page inside (altChunk). */
function alternative(parts: ReadonlyMap<string, Buffer>): Outcome<SourceText> {
  for (const [name, part] of parts) {
    if (!/\.(?:html?|xhtml|htm|mht)$/.test(name)) continue
    const converted = convertHtml(pageOfMime(part) ?? part)
    if (converted.ok) return done({ ...converted.value, format: 'docx' })
  }
  return refused('no-text', '文档里没有文字（可能全是图片）。请先做文字识别（OCR），或者找到文字版。')
}
