import type { Capability } from '../../capability.ts'
import { matchUnits } from './actions/match-units.ts'
import { libraryApi } from './api/routes.ts'
import { unitsFollower } from './jobs/follow-units.ts'
import { pagesFollower, renewPagesEachDay } from './jobs/renew-pages.ts'
import { keepLoadsGoing } from './jobs/resume-loads.ts'
import { libraryCommands } from './library-commands.ts'
import { libraryPages } from './portal/pages.tsx'
import { librarySlots } from './portal/slot-fills.tsx'
import { oldPath } from './rules/redirect-rows.ts'
import type { LibraryDeps } from './store/document.queries.ts'
import { keepTexts } from './store/kept-texts.ts'
import { resolveOldAddress } from './store/redirect.queries.ts'

/** Documents, their prints and editions, what they say and whom they cite: the record and its pages. */
export const library: Capability = {
  name: 'library',
  commands: libraryCommands,
  afterCommand: async (deps, siteId) => void (await matchUnits(deps, siteId)),
  mount(opened, shell) {
    const deps: LibraryDeps = { ...opened, texts: keepTexts() }
    return {
      pages: libraryPages(deps, shell),
      api: libraryApi(deps),
      slots: librarySlots(deps),
      followers: [unitsFollower(deps), pagesFollower(deps)],
      work: async (signal) => void (await Promise.all([keepLoadsGoing(deps, signal), renewPagesEachDay(deps, signal)])),
      findMoved: (siteId, address) =>
        deps.database.read(siteId, (tx) => resolveOldAddress(tx, siteId, oldPath(address) ?? address)),
    }
  },
}
