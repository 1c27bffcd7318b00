import type { Capability } from '../../capability.ts'
import type { CliCommand } from '../../cli/command.ts'
import { searchApi } from './api/routes.ts'
import { openSearch, reindex } from './jobs/build-index.ts'
import { projectionOf } from './jobs/follow-library.ts'
import { searchPages } from './portal/pages.tsx'
import { searchSlots } from './portal/slot-fills.tsx'

const reindexCommand: CliCommand = {
  name: 'reindex',
  summary: '从文件库重建检索索引',
  isOfNode: true,
  isOfAllSites: true,
  declare: (command) => command,
  // The projection of a running server is rebuilt inside it (decision 10); its pages find what is there meanwhile.
  async run({ deps, actor, stdout, progress }) {
    const count = await reindex(deps, await projectionOf(deps), actor, (done) => progress(done, done, '建立索引'))
    stdout(`索引已重建：${count} 份文件。\n`)
    return 0
  },
}

/** Finding: a projection of the library into words, which can be thrown away and built anew. */
export const search: Capability = {
  name: 'search',
  commands: [reindexCommand],
  mount(deps, shell) {
    const projection = () => projectionOf(deps)
    return {
      pages: searchPages(deps, shell, projection),
      api: searchApi(deps, projection),
      followers: [
        {
          name: 'search',
          cursor: {
            read: async () => (await projection()).follower.cursor?.read() ?? null,
            write: async (version) => (await projection()).follower.cursor?.write(version),
          },
          follow: async (changes) => (await projection()).follower.follow(changes),
        },
      ],
      slots: searchSlots,
      start: async () => openSearch(deps, await projection()),
      stop: async () => (await projection()).close(),
    }
  },
}
