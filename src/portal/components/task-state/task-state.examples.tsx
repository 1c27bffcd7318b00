import { componentExamples } from '../../examples.ts'
import { TaskState } from './task-state.tsx'

export const taskState = componentExamples({
  name: 'task-state',
  component: TaskState,
  cases: {
    done: { state: 'done' },
    running: { state: 'running' },
    'due soon': { state: 'due-soon', days: 6 },
    'due today': { state: 'due-soon', days: 0 },
    overdue: { state: 'overdue', days: 24 },
    'limit passed, nobody knows whether it was done': { state: 'past-due' },
    'long-term': { state: 'long-term' },
    'without a limit': { state: 'unstated' },
  },
})
