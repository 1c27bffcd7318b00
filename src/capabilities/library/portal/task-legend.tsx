import type { FC } from 'hono/jsx'
import { TaskState } from '../../../portal/components/task-state/task-state.tsx'
import { SOON, type TaskState as State } from '../rules/task-state.ts'
import { TASK_STATE_WORDS, TASK_STATES } from './task-words.tsx'

/** What each state says, in words for who is no official. */
const MEANINGS: Readonly<Record<State, string>> = {
  'past-due': '文件写明的日子已经过了。是不是办好了，要看责任单位公布的进展。',
  'due-soon': `写明的日子在${SOON}天以内，包括当天。`,
  running: `离写明的日子还有${SOON}天以上。`,
  'long-term': '文件写明要一直做下去，没有哪一天算做完。',
  unstated: '文件分了工，没有写什么时候完成。',
}

/** The signs of the ledger and what they mean: a line that opens. */
export const TaskLegend: FC = () => (
  <details class="fold task-legend">
    <summary>这些状态是什么意思</summary>
    <ul class="meanings">
      {TASK_STATES.map((state) => (
        <li>
          <TaskState state={state} word={TASK_STATE_WORDS[state]} />
          {MEANINGS[state]}
        </li>
      ))}
    </ul>
  </details>
)
