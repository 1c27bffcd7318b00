import type { FC } from 'hono/jsx'
import type { Day } from '../../../kernel/day.ts'
import { DayText } from '../../../portal/components/day-text/day-text.tsx'
import { drawnOnce } from '../../../portal/drawn-once.tsx'
import type { ListedTask } from '../store/task.queries.ts'
import { Due, StateOfTask, taskAnchor, UnitLinks } from './task-words.tsx'

interface RowProps {
  readonly task: ListedTask
  readonly today: Day
}

const Row: FC<RowProps> = ({ task, today }) => (
  <tr id={taskAnchor(task)}>
    <th scope="row">
      <span>
        {task.requirement}
        <a class="basis" href={`${task.document.url}${task.clauseId ? `#${task.clauseId}` : ''}`}>
          {task.document.docNumber ?? task.document.title}
          {task.no === null ? null : `　第${task.no}项`}
        </a>
        {/* Without a day of its own it is at least told since when it stands there. */}
        {(task.due === null || task.due === 'long-term') && task.document.signedOn ? (
          <span class="basis">
            <DayText day={task.document.signedOn} />
            成文
          </span>
        ) : null}
      </span>
    </th>
    <td data-label="责任单位">
      <span>
        <UnitLinks units={task.responsible} />
      </span>
    </td>
    <td class="due" data-label="完成时限">
      <Due task={task} />
    </td>
    <td data-label="状态">
      <StateOfTask due={task.due} today={today} />
    </td>
  </tr>
)

/** About a kilobyte each: the first pages of the ledger, and the tasks that units show. */
const MOST_KEPT = 1000

/** A task says the same under every filter and beside its unit, for a day. */
const TaskRow = drawnOnce<RowProps>(Row, ({ task, today }) => JSON.stringify([task, today]), MOST_KEPT)

/** The ledger: task, units, limit and what can be said by it, the document it stands in. */
export const TaskTable: FC<{ tasks: readonly ListedTask[]; today: Day; caption: string }> = (props) => {
  const { tasks, today, caption } = props
  return (
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
            <TaskRow task={task} today={today} />
          ))}
        </tbody>
      </table>
    </section>
  )
}
