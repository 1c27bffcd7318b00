import { setTimeout as wait } from 'node:timers/promises'
import type { Deps } from '../../../platform/ports.ts'
import { resumeLoads } from '../actions/ingest-files.ts'

/** With several nodes one may take over what another one left when it died. */
const LOOK_EVERY_MS = 30_000

/** Goes on with loads that were interrupted, as long as the server runs. */
export async function keepLoadsGoing(deps: Deps, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      for (const siteId of await deps.siteIds()) await resumeLoads(deps, siteId, signal)
    } catch (fault) {
      deps.log.error({ err: fault }, 'a load could not be gone on with')
    }
    // Told to stop, waiting ends at once: the rejection is the signal.
    await wait(LOOK_EVERY_MS, undefined, { signal, ref: false }).catch(() => undefined)
  }
}
