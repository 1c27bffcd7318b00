import { and, eq, gt, inArray, sql } from 'drizzle-orm'
import type { Tx } from '../../../platform/ports.ts'
import { documents } from './documents.table.ts'
import { files, prints } from './prints.table.ts'

/** Two processes that load at once write one after the other: what the one asks the record for, the other has not half made. */
export async function oneWriter(tx: Tx): Promise<void> {
  await tx.execute(sql`SELECT pg_advisory_xact_lock(7207004)`)
}

const ofFile = (siteId: string, hash: string) => and(eq(prints.siteId, siteId), eq(prints.fileHash, hash))

/** The document that a file prints at a position, and whether it is made already (or was there before). */
export async function placedAt(
  tx: Tx,
  siteId: string,
  hash: string,
  position: number,
): Promise<{ readonly id: string; readonly isMade: boolean } | null> {
  const [row] = await tx
    .select({ id: prints.documentId, mainPrint: documents.mainPrint })
    .from(prints)
    .innerJoin(documents, and(eq(documents.siteId, prints.siteId), eq(documents.id, prints.documentId)))
    .where(and(ofFile(siteId, hash), eq(prints.position, position)))
  return row ? { id: row.id, isMade: row.mainPrint !== null } : null
}

export async function isStaged(tx: Tx, siteId: string, documentId: string): Promise<boolean> {
  const [row] = await tx
    .select({ state: documents.state })
    .from(documents)
    .where(and(eq(documents.siteId, siteId), eq(documents.id, documentId)))
  return row?.state === 'staged'
}

/**
 * Does work as if the staged file were loaded: a document is made of the prints of loaded files. The state is put back in
 * the same transaction, so that nobody else ever sees it.
 */
export async function asIfLoaded<T>(tx: Tx, siteId: string, hash: string, work: () => Promise<T>): Promise<T> {
  const set = (state: 'loaded' | 'staged') =>
    tx
      .update(files)
      .set({ state })
      .where(and(eq(files.siteId, siteId), eq(files.hash, hash)))
  await set('loaded')
  const result = await work()
  await set('staged')
  return result
}

/** The switch: the documents that the file brings are shown. Returns their ids. */
export async function releaseStaged(tx: Tx, siteId: string, hash: string, at: Date): Promise<readonly string[]> {
  const rows = await tx
    .update(documents)
    .set({ state: 'released', updatedAt: at })
    .where(
      and(
        eq(documents.siteId, siteId),
        eq(documents.state, 'staged'),
        inArray(documents.id, tx.select({ id: prints.documentId }).from(prints).where(ofFile(siteId, hash))),
      ),
    )
    .returning({ id: documents.id })
  return rows.map(({ id }) => id)
}

/** Documents that a file prints, in the order in which it does. */
export async function documentsOfFile(tx: Tx, siteId: string, hash: string): Promise<readonly string[]> {
  const rows = await tx
    .select({ id: prints.documentId })
    .from(prints)
    .where(ofFile(siteId, hash))
    .orderBy(prints.position)
  return [...new Set(rows.map(({ id }) => id))]
}

export async function settleFile(tx: Tx, siteId: string, hash: string): Promise<void> {
  await tx
    .update(files)
    .set({ isSettled: true })
    .where(and(eq(files.siteId, siteId), eq(files.hash, hash)))
}

/** Takes one print of a file out, or all from a position on; returns the documents that lose one. */
export async function deletePrints(
  tx: Tx,
  siteId: string,
  hash: string,
  which: { readonly at: number } | { readonly after: number },
): Promise<readonly string[]> {
  const place = 'at' in which ? eq(prints.position, which.at) : gt(prints.position, which.after)
  const rows = await tx
    .delete(prints)
    .where(and(ofFile(siteId, hash), place))
    .returning({ id: prints.documentId })
  return [...new Set(rows.map(({ id }) => id))]
}

/** The six digits that public ids begin with. */
export async function siteCodeOf(tx: Tx, siteId: string): Promise<string> {
  const { rows } = await tx.execute<{ code: string }>(sql`SELECT code FROM sites WHERE id = ${siteId}`)
  const [row] = rows
  if (!row) throw new Error(`no site ${siteId}`)
  return row.code
}
