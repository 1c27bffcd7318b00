import type { Context } from 'hono'
import { isDay } from '../../../kernel/day.ts'
import type { AppEnv } from '../../../platform/http/env.ts'
import type { Deps } from '../../../platform/ports.ts'
import type { Shell } from '../../../portal/shell.ts'
import { Crumbs, DayText, Empty, Pager } from '../../../portal/words.tsx'
import { listUnits } from '../../units/public.ts'
import { csv } from '../rules/csv.ts'
import { listPlans, listTasks, type TaskFilter } from '../store/task.queries.ts'
import { TaskTable } from './task-list.tsx'

const LIMIT = 50

function filterOf(c: Context<AppEnv>): TaskFilter {
  const { unit, plan, from, to } = c.req.query()
  return {
    ...(unit ? { unitId: unit } : {}),
    ...(plan ? { planId: plan } : {}),
    ...(from && isDay(from) ? { dueFrom: from } : {}),
    ...(to && isDay(to) ? { dueTo: to } : {}),
  }
}

/** `/tasks`: who must do what until when, as the task tables and the prose of documents say it. */
export async function tasksPage(c: Context<AppEnv>, deps: Deps, shell: Shell): Promise<Response> {
  const filter = filterOf(c)
  const offset = Math.min(10_000, Math.max(0, Math.floor(Number(c.req.query('offset'))) || 0))
  const { id: siteId } = c.get('site')
  const today = deps.clock.today()
  const { tasks, plans, units } = await deps.database.read(siteId, async (tx) => ({
    tasks: await listTasks(tx, c.get('visitor'), filter, { limit: LIMIT, offset }),
    plans: await listPlans(tx, c.get('visitor')),
    units: await listUnits(tx, siteId),
  }))
  const query = new URLSearchParams({
    ...(filter.unitId ? { unit: filter.unitId } : {}),
    ...(filter.planId ? { plan: filter.planId } : {}),
  })
  return shell.page(
    c,
    {
      title: '任务台账',
      description: '文件分工表中的任务：谁负责，什么时候完成。',
      column: { name: '任务台账', type: '政策文件', path: '/tasks' },
      tags: ['documents', 'units'],
    },
    <>
      <Crumbs steps={[]} />
      <h1 class="page-title">{tasks.total}项任务</h1>
      <p class="page-lead">
        来自{plans.length}件文件的分工表和条款里的责任单位。这里只看时限：是否办结以各单位公布的进展为准。截至
        <DayText day={today} />。<a href={`/tasks.csv?${query}`}>下载表格（CSV）</a>
      </p>
      <form class="filters" action="/tasks" method="get" aria-label="筛选任务">
        <p class="field">
          <label for="unit">责任单位</label>
          <select id="unit" name="unit">
            <option value="">全部单位</option>
            {units.map((unit) => (
              <option value={unit.id} selected={unit.id === filter.unitId}>
                {unit.name}
              </option>
            ))}
          </select>
        </p>
        <p class="field">
          <label for="plan">文件</label>
          <select id="plan" name="plan">
            <option value="">全部文件</option>
            {plans.map((plan) => (
              <option value={plan.id} selected={plan.id === filter.planId}>
                {plan.title}
              </option>
            ))}
          </select>
        </p>
        <button class="button button--quiet" type="submit">
          筛选
        </button>
      </form>
      {tasks.items.length === 0 ? (
        <Empty text="没有符合条件的任务。" href="/tasks" link="看全部任务" />
      ) : (
        <TaskTable tasks={tasks.items} today={today} caption="任务，时限近的在前" />
      )}
      <Pager total={tasks.total} limit={LIMIT} offset={offset} href={(next) => `/tasks?${query}&offset=${next}`} />
    </>,
  )
}

/** `/tasks.csv`: the same tasks as a table for spreadsheets. */
export async function tasksCsv(c: Context<AppEnv>, deps: Deps): Promise<Response> {
  const { items } = await deps.database.read(c.get('site').id, (tx) =>
    listTasks(tx, c.get('visitor'), filterOf(c), { limit: 10_000, offset: 0 }),
  )
  const rows = items.map((task) => [
    String(task.no ?? ''),
    task.path.join(' / '),
    task.requirement,
    task.responsible.map(({ name }) => name).join('、'),
    task.due === 'long-term' ? '长期坚持' : (task.due ?? task.dueText ?? ''),
    task.document.title,
    task.document.docNumber ?? '',
  ])
  return csvResponse(c, 'tasks', csv(['序号', '类别', '任务', '责任单位', '完成时限', '文件', '文号'], rows))
}

export function csvResponse(c: Context<AppEnv>, name: string, body: string): Response {
  return c.body(body, 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="${name}.csv"`,
    'Cache-Control': 'no-cache',
  })
}
