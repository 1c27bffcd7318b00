import { fileURLToPath } from 'node:url'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { done, type Outcome, refused } from '../../kernel/outcome.ts'
import type { Finding, SourceLine, SourceText } from '../../reader/types.ts'
import { CHECK_SOURCE, MOST_PAGES } from './limits.ts'
import { KnownGutters } from './pdf-gutter.ts'
import { layOutPage } from './pdf-layout.ts'
import { readPage } from './pdf-page.ts'
import { hasBomb } from './pdf-streams.ts'

const beside = (folder: string): string =>
  fileURLToPath(new URL(`../../${folder}/`, import.meta.resolve('pdfjs-dist/legacy/build/pdf.mjs')))

const FAULTS: Readonly<Record<string, string>> = {
  PasswordException: 'PDF 加了密码，读不了。请去掉密码后再试。',
  InvalidPDFException: 'PDF 已经损坏，打不开。请重新下载或另存一份。',
}

/** Reads a PDF: lines in reading order, columns apart, rows of tables as cells. A scan without text says that it is one. */
export async function convertPdf(bytes: Uint8Array): Promise<Outcome<SourceText>> {
  if (hasBomb(bytes))
    return refused('inflates-too-much', `PDF 里有解压后太大的内容，可能是压缩炸弹，已拒绝读取。${CHECK_SOURCE}`)
  const task = getDocument({
    data: new Uint8Array(bytes),
    useSystemFonts: false,
    disableFontFace: true,
    verbosity: 0,
    stopAtErrors: false,
    // Chinese fonts that are not embedded name their characters by tables (GBK-EUC-H, UniGB-UCS2-H) that lie in files.
    cMapUrl: beside('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: beside('standard_fonts'),
    // No image is looked at, so none is decoded.
    maxImageSize: 1,
  })
  try {
    const document = await task.promise
    if (document.numPages > MOST_PAGES)
      return refused('too-many-pages', `PDF 有 ${document.numPages} 页，最多读 ${MOST_PAGES} 页，请拆分后再装载。`)
    const lines: SourceLine[] = []
    const findings: Finding[] = []
    const gutters = new KnownGutters()
    let empty = 0
    let tables = 0
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number)
      const { glyphs, rulings } = await readPage(page)
      page.cleanup()
      if (glyphs.length === 0) empty++
      const before = tables
      for (const { table, ...line } of layOutPage(glyphs, rulings, gutters)) {
        const place = table === undefined ? {} : { table: before + table }
        if (table !== undefined) tables = Math.max(tables, before + table + 1)
        lines.push({ ...line, ...place, number: lines.length + 1, page: number })
      }
    }
    if (lines.length === 0)
      return refused(
        'scan',
        `PDF 是扫描件：共 ${document.numPages} 页，都没有文字。请先做文字识别（OCR），或者找到文字版。`,
      )
    if (empty > 0)
      findings.push({
        code: 'pages-without-text',
        severity: 'warning',
        message: `有 ${empty} 页没有文字，可能是扫描的图片。`,
        line: null,
      })
    return done({ format: 'pdf', lines, hints: {}, findings })
  } catch (fault) {
    const { name } = fault as Error
    return refused('pdf', FAULTS[name] ?? 'PDF 里有读不懂的内容，可能已经损坏。请用阅读器打开后另存一份再试。')
  } finally {
    await task.destroy()
  }
}
