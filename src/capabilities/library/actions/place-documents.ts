import { shanghaiDay } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/ports.ts'
import type { ReadDocument, Reading } from '../../../reader/types.ts'
import { identityOf, publicId, standingOf, yearOf } from '../rules/identity.ts'
import { insertDocument, nextSerial } from '../store/document-writes.ts'
import { documentByIdentity } from '../store/identity.queries.ts'
import { deletePrintsOfFile, insertPrint, type StoredPrint } from '../store/print.queries.ts'
import { decidePlace, followReading } from './follow-reading.ts'

/** Documents that a file touches: they are to be derived anew. */
export interface Placed {
  readonly ids: readonly string[]
  /** Those of them that the record did not have, each with its only print, so that it need not be read back. */
  readonly created: ReadonlyMap<string, StoredPrint>
}

/** Where the documents of a file belong. */
export interface Place {
  readonly siteId: string
  readonly siteCode: string
  readonly hash: string
  readonly gazetteId: string | null
  readonly at: Date
  /** State of the documents that the record did not have: a staged one is seen by nobody. */
  readonly state: 'staged' | 'released'
  /** See `identitiesOf`. */
  readonly identities: ReadonlyMap<number, string>
  /** True when the record never had a print of this file. */
  readonly isFirst?: boolean
}

/**
 * Puts each document that was read at its place in the record: one that is known gets another print. What an earlier
 * reading of the same file had brought is taken out first; ids follow what is read otherwise now.
 */
export async function placeDocuments(tx: Tx, place: Place, reading: Reading): Promise<Placed> {
  const { siteId, hash, isFirst = false } = place
  const moved = isFirst ? [] : await followReading(tx, place, reading)
  const lost = isFirst ? [] : await deletePrintsOfFile(tx, siteId, hash)
  const ids = new Set([...moved, ...lost])
  const created = new Map<string, StoredPrint>()
  for (const document of reading.documents) {
    const { id, isNew, print } = await placeDocument(tx, place, document)
    if (isNew) created.set(id, print)
    else created.delete(id)
    ids.add(id)
  }
  return { ids: [...ids], created }
}

/** Puts one document that was read at its place in the record. */
export async function placeDocument(
  tx: Tx,
  { siteId, siteCode, hash, gazetteId, at, state, identities }: Place,
  document: ReadDocument,
): Promise<{ readonly id: string; readonly isNew: boolean; readonly print: StoredPrint }> {
  const own = identities.get(document.order) ?? identityOf(document)
  const { identity, standsAs, editionKey } = await decidePlace(tx, siteId, hash, document, own)
  const known = await documentByIdentity(tx, siteId, standsAs)
  let id = known
  if (id === null) {
    const year = yearOf(document, gazetteId, Number(shanghaiDay(at).slice(0, 4)))
    id = publicId(siteCode, year, await nextSerial(tx, siteId, year))
    await insertDocument(tx, siteId, { id, identity: standsAs, title: document.title, state }, at)
  }
  const print = await insertPrint(tx, siteId, {
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
  return { id, isNew: known === null, print }
}
