import type { Tx } from '../../../platform/ports.ts'
import type { ElementView } from '../contract.ts'
import { assignClauseIds, type KnownClause } from '../rules/clause-ids.ts'
import { type CorrectedText, shownText } from '../rules/corrected-text.ts'
import { countDifferences, differencesBetween } from '../rules/differences.ts'
import { numberEditions } from '../rules/edition-numbers.ts'
import { asOfDay, type EditionPrints } from '../rules/editions.ts'
import { replaceClauseIds } from '../store/document-writes.ts'
import { numberedEditions, replaceEditions } from '../store/edition-writes.ts'
import { knownClauses } from '../store/identity.queries.ts'
import { type StoredPrint, saveDifferences } from '../store/print.queries.ts'

export type Elements = readonly ElementView[]

/** The texts of prints in which people corrected words, by the number of the print. */
export type CorrectedPrints = ReadonlyMap<number, CorrectedText>

/**
 * Writes the text of every edition, the ids of its clauses carried from one to the next (decision 17), and how each other
 * print differs from the one that stands for its edition. Returns the number and the elements of the newest.
 */
export async function writeEditions(
  tx: Tx,
  siteId: string,
  documentId: string,
  editions: readonly EditionPrints<StoredPrint>[],
  signedOn: string | null,
  isNew: boolean,
  corrected: CorrectedPrints = new Map(),
): Promise<{ readonly number: number; readonly elements: Elements }> {
  let known: readonly KnownClause[] = isNew ? [] : await knownClauses(tx, siteId, documentId)
  const rows: Parameters<typeof replaceEditions>[3][number][] = []
  let elements: Elements = []
  const { numbers, lost } = numberEditions(
    editions.map(({ key, main, others }) => ({ key, fileHashes: [main, ...others].map(({ fileHash }) => fileHash) })),
    isNew ? [] : await numberedEditions(tx, siteId, documentId),
  )
  for (const [index, { key, main, others }] of editions.entries()) {
    const { reading } = main
    const { ids, clauses } = assignClauseIds(reading.elements, known)
    known = clauses
    const text = corrected.get(main.id) ?? reading
    elements = text.elements.flatMap((element, at) => (element === null ? [] : [{ ...element, id: ids[at] ?? null }]))
    rows.push({
      number: numbers[index] ?? index + 1,
      asOf: asOfDay(key, signedOn),
      editionKey: key,
      mainPrint: main.id,
      fileHash: main.fileHash,
      content: { elements, tables: text.tables },
    })
    if (others.length > 0) await comparePrints(tx, siteId, main, others, corrected)
  }
  await replaceEditions(tx, siteId, documentId, rows, lost, isNew)
  await replaceClauseIds(tx, siteId, documentId, known, isNew)
  return { number: numbers.at(-1) ?? 1, elements }
}

async function comparePrints(
  tx: Tx,
  siteId: string,
  main: StoredPrint,
  others: readonly StoredPrint[],
  corrected: CorrectedPrints,
): Promise<void> {
  const textOf = ({ id, reading }: StoredPrint) => {
    const text = corrected.get(id)
    return text ? shownText(reading, text) : reading
  }
  await saveDifferences(tx, siteId, main.id, null)
  for (const other of others) {
    const found = differencesBetween(textOf(main), textOf(other), { numeralsAreSubstance: false })
    await saveDifferences(tx, siteId, other.id, countDifferences(found))
  }
}
