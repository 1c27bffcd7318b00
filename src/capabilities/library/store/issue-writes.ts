import { and, eq } from 'drizzle-orm'
import type { Day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/ports.ts'
import { issueOf } from '../rules/issue-facts.ts'
import { files, gazettes } from './prints.table.ts'

export interface DerivedIssue {
  /** No loaded file prints it any more. */
  readonly isGone: boolean
  /** Its documents were published on another day than was known. */
  readonly hasOtherDay: boolean
}

/** Makes an issue anew from what its loaded files say of it; one that no file prints is gone. */
export async function deriveIssue(tx: Tx, siteId: string, id: string): Promise<DerivedIssue> {
  const its = and(eq(gazettes.siteId, siteId), eq(gazettes.id, id))
  const before = await publishedOn(tx, siteId, id)
  const loaded = await tx
    .select({ gazette: files.gazette })
    .from(files)
    .where(and(eq(files.siteId, siteId), eq(files.gazetteId, id), eq(files.state, 'loaded')))
  if (loaded.length === 0) {
    await tx.delete(gazettes).where(its)
    return { isGone: true, hasOtherDay: false }
  }
  const said = loaded.flatMap(({ gazette }) => (gazette === null ? [] : [gazette]))
  const [year, number] = [said[0]?.year, said[0]?.number]
  // Files that were loaded before this was kept say it when they are read again.
  if (year == null || number == null) return { isGone: false, hasOtherDay: false }
  const facts = issueOf(said)
  await tx
    .insert(gazettes)
    .values({ siteId, id, year, number, ...facts })
    .onConflictDoUpdate({ target: [gazettes.siteId, gazettes.id], set: facts })
  return { isGone: false, hasOtherDay: before !== facts.publishedOn }
}

async function publishedOn(tx: Tx, siteId: string, id: string): Promise<Day | null> {
  const [row] = await tx
    .select({ day: gazettes.publishedOn })
    .from(gazettes)
    .where(and(eq(gazettes.siteId, siteId), eq(gazettes.id, id)))
  return row?.day ?? null
}
