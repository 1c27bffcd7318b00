import { addDays, type Day } from '../../../kernel/day.ts'

/** What can be said of a task by its time limit alone: whether it was done is not known here, and never claimed. */
export type TaskState = 'past-due' | 'due-soon' | 'running' | 'long-term' | 'unstated'

/** Days before the limit from which it counts as near. */
export const SOON = 30

export function taskState(due: Day | 'long-term' | null, today: Day): TaskState {
  if (due === null) return 'unstated'
  if (due === 'long-term') return 'long-term'
  if (due < today) return 'past-due'
  return due <= addDays(today, SOON) ? 'due-soon' : 'running'
}
