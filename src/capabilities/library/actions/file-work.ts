import { appendAudit } from '../../../platform/audit/audit.ts'
import { appendChanges } from '../../../platform/changes/changes.ts'
import type { Actor, Tx } from '../../../platform/ports.ts'
import { deriveIssue } from '../store/issue-writes.ts'
import { documentsOfIssue, type fileByHash, saveFile } from '../store/print.queries.ts'
import { documentsOfFile } from '../store/staging.ts'
import { type DeriveContext, deriveDocuments } from './derive-document.ts'
import type { Place } from './place-documents.ts'
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

/** A file on its way into the record, and what is known of it there. */
export interface Work extends FileToPlace {
  readonly place: Place
  readonly context: DeriveContext
  readonly before: Awaited<ReturnType<typeof fileByHash>>
  readonly version: string
}

/** Runs work in one transaction. */
export type Step = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>

/** True when the record has the file as this reader reads it. */
export const isSameReading = ({ before, version }: Work): boolean => before?.readerVersion === version

/** Makes documents anew and tells followers which changed. */
export async function remake(tx: Tx, { siteId, context }: Work, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const changed = await deriveDocuments(tx, context, [...new Set(ids)])
  await appendChanges(
    tx,
    siteId,
    changed.map((id) => ({ entity: 'document', id })),
  )
}

/** Keeps what is known of a file; returns the documents that were there and have another day of publication by it. */
export async function save(
  tx: Tx,
  work: Work,
  state: 'staged' | 'loaded',
  isSettled: boolean,
): Promise<readonly string[]> {
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
    gazette: place.gazetteId === null ? null : file.reading.gazette,
    findings: file.reading.findings,
    publishedOn,
    loadedAt: place.at,
  })
  if (state !== 'loaded') return []
  const ofFile = before && before.publishedOn !== publishedOn ? await documentsOfFile(tx, siteId, file.hash) : []
  return [...ofFile, ...(await saveIssues(tx, work))]
}

/** The issue that a file prints, and the one that it printed when it was read otherwise; documents that have another day by it. */
async function saveIssues(tx: Tx, work: Work): Promise<readonly string[]> {
  const { siteId } = work
  const changed: string[] = []
  for (const id of issuesOf(work)) {
    const { hasOtherDay } = await deriveIssue(tx, siteId, id)
    if (hasOtherDay) changed.push(...(await documentsOfIssue(tx, siteId, id)))
  }
  return changed
}

const issuesOf = ({ place, before }: Work): readonly string[] =>
  [...new Set([place.gazetteId, before?.gazetteId ?? null])].filter((id) => id !== null)

/** Audit row and changes of a file, last in the transaction that shows it. */
export async function conclude(tx: Tx, work: Work, changed: readonly string[]): Promise<void> {
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
  const issues = issuesOf(work).map((id) => ({ entity: 'gazette', id }))
  const documentsChanged = [...new Set(changed)].sort().map((id) => ({ entity: 'document', id }))
  await appendChanges(tx, siteId, [...documentsChanged, ...issues])
}
