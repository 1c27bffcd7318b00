import type { Tx } from '../../../platform/ports.ts'
import type { ReadDocument, Reading } from '../../../reader/types.ts'
import { editionKeyOf } from '../rules/editions.ts'
import { identitiesOf } from '../rules/identity.ts'
import { decidedIdentity } from '../rules/identity-decisions.ts'
import { renamedIdentities } from '../rules/rereading.ts'
import { decisionsFor, renameInDecisions } from '../store/decision.queries.ts'
import { anyByIdentity, documentByIdentity } from '../store/identity.queries.ts'
import { carryOverrides, renameIdentity, setMergedInto } from '../store/identity-writes.ts'
import { formerPlaces, identitiesElsewhere, movePrints } from '../store/print-moves.ts'

/** Where a document that was read in a file belongs. */
export interface DecidedPlace {
  /** By what was read in it. */
  readonly identity: string
  /** By what people decided of that identity, of the file, or of both. */
  readonly standsAs: string
  readonly editionKey: string
}

/** Where a document belongs: what people decided holds, whenever it was decided and however often the file is read. */
export async function decidePlace(
  tx: Tx,
  siteId: string,
  hash: string,
  document: ReadDocument,
  identity: string,
): Promise<DecidedPlace> {
  const { decisions, edition } = await decisionsFor(tx, siteId, hash)
  return {
    identity,
    standsAs: decidedIdentity(edition?.identity ?? identity, hash, decisions),
    editionKey: edition?.editionKey ?? editionKeyOf(document),
  }
}

/**
 * Before what a file once brought is replaced by a new reading of it: ids, corrections and decisions follow the documents
 * that are read under another identity now. One whose new identity belongs to a document already becomes part of that,
 * and its address leads there. Returns the documents that this touched.
 */
export async function followReading(
  tx: Tx,
  { siteId, hash, at }: { readonly siteId: string; readonly hash: string; readonly at: Date },
  reading: Reading,
): Promise<readonly string[]> {
  const identities = identitiesOf(reading.documents)
  const after = reading.documents.map(({ order, title, docNumber, lines }) => ({
    identity: identities.get(order) ?? '',
    title,
    docNumber,
    lines,
  }))
  const renamed = renamedIdentities(await formerPlaces(tx, siteId, hash), after)
  const lost = renamed.map(([from]) => from)
  const elsewhere = await identitiesElsewhere(tx, siteId, hash, lost)
  const touched: string[] = []
  for (const [from, to] of renamed) {
    await renameInDecisions(tx, siteId, from, to, hash)
    if (elsewhere.has(from)) continue
    const one = await anyByIdentity(tx, siteId, from)
    const other = await documentByIdentity(tx, siteId, to)
    await renameInDecisions(tx, siteId, from, to, null)
    if (one && other === null) await renameIdentity(tx, siteId, from, to)
    else if (one && other !== null && one.mergedInto === null) {
      await movePrints(tx, siteId, one.id, other)
      await carryOverrides(tx, siteId, one.id, other)
      await setMergedInto(tx, siteId, one.id, other, at)
      touched.push(one.id, other)
    }
  }
  return touched
}
