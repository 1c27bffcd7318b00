// npm run examples: makes the PDF and the DOCX of examples/gazettes again from examples/sources (examples/README.md).
// The same source gives the same bytes with the same Chromium, font and docx package.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import './need-node.mjs'

// Not before an older Node was told: it cannot load what they load.
const { makeDocx } = await import('./examples/make-docx.mjs')
const { makePdf } = await import('./examples/make-pdf.mjs')
const { readSource } = await import('./examples/read-source.mjs')

const SOURCES = fileURLToPath(new URL('../examples/sources/', import.meta.url))
const GAZETTES = fileURLToPath(new URL('../examples/gazettes/', import.meta.url))
const CHROMIUM = process.env.KAIMING_CHROMIUM ?? '/usr/bin/chromium'

/** NAME.pdf.txt is the source of NAME.pdf, NAME.docx.txt of NAME.docx. */
for (const file of readdirSync(SOURCES).sort()) {
  const name = basename(file, '.txt')
  const issue = readSource(readFileSync(join(SOURCES, file), 'utf8'))
  const bytes = name.endsWith('.pdf') ? await makePdf(issue, CHROMIUM) : await makeDocx(issue)
  writeFileSync(join(GAZETTES, name), bytes)
  process.stderr.write(`${name}: ${Math.round(bytes.length / 1024)} KB\n`)
}
