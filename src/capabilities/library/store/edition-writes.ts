import { and, eq, notInArray, sql } from 'drizzle-orm'
import { insertRows } from '../../../platform/database/insert-rows.ts'
import type { Tx } from '../../../platform/ports.ts'
import type { NumberedEdition } from '../rules/edition-numbers.ts'
import { editions, lostEditions } from './documents.table.ts'

const KNOWN = (table: typeof editions | typeof lostEditions) => ({
  number: table.number,
  key: table.editionKey,
  fileHash: table.fileHash,
})

/** The editions of a document that have a number, also those whose text is not there any more. */
export async function numberedEditions(
  tx: Tx,
  siteId: string,
  documentId: string,
): Promise<readonly NumberedEdition[]> {
  const of = (table: typeof editions | typeof lostEditions) =>
    tx
      .select(KNOWN(table))
      .from(table)
      .where(and(eq(table.siteId, siteId), eq(table.documentId, documentId)))
      .orderBy(table.number)
  return [...(await of(editions)), ...(await of(lostEditions))]
}

/** Writes the editions of a document, and keeps the numbers of those that are not there any more. */
export async function replaceEditions(
  tx: Tx,
  siteId: string,
  documentId: string,
  derived: readonly Omit<typeof editions.$inferInsert, 'siteId' | 'documentId' | 'state' | 'madeBy'>[],
  lost: readonly NumberedEdition[],
  isNew: boolean,
): Promise<void> {
  for (const edition of derived) {
    const { asOf, editionKey, mainPrint, fileHash } = edition
    await tx
      .insert(editions)
      .values({ siteId, documentId, state: 'released', ...edition })
      .onConflictDoUpdate({
        target: [editions.siteId, editions.documentId, editions.number],
        set: { asOf, content: sql`excluded.content`, editionKey, mainPrint, fileHash },
      })
  }
  if (isNew) return
  const numbers = derived.map(({ number }) => number)
  const own = and(eq(editions.siteId, siteId), eq(editions.documentId, documentId))
  await tx.delete(editions).where(and(own, notInArray(editions.number, numbers)))
  await tx.delete(lostEditions).where(and(eq(lostEditions.siteId, siteId), eq(lostEditions.documentId, documentId)))
  const rows = lost.map(({ number, key, fileHash }) => ({ siteId, documentId, number, editionKey: key, fileHash }))
  await insertRows(tx, lostEditions, rows)
}
