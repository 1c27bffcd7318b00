import { componentExamples } from '../../examples.ts'
import { ProgressBar } from './progress-bar.tsx'

export const progressBar = componentExamples({
  name: 'progress-bar',
  component: ProgressBar,
  cases: {
    'under way': { label: '第12次装载', done: 1204, total: 2995 },
    'nothing to do': { label: '第13次装载', done: 0, total: 0 },
    done: { label: '第11次装载', done: 3, total: 3 },
  },
})
