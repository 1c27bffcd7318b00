import type { Capability } from '../../capability.ts'
import type { CliCommand } from '../../cli/command.ts'
import { searchApi } from './api/routes.ts'
import { openProjection, type SearchProjection } from './jobs/follow-library.ts'
import { searchPages } from './portal/pages.tsx'

const reindex: CliCommand = {
  name: 'reindex',
  summary: '从文件库重建检索索引',
  declare: (command) => command,
  async run({ deps, site, stdout, progress }) {
    const projection = await openProjection(deps)
    const count = await projection.rebuild([site.id], (done) => progress(done, done, '建立索引'))
    projection.index.close()
    stdout(`索引已重建：${count} 份文件。\n`)
    return 0
  },
}

/** Finding: a projection of the library into words, which can be thrown away and built anew. */
export const search: Capability = {
  name: 'search',
  commands: [reindex],
  mount(deps, shell) {
    let opened: Promise<SearchProjection> | null = null
    /** Opens the index once; an index that is empty or of another dictionary is built from the record first. */
    const projection = (): Promise<SearchProjection> => {
      opened ??= openProjection(deps)
      return opened
    }
    return {
      pages: searchPages(deps, shell, projection),
      api: searchApi(deps, projection),
      followers: [{ name: 'search', follow: async (changes) => (await projection()).follower.follow(changes) }],
      slots: {
        'home.doors': [
          {
            order: 1,
            load: async () => true,
            render: () => (
              <li>
                <a class="door" href="/documents">
                  <span class="door-name">查政策</span>
                  <span class="door-gist">文件逐条可查，注明效力</span>
                </a>
              </li>
            ),
            tags: () => [],
          },
        ],
      },
      start: async () => {
        const search = await projection()
        const { isEmpty } = await search.open()
        if (isEmpty) await search.rebuild(await deps.siteIds())
      },
      stop: async () => {
        if (opened) (await opened).index.close()
      },
    }
  },
}
