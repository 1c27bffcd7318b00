import { and, asc, eq, isNull, ne, sql } from 'drizzle-orm'
import type { Tx } from '../../../platform/ports.ts'
import { redirects } from './decisions.table.ts'
import { documents } from './documents.table.ts'

export interface Redirect {
  /** Path and query as requests bear them. */
  readonly path: string
  readonly target: string
}

/** Where an address has moved: by its path and query, else by its path alone. */
export async function resolveOldAddress(tx: Tx, siteId: string, address: string): Promise<string | null> {
  const { path, target } = redirects
  const [plain = ''] = address.split('?')
  const [row] = await tx
    .select({ target })
    .from(redirects)
    .where(and(eq(redirects.siteId, siteId), sql`${path} IN (${address}, ${plain})`))
    .orderBy(sql`${path} = ${address} DESC`)
    .limit(1)
  return row?.target ?? null
}

export async function saveRedirects(tx: Tx, siteId: string, rows: readonly Redirect[]): Promise<void> {
  await tx
    .insert(redirects)
    .values(rows.map((row) => ({ siteId, ...row })))
    .onConflictDoUpdate({ target: [redirects.siteId, redirects.path], set: { target: sql`excluded.target` } })
}

/** Every old address and where it leads, in the order of the addresses. */
export async function listRedirects(tx: Tx, siteId: string): Promise<readonly Redirect[]> {
  const { path, target } = redirects
  const rows = await tx.select({ path, target }).from(redirects).where(eq(redirects.siteId, siteId))
  return rows.sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** Whether an id was ever given: what became of the document since, its own address says. */
export async function isDocument(tx: Tx, siteId: string, id: string): Promise<boolean> {
  const [row] = await tx
    .select({ id: documents.id })
    .from(documents)
    .where(and(eq(documents.siteId, siteId), eq(documents.id, id), ne(documents.state, 'staged')))
  return row !== undefined
}

/** Ids of the documents of that title and number; without one of them, of the other. */
export async function documentsNamed(
  tx: Tx,
  siteId: string,
  titleKey: string | null,
  docNumber: string | null,
): Promise<readonly string[]> {
  const hasNumber = docNumber === null ? undefined : eq(documents.docNumber, docNumber)
  const rows = await tx
    .select({ id: documents.id })
    .from(documents)
    .where(
      and(
        eq(documents.siteId, siteId),
        titleKey === null ? undefined : eq(documents.titleKey, titleKey),
        hasNumber,
        isNull(documents.mergedInto),
        eq(documents.state, 'released'),
      ),
    )
    .orderBy(asc(documents.id))
  return rows.map(({ id }) => id)
}
