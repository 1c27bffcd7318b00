import { sql } from 'drizzle-orm'
import { fixedSql } from '../../../platform/database/fixed-sql.ts'
import type { Finding } from '../../../reader/types.ts'
import type { DifferenceCounts, PrintView } from '../contract.ts'
import { editions } from './documents.table.ts'
import { files, gazettes, prints } from './prints.table.ts'

/** A print of a document as the record tells it, with the day on which its file says that it was published. */
export interface PrintRow {
  readonly id: number
  readonly position: number
  readonly section: string | null
  readonly page: number | null
  readonly file_hash: string
  readonly file_name: string
  readonly file_published_on: string | null
  readonly line_from: number
  readonly line_to: number
  readonly findings: Finding[]
  readonly differences: DifferenceCounts | null
  readonly edition: number | null
  readonly gazette_id: string | null
  readonly title: string | null
  readonly publisher: string | null
  readonly year: number
  readonly number: number
  readonly total_number: number | null
  readonly published_on: string | null
}

/** Signs of a file's hash that name it in the reference of a print. */
const REF_SIGNS = 12

export const printRef = (fileHash: string, position: number): string => `${fileHash.slice(0, REF_SIGNS)}.${position}`

/** The parts of a print's reference, or null when it is none. */
export function readPrintRef(ref: string): { readonly hashStart: string; readonly position: number } | null {
  const parts = /^([0-9a-f]{12})\.(\d{1,6})$/.exec(ref)
  return parts ? { hashStart: parts[1] ?? '', position: Number(parts[2]) } : null
}

/** Rows of `PrintRow` for `documents d`, as JSON: where it was printed, the main print of the newest edition first. */
export const PRINT_ROWS =
  fixedSql(sql`(SELECT json_agg(json_build_object('id', p.id, 'position', p.position, 'section', p.section,
    'page', p.page, 'file_hash', p.file_hash, 'file_name', f.name, 'file_published_on', f.published_on, 'line_from', p.line_from,
    'line_to', p.line_to, 'findings', p.findings, 'differences', p.differences, 'edition', pe.number, 'gazette_id', p.gazette_id,
    'title', g.title, 'publisher', g.publisher, 'year', g.year, 'number', g.number, 'total_number', g.total_number,
    'published_on', g.published_on) ORDER BY p.edition_key DESC, p.standing DESC, p.file_hash, p.position)
  FROM ${prints} p JOIN ${files} f ON f.site_id = p.site_id AND f.hash = p.file_hash AND f.state = 'loaded'
  LEFT JOIN ${editions} pe ON pe.site_id = p.site_id AND pe.document_id = p.document_id AND pe.edition_key = p.edition_key
  LEFT JOIN ${gazettes} g ON g.site_id = p.site_id AND g.id = p.gazette_id
  WHERE p.site_id = d.site_id AND p.document_id = d.id)`)

/** `main`: the id of the print that the document is read from. */
export const toPrintView = (row: PrintRow, main: number | null): PrintView => ({
  id: row.id,
  ref: printRef(row.file_hash, row.position),
  edition: row.edition ?? 1,
  gazette: gazetteOf(row),
  section: row.section,
  page: row.page,
  fileName: row.file_name,
  fileHash: row.file_hash,
  lines: { from: row.line_from, to: row.line_to },
  isMain: row.id === main,
  differences: row.differences ?? { layout: 0, misreading: 0, substance: 0 },
  findings: row.findings,
})

const gazetteOf = (row: PrintRow): PrintView['gazette'] =>
  row.gazette_id
    ? {
        id: row.gazette_id,
        title: row.title ?? '',
        publisher: row.publisher,
        year: row.year,
        number: row.number,
        totalNumber: row.total_number,
        publishedOn: row.published_on,
        url: `/gazettes/${row.gazette_id}`,
        documentCount: 0,
      }
    : null
