import { done, type Outcome, refused } from '../../kernel/outcome.ts'
import type { SourceLine, SourceText } from '../../reader/types.ts'
import { Numbering } from './docx-numbering.ts'
import { readStyles, type Style, switchOf, wordValue } from './docx-styles.ts'
import { tableRows } from './docx-table.ts'
import { SILENT, TextReader } from './docx-text.ts'
import { convertHtml } from './html.ts'
import { pageOfMime } from './mime.ts'
import { raisedDigits } from './numerals.ts'
import { childNamed, childrenNamed, parseXml, type XmlNode } from './xml.ts'
import { readArchive } from './zip.ts'

const MAIN = /^word\/document\d*\.xml$/
const PARTS =
  /^word\/(?:document\d*|styles|numbering|footnotes|endnotes)\.xml$|^word\/[^/]*\.(?:html?|mht|xhtml)$|^word\/_rels\/document\d*\.xml\.rels$|^xl\/workbook\.xml$|^ppt\/presentation\.xml$/

/** Parts the paragraphs of a cell; the reader takes it for the end of a paragraph. */
const CELL_PARAGRAPH = '</p><p>'

/** What the parts of a document beside its text say. */
interface Surroundings {
  readonly styles: (id: string | undefined) => Style
  readonly numbering: Numbering
  /** Footnotes and endnotes by `footnote/3`. */
  readonly notes: ReadonlyMap<string, XmlNode>
  /** Numbers of the notes in the order in which the text names them. */
  readonly numbers: Map<string, number>
  /** Lines of a page that is put in by its id (w:altChunk). */
  readonly chunk: (id: string) => readonly SourceLine[]
}

class DocxReader {
  readonly lines: SourceLine[] = []
  /** The last number before nothing. */
  bareNumber = ''
  readonly #around: Surroundings
  #tables = 0
  /** Text of paragraphs whose end was deleted: it goes on in the next one. */
  #carried = ''

  constructor(around: Surroundings) {
    this.#around = around
  }

  /** Blocks of a body, a cell or a text box, in order. */
  blocks(nodes: readonly XmlNode[]): void {
    for (const node of nodes) {
      if (node.name === 'w:p') this.#paragraph(node)
      else if (node.name === 'w:tbl') this.#table(node)
      else if (node.name === 'w:altChunk') this.#chunk(node)
      else if (!SILENT.has(node.name)) this.blocks(node.children)
    }
  }

  #paragraph(node: XmlNode): void {
    const { styles, numbers } = this.#around
    const properties = childNamed(node, 'w:pPr')
    const style = styles(wordValue(childNamed(properties, 'w:pStyle')))
    const reader = new TextReader(styles, (key) => {
      if (!numbers.has(key)) numbers.set(key, numbers.size + 1)
      return numbers.get(key) ?? 0
    })
    const { text, isBold, boxes, notes } = reader.read(node, style)
    const mark = childNamed(properties, 'w:rPr')
    if (childNamed(mark, 'w:del')) this.#carried += text
    else if (text !== '' || !switchOf(childNamed(mark, 'w:vanish'))) {
      const number = this.#number(properties, style)
      this.#line(number, this.#carried + text, style, wordValue(childNamed(properties, 'w:jc')), isBold)
      this.#carried = ''
    }
    for (const box of boxes) this.blocks(box.children)
    for (const key of notes) this.#note(key)
  }

  #line(number: string, text: string, style: Style, ownAlign: string | undefined, isBold: boolean): void {
    // A number before nothing is a paragraph left empty: it counts, and says nothing.
    if (text.trim() === '') {
      this.bareNumber = number.trim()
      return
    }
    const said = ownAlign ?? style.align
    const align = said === 'center' ? 'center' : said === 'right' || said === 'end' ? 'right' : undefined
    for (const [index, part] of `${number}${text}`.split('\n').entries()) {
      if (part.trim() === '') continue
      this.lines.push({
        number: this.lines.length + 1,
        text: part.replace(/\s+$/, ''),
        endsParagraph: true,
        ...(style.heading && index === 0 ? { heading: style.heading } : {}),
        ...(align ? { align } : {}),
        ...(isBold ? { bold: true } : {}),
      })
    }
  }

  #number(properties: XmlNode | undefined, style: Style): string {
    const own = childNamed(properties, 'w:numPr')
    const listId = wordValue(childNamed(own, 'w:numId')) ?? style.listId
    if (listId === undefined || listId === '0' || switchOf(childNamed(own, 'w:del'))) return ''
    const level = wordValue(childNamed(own, 'w:ilvl')) ?? style.level
    return this.#around.numbering.next(listId, level === undefined ? style.id : Number(level))
  }

  /** A note stands below the paragraph that names it. */
  #note(key: string): void {
    const note = this.#around.notes.get(key)
    if (!note) return
    const inner = new DocxReader(this.#around)
    inner.blocks(note.children)
    const text = inner.lines.map((line) => line.text).join('')
    const number = raisedDigits(String(this.#around.numbers.get(key) ?? ''))
    if (text.trim() !== '')
      this.lines.push({ number: this.lines.length + 1, text: `${number}${text.trim()}`, endsParagraph: true })
  }

  #table(table: XmlNode): void {
    const index = this.#tables++
    const rows = tableRows(table, (cell) => {
      const inner = new DocxReader(this.#around)
      inner.blocks(cell.children)
      const text = inner.lines.map((line) => line.text.replaceAll('\t', ' ')).join(CELL_PARAGRAPH)
      // 序号 that Word counts stand in paragraphs without text.
      return text === '' ? inner.bareNumber : text
    })
    for (const cells of rows) {
      const text = cells.map((cell) => cell.text.replaceAll(CELL_PARAGRAPH, ' ')).join('\t')
      this.lines.push({ number: this.lines.length + 1, text, cells, table: index, endsParagraph: true })
    }
  }

  #chunk(node: XmlNode): void {
    const first = this.#tables
    for (const line of this.#around.chunk(node.attributes['r:id'] ?? '')) {
      const table = line.table === undefined ? {} : { table: first + line.table }
      if (line.table !== undefined) this.#tables = Math.max(this.#tables, first + line.table + 1)
      this.lines.push({ ...line, ...table, number: this.lines.length + 1 })
    }
  }
}

