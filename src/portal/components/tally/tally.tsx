import type { FC } from 'hono/jsx'
import { TaskState, type TaskStateProps } from '../task-state/task-state.tsx'

export interface TallyProps {
  readonly counts: readonly { readonly state: TaskStateProps['state']; readonly count: number }[]
}

/** How many tasks are in which state; the states that nobody is in are left out. */
export const Tally: FC<TallyProps> = ({ counts }) => (
  <dl class="tally">
    {counts
      .filter(({ count }) => count > 0)
      .map(({ state, count }) => (
        <div>
          <dt>
            <TaskState state={state} />
          </dt>
          <dd>{count}</dd>
        </div>
      ))}
  </dl>
)
