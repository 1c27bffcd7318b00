import { componentExamples } from '../../examples.ts'
import { ListHead } from './list-head.tsx'

export const listHead = componentExamples({
  name: 'list-head',
  component: ListHead,
  cases: {
    'with the way to all': { id: 'newest', title: '最新文件', href: '/documents', link: '全部文件' },
    alone: { id: 'duties', title: '职责' },
  },
})
