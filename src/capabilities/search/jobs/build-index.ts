import { appendAudit } from '../../../platform/audit/audit.ts'
import { newestVersion } from '../../../platform/changes/changes.ts'
import type { Actor, Deps } from '../../../platform/ports.ts'
import type { SearchProjection } from './follow-library.ts'

type BuildDeps = Pick<Deps, 'database' | 'siteIds' | 'log'>

/** Documents that are indexed before the port opens; with more the server starts, and the search fills up behind it. */
const WAIT_FOR = 300

/** Builds the index anew from the record. What changes meanwhile is followed from the version read before the first row. */
export async function buildIndex(
  deps: BuildDeps,
  projection: SearchProjection,
  onProgress?: (done: number) => void,
): Promise<number> {
  const newest = await deps.database.readAsOwner(newestVersion)
  return projection.rebuild(await deps.siteIds(), newest, onProgress)
}

/**
 * Builds the index anew because a person wants it, and notes that in the trail of every site. What a node builds by itself,
 * because its folder is empty, is no command: it follows the record like any other projection.
 */
export async function reindex(
  deps: BuildDeps & Pick<Deps, 'clock'>,
  projection: SearchProjection,
  actor: Actor,
  onProgress?: (done: number) => void,
): Promise<number> {
  const documents = await buildIndex(deps, projection, onProgress)
  for (const siteId of await deps.siteIds())
    await deps.database.write(siteId, (tx) =>
      appendAudit(tx, siteId, {
        at: deps.clock.now(),
        actor,
        verb: 'reindex',
        subject: 'search',
        detail: { documents },
      }),
    )
  return documents
}

/**
 * Opens what the searcher needs. An index that is not there, was never finished, or knows changes that the record does
 * not (a record restored from a backup) is built anew.
 */
export async function openSearch(deps: BuildDeps, projection: SearchProjection): Promise<void> {
  const seen = await projection.open()
  const newest = await deps.database.readAsOwner(newestVersion)
  if (seen !== null && seen <= newest) return
  let passed: () => void = () => undefined
  const enough = new Promise<void>((resolve) => {
    passed = resolve
  })
  const building = buildIndex(deps, projection, (done) => done >= WAIT_FOR && passed())
  building.then(
    (count) => deps.log.info({ documents: count }, 'search index built'),
    (fault: unknown) => deps.log.error({ err: fault }, 'search index could not be built'),
  )
  await Promise.race([building.catch(() => undefined), enough])
}
