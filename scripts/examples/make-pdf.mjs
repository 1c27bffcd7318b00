import { readFileSync } from 'node:fs'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { chromium } from 'playwright-core'
import { unifyRadicals } from '../../src/platform/converter/radicals.ts'
import { numberOf, rowSpan, titleOf } from './read-source.mjs'

const STYLE = readFileSync(new URL('gazette.css', import.meta.url), 'utf8')

/** Printing writes the time into the file; the same source is to give the same bytes. */
const WHEN = "D:20241031090000+00'00'"

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const tableHtml = ({ rows }) => {
  const cells = (row, tag) =>
    rows[row]
      .map((text, column) => ({ text, span: rowSpan(rows, row, column) }))
      .filter(({ span }) => span > 0)
      .map(({ text, span }) => `<${tag}${span > 1 ? ` rowspan="${span}"` : ''}>${escaped(text)}</${tag}>`)
      .join('')
  const body = rows
    .slice(1)
    .map((_, index) => `<tr>${cells(index + 1, 'td')}</tr>`)
    .join('')
  return `<table><thead><tr>${cells(0, 'th')}</tr></thead><tbody>${body}</tbody></table>`
}

const blockHtml = (block) =>
  block.kind === 'table' ? tableHtml(block) : `<p class="${block.kind}">${escaped(block.text)}</p>`

/** Title, and number in brackets, with the page in brackets at the right. */
function contentsHtml({ documents }, pages) {
  let section = null
  return documents
    .map((document, index) => {
      const heading = document.section === section ? '' : `<h2>【${escaped(document.section)}】</h2>`
      section = document.section
      const number = numberOf(document)
      const words = `${titleOf(document)}${number ? `（${number}）` : ''}`
      return `${heading}<p><span>${escaped(words)}</span><b>（${pages[index] ?? 0}）</b></p>`
    })
    .join('')
}

function issueHtml(issue, pages) {
  const header = `@page { @top-center { content: "${issue.name}　　${issue.number.replace(/（.*/, '')}"; } }`
  return `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>${issue.name}${issue.number}</title>
<style>${header}${STYLE}</style></head><body>
<section class="cover"><h1>${issue.name}</h1><p class="number">${issue.number}</p>${issue.imprint.map((line) => `<p>${escaped(line)}</p>`).join('')}</section>
<section class="contents"><h1>目　录</h1><div>${contentsHtml(issue, pages)}</div></section>
${issue.documents.map(({ blocks }) => `<article>${blocks.map(blockHtml).join('')}</article>`).join('')}
</body></html>`
}

/** On which page each document stands: where its number, or else its title, is printed after the contents. */
async function pagesOf(pdf, { documents }) {
  const loaded = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise
  const texts = []
  for (let page = 1; page <= loaded.numPages; page++) {
    const { items } = await (await loaded.getPage(page)).getTextContent()
    texts.push(unifyRadicals(items.map(({ str }) => str).join('')).replace(/\s/g, ''))
  }
  await loaded.loadingTask.destroy()
  const contents = texts.findIndex((text) => text.includes('目录'))
  return documents.map((document) => {
    const words = (numberOf(document) ?? titleOf(document)).replace(/\s/g, '')
    return texts.findIndex((text, page) => page > contents && text.includes(words)) + 1
  })
}

const withoutTime = (pdf) =>
  Buffer.from(pdf.toString('latin1').replace(/(\/(?:CreationDate|ModDate) \()D:[^)]*/g, `$1${WHEN}`), 'latin1')

/**
 * Prints an issue as PDF by headless Chromium: once to learn the pages of its documents, once with the contents that
 * name them. Needs Chromium and the font Noto Serif CJK SC (Debian: chromium, fonts-noto-cjk).
 */
export async function makePdf(issue, executablePath) {
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-background-networking'] })
  try {
    const page = await browser.newPage()
    const print = async (pages) => {
      await page.setContent(issueHtml(issue, pages))
      return page.pdf({ preferCSSPageSize: true, tagged: false })
    }
    return withoutTime(await print(await pagesOf(await print([]), issue)))
  } finally {
    await browser.close()
  }
}
