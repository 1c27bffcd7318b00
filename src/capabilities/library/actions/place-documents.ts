import type { Tx } from '../../../platform/ports.ts'
import type { Reading } from '../../../reader/types.ts'
import { publicId, standingOf, yearOf } from '../rules/identity.ts'
import { insertDocument, nextSerial } from '../store/document-writes.ts'
import { documentByIdentity } from '../store/identity.queries.ts'
import { deletePrintsOfFile, insertPrint } from '../store/print.queries.ts'
import { decidePlace, followReading } from './follow-reading.ts'

/** Documents that a file touches: they are to be derived anew. */
export interface Placed {
  readonly ids: readonly string[]
  /** Those of them that the record did not have. */
  readonly created: readonly string[]
}

/**
 * Puts each document that was read at its place in the record: one that is known gets another print. What an earlier
 * reading of the same file had brought is taken out first; ids follow what is read otherwise now.
 */
export async function placeDocuments(
  tx: Tx,
  input: {
    readonly siteId: string
    readonly siteCode: string
    readonly hash: string
    readonly gazetteId: string | null
    readonly reading: Reading
    readonly at: Date
  },
): Promise<Placed> {
  const { siteId, siteCode, hash, gazetteId, reading, at } = input
  const moved = await followReading(tx, input, reading)
  const ids = new Set([...moved, ...(await deletePrintsOfFile(tx, siteId, hash))])
  const created: string[] = []
  for (const document of reading.documents) {
    const { identity, standsAs, editionKey } = await decidePlace(tx, siteId, hash, document)
    let id = await documentByIdentity(tx, siteId, standsAs)
    if (id === null) {
      const year = yearOf(document, at.getUTCFullYear())
      id = publicId(siteCode, year, await nextSerial(tx, siteId, year))
      await insertDocument(tx, siteId, id, standsAs, document.title, at)
      created.push(id)
    }
    ids.add(id)
    await insertPrint(tx, siteId, {
      documentId: id,
      fileHash: hash,
      position: document.order,
      gazetteId,
      section: document.section,
      page: document.page,
      standing: `${standingOf(document)}|${hash}`,
      reading: document,
      editionKey,
      identity,
    })
  }
  return { ids: [...ids], created }
}
