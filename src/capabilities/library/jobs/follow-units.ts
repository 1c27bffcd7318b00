import { newestVersion } from '../../../platform/changes/changes.ts'
import type { Cursor, Deps, Follower } from '../../../platform/ports.ts'
import { matchUnits } from '../actions/match-units.ts'
import { firstUnmatched } from '../store/unit-matching.ts'

type FollowDeps = Pick<Deps, 'database' | 'clock'>

/**
 * Names in documents follow the units that bear them: those are loaded and renamed later. What the names are matched to
 * lies in the record, and so does how far that is: a server that was killed between the two goes on from there.
 */
export const unitsFollower = (deps: FollowDeps): Follower => ({
  name: 'names-of-units',
  cursor: cursorOf(deps),
  async follow(changes) {
    const sites = new Set(changes.filter(({ entity }) => entity === 'unit').map(({ siteId }) => siteId))
    for (const siteId of sites) await matchUnits(deps, siteId)
  },
})

/** Begins before the first change of a unit that no names were matched to; where there is none, at the newest change. */
function cursorOf({ database }: FollowDeps): Cursor {
  let seen: number | null = null
  return {
    async read() {
      seen ??= await database.readAsOwner(async (tx) => {
        const first = await firstUnmatched(tx)
        return first === null ? newestVersion(tx) : first - 1
      })
      return seen
    },
    async write(version) {
      seen = version
    },
  }
}
