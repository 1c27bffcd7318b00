import type { Deps, Tx } from '../../../platform/ports.ts'
import { unitMatcher } from '../../units/public.ts'
import { identitiesOf } from '../rules/identity.ts'
import { fileByHash } from '../store/print.queries.ts'
import { deletePrints, oneWriter, releaseStaged, siteCodeOf } from '../store/staging.ts'
import { deriveDocuments } from './derive-document.ts'
import { conclude, type FileToPlace, isSameReading, remake, type Step, save, type Work } from './file-work.ts'
import { followReading } from './follow-reading.ts'
import { type Place, placeDocument, placeDocuments } from './place-documents.ts'
import { settle, stage } from './stage-file.ts'

/** Up to this many documents a file is written in one transaction; a longer one is staged (decision 3). */
const AT_ONCE = 2

/**
 * Records that this process has written a file to. What it does for the first time takes several times as long (statements
 * are parsed, the program is compiled), so its first file is staged however short it is.
 */
const warm = new WeakSet<Deps['database']>()

/**
 * Writes a file that was read: documents, prints, audit row and changes. Nobody sees a part of it: a short file is one
 * transaction; a long one is staged document by document, and one last transaction shows it. Every step can be taken
 * again after a kill: what is there is left as it is.
 */
export async function placeFile(deps: Deps, input: FileToPlace): Promise<'new' | 'updated' | 'unchanged'> {
  await deps.files.put(input.file.bytes)
  const step: Step = (work) =>
    deps.database.write(input.siteId, async (tx) => {
      // The embedded record has one writer anyway.
      if (deps.database.engine === 'postgresql') await oneWriter(tx)
      return work(tx)
    })
  const isShort = input.file.reading.documents.length <= AT_ONCE && warm.has(deps.database)
  warm.add(deps.database)
  if (isShort) return step(async (tx) => placeWhole(tx, await begin(tx, deps, input, 'released')))
  const work = await step((tx) => begin(tx, deps, input, 'staged'))
  if (isDone(work)) return step((tx) => leave(tx, work))
  if (work.before?.state === 'loaded' && !work.before.isSettled && isSameReading(work)) return settle(step, work, [])
  return work.before?.state === 'loaded' ? readAgain(step, work) : stage(step, work)
}

async function begin(tx: Tx, deps: Deps, input: FileToPlace, state: Place['state']): Promise<Work> {
  const { siteId, file } = input
  const { gazette } = file.reading
  const gazetteId = gazette?.year && gazette.number ? `${gazette.year}-${gazette.number}` : null
  const at = deps.clock.now()
  return {
    ...input,
    place: {
      siteId,
      siteCode: await siteCodeOf(tx, siteId),
      hash: file.hash,
      gazetteId,
      at,
      state,
      identities: identitiesOf(file.reading.documents),
    },
    context: { siteId, matchUnit: await unitMatcher(tx, siteId), at },
    before: await fileByHash(tx, siteId, file.hash),
    version: deps.reader.version,
  }
}

const isDone = (work: Work): boolean => work.before?.state === 'loaded' && isSameReading(work) && work.before.isSettled

async function leave(tx: Tx, { mark }: Work): Promise<'unchanged'> {
  await mark(tx, { state: 'unchanged', documents: 0 })
  return 'unchanged'
}

async function placeWhole(tx: Tx, work: Work): Promise<'new' | 'updated' | 'unchanged'> {
  if (isDone(work)) return leave(tx, work)
  const { siteId, file, place, context } = work
  const redated = await save(tx, work, 'loaded', true)
  const { ids, created } = await placeDocuments(tx, { ...place, isFirst: work.before === null }, file.reading)
  // A document that another file had staged before it was broken off is shown by this one.
  if (ids.length > created.size) await releaseStaged(tx, siteId, file.hash, place.at)
  await conclude(tx, work, [...redated, ...(await deriveDocuments(tx, context, ids, created))])
  const state = created.size > 0 ? 'new' : 'updated'
  await work.mark(tx, { state, documents: file.reading.documents.length })
  return state
}

/** Replaces what an older reader found in a loaded file, document by document: each changes from whole to whole. */
async function readAgain(step: Step, work: Work): Promise<'updated'> {
  const { siteId, file } = work
  const place: Place = { ...work.place, state: 'released' }
  await step(async (tx) => remake(tx, work, await followReading(tx, place, file.reading)))
  for (const document of file.reading.documents) {
    await step(async (tx) => {
      const lost = await deletePrints(tx, siteId, file.hash, { at: document.order })
      const { id } = await placeDocument(tx, place, document)
      await remake(tx, work, [...lost, id])
    })
  }
  const last = Math.max(...file.reading.documents.map(({ order }) => order))
  await step(async (tx) => {
    await remake(tx, work, await deletePrints(tx, siteId, file.hash, { after: last }))
    await conclude(tx, work, await save(tx, work, 'loaded', true))
    await work.mark(tx, { state: 'updated', documents: file.reading.documents.length })
  })
  return 'updated'
}
