import { componentExamples } from '../../examples.ts'
import { Tally } from './tally.tsx'

export const tally = componentExamples({
  name: 'tally',
  component: Tally,
  cases: {
    'three states': {
      counts: [
        { state: 'overdue', count: 1 },
        { state: 'due-soon', count: 4 },
        { state: 'running', count: 0 },
        { state: 'done', count: 81 },
      ],
    },
    'each leads to its tasks': {
      counts: [
        { state: 'past-due', count: 43, href: '/tasks?state=past-due' },
        { state: 'unstated', count: 8, href: '/tasks?state=unstated' },
      ],
    },
  },
})
