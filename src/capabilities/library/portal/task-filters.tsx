import type { FC } from 'hono/jsx'
import { DayField } from '../../../portal/components/date-range/date-range.tsx'
import { drawnOnce } from '../../../portal/drawn-once.tsx'
import type { DocumentRef } from '../contract.ts'
import type { TaskFilter } from '../store/task.queries.ts'
import { TASK_STATE_WORDS, TASK_STATES } from './task-words.tsx'

const Choice: FC<{
  name: string
  label: string
  all: string
  chosen: string | undefined
  options: readonly (readonly [value: string, text: string])[]
}> = ({ name, label, all, chosen, options }) => (
  <p class="field">
    <label for={name}>{label}</label>
    <select id={name} name={name}>
      <option value="">{all}</option>
      {options.map(([value, text]) => (
        <option value={value} selected={value === chosen}>
          {text}
        </option>
      ))}
    </select>
  </p>
)

export interface TaskFiltersProps {
  readonly filter: TaskFilter
  readonly units: readonly { readonly id: string; readonly name: string }[]
  readonly plans: readonly (DocumentRef & { readonly taskCount: number })[]
}

const Filters: FC<TaskFiltersProps> = ({ filter, units, plans }) => (
  <form class="filters" action="/tasks" method="get" aria-label="筛选任务">
    <Choice
      name="unit"
      label="责任单位"
      all="全部单位"
      chosen={filter.unitId}
      options={units.map(({ id, name }) => [id, name])}
    />
    <Choice
      name="state"
      label="状态"
      all="全部状态"
      chosen={filter.state}
      options={TASK_STATES.map((state) => [state, TASK_STATE_WORDS[state]])}
    />
    <Choice
      name="plan"
      label="文件"
      all="全部文件"
      chosen={filter.planId}
      options={plans.map(({ id, title, taskCount }) => [id, `${title}（${taskCount}项）`])}
    />
    <DayField name="to" label="时限不晚于" value={filter.dueTo ?? null} example="2024-12-31" />
    <p class="field">
      <label for="word">任务中的字</label>
      <input id="word" name="q" type="search" value={filter.word} />
    </p>
    <button class="button button--quiet" type="submit">
      筛选
    </button>
  </form>
)

/** Some kilobytes each: a city has hundreds of units to choose from. */
const MOST_KEPT = 50

/** What the ledger can be chosen by: unit, state, document, limit, a word. */
export const TaskFilters = drawnOnce<TaskFiltersProps>(
  Filters,
  ({ filter, units, plans }) =>
    JSON.stringify([
      filter,
      units.map(({ id, name }) => [id, name]),
      plans.map(({ id, title, taskCount }) => [id, title, taskCount]),
    ]),
  MOST_KEPT,
)
