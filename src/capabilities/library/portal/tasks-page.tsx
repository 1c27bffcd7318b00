import type { Context } from 'hono'
import type { FC } from 'hono/jsx'
import { type Day, writtenDay } from '../../../kernel/day.ts'
import type { AppEnv } from '../../../platform/http/env.ts'
import type { Deps } from '../../../platform/ports.ts'
import { Crumbs } from '../../../portal/components/breadcrumb/breadcrumb.tsx'
import { DayText } from '../../../portal/components/day-text/day-text.tsx'
import { Empty } from '../../../portal/components/empty-state/empty-state.tsx'
import { NoticeBanner } from '../../../portal/components/notice-banner/notice-banner.tsx'
import { BeyondLast } from '../../../portal/components/pagination/beyond-last.tsx'
import { titleOfPage } from '../../../portal/components/pagination/page-title.ts'
import { Pager } from '../../../portal/components/pagination/pagination.tsx'
import { Tally } from '../../../portal/components/tally/tally.tsx'
import type { Shell } from '../../../portal/shell.ts'
import type { listUnits } from '../../units/public.ts'
import { csv } from '../rules/csv.ts'
import { type TaskState, taskState } from '../rules/task-state.ts'
import { countTasks, type keepLedger, LEDGER_PAGE, listTasks, type TaskFilter } from '../store/task.queries.ts'
import { csvResponse } from './answer-text.ts'
import { TaskFilters } from './task-filters.tsx'
import { TaskLegend } from './task-legend.tsx'
import { TaskTable } from './task-list.tsx'
import { TASK_STATE_WORDS, TASK_STATES } from './task-words.tsx'

function filterOf(c: Context<AppEnv>): TaskFilter {
  const { unit, plan, from = '', to = '', state, q } = c.req.query()
  const [dueFrom, dueTo] = [writtenDay(from), writtenDay(to)]
  const chosen = TASK_STATES.find((known) => known === state)
  return {
    ...(unit ? { unitId: unit } : {}),
    ...(plan ? { planId: plan } : {}),
    ...(dueFrom ? { dueFrom } : {}),
    ...(dueTo ? { dueTo } : {}),
    ...(chosen ? { state: chosen } : {}),
    ...(q?.trim() ? { word: q.trim().slice(0, 40) } : {}),
  }
}

/** Days of the address that are none: the list says so, and does without. */
function refusedDays(c: Context<AppEnv>): readonly string[] {
  const { from = '', to = '' } = c.req.query()
  return [from, to].filter((text) => text !== '' && writtenDay(text) === null).map((text) => `“${text.slice(0, 20)}”`)
}

function addressOf(path: string, filter: TaskFilter, offset = 0): string {
  const given = {
    unit: filter.unitId,
    plan: filter.planId,
    from: filter.dueFrom,
    to: filter.dueTo,
    state: filter.state,
    q: filter.word,
    offset: offset > 0 ? String(offset) : undefined,
  }
  const query = new URLSearchParams(Object.entries(given).filter((entry): entry is [string, string] => !!entry[1]))
  return query.size > 0 ? `${path}?${query}` : path
}

/** 46项任务，1项时限已过: the heading is the finding, and breaks between its parts. */
const Heading: FC<{ counts: ReadonlyMap<TaskState, number> }> = ({ counts }) => {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
  const parts = [
    [total, '项任务'],
    [counts.get('past-due') ?? 0, '项时限已过'],
    [counts.get('due-soon') ?? 0, '项将到期'],
  ] as const
  const shown = parts.filter(([count], index) => index === 0 || count > 0)
  return (
    <h1 class="page-title">
      {shown.map(([count, words], index) => (
        <span class="phrase">
          {count.toLocaleString('zh-CN')}
          {words}
          {index < shown.length - 1 ? '，' : ''}
        </span>
      ))}
    </h1>
  )
}

const Lead: FC<{ plans: number; today: Day; csvHref: string }> = ({ plans, today, csvHref }) => (
  <p class="page-lead">
    来自{plans}件文件的分工表和条款里的责任单位。这里只看时限：是否办结，以各单位公布的进展为准。截至
    <DayText day={today} />。
    <a class="phrase page-only" href={csvHref}>
      下载表格（CSV）
    </a>
  </p>
)

