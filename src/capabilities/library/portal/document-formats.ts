import type { ReadTable } from '../../../reader/types.ts'
import type { DocumentView, ElementView } from '../contract.ts'

/** A pipe inside a cell would begin another. */
const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ')

const markdownTable = ({ columns, filledRows, title }: ReadTable): string => {
  const names = columns.map((column) => cell(column) || ' ')
  const rows = [names, names.map(() => '---'), ...filledRows.map((row) => row.map(cell))].map(
    (row) => `| ${row.join(' | ')} |`,
  )
  return [title ? `**${title}**\n` : '', ...rows].filter(Boolean).join('\n')
}

const plainTable = ({ columns, filledRows, title }: ReadTable): string =>
  [title ?? '', columns.join('\t'), ...filledRows.map((row) => row.join('\t'))]
    .filter((line) => line.trim() !== '')
    .join('\n')

function lineOf(element: ElementView, document: DocumentView, table: (table: ReadTable) => string): string {
  if (element.kind !== 'table') return element.kind === 'clause' ? `${element.label}${element.text}` : element.text
  const found = document.tables[element.table]
  return found ? table(found) : ''
}

const withoutTitle = (document: DocumentView) =>
  document.elements.filter((element) => !(element.kind === 'title' && element.part.kind === 'notice'))

/** The document as plain text: head, then one paragraph a line. */
export const asText = (document: DocumentView): string =>
  `${[document.title, document.docNumber, ...withoutTitle(document).map((element) => lineOf(element, document, plainTable))].filter(Boolean).join('\n')}\n`

/** The document as Markdown, clauses of the first level as headings. */
export function asMarkdown(document: DocumentView): string {
  const body = withoutTitle(document).map((element) => {
    const text = lineOf(element, document, markdownTable)
    if (element.kind === 'title') return `## ${text}`
    return element.kind === 'clause' && (element.level === 1 || element.level === 'chapter') && element.text.length < 40
      ? `### ${text}`
      : text
  })
  return `${[`# ${document.title}`, document.docNumber, ...body].filter(Boolean).join('\n\n')}\n`
}
