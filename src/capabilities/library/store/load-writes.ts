import { and, eq, inArray, lt, sql } from 'drizzle-orm'
import { insertRows } from '../../../platform/database/insert-rows.ts'
import type { Actor, Tx } from '../../../platform/ports.ts'
import type { LoadFileState } from '../rules/load-summary.ts'
import { loadFiles, loads } from './loads.table.ts'

/** Two processes that begin a load of the same site at once get two numbers. */
const IN_TURN = sql`SELECT pg_advisory_xact_lock(7207003)`
/** Shows that nobody works on the load: whoever comes first goes on with it. */
const NOBODY = new Date(0)

const one = (siteId: string, id: number) => and(eq(loads.siteId, siteId), eq(loads.id, id))

export async function insertLoad(
  tx: Tx,
  siteId: string,
  load: { readonly actor: Actor; readonly paths: readonly string[]; readonly base: string },
  at: Date,
): Promise<number> {
  await tx.execute(IN_TURN)
  const [last] = await tx
    .select({ id: sql<number>`coalesce(max(${loads.id}), 0)::int` })
    .from(loads)
    .where(eq(loads.siteId, siteId))
  const id = (last?.id ?? 0) + 1
  const { actor, paths, base } = load
  await tx.insert(loads).values({
    siteId,
    id,
    actorKind: actor.kind,
    actorName: actor.name,
    paths,
    base,
    state: 'running',
    startedAt: at,
    seenAt: at,
  })
  return id
}

/** Takes over a load that nobody has worked on since a moment; false when somebody else did first. */
export async function claimLoad(tx: Tx, siteId: string, id: number, at: Date, since: Date): Promise<boolean> {
  const rows = await tx
    .update(loads)
    .set({ seenAt: at })
    .where(and(one(siteId, id), eq(loads.state, 'running'), lt(loads.seenAt, since)))
    .returning({ id: loads.id })
  return rows.length > 0
}

export async function showLife(tx: Tx, siteId: string, id: number, at: Date): Promise<void> {
  await tx.update(loads).set({ seenAt: at }).where(one(siteId, id))
}

export const releaseLoad = (tx: Tx, siteId: string, id: number): Promise<void> => showLife(tx, siteId, id, NOBODY)

export async function finishLoad(tx: Tx, siteId: string, id: number, at: Date): Promise<void> {
  await tx.update(loads).set({ state: 'finished', seenAt: at, finishedAt: at }).where(one(siteId, id))
}

/** Adds files behind those that the load lists already. */
export async function addFiles(
  tx: Tx,
  siteId: string,
  loadId: number,
  from: number,
  files: readonly { readonly path: string; readonly name: string; readonly reason: string | null }[],
): Promise<void> {
  await insertRows(
    tx,
    loadFiles,
    files.map(({ path, name, reason }, index) => ({
      siteId,
      loadId,
      position: from + index,
      path,
      name,
      state: reason === null ? ('waiting' as const) : ('failed' as const),
      reason,
    })),
  )
}

/** What became of files of a load; in the transaction that makes it so. */
export async function markFiles(
  tx: Tx,
  siteId: string,
  loadId: number,
  positions: readonly number[],
  outcome: {
    readonly state: Exclude<LoadFileState, 'waiting'>
    readonly documents?: number
    readonly line?: number | null
    readonly reason?: string
  },
): Promise<void> {
  if (positions.length === 0) return
  await tx
    .update(loadFiles)
    .set(outcome)
    .where(and(eq(loadFiles.siteId, siteId), eq(loadFiles.loadId, loadId), inArray(loadFiles.position, [...positions])))
}
