import { and, asc, desc, eq, sql } from 'drizzle-orm'
import type { Day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/ports.ts'
import type { Finding, ReadDocument, ReadGazette } from '../../../reader/types.ts'
import type { DifferenceCounts } from '../contract.ts'
import { files, prints } from './prints.table.ts'

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
  /** As of when its text holds; see `editionKeyOf`. */
  readonly editionKey: string
  /** By what was read in it, before anything that people decided. */
  readonly identity: string
}

export async function printsOf(tx: Tx, siteId: string, documentId: string): Promise<readonly StoredPrint[]> {
  const { id, fileHash, position, gazetteId, section, page, standing, reading, editionKey, identity } = prints
  return tx
    .select({ id, fileHash, position, gazetteId, section, page, standing, reading, editionKey, identity })
    .from(prints)
    .innerJoin(files, and(eq(files.siteId, prints.siteId), eq(files.hash, fileHash), eq(files.state, 'loaded')))
    .where(and(eq(prints.siteId, siteId), eq(prints.documentId, documentId)))
    .orderBy(desc(standing), asc(fileHash), asc(position))
}

/** Adds a print; returns it as it is kept. */
export async function insertPrint(
  tx: Tx,
  siteId: string,
  print: Omit<StoredPrint, 'id'> & { readonly documentId: string },
): Promise<StoredPrint> {
  const { findings, lines } = print.reading
  const [row] = await tx
    .insert(prints)
    .values({ siteId, ...print, findings, lineFrom: lines.from, lineTo: lines.to })
    .returning({ id: prints.id })
  if (!row) throw new Error(`no print was kept for ${print.documentId}`)
  return { ...print, id: row.id }
}

/** Keeps how a print differs from the main print of its edition; null for that one itself. */
export async function saveDifferences(
  tx: Tx,
  siteId: string,
  id: number,
  differences: DifferenceCounts | null,
): Promise<void> {
  await tx
    .update(prints)
    .set({ differences })
    .where(and(eq(prints.siteId, siteId), eq(prints.id, id)))
}

/** Takes a file's prints out of the record; returns the documents that lose one. */
export async function deletePrintsOfFile(tx: Tx, siteId: string, fileHash: string): Promise<readonly string[]> {
  const rows = await tx
    .delete(prints)
    .where(and(eq(prints.siteId, siteId), eq(prints.fileHash, fileHash)))
    .returning({ documentId: prints.documentId })
  return [...new Set(rows.map(({ documentId }) => documentId))]
}

export interface StoredFile {
  readonly hash: string
  readonly name: string
  readonly readerVersion: string
  readonly state: 'staged' | 'loaded' | 'withdrawn'
  readonly isSettled: boolean
}

export async function fileByHash(
  tx: Tx,
  siteId: string,
  fileHash: string,
): Promise<(StoredFile & { readonly publishedOn: Day | null; readonly gazetteId: string | null }) | null> {
  const { hash, name, readerVersion, state, isSettled, publishedOn, gazetteId } = files
  const [row] = await tx
    .select({ hash, name, readerVersion, state, isSettled, publishedOn, gazetteId })
    .from(files)
    .where(and(eq(files.siteId, siteId), eq(hash, fileHash)))
  return row ?? null
}

/** Hashes of the files that are loaded, wholly, and were read by this version of the reader. */
export async function hashesReadBy(tx: Tx, siteId: string, readerVersion: string): Promise<ReadonlySet<string>> {
  const rows = await tx
    .select({ hash: files.hash })
    .from(files)
    .where(
      and(
        eq(files.siteId, siteId),
        eq(files.readerVersion, readerVersion),
        eq(files.state, 'loaded'),
        eq(files.isSettled, true),
      ),
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
    readonly gazette: ReadGazette | null
    readonly findings: readonly Finding[]
    readonly publishedOn: Day | null
    readonly loadedAt: Date
  },
): Promise<void> {
  const { readerVersion, state, isSettled, gazetteId, gazette, findings, publishedOn } = file
  await tx
    .insert(files)
    .values({ siteId, ...file })
    .onConflictDoUpdate({
      target: [files.siteId, files.hash],
      set: {
        readerVersion,
        state,
        isSettled,
        gazetteId,
        gazette,
        findings,
        publishedOn,
        name: sql`least(${files.name}, excluded.name)`,
      },
    })
}

/** Documents that an issue prints, in whichever of its files. */
export async function documentsOfIssue(tx: Tx, siteId: string, gazetteId: string): Promise<readonly string[]> {
  const rows = await tx
    .selectDistinct({ id: prints.documentId })
    .from(prints)
    .where(and(eq(prints.siteId, siteId), eq(prints.gazetteId, gazetteId)))
  return rows.map(({ id }) => id)
}
