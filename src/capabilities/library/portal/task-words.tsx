import type { FC } from 'hono/jsx'
import { type Day, daysBetween } from '../../../kernel/day.ts'
import { NOTHING } from '../../../portal/components/data-table/data-table.tsx'
import { DayText } from '../../../portal/components/day-text/day-text.tsx'
import { TaskState } from '../../../portal/components/task-state/task-state.tsx'
import type { TaskView, UnitRef } from '../contract.ts'
import { type TaskState as State, taskState } from '../rules/task-state.ts'

/** Words of the states that a limit alone gives, what presses first. */
export const TASK_STATE_WORDS: Readonly<Record<State, string>> = {
  'past-due': '时限已过',
  'due-soon': '将到期',
  running: '时限未到',
  'long-term': '长期坚持',
  unstated: '未写时限',
}

/** The states in that order. */
export const TASK_STATES = Object.keys(TASK_STATE_WORDS) as readonly State[]

/** What can be said of a task by its time limit, with the days left or past. */
export const StateOfTask: FC<{ due: TaskView['due']; today: Day }> = ({ due, today }) => {
  const state = taskState(due, today)
  // Of a running task nobody claims more than that its limit has not come.
  if (due === null || due === 'long-term' || state === 'running')
    return <TaskState state={state} word={TASK_STATE_WORDS[state]} />
  return <TaskState state={state} days={Math.abs(daysBetween(today, due))} />
}

/** A time limit as day, or in the words of the document; a stroke where these say no more than the state beside it. */
export const Due: FC<{ task: Pick<TaskView, 'due' | 'dueText'> }> = ({ task: { due, dueText } }) => {
  if (due && due !== 'long-term') return <DayText day={due} />
  const isSaid = dueText === null || dueText === TASK_STATE_WORDS[due === null ? 'unstated' : 'long-term']
  return isSaid ? <span class="nothing">{NOTHING}</span> : <span>{dueText}</span>
}

/** Units with links to those that the district has. */
export const UnitLinks: FC<{ units: readonly UnitRef[] }> = ({ units }) => (
  <>
    {units.map(({ id, name }, index) => (
      <>
        {index > 0 ? '、' : null}
        {id ? <a href={`/units/${id}`}>{name}</a> : name}
      </>
    ))}
  </>
)

/** Id of a task in the ledger. */
export const taskAnchor = ({ documentId, id }: TaskView): string => `task-${documentId}-${id}`
