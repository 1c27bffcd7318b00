import { sql } from 'drizzle-orm'
import type { Tx } from '../../../platform/ports.ts'
import type { Finding } from '../../../reader/types.ts'
import type { DifferenceCounts, PrintView } from '../contract.ts'
import { editions } from './documents.table.ts'
import { files, gazettes, prints } from './prints.table.ts'

type PrintRow = {
  readonly id: string
  readonly position: number
  readonly section: string | null
  readonly page: number | null
  readonly file_hash: string
  readonly file_name: string
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

/** Where a document was printed, the main print of the newest edition first. */
export async function printViews(tx: Tx, id: string, main: number | null): Promise<PrintView[]> {
  const { rows } =
    await tx.execute<PrintRow>(sql`SELECT p.id, p.position, p.section, p.page, p.file_hash, f.name AS file_name, p.line_from, p.line_to,
      p.findings, p.differences, e.number AS edition, p.gazette_id,
      g.title, g.publisher, g.year, g.number, g.total_number, g.published_on::text AS published_on
    FROM ${prints} p JOIN ${files} f ON f.site_id = p.site_id AND f.hash = p.file_hash AND f.state = 'loaded'
    LEFT JOIN ${editions} e ON e.site_id = p.site_id AND e.document_id = p.document_id AND e.edition_key = p.edition_key
    LEFT JOIN ${gazettes} g ON g.site_id = p.site_id AND g.id = p.gazette_id
    WHERE p.document_id = ${id} ORDER BY p.edition_key DESC, p.standing DESC, p.file_hash, p.position`)
  return rows.map((row) => ({
    id: Number(row.id),
    ref: printRef(row.file_hash, row.position),
    edition: row.edition ?? 1,
    gazette: gazetteOf(row),
    section: row.section,
    page: row.page,
    fileName: row.file_name,
    fileHash: row.file_hash,
    lines: { from: row.line_from, to: row.line_to },
    isMain: Number(row.id) === main,
    differences: row.differences ?? { layout: 0, misreading: 0, substance: 0 },
    findings: row.findings,
  }))
}

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
