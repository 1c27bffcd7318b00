import type { Deps } from '../../../platform/ports.ts'
import type { SlotFill, SlotFills, SlotName, SlotProps } from '../../../portal/slots.ts'
import { DayText } from '../../../portal/words.tsx'
import { listGazettes } from '../store/gazette.queries.ts'
import { countEverything, listDocuments } from '../store/summary.queries.ts'
import { listTasks } from '../store/task.queries.ts'
import { DocumentEntry } from './document-list.tsx'
import { Cover } from './gazette-pages.tsx'
import { TaskTable } from './task-list.tsx'

/** Ties what a fill loads to what it renders; outside, a fill's data is nobody's business. */
function fill<Name extends SlotName, Data>(
  order: number,
  load: (props: SlotProps[Name]) => Promise<Data | null>,
  render: (data: Data) => ReturnType<SlotFill<Name>['render']>,
  tags: readonly string[] = ['documents'],
): SlotFill<Name> {
  return { order, load, render: (data) => render(data as Data), tags: () => tags }
}

/** What the library puts into the pages of others. */
export function librarySlots(deps: Deps): SlotFills {
  const { database, clock } = deps
  const navigate = (order: number, href: string, text: string) =>
    fill<'navigation', true>(
      order,
      async () => true,
      () => (
        <li>
          <a href={href}>{text}</a>
        </li>
      ),
    )
  return {
    navigation: [
      navigate(1, '/documents', '文件'),
      navigate(2, '/gazettes', '公报'),
      navigate(5, '/tasks', '任务台账'),
    ],
    'home.gazette': [
      fill<'home.gazette', Awaited<ReturnType<typeof listGazettes>>[number]>(
        1,
        async ({ site, visitor }) => (await database.read(site.id, (tx) => listGazettes(tx, visitor)))[0] ?? null,
        (gazette) => (
          <section class="newest-gazette elder-hide" aria-labelledby="newest-gazette">
            <Cover gazette={gazette} isLink />
            <div>
              <h2 class="section-title" id="newest-gazette">
                最新公报
              </h2>
              <p class="meta">
                {gazette.publishedOn ? (
                  <span>
                    <DayText day={gazette.publishedOn} short />
                    出刊
                  </span>
                ) : null}
                <span>载文件{gazette.documentCount}件</span>
              </p>
              <a href="/gazettes">历年公报</a>
            </div>
          </section>
        ),
      ),
    ],
    'home.sections': [
      fill<'home.sections', Awaited<ReturnType<typeof listDocuments>>>(
        1,
        ({ site, visitor }) =>
          database.read(site.id, (tx) =>
            listDocuments(tx, visitor, {}, { limit: 6, offset: 0, sort: 'date' }, clock.today()),
          ),
        (list) => (
          <section aria-labelledby="newest">
            <div class="list-head">
              <h2 class="section-title" id="newest">
                最新文件
              </h2>
              <a href="/documents">全部文件</a>
            </div>
            {list.items.length === 0 ? <p>还没有装入文件。</p> : null}
            <ul>
              {list.items.map((document) => (
                <DocumentEntry document={document} />
              ))}
            </ul>
          </section>
        ),
      ),
    ],
    'home.numbers': [
      fill<'home.numbers', Awaited<ReturnType<typeof countEverything>>>(
        1,
        ({ site, visitor }) => database.read(site.id, (tx) => countEverything(tx, visitor)),
        ({ documents, gazettes, tasks }) => (
          <>
            <div>
              <dt>公开文件</dt>
              <dd>{documents.toLocaleString('zh-CN')}</dd>
            </div>
            <div>
              <dt>公报期数</dt>
              <dd>{gazettes.toLocaleString('zh-CN')}</dd>
            </div>
            <div>
              <dt>写明责任单位的任务</dt>
              <dd>{tasks.toLocaleString('zh-CN')}</dd>
            </div>
          </>
        ),
      ),
    ],
    'unit.sections': [
      fill<'unit.sections', Awaited<ReturnType<typeof listDocuments>>>(
        1,
        ({ site, visitor, unitId }) =>
          database.read(site.id, (tx) =>
            listDocuments(tx, visitor, { issuerUnitId: unitId }, { limit: 8, offset: 0, sort: 'date' }, clock.today()),
          ),
        (list) => (
          <section aria-labelledby="docs">
            <div class="list-head">
              <h2 class="section-title" id="docs">
                印发的文件
              </h2>
            </div>
            {list.items.length === 0 ? <p>文件库里还没有它印发的文件。</p> : null}
            <ul>
              {list.items.map((document) => (
                <DocumentEntry document={document} />
              ))}
            </ul>
          </section>
        ),
      ),
      fill<'unit.sections', { readonly list: Awaited<ReturnType<typeof listTasks>>; readonly unitId: string }>(
        2,
        async ({ site, visitor, unitId }) => ({
          unitId,
          list: await database.read(site.id, (tx) => listTasks(tx, visitor, { unitId }, { limit: 10, offset: 0 })),
        }),
        ({ list, unitId }) => (
          <section aria-labelledby="duties-due">
            <div class="list-head">
              <h2 class="section-title" id="duties-due">
                要做的事
              </h2>
              {list.total > 10 ? <a href={`/tasks?unit=${unitId}`}>全部{list.total}项</a> : null}
            </div>
            {list.items.length === 0 ? (
              <p>文件里没有给它分工的任务。</p>
            ) : (
              <TaskTable tasks={list.items} today={clock.today()} caption="分工给它的任务，时限近的在前" />
            )}
          </section>
        ),
      ),
    ],
  }
}
