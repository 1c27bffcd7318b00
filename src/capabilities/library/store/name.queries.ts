import { and, asc, eq, gt, isNull } from 'drizzle-orm'
import type { Tx } from '../../../platform/ports.ts'
import { documents } from './documents.table.ts'

/** What a document is called, without its text. */
export interface NamedDocument {
  readonly id: string
  readonly issuer: string | null
  readonly docNumber: string | null
  readonly title: string
  readonly signedOn: string | null
}

/** The documents of a site by their public ids, from one on. */
export async function listNames(
  tx: Tx,
  siteId: string,
  after: string | null,
  limit: number,
): Promise<readonly NamedDocument[]> {
  const { id, issuer, docNumber, title, signedOn } = documents
  return tx
    .select({ id, issuer, docNumber, title, signedOn })
    .from(documents)
    .where(and(eq(documents.siteId, siteId), gt(id, after ?? ''), isNull(documents.mergedInto)))
    .orderBy(asc(id))
    .limit(limit)
}
