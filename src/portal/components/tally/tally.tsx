import type { FC } from 'hono/jsx'
import { relOf } from '../../crawlers.ts'
import { TaskState, type TaskStateProps } from '../task-state/task-state.tsx'

export interface TallyProps {
  readonly counts: readonly (Pick<TaskStateProps, 'state' | 'word'> & {
    readonly count: number
    /** Where these tasks are listed alone. */
    readonly href?: string
  })[]
}

/** How many tasks are in which state; the states that nobody is in are left out. */
export const Tally: FC<TallyProps> = ({ counts }) => (
  <dl class="tally">
    {counts
      .filter(({ count }) => count > 0)
      .map(({ count, href, ...state }) => (
        <div>
          <dt>
            {href === undefined ? (
              <TaskState {...state} />
            ) : (
              <a href={href} rel={relOf(href)}>
                <TaskState {...state} />
              </a>
            )}
          </dt>
          <dd>{count.toLocaleString('zh-CN')}</dd>
        </div>
      ))}
  </dl>
)
