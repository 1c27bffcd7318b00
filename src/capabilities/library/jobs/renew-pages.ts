import { setTimeout as wait } from 'node:timers/promises'
import type { Deps, Follower } from '../../../platform/ports.ts'
import { tagsOfChanges } from '../rules/page-tags.ts'
import { filledColumns } from '../store/column.queries.ts'
import { idsTiedTo } from '../store/relation.queries.ts'

/** Kept pages follow the change log: what a change touches is made anew, the rest stays. */
export const pagesFollower = (deps: Deps): Follower => ({
  name: 'pages',
  async follow(changes) {
    const related: string[] = []
    const columns = filledColumns(deps.pages, deps.database.read)
    for (const [siteId, ofSite] of Map.groupBy(changes, (change) => change.siteId)) {
      const ids = ofSite.flatMap(({ entity, id }) => (entity === 'document' ? [id] : []))
      if (ids.length > 0) related.push(...(await deps.database.read(siteId, (tx) => idsTiedTo(tx, ids))))
      await columns.follow(siteId)
    }
    deps.pages.bump(tagsOfChanges(changes, related))
  },
})

/** How often the day is looked at; a page is wrong for at most that long after midnight. */
const LOOK_EVERY_MS = 20_000

/** Validity and what is late depend on the day: with a new day (Asia/Shanghai) every page that shows documents is made anew. */
export async function renewPagesEachDay(deps: Deps, signal: AbortSignal): Promise<void> {
  let day = deps.clock.today()
  while (!signal.aborted) {
    await wait(LOOK_EVERY_MS, undefined, { signal, ref: false }).catch(() => undefined)
    const today = deps.clock.today()
    if (today !== day) deps.pages.bump(['settings'])
    day = today
  }
}
