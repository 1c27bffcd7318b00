import type { Context } from 'hono'
import { writtenDay } from '../../../kernel/day.ts'
import type { AppEnv } from '../../../platform/http/env.ts'
import type { Deps } from '../../../platform/ports.ts'
import { titleOfPage } from '../../../portal/components/pagination/page-title.ts'
import type { Shell } from '../../../portal/shell.ts'
import type { listUnits } from '../../units/public.ts'
import { csv } from '../rules/csv.ts'
import { taskState } from '../rules/task-state.ts'
import { type keepLedger, LEDGER_PAGE, listTasks, type TaskFilter } from '../store/task.queries.ts'
import { csvResponse } from './answer-text.ts'
import { ledgerAddress } from './task-address.ts'
import { Ledger } from './task-ledger.tsx'
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

type ReadLedger = ReturnType<typeof keepLedger<Awaited<ReturnType<typeof listUnits>>[number]>>

/** `/tasks`: who must do what until when, as the task tables and the prose of documents say it. */
export async function tasksPage(c: Context<AppEnv>, deps: Deps, shell: Shell, read: ReadLedger): Promise<Response> {
  const filter = filterOf(c)
  const refused = refusedDays(c)
  const offset = Math.min(10_000, Math.max(0, Math.floor(Number(c.req.query('offset'))) || 0))
  const visit = { siteId: c.get('site').id, visitor: c.get('visitor'), today: deps.clock.today() }
  const ledger = await deps.database.read(visit.siteId, (tx) => read(tx, visit, filter, offset))
  return shell.page(
    c,
    {
      title: titleOfPage('任务台账', offset, LEDGER_PAGE),
      description: '文件分工表中的任务：谁负责，什么时候完成。',
      column: { name: '任务台账', type: '重点工作', path: '/tasks' },
      keywords: ['任务', '台账', '责任单位'],
      tags: ['documents', 'units'],
      ...(Object.keys(filter).length === 0 ? { address: ledgerAddress('/tasks', {}, offset) } : {}),
    },
    <Ledger ledger={ledger} filter={filter} refused={refused} offset={offset} today={visit.today} />,
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
