import type { FC } from 'hono/jsx'
import { DayText } from '../../../portal/words.tsx'
import type { DocumentRef, TaskView, UnitRef } from '../contract.ts'
import { type TaskState, taskState } from '../rules/task-state.ts'

const STATES: Readonly<Record<TaskState, readonly [css: string, word: string]>> = {
  'past-due': ['overdue', '时限已过'],
  'due-soon': ['due-soon', '三十日内到期'],
  running: ['on-track', '时限未到'],
  'long-term': ['long-term', '长期坚持'],
  unstated: ['long-term', '未写时限'],
}

export const TaskStateMark: FC<{ due: TaskView['due']; today: string }> = ({ due, today }) => {
  const [css, word] = STATES[taskState(due, today)]
  return <span class={`state ${css}`}>{word}</span>
}

export const TaskDue: FC<{ due: TaskView['due']; today: string }> = ({ due, today }) =>
  due && due !== 'long-term' ? <DayText day={due} /> : <TaskStateMark due={due} today={today} />

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

/** The ledger: task, units, limit and what can be said by it, the document it stands in. */
export const TaskTable: FC<{
  tasks: readonly (TaskView & { readonly document: DocumentRef })[]
  today: string
  caption: string
}> = ({ tasks, today, caption }) => (
  <section class="table-box" aria-labelledby="ledger-title" tabindex={0}>
    <table class="ledger cards">
      <caption id="ledger-title">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">任务</th>
          <th scope="col">责任单位</th>
          <th scope="col">完成时限</th>
          <th scope="col">状态</th>
        </tr>
      </thead>
      <tbody>
        {tasks.map((task) => (
          <tr>
            <th scope="row">
              <span>
                {task.requirement}
                <a class="basis" href={`${task.document.url}${task.clauseId ? `#${task.clauseId}` : ''}`}>
                  {task.document.docNumber ?? task.document.title}
                </a>
              </span>
            </th>
            <td data-label="责任单位">
              <UnitLinks units={task.responsible} />
            </td>
            <td class="due" data-label="完成时限">
              {task.due && task.due !== 'long-term' ? <DayText day={task.due} /> : (task.dueText ?? '—')}
            </td>
            <td data-label="状态">
              <TaskStateMark due={task.due} today={today} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)
