import { extname } from 'node:path'
import { done, type Outcome, refused } from '../../kernel/outcome.ts'
import type { SourceLine, SourceText } from '../../reader/types.ts'
import { withoutLayoutTables } from './layout-tables.ts'
import { refusalOfSize } from './limits.ts'
import { isMimePage, pageOfMime } from './mime.ts'
import { withoutRadicals } from './radicals.ts'
import { convertText } from './text.ts'

const SAVE_AS = '请用 Word 或 WPS 打开，另存为 DOCX 或 PDF 后再试。'

const startsWith = (bytes: Uint8Array, ...signature: number[]): boolean =>
  signature.every((byte, at) => bytes[at] === byte)

/** What the bytes are, whatever the file is called: archives, PDF, OLE documents, images. */
function formatOf(bytes: Uint8Array): 'pdf' | 'zip' | 'ole' | 'rtf' | 'image' | null {
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) return 'pdf'
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) return 'zip'
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return 'ole'
  if (startsWith(bytes, 0x7b, 0x5c, 0x72, 0x74, 0x66)) return 'rtf'
  if (
    startsWith(bytes, 0x89, 0x50, 0x4e, 0x47) ||
    startsWith(bytes, 0xff, 0xd8, 0xff) ||
    startsWith(bytes, 0x47, 0x49, 0x46)
  )
    return 'image'
  return null
}

/** A page saved under another name. */
const looksLikeHtml = (bytes: Uint8Array): boolean =>
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!doctype html|<html[\s>])/i.test(
    Buffer.from(bytes.subarray(0, 512))
      .toString('latin1')
      .replace(/^\u00ef\u00bb\u00bf/, ''),
  )

/** What Word 2003 and some exporting systems write under the name .doc or .xml. */
const isWordXml = (bytes: Uint8Array): boolean =>
  /^[^<]{0,3}<\?xml[\s\S]{0,300}progid="Word\.Document"/.test(Buffer.from(bytes.subarray(0, 512)).toString('latin1'))

const holds = (bytes: Uint8Array, name: string): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(name)

/** Signs that no text has and no record takes: NUL, other control characters, halves of surrogate pairs. */
const cleaned = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  text.replace(/[\0-\x08\x0b-\x1f\x7f]/g, '').toWellFormed()

/** Lines without signs that cannot be kept. */
const cleanedLine = ({ text, cells, ...line }: SourceLine): SourceLine => ({
  ...line,
  text: cleaned(text),
  ...(cells ? { cells: cells.map((cell) => ({ ...cell, text: cleaned(cell.text) })) } : {}),
})

/**
 * Turns the bytes of a file into lines for the reader: by what they are first, by the file's name second. Whatever it
 * cannot read is refused with a sentence that says what to do. Runs in a worker: foreign formats can be hostile.
 */
export async function convert(file: NamedBytes): Promise<Outcome<SourceText>> {
  const converted = await convertBytes(file)
  if (!converted.ok) return converted
  const { lines, ...source } = withoutLayoutTables(withoutRadicals(converted.value))
  return done({ ...source, lines: lines.map(cleanedLine) })
}

interface NamedBytes {
  readonly name: string
  readonly bytes: Uint8Array
}

async function convertBytes({ name, bytes }: NamedBytes): Promise<Outcome<SourceText>> {
  const extension = extname(name).toLowerCase()
  if (bytes.length === 0) return refused('empty', '文件是空的，可能没有保存好或者没有下载完整。请重新取得原件再试。')
  const tooLarge = refusalOfSize(name, bytes.length)
  if (tooLarge) return refused('too-large', tooLarge)
  switch (formatOf(bytes)) {
    case 'pdf':
      return (await import('./pdf.ts')).convertPdf(bytes)
    case 'zip':
      if (extension === '.ofd' || holds(bytes, 'OFD.xml')) return (await import('./ofd.ts')).convertOfd(bytes)
      return (await import('./docx.ts')).convertDocx(bytes)
    case 'ole':
      return (await import('./doc.ts')).convertDoc(bytes, extension === '.wps' ? 'wps' : 'doc')
    case 'rtf':
      return refused('rtf', `这是 RTF 文件，读不了。${SAVE_AS}`)
    case 'image':
      return refused('image', '这是图片，没有文字。请先做文字识别（OCR），或者找到文字版。')
    default:
      break
  }
  if (isWordXml(bytes)) return refused('word-xml', `这是 Word 2003 的 XML 文件，读不了。${SAVE_AS}`)
  if (/^\.(?:mht|mhtml)$/.test(extension) || isMimePage(bytes))
    return (await import('./html.ts')).convertHtml(pageOfMime(bytes) ?? bytes)
  if (/^\.(?:html?|xhtml|shtml)$/.test(extension) || looksLikeHtml(bytes))
    return (await import('./html.ts')).convertHtml(bytes)
  if (extension === '.pdf' || extension === '.docx')
    return refused(
      'broken',
      `文件不是有效的 ${extension.slice(1).toUpperCase()}，可能已经损坏或者没有下载完整。请打开看看，重新下载或另存一份再试。`,
    )
  return convertText(bytes, /^\.(?:md|markdown)$/.test(extension) ? 'md' : 'txt')
}
