import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { Tx } from '../../../platform/ports.ts'
import type { KeptOverride } from '../rules/corrected-items.ts'
import { shownField } from '../rules/item-fields.ts'
import { overrides } from './decisions.table.ts'
import { documents } from './documents.table.ts'

export interface StoredOverride extends KeptOverride {
  /** Where the task or citation stands that it corrects; null for fields of the document, and where it is found no more. */
  readonly item: number | null
}

const { field, value, reason, found, item } = overrides

export async function overridesOf(tx: Tx, siteId: string, documentId: string): Promise<readonly StoredOverride[]> {
  return tx
    .select({ field, value, reason, found, item })
    .from(overrides)
    .where(and(eq(overrides.siteId, siteId), eq(overrides.documentId, documentId)))
    .orderBy(asc(field))
}

export async function saveOverride(
  tx: Tx,
  siteId: string,
  documentId: string,
  override: KeptOverride & { readonly actor: string; readonly at: Date },
): Promise<void> {
  await tx
    .insert(overrides)
    .values({ siteId, documentId, ...override })
    .onConflictDoUpdate({
      target: [overrides.siteId, overrides.documentId, overrides.field],
      set: { value: override.value, reason: override.reason, actor: override.actor, at: sql`excluded.at` },
    })
}

/** Notes where what was corrected stands now, by stored field. */
export async function noteItems(
  tx: Tx,
  siteId: string,
  documentId: string,
  places: ReadonlyMap<string, number | null>,
): Promise<void> {
  for (const [stored, at] of places)
    await tx
      .update(overrides)
      .set({ item: at })
      .where(
        and(
          eq(overrides.siteId, siteId),
          eq(overrides.documentId, documentId),
          eq(field, stored),
          sql`${item} IS DISTINCT FROM ${at}::int`,
        ),
      )
}

/** Takes corrections away. */
export async function deleteOverrides(
  tx: Tx,
  siteId: string,
  documentId: string,
  stored: readonly string[],
): Promise<void> {
  await tx
    .delete(overrides)
    .where(and(eq(overrides.siteId, siteId), eq(overrides.documentId, documentId), inArray(field, [...stored])))
}

/** A document that a person tied a citation to, with what it is called across installations. */
export interface TiedDocument {
  readonly id: string
  readonly issuer: string | null
  readonly docNumber: string | null
  readonly title: string
  readonly signedOn: string | null
}

export async function tiedDocuments(tx: Tx, siteId: string, documentId: string): Promise<readonly TiedDocument[]> {
  const { id, issuer, docNumber, title, signedOn } = documents
  return tx
    .selectDistinct({ id, issuer, docNumber, title, signedOn })
    .from(overrides)
    .innerJoin(documents, and(eq(documents.siteId, overrides.siteId), eq(documents.id, value)))
    .where(
      and(
        eq(overrides.siteId, siteId),
        eq(overrides.documentId, documentId),
        sql`${field} LIKE 'citations/%/document'`,
      ),
    )
}

/** A correction in the list of all of a site. */
export interface ListedOverride {
  readonly documentId: string
  readonly title: string
  /** As `kaiming correct` takes it. */
  readonly field: string
  readonly value: string
  readonly reason: string
  readonly actor: string
  /** What the reader had found there; null for fields of the document. */
  readonly found: string | null
  readonly isLost: boolean
  /** The reader missed it: a person added it. */
  readonly isAdded: boolean
}

/** All corrections of the documents of a site, those that lie on nothing any more first. */
export async function listOverrides(tx: Tx, siteId: string): Promise<readonly ListedOverride[]> {
  const rows = await tx
    .select({
      field,
      value,
      reason,
      found,
      item,
      actor: overrides.actor,
      documentId: documents.id,
      title: documents.title,
    })
    .from(overrides)
    .innerJoin(documents, and(eq(documents.siteId, overrides.siteId), eq(documents.id, overrides.documentId)))
    .where(and(eq(overrides.siteId, siteId), sql`${documents.mergedInto} IS NULL`))
    .orderBy(sql`${found} IS NULL OR ${item} IS NOT NULL`, asc(documents.id), asc(field))
  return rows.map(({ found: was, item: at, field: stored, ...row }) => ({
    ...row,
    field: shownField(stored, at),
    found: was?.words ?? null,
    isLost: was !== null && at === null,
    isAdded: was?.isAdded === true,
  }))
}

/** How many corrections lie on nothing any more since the files were read again. */
export async function countLost(tx: Tx, siteId: string): Promise<number> {
  return tx.$count(overrides, and(eq(overrides.siteId, siteId), sql`${found} IS NOT NULL AND ${item} IS NULL`))
}
