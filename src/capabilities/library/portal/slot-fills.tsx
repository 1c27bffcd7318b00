import type { Day } from '../../../kernel/day.ts'
import type { Deps, Tx, Visitor } from '../../../platform/ports.ts'
import { DocumentItem } from '../../../portal/components/document-item/document-item.tsx'
import { ListHead } from '../../../portal/components/list-head/list-head.tsx'
import { NewestGazette } from '../../../portal/components/newest-gazette/newest-gazette.tsx'
import { NumberItem } from '../../../portal/components/number-strip/number-strip.tsx'
import { PlainList } from '../../../portal/components/plain-list/plain-list.tsx'
import type { SlotFill, SlotFills, SlotName, SlotProps } from '../../../portal/slots.ts'
import type { GazetteRef } from '../contract.ts'
import { filledColumns } from '../store/column.queries.ts'
import { keepNewestGazette } from '../store/gazette.queries.ts'
import { type Counts, keepCounts, keepNewestDocuments, newestDocuments } from '../store/list.queries.ts'
import { countTaskStates, countTasks, listTasks } from '../store/task.queries.ts'
import { COLLECTIONS } from './collections.ts'
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

const TASKS_SHOWN = 10
const NEWEST_SHOWN = 6

/** Ways into the library beside its newest documents. */
const WAYS_IN = [
  { text: '主题、类别、年份、机关', href: '/browse' },
  ...COLLECTIONS.map(({ title, path }) => ({ text: title, href: path })),
]

/** What a unit must do, the most pressing first, and how much there is of it. */
async function tasksOfUnit(tx: Tx, visitor: Visitor, unitId: string, today: Day) {
  const filter = { unitId }
  const tasks = await listTasks(tx, visitor, filter, { limit: TASKS_SHOWN, offset: 0 }, today)
  const total =
    tasks.length < TASKS_SHOWN ? tasks.length : countTasks(await countTaskStates(tx, visitor, filter, today), filter)
  return { tasks, total, unitId }
}

/** What the library puts into the pages of others. */
export function librarySlots(deps: Deps): SlotFills {
  const { database, clock } = deps
  const newestGazette = keepNewestGazette()
  const countEverything = keepCounts()
  const newestOfAll = keepNewestDocuments(NEWEST_SHOWN)
  const columns = filledColumns(deps.pages, database.read)
  const navigate = (order: number, href: string, text: string, column?: 'gazettes' | 'tasks') =>
    fill<'navigation', true>(
      order,
      async ({ site }) => (column === undefined || (await columns.of(site.id))[column] ? true : null),
      () => (
        <li>
          <a href={href}>{text}</a>
        </li>
      ),
    )
  return {
    navigation: [
      navigate(1, '/documents', '文件'),
      navigate(2, '/gazettes', '公报', 'gazettes'),
      navigate(5, '/tasks', '任务台账', 'tasks'),
    ],
    'home.gazette': [
      fill<'home.gazette', GazetteRef>(
        1,
        ({ site, visitor }) =>
          database.read(site.id, (tx) => newestGazette(tx, { siteId: site.id, visitor, today: clock.today() })),
        (gazette) => <NewestGazette {...gazette} />,
        ['gazettes', 'documents'],
      ),
    ],
    'home.sections': [
      fill<'home.sections', Awaited<ReturnType<typeof newestDocuments>>>(
        1,
        ({ site, visitor }) =>
          database.read(site.id, (tx) => newestOfAll(tx, { siteId: site.id, visitor, today: clock.today() })),
        (documents) => (
          <section aria-labelledby="newest">
            <ListHead id="newest" title="最新文件" href="/documents" link="全部文件" />
            {documents.length === 0 ? <p>还没有收录文件。</p> : null}
            <ul>
              {documents.map((document) => (
                <DocumentItem document={document} cut={deps.words.cut} />
              ))}
            </ul>
          </section>
        ),
      ),
      fill<'home.sections', true>(
        9,
        async () => true,
        () => (
          <nav class="elder-hide" aria-labelledby="ways-in">
            <ListHead id="ways-in" title="按类查找" />
            <PlainList items={WAYS_IN} />
          </nav>
        ),
        [],
      ),
    ],
    'home.numbers': [
      fill<'home.numbers', Counts>(
        1,
        ({ site, visitor }) =>
          database.read(site.id, (tx) => countEverything(tx, { siteId: site.id, visitor, today: clock.today() })),
        ({ documents, gazettes, tasks }) => (
          <>
            <NumberItem label="公开文件" value={documents} unit="件" />
            {gazettes > 0 ? <NumberItem label="政府公报" value={gazettes} unit="期" /> : null}
            {tasks > 0 ? <NumberItem label="写明责任单位的任务" value={tasks} unit="项" /> : null}
          </>
        ),
      ),
    ],
    'sitemap.sections': [
      fill<'sitemap.sections', true>(
        1,
        async () => true,
        () => (
          <section aria-labelledby="collections">
            <ListHead id="collections" title="按类查找" />
            <PlainList items={WAYS_IN} />
          </section>
        ),
        [],
      ),
    ],
    'unit.sections': [
      fill<'unit.sections', Awaited<ReturnType<typeof newestDocuments>>>(
        1,
        ({ site, visitor, unitId }) =>
          database.read(site.id, (tx) => newestDocuments(tx, visitor, { issuerUnitId: unitId }, 8, clock.today())),
        (documents) => (
          <section aria-labelledby="docs">
            <ListHead id="docs" title="印发的文件" />
            {documents.length === 0 ? <p>文件库里还没有它印发的文件。</p> : null}
            <ul>
              {documents.map((document) => (
                <DocumentItem document={document} cut={deps.words.cut} />
              ))}
            </ul>
          </section>
        ),
      ),
      fill<'unit.sections', Awaited<ReturnType<typeof tasksOfUnit>>>(
        2,
        ({ site, visitor, unitId }) => database.read(site.id, (tx) => tasksOfUnit(tx, visitor, unitId, clock.today())),
        ({ tasks, total, unitId }) => (
          <section aria-labelledby="duties-due">
            <ListHead
              id="duties-due"
              title="要做的事"
              {...(total > TASKS_SHOWN ? { href: `/tasks?unit=${unitId}`, link: `全部${total}项` } : {})}
            />
            {tasks.length === 0 ? (
              <p>文件里没有给它分工的任务。</p>
            ) : (
              <TaskTable tasks={tasks} today={clock.today()} caption="分工给它的任务，要紧的在前" />
            )}
          </section>
        ),
      ),
    ],
  }
}
