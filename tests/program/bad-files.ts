import { closeSync, mkdirSync, openSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import {
  docOf,
  docxOf,
  encryptedPdf,
  ofdOf,
  ofdText,
  oleOf,
  pdfOf,
  pdfText,
  zipOf,
} from '../../src/platform/converter/testing.ts'

const NOTICE = `明溪区民政局关于做好冬季救助工作的通知
明溪民发〔2025〕31号

各街道办事处：
一、排查对象
入户排查，建立台账。
二、落实救助
及时发放补贴。

明溪区民政局
2025年11月3日
`
const PNG = Buffer.from('89504e470d0a1a0a0000000d4948445200000001000000010806000000', 'hex')
const SCAN = { entries: '/Type /XObject', bytes: Buffer.from('q Q') }
const page = (inside: string): string =>
  `<!DOCTYPE html><html><head><title>通知</title></head><body>${inside}</body></html>`

/** Every kind of bad file with the sentence that refuses it; each lies in the folder under its name. */
export const REFUSED: readonly (readonly [name: string, bytes: () => Uint8Array, sentence: string])[] = [
  ['empty.txt', () => Buffer.alloc(0), '文件是空的，可能没有保存好或者没有下载完整。'],
  ['blank.txt', () => Buffer.from(' \n　\n'), '文件里没有文字。'],
  ['binary.txt', () => Buffer.from(Array.from({ length: 4000 }, (_, at) => (at * 7) % 32)), '文件不是文本'],
  ['picture.txt', () => PNG, '这是图片，没有文字。请先做文字识别'],
  [
    'unknown-encoding.txt',
    () => Buffer.from(Array.from({ length: 4000 }, (_, at) => 128 + ((at * 7919 + (at >> 3)) % 128))),
    '文字编码认不出来',
  ],
  ['bomb.docx', () => docxOf('', { 'word/document.xml': Buffer.alloc(300e6) }), '解压后太大，可能是压缩炸弹'],
  ['bomb.ofd', () => zipOf({ 'OFD.xml': Buffer.alloc(300e6) }), '解压后太大，可能是压缩炸弹'],
  [
    'bomb.pdf',
    () => pdfOf([''], { stream: { entries: '/Filter /FlateDecode', bytes: deflateSync(Buffer.alloc(100e6)) } }),
    '解压后太大',
  ],
  ['deep.docx', () => docxOf('<w:p>'.repeat(100_000)), '嵌套太深'],
  ['deep.html', () => Buffer.from(page('<div>'.repeat(50_000))), '嵌套太深'],
  ['broken.docx', () => docxOf('<w:p/>').subarray(0, 60), '已经损坏'],
  ['broken.pdf', () => Buffer.from('%PDF-1.7\nnothing'), '已经损坏'],
  ['renamed.pdf', () => Buffer.from(`${NOTICE}。`), '不是有效的 PDF'],
  ['encrypted.pdf', encryptedPdf, '加了密码'],
  ['encrypted.docx', () => oleOf('EncryptedPackage'), '加了密码'],
  ['scan.pdf', () => pdfOf(['', ''], { stream: SCAN }), '是扫描件：共 2 页，都没有文字。请先做文字识别（OCR）'],
  ['long.pdf', () => pdfOf(Array<string>(10_000).fill('')), '最多读 3000 页，请拆分后再装载'],
  ['no-text.html', () => Buffer.from(page('<img src="a.jpg"><script>1</script>')), '网页里没有正文'],
  ['sheet.docx', () => zipOf({ 'xl/workbook.xml': '<workbook/>' }), '这是 Excel 表格'],
  ['archive.docx', () => zipOf({ 'readme.txt': 'hello' }), '这是一个压缩包'],
  ['old.doc', () => oleOf('Root Entry'), '另存为 DOCX 或 PDF 后再试'],
  ['old-sheet.doc', () => oleOf('Root Entry', 'Workbook'), '这是旧格式的 Excel 表格'],
  ['rich-text.doc', () => Buffer.from('{\\rtf1\\ansi hello}'), '这是 RTF 文件'],
  ['empty.ofd', () => ofdOf(['']), 'OFD 里没有读出文字'],
  ['broken.ofd', () => zipOf({ 'Doc_0/Document.xml': '<a/>' }), 'OFD 文件不完整'],
]

/** Files that look bad and are read. */
const READ: readonly (readonly [name: string, bytes: () => Uint8Array])[] = [
  ['notice.txt', () => Buffer.from(NOTICE)],
  ['notice-under-another-name.txt', () => Buffer.from(NOTICE)],
  ['utf-16.txt', () => Buffer.from(NOTICE.replaceAll('31号', '32号'), 'utf16le')],
  [
    'broken-bytes.txt',
    () => Buffer.concat([Buffer.from(NOTICE.replaceAll('31号', '33号')), Buffer.from([0xff, 0x0a])]),
  ],
  ['marks.txt', () => Buffer.from(`${NOTICE.replaceAll('31号', '34号')}\na${'\u0301'.repeat(1_000_000)}`)],
  [
    'endless-table.html',
    () =>
      Buffer.from(
        page(
          `<p>${NOTICE.replaceAll('\n', '<p>').replaceAll('31号', '35号')}<table>${'<tr><td>1<td>区民政局<td>发放补贴'.repeat(2_000)}`,
        ),
      ),
  ],
  [
    'page.ofd',
    () => ofdOf([ofdText(60, 30, '明溪区民政局关于公布救助热线的通知') + ofdText(30, 45, '各街道办事处：')]),
  ],
  ['page.doc', () => docOf('明溪区民政局关于公布助餐热线的通知\r各街道办事处：\r')],
  [
    'page.pdf',
    () => pdfOf([pdfText(150, 760, '明溪区民政局关于公布养老热线的通知') + pdfText(72, 720, '各街道办事处：')]),
  ],
]

/** Writes all files; the text of 200 MB is one hole, so that it costs no disk. */
export function writeBadFiles(folder: string): void {
  mkdirSync(folder, { recursive: true })
  for (const [name, bytes] of [...REFUSED, ...READ]) writeFileSync(join(folder, name), bytes())
  closeSync(openSync(join(folder, 'huge.txt'), 'w'))
  truncateSync(join(folder, 'huge.txt'), 200 * 1024 * 1024)
}

export const READ_FILES = READ.map(([name]) => name)
