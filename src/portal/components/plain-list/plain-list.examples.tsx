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
        { text: '2024年一季度全区主要经济指标', href: '/statistics/1/1', note: '4项　2024年4月30日公布' },
      ],
    },
  },
})
