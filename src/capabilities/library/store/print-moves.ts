import { and, eq, inArray, ne, sql } from 'drizzle-orm'
import type { Tx } from '../../../platform/ports.ts'
import type { ReadPlace } from '../rules/rereading.ts'
import { prints } from './prints.table.ts'

/** What the record holds of a file's earlier reading. */
export async function formerPlaces(tx: Tx, siteId: string, fileHash: string): Promise<readonly ReadPlace[]> {
  const rows = await tx
    .select({
      identity: prints.identity,
      title: sql<string>`${prints.reading} ->> 'title'`,
      docNumber: sql<string | null>`${prints.reading} ->> 'docNumber'`,
      lineFrom: prints.lineFrom,
      lineTo: prints.lineTo,
    })
    .from(prints)
    .where(and(eq(prints.siteId, siteId), eq(prints.fileHash, fileHash)))
    .orderBy(prints.position)
  return rows.map(({ lineFrom, lineTo, ...row }) => ({ ...row, lines: { from: lineFrom, to: lineTo } }))
}

/** Lays a document's prints, or only some of them, to another document. */
export async function movePrints(
  tx: Tx,
  siteId: string,
  from: string,
  to: string,
  ids: readonly number[] | null = null,
): Promise<void> {
  const which = ids === null ? undefined : inArray(prints.id, [...ids])
  await tx
    .update(prints)
    .set({ documentId: to })
    .where(and(eq(prints.siteId, siteId), eq(prints.documentId, from), which))
}

/** Of these identities those that a print of some other file has. */
export async function identitiesElsewhere(
  tx: Tx,
  siteId: string,
  fileHash: string,
  identities: readonly string[],
): Promise<ReadonlySet<string>> {
  if (identities.length === 0) return new Set()
  const rows = await tx
    .selectDistinct({ identity: prints.identity })
    .from(prints)
    .where(and(eq(prints.siteId, siteId), inArray(prints.identity, [...identities]), ne(prints.fileHash, fileHash)))
  return new Set(rows.map(({ identity }) => identity))
}
