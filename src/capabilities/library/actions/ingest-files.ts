import type { Actor, Deps } from '../../../platform/ports.ts'
import { deadBefore, type IngestSummary, standingOfLoad } from '../rules/load-summary.ts'
import { type Load, unfinishedLoads } from '../store/load.queries.ts'
import { claimLoad, insertLoad } from '../store/load-writes.ts'
import { isAtWork, type LoadToRun, runLoad } from './run-load.ts'

export interface IngestInput {
  readonly siteId: string
  readonly actor: Actor
  /** Files and folders, absolute. */
  readonly paths: readonly string[]
  /** Names of files are kept relative to this. */
  readonly base: string
  readonly onProgress?: LoadToRun['onProgress']
  readonly signal?: AbortSignal
}

/**
 * Loads files and folders into the library, as a job of the record: what became of each file is written with it, so that a
 * load that was killed goes on where it stopped, when it is called again or when the server starts. A file that fails
 * leaves the others in; loading again what is there changes nothing.
 */
export async function ingestFiles(
  deps: Deps,
  { siteId, actor, paths, base, onProgress, signal }: IngestInput,
): Promise<IngestSummary & { readonly loadId: number }> {
  const sameCall = (load: Load) => load.base === base && JSON.stringify(load.paths) === JSON.stringify(paths)
  const interrupted = (await interruptedLoads(deps, siteId)).find(sameCall)
  const isMine = interrupted !== undefined && (await claim(deps, siteId, interrupted.id))
  const loadId = isMine
    ? interrupted.id
    : await deps.database.write(siteId, (tx) => insertLoad(tx, siteId, { actor, paths, base }, deps.clock.now()))
  const summary = await runLoad(deps, { siteId, loadId, actor, paths, base, onProgress, signal })
  return { ...summary, loadId }
}

/** Goes on with every load of a site that nobody works on; for the start of the server. Returns how many it went on with. */
export async function resumeLoads(deps: Deps, siteId: string, signal: AbortSignal): Promise<number> {
  let resumed = 0
  for (const { id, actor, paths, base } of await interruptedLoads(deps, siteId)) {
    if (signal.aborted || !(await claim(deps, siteId, id))) continue
    deps.log.info({ site: siteId, load: id }, 'going on with a load that was interrupted')
    const { failed, ...counts } = await runLoad(deps, { siteId, loadId: id, actor, paths, base, signal })
    deps.log.info({ site: siteId, load: id, ...counts, failed: failed.length }, 'load done')
    resumed++
  }
  return resumed
}

/** The embedded record has one process: what that one does not work on, nobody does. */
const isOwned = ({ database }: Deps): boolean => database.engine === 'pglite'

async function interruptedLoads(deps: Deps, siteId: string): Promise<readonly Load[]> {
  const now = deps.clock.now()
  const unfinished = await deps.database.read(siteId, (tx) => unfinishedLoads(tx, siteId))
  return unfinished.filter(
    (load) =>
      !isAtWork(deps.database, siteId, load.id) && (isOwned(deps) || standingOfLoad(load, now) === 'interrupted'),
  )
}

/** Two nodes may find the same load: one gets it. */
function claim(deps: Deps, siteId: string, id: number): Promise<boolean> {
  const now = deps.clock.now()
  const since = isOwned(deps) ? new Date(now.getTime() + 1) : deadBefore(now)
  return deps.database.write(siteId, (tx) => claimLoad(tx, siteId, id, now, since))
}
