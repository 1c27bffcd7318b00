import type { FC } from 'hono/jsx'
import { type Day, daysBetween } from '../../../kernel/day.ts'
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

/** The words of a running task: its limit has not come, and nobody claims more. */
const NOT_YET = <span class="state on-track">{TASK_STATE_WORDS.running}</span>

/** What can be said of a task by its time limit, with the days left or past. */
export const StateOfTask: FC<{ due: TaskView['due']; today: Day }> = ({ due, today }) => {
  const state = taskState(due, today)
  if (state === 'running') return NOT_YET
  if (due === null || due === 'long-term') return <TaskState state={state} />
  return <TaskState state={state} days={Math.abs(daysBetween(today, due))} />
}

/** A time limit as day, or in the words of the document. */
export const Due: FC<{ task: TaskView }> = ({ task: { due, dueText } }) =>
  due && due !== 'long-term' ? (
    <DayText day={due} />
  ) : (
    <span>{dueText ?? (due === 'long-term' ? '长期坚持' : '未写时限')}</span>
  )

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
