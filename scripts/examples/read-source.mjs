/** Marks of a line of examples/sources/: what it is, before its text. A line without a mark is a paragraph. */
const MARK =
  /^(issue|number|imprint|section|title|docnumber|page|to|sign|date|note|heading|chapter|list|label|caption|unit|tablenote|print): (.*)$/

/** `| a | b |` as cells; `^` goes on with the cell above. */
const cellsOf = (line) =>
  line
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim())

/**
 * An issue written in the marks of examples/README.md: cover, and documents as lists of blocks `{kind, text}`; a table is
 * one block `{kind: 'table', rows}` whose first row names the columns. A line of an unknown form is an error with its line.
 */
export function readSource(text) {
  const issue = { name: '', number: '', imprint: [], documents: [] }
  let section = null
  let document = null
  for (const [index, line] of text.split('\n').entries()) {
    const marked = MARK.exec(line)
    const [, mark, rest] = marked ?? []
    const isNew = mark === 'title' && document?.blocks.at(-1)?.kind !== 'title'
    if (line.trim() === '') continue
    if (mark === 'issue') issue.name = rest
    else if (mark === 'number') issue.number = rest
    else if (mark === 'imprint') issue.imprint.push(rest)
    else if (mark === 'section') {
      section = rest
      document = null
    } else if (mark === 'title' && isNew) {
      document = { section, page: null, blocks: [{ kind: 'title', text: rest }] }
      issue.documents.push(document)
    } else if (!document) throw new Error(`line ${index + 1} stands in no document: ${line}`)
    else if (mark === 'page') document.page = Number(rest)
    else if (mark) document.blocks.push({ kind: mark, text: rest })
    else if (line.startsWith('|')) addRow(document.blocks, cellsOf(line))
    else document.blocks.push({ kind: 'paragraph', text: line })
  }
  return issue
}

function addRow(blocks, cells) {
  const last = blocks.at(-1)
  if (last.kind === 'table') last.rows.push(cells)
  else blocks.push({ kind: 'table', rows: [cells] })
}

/** The title of a document on one line, as its contents name it. */
export const titleOf = ({ blocks }) =>
  blocks
    .filter(({ kind }) => kind === 'title')
    .map(({ text }) => text.replace(/(?<=^.)\s+(?=.$)/, ''))
    .join('')

export const numberOf = ({ blocks }) => blocks.find(({ kind }) => kind === 'docnumber')?.text ?? null

/** How many rows the cell at a place covers, counted down over the `^` beneath it; 0 for a `^` itself. */
export function rowSpan(rows, row, column) {
  if (rows[row][column] === '^') return 0
  let span = 1
  while (rows[row + span]?.[column] === '^') span++
  return span
}
