import type { FC } from 'hono/jsx'

/** State of a task, its shape, and its word when no better one is given. */
const STATES = {
  done: ['done', '已完成'],
  running: ['on-track', '推进中'],
  'due-soon': ['due-soon', '将到期'],
  overdue: ['overdue', '已逾期'],
  'past-due': ['overdue', '时限已过'],
  'long-term': ['long-term', '长期坚持'],
  unstated: ['no-limit', '未写时限'],
} as const

export interface TaskStateProps {
  readonly state: keyof typeof STATES
  /** Days left, or days past the limit. */
  readonly days?: number
  /** A better word than the state's own; the shape and the colour stay. */
  readonly word?: string
}

function wordOf(state: keyof typeof STATES, days: number | undefined): string {
  if (days === undefined) return STATES[state][1]
  if (state === 'due-soon') return days === 0 ? '今天到期' : `还剩${days}天`
  if (state === 'overdue') return `逾期${days}天`
  if (state === 'past-due') return `时限已过${days}天`
  return STATES[state][1]
}

/** A state of a task as word, shape and colour: ✓ ▶ ◇ ▲ ＝ ⋯. */
export const TaskState: FC<TaskStateProps> = ({ state, days, word = wordOf(state, days) }) => (
  <span class={`state ${STATES[state][0]}`}>{word}</span>
)
