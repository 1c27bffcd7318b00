import { sql } from 'drizzle-orm'
import type { Tx } from '../../../platform/ports.ts'
import type { ReadDocument } from '../../../reader/types.ts'

/** A print as the record keeps it: where the document was printed, and all that was read there. */
export interface StoredPrint {
  readonly id: number
  readonly fileHash: string
  readonly position: number
  readonly gazetteId: string | null
  readonly section: string | null
  readonly page: number | null
  /** How well it can stand for the document; see `standingOf`. */
  readonly standing: string
  readonly reading: ReadDocument
}

export async function printsOf(tx: Tx, siteId: string, documentId: string): Promise<readonly StoredPrint[]> {
  const { rows } = await tx.execute<{
    id: string
    file_hash: string
    position: number
    gazette_id: string | null
    section: string | null
    page: number | null
    standing: string
    reading: ReadDocument
  }>(
    sql`SELECT p.id, p.file_hash, p.position, p.gazette_id, p.section, p.page, p.standing, p.reading FROM prints p
      JOIN files f ON f.site_id = p.site_id AND f.hash = p.file_hash AND f.state = 'loaded'
      WHERE p.site_id = ${siteId} AND p.document_id = ${documentId} ORDER BY p.standing DESC, p.file_hash, p.position`,
  )
  return rows.map((row) => ({
    id: Number(row.id),
    fileHash: row.file_hash,
    position: row.position,
    gazetteId: row.gazette_id,
    section: row.section,
    page: row.page,
    standing: row.standing,
    reading: row.reading,
  }))
}

export async function insertPrint(
  tx: Tx,
  siteId: string,
  print: Omit<StoredPrint, 'id'> & { readonly documentId: string },
): Promise<void> {
  const { lines } = print.reading
  await tx.execute(sql`INSERT INTO prints (site_id, document_id, file_hash, position, gazette_id, section, page, line_from, line_to, standing, reading)
    VALUES (${siteId}, ${print.documentId}, ${print.fileHash}, ${print.position}, ${print.gazetteId}, ${print.section}, ${print.page},
      ${lines.from}, ${lines.to}, ${print.standing}, ${JSON.stringify(print.reading)}::jsonb)`)
}

/** Takes a file's prints out of the record; returns the documents that lose one. */
export async function deletePrintsOfFile(tx: Tx, siteId: string, fileHash: string): Promise<readonly string[]> {
  const { rows } = await tx.execute<{ document_id: string }>(
    sql`DELETE FROM prints WHERE site_id = ${siteId} AND file_hash = ${fileHash} RETURNING document_id`,
  )
  return [...new Set(rows.map(({ document_id }) => document_id))]
}

export interface StoredFile {
  readonly hash: string
  readonly name: string
  readonly readerVersion: string
  readonly state: 'loaded' | 'withdrawn'
}

export async function fileByHash(tx: Tx, siteId: string, hash: string): Promise<StoredFile | null> {
  const { rows } = await tx.execute<{
    hash: string
    name: string
    reader_version: string
    state: 'loaded' | 'withdrawn'
  }>(sql`SELECT hash, name, reader_version, state FROM files WHERE site_id = ${siteId} AND hash = ${hash}`)
  const row = rows[0]
  return row ? { hash: row.hash, name: row.name, readerVersion: row.reader_version, state: row.state } : null
}

/** Hashes of the files that are loaded and were read by this version of the reader. */
export async function hashesReadBy(tx: Tx, siteId: string, readerVersion: string): Promise<ReadonlySet<string>> {
  const { rows } = await tx.execute<{ hash: string }>(
    sql`SELECT hash FROM files WHERE site_id = ${siteId} AND reader_version = ${readerVersion} AND state = 'loaded'`,
  )
  return new Set(rows.map(({ hash }) => hash))
}

export async function saveFile(
  tx: Tx,
  siteId: string,
  file: StoredFile & {
    readonly format: string
    readonly size: number
    readonly gazetteId: string | null
    readonly findings: readonly unknown[]
    readonly loadedAt: Date
  },
): Promise<void> {
  await tx.execute(sql`INSERT INTO files (site_id, hash, name, format, size, reader_version, state, gazette_id, findings, loaded_at)
    VALUES (${siteId}, ${file.hash}, ${file.name}, ${file.format}, ${file.size}, ${file.readerVersion}, ${file.state}, ${file.gazetteId},
      ${JSON.stringify(file.findings)}::jsonb, ${file.loadedAt.toISOString()})
    ON CONFLICT (site_id, hash) DO UPDATE SET reader_version = excluded.reader_version, state = excluded.state,
      gazette_id = excluded.gazette_id, findings = excluded.findings, name = least(files.name, excluded.name)`)
}

export async function saveGazette(
  tx: Tx,
  siteId: string,
  gazette: {
    readonly id: string
    readonly title: string
    readonly publisher: string | null
    readonly year: number
    readonly number: number
    readonly totalNumber: number | null
    readonly publishedOn: string | null
  },
): Promise<void> {
  await tx.execute(sql`INSERT INTO gazettes (site_id, id, title, publisher, year, number, total_number, published_on)
    VALUES (${siteId}, ${gazette.id}, ${gazette.title}, ${gazette.publisher}, ${gazette.year}, ${gazette.number}, ${gazette.totalNumber}, ${gazette.publishedOn})
    ON CONFLICT (site_id, id) DO UPDATE SET publisher = coalesce(gazettes.publisher, excluded.publisher),
      total_number = coalesce(gazettes.total_number, excluded.total_number), published_on = coalesce(gazettes.published_on, excluded.published_on)`)
}
