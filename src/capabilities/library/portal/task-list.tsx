import type { FC } from 'hono/jsx'
import type { Day } from '../../../kernel/day.ts'
import type { DocumentRef, TaskView } from '../contract.ts'
import { Due, StateOfTask, taskAnchor, UnitLinks } from './task-words.tsx'

/** The ledger: task, units, limit and what can be said by it, the document it stands in. */
export const TaskTable: FC<{
  tasks: readonly (TaskView & { readonly document: DocumentRef })[]
  today: Day
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
          <tr id={taskAnchor(task)}>
            <th scope="row">
              <span>
                {task.requirement}
                <a class="basis" href={`${task.document.url}${task.clauseId ? `#${task.clauseId}` : ''}`}>
                  {task.document.docNumber ?? task.document.title}
                  {task.no === null ? null : `　第${task.no}项`}
                </a>
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
        ))}
      </tbody>
    </table>
  </section>
)
