import type { ReadDocument, ReadElement, Reading, ReadTable } from './types.ts'

const rowText = (row: readonly string[]): string => row.filter((cell) => cell !== '').join('\t')

function tableText({ columns, rows, bands, notes }: ReadTable): string[] {
  const bandsOf = Map.groupBy(bands, ({ beforeRow }) => beforeRow)
  const printed = [...rows.map(rowText), ''].flatMap((row, index) => [
    ...(bandsOf.get(index) ?? []).map(({ text }) => text),
    row,
  ])
  return [rowText(columnsPrinted(columns)), rowText(namesBeneath(columns)), ...printed, ...notes].filter(
    (line) => line !== '',
  )
}

/** The text of an element as lines; what is printed around the text (title, recipients, signature, notes) has none. */
function linesOf(element: ReadElement, document: ReadDocument): string[] {
  if (element.kind === 'table') return tableText(document.tables[element.table] as ReadTable)
  if (element.kind === 'clause') return [`${element.label}${element.text}`]
  if (element.kind === 'paragraph') return [element.text]
  if (element.kind === 'title' && element.part.kind !== 'notice') return [element.text]
  return []
}

/** The issuers as the title prints them: side by side, or with signs between. */
const issuerPrinted = ({ issuer, issuers, title }: ReadDocument): string | null =>
  issuers.length > 1 && title.startsWith(issuers.join('')) ? issuers.join(' ') : issuer

/** Names under one that spans (季度节点 一季度, 季度节点 二季度): the spanning name, followed by empty ones. */
function columnsPrinted(columns: readonly string[]): string[] {
  const over = columns.map((name) => (name.includes(' ') ? name.slice(0, name.indexOf(' ')) : null))
  return columns.map((name, at) => {
    const spanning = over[at]
    if (spanning == null) return name
    if (spanning === over[at - 1]) return ''
    return spanning === over[at + 1] ? spanning : name
  })
}

/** The names under those that span, as a row of their own; empty where none spans. */
const namesBeneath = (columns: readonly string[]): string[] =>
  columnsPrinted(columns).flatMap((printed, at) => {
    const name = columns[at] ?? ''
    return printed === name ? [] : [name.slice(name.indexOf(' ') + 1)]
  })

/** The number of an order by itself: its organ stands in the title. */
const numberPrinted = ({ docNumber, title }: ReadDocument): string | null =>
  docNumber !== null && docNumber.length > title.length && title !== '' && docNumber.startsWith(title)
    ? docNumber.slice(title.length)
    : docNumber

/** The body of a document, one paragraph a line. */
export const bodyText = (document: ReadDocument): string =>
  document.elements.flatMap((element) => linesOf(element, document)).join('\n')

function countClauses(document: ReadDocument, level: 1 | 2): number {
  return document.elements.filter(
    (element) => element.kind === 'clause' && element.level === level && element.part.kind !== 'attachment',
  ).length
}

/** `parse --json` of the fixed interfaces: one view of a reading. */
export function parseView(reading: Reading) {
  const { documents } = reading
  return {
    gazette: reading.gazette,
    documents: documents.map((document) => ({
      order: document.order,
      title: document.title,
      docNumber: numberPrinted(document),
      issuer: issuerPrinted(document),
      section: document.section,
      kind: document.kind,
      recipients: document.recipients,
      signedOn: document.signedOn,
      printedOn: document.printedOn,
      disclosure: document.disclosure,
      contact: document.contact,
      cc: document.cc,
      enclosure: document.enclosure,
      attachments: document.attachments.map(({ label, title }) => ({ label, title })),
      clauses: { level1: countClauses(document, 1), level2: countClauses(document, 2) },
      effectiveFrom: document.validity.effectiveFrom,
      validUntil: document.validity.validUntil,
      text: bodyText(document),
      findings: document.findings,
    })),
    tables: documents.flatMap(({ order, tables, title }) =>
      tables.map((table) => ({
        documentOrder: order,
        title: table.title ?? title,
        columns: columnsPrinted(table.columns),
        rows: table.rows.length,
        firstRow: table.rows[0] ?? [],
        lastRow: table.rows.at(-1) ?? [],
        cells: table.rows,
      })),
    ),
    tasks: documents.flatMap(({ order, tasks }) =>
      tasks
        .filter(({ source }) => source === 'table')
        .map(({ no, path, requirement, responsible, due }) => ({
          documentOrder: order,
          no,
          path,
          requirement,
          responsible,
          due,
        })),
    ),
    citations: documents.flatMap(({ order, citations }) =>
      citations.map(({ title, docNumber, effect }) => ({ documentOrder: order, title, docNumber, effect })),
    ),
    findings: reading.findings,
  }
}
