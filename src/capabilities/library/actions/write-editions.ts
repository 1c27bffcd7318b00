import type { Tx } from '../../../platform/ports.ts'
import type { ElementView } from '../contract.ts'
import { assignClauseIds, type KnownClause } from '../rules/clause-ids.ts'
import { countDifferences, differencesBetween } from '../rules/differences.ts'
import { asOfDay, type EditionPrints } from '../rules/editions.ts'
import { replaceClauseIds, replaceEditions } from '../store/document-writes.ts'
import { knownClauses } from '../store/identity.queries.ts'
import { type StoredPrint, saveDifferences } from '../store/print.queries.ts'

export type Elements = readonly ElementView[]

/**
 * Writes the text of every edition, the ids of its clauses carried from one to the next (decision 17), and how each other
 * print differs from the one that stands for its edition. Returns the elements of the newest.
 */
export async function writeEditions(
  tx: Tx,
  siteId: string,
  documentId: string,
  editions: readonly EditionPrints<StoredPrint>[],
  signedOn: string | null,
  isNew: boolean,
): Promise<Elements> {
  let known: readonly KnownClause[] = isNew ? [] : await knownClauses(tx, siteId, documentId)
  const rows: Parameters<typeof replaceEditions>[3][number][] = []
  let elements: Elements = []
  for (const [index, { key, main, others }] of editions.entries()) {
    const { reading } = main
    const { ids, clauses } = assignClauseIds(reading.elements, known)
    known = clauses
    elements = reading.elements.map((element, at) => ({ ...element, id: ids[at] ?? null }))
    rows.push({
      number: index + 1,
      asOf: asOfDay(key, signedOn),
      editionKey: key,
      mainPrint: main.id,
      content: { elements, tables: reading.tables },
    })
    if (others.length > 0) await comparePrints(tx, siteId, main, others)
  }
  await replaceEditions(tx, siteId, documentId, rows, isNew)
  await replaceClauseIds(tx, siteId, documentId, known, isNew)
  return elements
}

async function comparePrints(tx: Tx, siteId: string, main: StoredPrint, others: readonly StoredPrint[]): Promise<void> {
  await saveDifferences(tx, siteId, main.id, null)
  for (const other of others) {
    const found = differencesBetween(main.reading, other.reading, { numeralsAreSubstance: false })
    await saveDifferences(tx, siteId, other.id, countDifferences(found))
  }
}
