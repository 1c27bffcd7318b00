import { and, asc, eq, or, sql } from 'drizzle-orm'
import type { Tx } from '../../../platform/ports.ts'
import type { StoredFile } from './print.queries.ts'
import { files } from './prints.table.ts'

/** Files of that content hash or its beginning, or of that name, with or without its folder. */
export async function findFilesBy(tx: Tx, siteId: string, nameOrHash: string): Promise<readonly StoredFile[]> {
  const { hash, name, readerVersion, state, isSettled } = files
  const isNamed = or(eq(name, nameOrHash), sql`right(${name}, ${nameOrHash.length + 1}) = ${`/${nameOrHash}`}`)
  const isHash = /^[0-9a-f]{8,64}$/.test(nameOrHash) ? sql`starts_with(${hash}, ${nameOrHash})` : undefined
  return tx
    .select({ hash, name, readerVersion, state, isSettled })
    .from(files)
    .where(and(eq(files.siteId, siteId), or(isNamed, isHash)))
    .orderBy(asc(name), asc(hash))
}

/** Marks a file as taken back; returns the issue that it printed. */
export async function markWithdrawn(tx: Tx, siteId: string, fileHash: string): Promise<string | null> {
  const [file] = await tx
    .update(files)
    .set({ state: 'withdrawn' })
    .where(and(eq(files.siteId, siteId), eq(files.hash, fileHash)))
    .returning({ gazetteId: files.gazetteId })
  return file?.gazetteId ?? null
}
