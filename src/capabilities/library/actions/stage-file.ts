import type { Tx } from '../../../platform/ports.ts'
import type { ReadDocument } from '../../../reader/types.ts'
import type { StoredPrint } from '../store/print.queries.ts'
import { resolveRelations } from '../store/relation-writes.ts'
import {
  asIfLoaded,
  deletePrints,
  documentsOfFile,
  isStaged,
  placedAt,
  releaseStaged,
  settleFile,
} from '../store/staging.ts'
import { deriveDocuments } from './derive-document.ts'
import { conclude, isSameReading, remake, type Step, save, type Work } from './file-work.ts'
import { placeDocument } from './place-documents.ts'

/** Stages a file that is new: each document is placed and made in transactions of its own, then the switch, then what it prints again. */
export async function stage(step: Step, work: Work): Promise<'new' | 'updated'> {
  const { siteId, file, place } = work
  await step(async (tx) => {
    if (work.before && !isSameReading(work)) await deletePrints(tx, siteId, file.hash, { after: -1 })
    await save(tx, work, 'staged', false)
  })
  const again: string[] = []
  for (const document of file.reading.documents) {
    const placed = await step((tx) => placeStaged(tx, work, document))
    if (placed.isShown) again.push(placed.id)
    else if (!placed.isMade) await step((tx) => makeStaged(tx, work, document, placed))
  }
  const released = await step(async (tx) => {
    const redated = await save(tx, work, 'loaded', again.length === 0)
    const shown = await releaseStaged(tx, siteId, file.hash, place.at)
    await conclude(tx, work, [...redated, ...shown, ...(await resolveRelations(tx, siteId, shown))])
    if (again.length === 0) await work.mark(tx, { state: 'new', documents: file.reading.documents.length })
    return shown
  })
  return again.length === 0 ? 'new' : settle(step, work, released)
}

interface StagedPlace {
  readonly id: string
  /** Was there before the file: people see it already. */
  readonly isShown: boolean
  readonly isMade: boolean
  /** Of a document that the record did not have, its only print. */
  readonly print: StoredPrint | null
}

async function placeStaged(tx: Tx, { siteId, file, place }: Work, document: ReadDocument): Promise<StagedPlace> {
  const there = await placedAt(tx, siteId, file.hash, document.order)
  const { id, isNew, print } = there
    ? { id: there.id, isNew: false, print: null }
    : await placeDocument(tx, place, document)
  const isShown = !isNew && !(await isStaged(tx, siteId, id))
  return { id, isShown, isMade: there?.isMade ?? false, print: isNew ? print : null }
}

async function makeStaged(
  tx: Tx,
  { siteId, file, context }: Work,
  document: ReadDocument,
  { id, print }: StagedPlace,
): Promise<void> {
  // Another load may print the same document and have made it since it was placed.
  const isNew = print !== null && !(await placedAt(tx, siteId, file.hash, document.order))?.isMade
  const created = new Map(isNew ? [[id, print]] : [])
  await asIfLoaded(tx, siteId, file.hash, () => deriveDocuments(tx, context, [id], created))
}

/** Makes the documents anew that were there before the file printed them again; each is whole at every moment. */
export async function settle(step: Step, work: Work, released: readonly string[]): Promise<'new' | 'updated'> {
  const { siteId, file } = work
  const ids = await step((tx) => documentsOfFile(tx, siteId, file.hash))
  for (const id of ids.filter((one) => !released.includes(one))) await step((tx) => remake(tx, work, [id]))
  const state = released.length > 0 ? 'new' : 'updated'
  await step(async (tx) => {
    await settleFile(tx, siteId, file.hash)
    await work.mark(tx, { state, documents: file.reading.documents.length })
  })
  return state
}
