import { appendAudit } from '../../../platform/audit/audit.ts'
import { appendChanges } from '../../../platform/changes/changes.ts'
import type { Actor, Deps, Tx } from '../../../platform/ports.ts'
import { unitMatcher } from '../../units/public.ts'
import { identitiesOf } from '../rules/identity.ts'
import { documentsOfIssue, fileByHash, issuePublishedOn, saveFile, saveGazette } from '../store/print.queries.ts'
import { resolveRelations } from '../store/relation-writes.ts'
import {
  asIfLoaded,
  deletePrints,
  documentsOfFile,
  isStaged,
  oneWriter,
  placedAt,
  releaseStaged,
  settleFile,
  siteCodeOf,
} from '../store/staging.ts'
import { type DeriveContext, deriveDocuments } from './derive-document.ts'
import { followReading } from './follow-reading.ts'
import { type Place, placeDocument, placeDocuments } from './place-documents.ts'
import type { Prepared } from './read-files.ts'

export type ReadFile = Extract<Prepared, { kind: 'read' }> & { readonly name: string }

/** Marks the file of the load, in the transaction that makes it so. */
export type Mark = (
  tx: Tx,
  outcome: { readonly state: 'new' | 'updated' | 'unchanged'; documents: number },
) => Promise<void>

export interface FileToPlace {
  readonly siteId: string
  readonly actor: Actor
  readonly file: ReadFile
  readonly mark: Mark
}

/** Up to this many documents a file is written in one transaction; a longer one is staged (decision 3). */
const AT_ONCE = 2

interface Work extends FileToPlace {
  readonly place: Place
  readonly context: DeriveContext
  readonly before: Awaited<ReturnType<typeof fileByHash>>
  readonly version: string
}

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
  const isShort = input.file.reading.documents.length <= AT_ONCE
  if (isShort) return step(async (tx) => placeWhole(tx, await begin(tx, deps, input, 'released')))
  const work = await step((tx) => begin(tx, deps, input, 'staged'))
  if (isDone(work)) return step((tx) => leave(tx, work))
  if (work.before?.state === 'loaded' && !work.before.isSettled && isSameReading(work)) return settle(step, work, [])
  return work.before?.state === 'loaded' ? readAgain(step, work) : stage(step, work)
}

type Step = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>

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

const isSameReading = ({ before, version }: Work): boolean => before?.readerVersion === version
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

/** Stages a file that is new: each document in a transaction of its own, then the switch, then what it prints again. */
async function stage(step: Step, work: Work): Promise<'new' | 'updated'> {
  const { siteId, file, place, context } = work
  await step(async (tx) => {
    if (work.before && !isSameReading(work)) await deletePrints(tx, siteId, file.hash, { after: -1 })
    await save(tx, work, 'staged', false)
  })
  const again: string[] = []
  for (const document of file.reading.documents) {
    await step(async (tx) => {
      const there = await placedAt(tx, siteId, file.hash, document.order)
      const placed = there ?? (await placeDocument(tx, place, document))
      const created = new Map('isNew' in placed && placed.isNew ? [[placed.id, placed.print]] : [])
      if (created.size === 0 && !(await isStaged(tx, siteId, placed.id))) again.push(placed.id)
      else if (!there?.isMade)
        await asIfLoaded(tx, siteId, file.hash, () => deriveDocuments(tx, context, [placed.id], created))
    })
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

/** Makes the documents anew that were there before the file printed them again; each is whole at every moment. */
async function settle(step: Step, work: Work, released: readonly string[]): Promise<'new' | 'updated'> {
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

async function remake(tx: Tx, { siteId, context }: Work, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const changed = await deriveDocuments(tx, context, [...new Set(ids)])
  await appendChanges(
    tx,
    siteId,
    changed.map((id) => ({ entity: 'document', id })),
  )
}

/** Keeps what is known of a file; returns the documents that were there and have another day of publication by it. */
async function save(tx: Tx, work: Work, state: 'staged' | 'loaded', isSettled: boolean): Promise<readonly string[]> {
  const { siteId, file, place, before, version } = work
  const publishedOn = file.source.hints.publishedOn ?? null
  await saveFile(tx, siteId, {
    hash: file.hash,
    name: file.name,
    format: file.source.format,
    size: file.size,
    readerVersion: version,
    state,
    isSettled,
    gazetteId: place.gazetteId,
    findings: file.reading.findings,
    publishedOn,
    loadedAt: place.at,
  })
  if (state !== 'loaded') return []
  const ofFile = before && before.publishedOn !== publishedOn ? await documentsOfFile(tx, siteId, file.hash) : []
  return [...ofFile, ...(await saveIssue(tx, work))]
}

/** The issue that a file prints, when it says its year and number. */
async function saveIssue(tx: Tx, { siteId, place, file }: Work): Promise<readonly string[]> {
  const { gazette } = file.reading
  if (!place.gazetteId || !gazette?.year || !gazette.number) return []
  const { publisher, year, number, totalNumber, publishedOn } = gazette
  const title = gazette.title ?? '政府公报'
  const before = await issuePublishedOn(tx, siteId, place.gazetteId)
  await saveGazette(tx, siteId, { id: place.gazetteId, title, publisher, year, number, totalNumber, publishedOn })
  return before === null && publishedOn !== null ? documentsOfIssue(tx, siteId, place.gazetteId) : []
}

/** Audit row and changes of a file, last in the transaction that shows it. */
async function conclude(tx: Tx, work: Work, changed: readonly string[]): Promise<void> {
  const { siteId, actor, file, place, before, version } = work
  const { documents } = file.reading
  await appendAudit(tx, siteId, {
    at: place.at,
    actor,
    verb: 'ingest-file',
    subject: file.hash,
    before: before && before.state !== 'staged' ? { readerVersion: before.readerVersion } : undefined,
    after: documents.map(({ docNumber, title }) => [docNumber, title]),
    detail: { name: file.name, documents: documents.length, readerVersion: version },
  })
  const issue = place.gazetteId ? [{ entity: 'gazette', id: place.gazetteId }] : []
  const documentsChanged = [...new Set(changed)].sort().map((id) => ({ entity: 'document', id }))
  await appendChanges(tx, siteId, [...documentsChanged, ...issue])
}
