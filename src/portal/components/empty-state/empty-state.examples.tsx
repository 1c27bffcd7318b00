import { componentExamples } from '../../examples.ts'
import { Empty } from './empty-state.tsx'

export const emptyState = componentExamples({
  name: 'empty-state',
  component: Empty,
  cases: {
    'nothing yet': { text: '还没有收录文件。' },
    'with a way on': { text: '没有符合这些条件的文件。', href: '/documents', link: '去掉所有条件' },
  },
})
