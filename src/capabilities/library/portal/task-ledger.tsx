import type { FC } from 'hono/jsx'
import type { Day } from '../../../kernel/day.ts'
import { Crumbs } from '../../../portal/components/breadcrumb/breadcrumb.tsx'
import { DayText } from '../../../portal/components/day-text/day-text.tsx'
import { Empty } from '../../../portal/components/empty-state/empty-state.tsx'
import { NoticeBanner } from '../../../portal/components/notice-banner/notice-banner.tsx'
import { BeyondLast } from '../../../portal/components/pagination/beyond-last.tsx'
import { Pager } from '../../../portal/components/pagination/pagination.tsx'
import { Tally } from '../../../portal/components/tally/tally.tsx'
import { drawnWhile } from '../../../portal/drawn-once.tsx'
import type { TaskState } from '../rules/task-state.ts'
import { countTasks, LEDGER_PAGE, type Ledger as LedgerReading, type TaskFilter } from '../store/task.queries.ts'
import { ledgerAddress } from './task-address.ts'
import { TaskFilters, type TaskFiltersProps } from './task-filters.tsx'
import { TaskLegend } from './task-legend.tsx'
import { TaskTable } from './task-list.tsx'
import { TASK_STATE_WORDS, TASK_STATES } from './task-words.tsx'

export interface LedgerProps {
  readonly ledger: LedgerReading<TaskFiltersProps['units'][number]>
  readonly filter: TaskFilter
  /** What the address asks for and cannot mean, in quotation marks. */
  readonly refused: readonly string[]
  readonly offset: number
  readonly today: Day
}

/** 46项任务，1项时限已过: the heading is the finding, and breaks between its parts; of one state it tells what is shown. */
const Heading: FC<{ counts: ReadonlyMap<TaskState, number>; chosen: TaskState | undefined }> = ({ counts, chosen }) => {
  if (chosen) {
    return (
      <h1 class="page-title">
        {(counts.get(chosen) ?? 0).toLocaleString('zh-CN')}项
        <span class="phrase">{TASK_STATE_WORDS[chosen]}的任务</span>
      </h1>
    )
  }
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

/** What stands above the tasks: how many are in which state, what that means, what they can be chosen by. */
const Overview: FC<LedgerProps> = ({ ledger: { states, plans, units }, filter, refused, today }) => (
  <>
    <Heading counts={states} chosen={filter.state} />
    <Lead plans={plans.length} today={today} csvHref={ledgerAddress('/tasks.csv', filter)} />
    <Tally
      counts={TASK_STATES.map((state) => ({
        state,
        word: TASK_STATE_WORDS[state],
        count: states.get(state) ?? 0,
        href: ledgerAddress('/tasks', { ...filter, state }),
      }))}
    />
    <TaskLegend />
    {refused.length > 0 ? (
      <NoticeBanner
        kind="notice"
        text={`看不懂这个日期，没有采用：${refused.join('、')}。日期写作2024-12-31，或者20241231。`}
      />
    ) : null}
    <TaskFilters filter={filter} units={units} plans={plans} />
  </>
)

const Body: FC<LedgerProps> = (props) => {
  const { ledger, filter, refused, offset, today } = props
  const { tasks, states, plans } = ledger
  const isFiltered = Object.keys(filter).length > 0
  const total = countTasks(states, filter)
  if (plans.length === 0 && total === 0 && !isFiltered && refused.length === 0) {
    return (
      <>
        <Crumbs steps={[]} />
        <h1 class="page-title">任务台账</h1>
        <Empty text="文件里还没有写明责任单位的任务。" href="/documents" link="看全部文件" />
      </>
    )
  }
  return (
    <>
      <Crumbs steps={isFiltered ? [{ text: '全部任务', href: '/tasks' }] : []} />
      <Overview {...props} />
      {tasks.length > 0 ? (
        <TaskTable tasks={tasks} today={today} caption="任务，要紧的在前" />
      ) : total > 0 ? (
        <BeyondLast href={ledgerAddress('/tasks', filter)} />
      ) : (
        <Empty text="没有符合条件的任务。" href="/tasks" link="看全部任务" />
      )}
      <Pager total={total} limit={LEDGER_PAGE} offset={offset} href={(next) => ledgerAddress('/tasks', filter, next)} />
    </>
  )
}

/** The ledger of tasks. As everybody opens it, it says the same for as long as its reading is kept, which a day is part of. */
export const Ledger: FC<LedgerProps> = drawnWhile(Body, ({ ledger, filter, refused, offset }) =>
  Object.keys(filter).length === 0 && refused.length === 0 && offset === 0 ? ledger : null,
)