/** Footnotes and endnotes by their keys, those that only draw a line left out. */
function notesOf(root: XmlNode | null, kind: 'footnote' | 'endnote'): [string, XmlNode][] {
  const notes = childrenNamed(root ? childNamed(root, `w:${kind}s`) : undefined, `w:${kind}`)
  return notes
    .filter(({ attributes }) => !/separator|notice/i.test(attributes['w:type'] ?? ''))
    .map((note) => [`${kind}/${note.attributes['w:id'] ?? ''}`, note])
}

/** Pages that programs put in whole instead of writing paragraphs (altChunk), by the id that the text names. */
function chunksOf(
  parts: ReadonlyMap<string, Buffer>,
  relations: XmlNode | null,
): (id: string) => readonly SourceLine[] {
  const targets = new Map(
    childrenNamed(relations ? childNamed(relations, 'Relationships') : undefined, 'Relationship').map(
      ({ attributes }) => [attributes.Id ?? '', (attributes.Target ?? '').replace(/^\/?(?:word\/)?/, 'word/')],
    ),
  )
  return (id) => {
    const part = parts.get(targets.get(id) ?? '')
    const converted = part ? convertHtml(pageOfMime(part) ?? part) : null
    return converted?.ok ? converted.value.lines : []
  }
}

/** Reads a DOCX: its text with the numbers that styles make, without what is hidden or deleted. */
export async function convertDocx(bytes: Uint8Array): Promise<Outcome<SourceText>> {
  const archive = await readArchive(bytes, (name) => PARTS.test(name))
  if (!archive.ok) return archive
  const parts = archive.value
  const name = [...parts.keys()].find((part) => MAIN.test(part))
  const main = name === undefined ? undefined : parts.get(name)
  if (!main) return refused('not-docx', otherArchive(parts))
  const optional = (part: Buffer | undefined): XmlNode | null => {
    const parsed = part ? parseXml(part) : null
    return parsed?.ok ? parsed.value : null
  }
  const document = parseXml(main)
  if (!document.ok) return document
  const body = childNamed(childNamed(document.value, 'w:document'), 'w:body')
  const reader = new DocxReader({
    styles: readStyles(optional(parts.get('word/styles.xml'))),
    numbering: new Numbering(optional(parts.get('word/numbering.xml'))),
    notes: new Map([
      ...notesOf(optional(parts.get('word/footnotes.xml')), 'footnote'),
      ...notesOf(optional(parts.get('word/endnotes.xml')), 'endnote'),
    ]),
    numbers: new Map(),
    chunk: chunksOf(parts, optional(parts.get(`word/_rels/${name?.slice('word/'.length)}.rels`))),
  })
  reader.blocks(body?.children ?? [])
  return reader.lines.length > 0
    ? done({ format: 'docx', lines: reader.lines, hints: {}, findings: [] })
    : refused('no-text', '文档里没有文字（可能全是图片）。请先做文字识别（OCR），或者找到文字版。')
}

/** What an archive is that holds no text document. */
function otherArchive(parts: ReadonlyMap<string, Buffer>): string {
  const kind = parts.has('xl/workbook.xml') ? ' Excel 表格' : parts.has('ppt/presentation.xml') ? '演示文稿' : null
  return kind
    ? `这是${kind}，不是文字文件。请另存为 PDF 或者复制到 DOCX 后再试。`
    : '这是一个压缩包，但不是 DOCX 文件。请解压后再装载里面的文件。'
}
