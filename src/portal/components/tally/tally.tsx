import type { FC } from 'hono/jsx'
import { TaskState, type TaskStateProps } from '../task-state/task-state.tsx'

export interface TallyProps {
  readonly counts: readonly (Pick<TaskStateProps, 'state' | 'word'> & { readonly count: number })[]
}

/** How many tasks are in which state; the states that nobody is in are left out. */
export const Tally: FC<TallyProps> = ({ counts }) => (
  <dl class="tally">
    {counts
      .filter(({ count }) => count > 0)
      .map(({ count, ...state }) => (
        <div>
          <dt>
            <TaskState {...state} />
          </dt>
          <dd>{count.toLocaleString('zh-CN')}</dd>
        </div>
      ))}
  </dl>
)
