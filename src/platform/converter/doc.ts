import WordExtractor from 'word-extractor'
import { done, type Outcome, refused } from '../../kernel/outcome.ts'
import type { Finding, SourceLine, SourceText } from '../../reader/types.ts'

const SAVE_AS = '请用 Word 或 WPS 打开，另存为 DOCX 或 PDF 后再试。'
/** An OLE file is cut into sectors; streams begin at their starts. */
const SECTOR = 512
/** First word of a Word document's main stream (MS-DOC 2.5.1, wIdent) and the bit that says it is encrypted (fEncrypted). */
const WORD = 0xa5ec
const FLAGS_AT = 10
const ENCRYPTED = 0x0100

/** The quotation marks of the text stay as they are; the types of the library do not know the option. */
interface Extracted {
  getBody(options: { readonly filterUnicode: false }): string
}

const holdsName = (bytes: Buffer, name: string): boolean => bytes.includes(Buffer.from(name, 'utf16le'))

/** What an OLE file is that no text can be read from; null for a Word document. */
function refusalOf(bytes: Buffer): ReturnType<typeof refused> | null {
  if (holdsName(bytes, 'EncryptedPackage'))
    return refused('encrypted', '文件加了密码，读不了。请打开后去掉密码，另存一份再试。')
  if (!holdsName(bytes, 'WordDocument')) {
    const kind = holdsName(bytes, 'Workbook')
      ? ' Excel 表格'
      : holdsName(bytes, 'PowerPoint Document')
        ? '演示文稿'
        : null
    return kind
      ? refused('not-a-document', `这是旧格式的${kind}，不是文字文件。请另存为 DOCX 或 PDF 后再试。`)
      : refused('doc', `这是旧格式的办公文件，认不出里面的文字。${SAVE_AS}`)
  }
  for (let at = SECTOR; at + SECTOR <= bytes.length; at += SECTOR)
    if (bytes.readUInt16LE(at) === WORD && (bytes.readUInt16LE(at + FLAGS_AT) & ENCRYPTED) !== 0)
      return refused('encrypted', '文件加了密码，读不了。请去掉密码后再试。')
  return null
}

/** Without the control signs that stand for fields and drawings. */
const withoutMarks = (text: string): string => text.replace(/[\p{Cc}\ufffc]/gu, (sign) => (sign === '\t' ? sign : ''))

/** Longest line of a first cell that may stand above the rest of its paragraphs. */
const LONGEST_CELL_LINE = 20

/** Collects lines and rows: cells end with a tab, a row with a tab at the end of its line. */
class DocLines {
  readonly lines: SourceLine[] = []
  #tables = 0
  #cells: string[] = []
  #paragraphs: string[] = []
  #isInTable = false

  /** One line of the text as the library gives it, and the line after it. */
  take(line: string, next: string): void {
    const parts = line.split('\t')
    if (parts.length === 1 && this.#cells.length === 0) {
      this.#paragraph(line)
      return
    }
    for (const [index, part] of parts.entries()) {
      this.#paragraphs.push(part)
      if (index < parts.length - 1) this.#endCell()
    }
    if (parts.at(-1) !== '' || parts.length === 1) return
    // A tab at the end of a line ends a row, or a cell whose neighbour begins with an empty paragraph: a row of one cell
    // is rare, and one before an empty first cell rarer.
    const goesOn = this.#cells.length === 1 && (next === '' || next.startsWith('\t'))
    if (!goesOn) this.#endRow()
  }

  finish(): SourceLine[] {
    if (this.#cells.length > 0) {
      if (this.#paragraphs.length > 0) this.#endCell()
      this.#endRow()
    } else this.#flushParagraphs()
    return this.lines
  }

  /** A line without cells: text, or in a table maybe the first paragraph of the next row's first cell. */
  #paragraph(line: string): void {
    if (this.#isInTable && line.length <= LONGEST_CELL_LINE && this.#paragraphs.length < 4 && line.trim() !== '') {
      this.#paragraphs.push(line)
      return
    }
    this.#flushParagraphs()
    this.#isInTable = false
    this.#text(line)
  }

  #text(line: string): void {
    const text = withoutMarks(line).trimEnd()
    if (text.trim() !== '') this.lines.push({ number: this.lines.length + 1, text, endsParagraph: true })
  }

  #flushParagraphs(): void {
    for (const line of this.#paragraphs) this.#text(line)
    this.#paragraphs = []
  }

  #endCell(): void {
    const filled = this.#paragraphs.map((text) => withoutMarks(text).trim()).filter((text) => text !== '')
    this.#cells.push(filled.join('</p><p>'))
    this.#paragraphs = []
  }

  #endRow(): void {
    if (!this.#isInTable) this.#tables++
    this.#isInTable = true
    const cells = this.#cells.map((text) => ({ text }))
    this.#cells = []
    this.#paragraphs = []
    if (cells.every(({ text }) => text === '')) return
    const text = cells.map((cell) => cell.text.replaceAll('</p><p>', ' ')).join('\t')
    this.lines.push({ number: this.lines.length + 1, text, cells, table: this.#tables - 1, endsParagraph: true })
  }
}

/** Lines of the text that the library gives: cells stand between tabs, rows end with one. */
export function docLines(body: string): SourceLine[] {
  const lines = new DocLines()
  const all = body.split(/\r\n|\n|\r/)
  for (const [index, line] of all.entries()) lines.take(line, all[index + 1] ?? 'end')
  return lines.finish()
}

const NUMBERS_ARE_MISSING: Finding = {
  code: 'numbers-not-read',
  severity: 'info',
  message: '旧格式的 DOC、WPS 文件里，自动生成的编号和合并的单元格读不出来，请核对；另存为 DOCX 再装载可以读全。',
  line: null,
}

/** Reads the text of a Word 97–2003 file; WPS writes the same format under its own extension. */
export async function convertDoc(bytes: Uint8Array, format: 'doc' | 'wps'): Promise<Outcome<SourceText>> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const refusal = refusalOf(buffer)
  if (refusal) return refusal
  try {
    const document = (await new WordExtractor().extract(buffer)) as unknown as Extracted
    const lines = docLines(document.getBody({ filterUnicode: false }))
    if (lines.length === 0)
      return refused('no-text', '文件里没有文字（可能全是图片）。请先做文字识别（OCR），或者找到文字版。')
    return done({ format, lines, hints: {}, findings: [NUMBERS_ARE_MISSING] })
  } catch {
    return refused('doc', `这个旧格式的 Word 或 WPS 文件读不了，可能已经损坏。${SAVE_AS}`)
  }
}
