// node scripts/draft-gold.mjs FILE: what the reader finds in a file, in the shape of examples/gold/. A draft only: every
// line of it is to be read against the text and corrected by hand before it is kept (examples/README.md).
import { execFileSync } from 'node:child_process'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import './need-node.mjs'

/** Characters of the first and of the last words of a text. */
const WORDS = 15

const kaiming = fileURLToPath(new URL('../bin/kaiming.js', import.meta.url))
const [file] = process.argv.slice(2)
if (!file) {
  process.stderr.write('usage: node scripts/draft-gold.mjs FILE > examples/gold/NAME.json\n')
  process.exit(2)
}
const parsed = JSON.parse(
  execFileSync(process.execPath, [kaiming, 'parse', join(process.cwd(), file), '--json'], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  }),
)
const gold = {
  source: basename(file),
  gazette: parsed.gazette,
  documents: parsed.documents.map(({ text, findings, ...fields }) => {
    const words = text.replace(/\s/g, '')
    return { ...fields, firstWords: words.slice(0, WORDS), lastWords: words.slice(-WORDS) }
  }),
  tables: parsed.tables.map(({ cells, ...fields }) => fields),
  tasks: parsed.tasks,
  citations: parsed.citations,
  noise: [],
}

/** Lists with one item a line, documents with one field a line: a difference is then one line. */
const listed = (items) =>
  items.length === 0 ? '[]' : `[\n  ${items.map((item) => JSON.stringify(item)).join(',\n  ')}\n ]`
const expanded = (item) =>
  `{\n   ${Object.entries(item)
    .map(([field, value]) => `${JSON.stringify(field)}: ${JSON.stringify(value)}`)
    .join(',\n   ')}\n  }`
const fields = Object.entries(gold).map(([field, value]) => {
  if (field === 'documents') return `"documents": [\n  ${value.map(expanded).join(',\n  ')}\n ]`
  return `${JSON.stringify(field)}: ${Array.isArray(value) ? listed(value) : JSON.stringify(value)}`
})
process.stdout.write(`{\n ${fields.join(',\n ')}\n}\n`)
