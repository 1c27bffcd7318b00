import { componentExamples } from '../../examples.ts'
import { PlainList } from './plain-list.tsx'

export const plainList = componentExamples({
  name: 'plain-list',
  component: PlainList,
  cases: {
    'ways on': {
      items: [
        { text: '回首页', href: '/' },
        { text: '找部门电话', href: '/units', aside: '14个部门' },
      ],
    },
  },
})
