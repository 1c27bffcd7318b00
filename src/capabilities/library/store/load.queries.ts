import { and, asc, count, desc, eq, gt, sum } from 'drizzle-orm'
import type { Actor, Tx } from '../../../platform/ports.ts'
import { countStates, type LoadCounts, type LoadFailure } from '../rules/load-summary.ts'
import { loadFiles, loads } from './loads.table.ts'

/** A call of `ingest` as a job: who, what, and how far. */
export interface Load {
  readonly id: number
  readonly actor: Actor
  readonly paths: readonly string[]
  readonly base: string
  readonly state: 'running' | 'finished'
  readonly startedAt: Date
  readonly seenAt: Date
  readonly finishedAt: Date | null
  readonly counts: LoadCounts
}

const ofLoad = (siteId: string, loadId: number) => and(eq(loadFiles.siteId, siteId), eq(loadFiles.loadId, loadId))

export async function countsOf(tx: Tx, siteId: string, loadId: number): Promise<LoadCounts> {
  const groups = await tx
    .select({ state: loadFiles.state, files: count(), documents: sum(loadFiles.documents).mapWith(Number) })
    .from(loadFiles)
    .where(ofLoad(siteId, loadId))
    .groupBy(loadFiles.state)
  return countStates(groups)
}

async function withCounts(tx: Tx, row: typeof loads.$inferSelect): Promise<Load> {
  const { siteId, actorKind, actorName, ...load } = row
  return { ...load, actor: { kind: actorKind, name: actorName }, counts: await countsOf(tx, siteId, load.id) }
}

/** The newest loads first. */
export async function listLoads(tx: Tx, siteId: string, limit: number): Promise<readonly Load[]> {
  const rows = await tx.select().from(loads).where(eq(loads.siteId, siteId)).orderBy(desc(loads.id)).limit(limit)
  const listed: Load[] = []
  for (const row of rows) listed.push(await withCounts(tx, row))
  return listed
}

export async function loadById(tx: Tx, siteId: string, id: number): Promise<Load | null> {
  const [row] = await tx
    .select()
    .from(loads)
    .where(and(eq(loads.siteId, siteId), eq(loads.id, id)))
  return row ? withCounts(tx, row) : null
}

/** Loads that are not finished, the oldest first. */
export async function unfinishedLoads(tx: Tx, siteId: string): Promise<readonly Load[]> {
  const rows = await tx
    .select()
    .from(loads)
    .where(and(eq(loads.siteId, siteId), eq(loads.state, 'running')))
    .orderBy(asc(loads.id))
  const listed: Load[] = []
  for (const row of rows) listed.push(await withCounts(tx, row))
  return listed
}

/** What could not be loaded, in the order of the files. */
export async function failuresOf(tx: Tx, siteId: string, loadId: number, limit?: number): Promise<LoadFailure[]> {
  const failed = tx
    .select({ file: loadFiles.name, line: loadFiles.line, reason: loadFiles.reason })
    .from(loadFiles)
    .where(and(ofLoad(siteId, loadId), eq(loadFiles.state, 'failed')))
    .orderBy(asc(loadFiles.position))
  const rows = await (limit === undefined ? failed : failed.limit(limit))
  return rows.map(({ file, line, reason }) => ({ file, line, reason: reason ?? '' }))
}

export interface WaitingFile {
  readonly position: number
  readonly path: string
  readonly name: string
}

/** Files of a load that nothing has become of yet, in their order, after a position. */
export async function waitingFiles(
  tx: Tx,
  siteId: string,
  loadId: number,
  after: number,
  limit: number,
): Promise<readonly WaitingFile[]> {
  const { position, path, name } = loadFiles
  return tx
    .select({ position, path, name })
    .from(loadFiles)
    .where(and(ofLoad(siteId, loadId), eq(loadFiles.state, 'waiting'), gt(position, after)))
    .orderBy(asc(position))
    .limit(limit)
}

/** Paths that the load lists already. */
export async function listedPaths(tx: Tx, siteId: string, loadId: number): Promise<ReadonlySet<string>> {
  const rows = await tx.select({ path: loadFiles.path }).from(loadFiles).where(ofLoad(siteId, loadId))
  return new Set(rows.map(({ path }) => path))
}