type ReadLedger = ReturnType<typeof keepLedger<Awaited<ReturnType<typeof listUnits>>[number]>>

async function loadLedger(
  c: Context<AppEnv>,
  deps: Deps,
  read: ReadLedger,
  { filter, offset }: { readonly filter: TaskFilter; readonly offset: number },
) {
  const { id: siteId } = c.get('site')
  const visitor = c.get('visitor')
  const today = deps.clock.today()
  return deps.database.read(siteId, async (tx) => ({
    ...(await read(tx, { siteId, visitor, today }, filter, offset)),
  }))
}

/** `/tasks`: who must do what until when, as the task tables and the prose of documents say it. */
export async function tasksPage(c: Context<AppEnv>, deps: Deps, shell: Shell, read: ReadLedger): Promise<Response> {
  const filter = filterOf(c)
  const refused = refusedDays(c)
  const offset = Math.min(10_000, Math.max(0, Math.floor(Number(c.req.query('offset'))) || 0))
  const today = deps.clock.today()
  const { tasks, states: counts, plans, units } = await loadLedger(c, deps, read, { filter, offset })
  return shell.page(
    c,
    {
      title: titleOfPage('任务台账', offset, LEDGER_PAGE),
      description: '文件分工表中的任务：谁负责，什么时候完成。',
      column: { name: '任务台账', type: '重点工作', path: '/tasks' },
      keywords: ['任务', '台账', '责任单位'],
      tags: ['documents', 'units'],
      ...(Object.keys(filter).length === 0 ? { address: addressOf('/tasks', {}, offset) } : {}),
    },
    <>
      <Crumbs steps={Object.keys(filter).length > 0 ? [{ text: '全部任务', href: '/tasks' }] : []} />
      <Heading counts={counts} />
      <Lead plans={plans.length} today={today} csvHref={addressOf('/tasks.csv', filter)} />
      <Tally
        counts={TASK_STATES.map((state) => ({ state, word: TASK_STATE_WORDS[state], count: counts.get(state) ?? 0 }))}
      />
      <TaskLegend />
      {refused.length > 0 ? (
        <NoticeBanner
          kind="notice"
          text={`看不懂这个日期，没有采用：${refused.join('、')}。日期写作2024-12-31，或者20241231。`}
        />
      ) : null}
      <TaskFilters filter={filter} units={units} plans={plans} />
      {tasks.length === 0 && countTasks(counts, filter) > 0 ? (
        <BeyondLast href={addressOf('/tasks', filter)} />
      ) : tasks.length === 0 ? (
        <Empty
          text={Object.keys(filter).length > 0 ? '没有符合条件的任务。' : '文件里还没有写明责任单位的任务。'}
          href={Object.keys(filter).length > 0 ? '/tasks' : '/documents'}
          link={Object.keys(filter).length > 0 ? '看全部任务' : '看全部文件'}
        />
      ) : (
        <TaskTable tasks={tasks} today={today} caption="任务，要紧的在前" />
      )}
      <Pager
        total={countTasks(counts, filter)}
        limit={LEDGER_PAGE}
        offset={offset}
        href={(next) => addressOf('/tasks', filter, next)}
      />
    </>,
  )
}

/** `/tasks.csv`: the same tasks as a table for spreadsheets. */
export async function tasksCsv(c: Context<AppEnv>, deps: Deps): Promise<Response> {
  const today = deps.clock.today()
  const items = await deps.database.read(c.get('site').id, (tx) =>
    listTasks(tx, c.get('visitor'), filterOf(c), { limit: 10_000, offset: 0 }, today),
  )
  const rows = items.map((task) => [
    String(task.no ?? ''),
    task.path.join(' / '),
    task.requirement,
    task.responsible.map(({ name }) => name).join('、'),
    task.due === 'long-term' ? '长期坚持' : (task.due ?? task.dueText ?? ''),
    TASK_STATE_WORDS[taskState(task.due, today)],
    task.document.docNumber ?? '',
    task.document.title,
  ])
  const columns = ['序号', '类别', '任务', '责任单位', '完成时限', '状态', '文号', '文件']
  return csvResponse(c, '任务台账', csv(columns, rows))
}
