import { componentExamples } from '../../examples.ts'
import { GazetteCover } from './gazette-cover.tsx'

const issue = { title: '明溪区人民政府公报', year: 2025, number: 2, totalNumber: 14, href: '/gazettes/2025-2' }

export const gazetteCover = componentExamples({
  name: 'gazette-cover',
  component: GazetteCover,
  around: (child) => (
    <ul class="covers">
      <li>{child}</li>
    </ul>
  ),
  cases: {
    'an issue': issue,
    'without a running number': { ...issue, totalNumber: null },
    'with a long name': { ...issue, title: '云岭市明溪区人民政府公报' },
    'with the longest name': { ...issue, title: '云岭市明溪高新技术产业开发区管理委员会公报' },
    'the yearly index': { ...issue, number: null },
    'beside its contents': { title: '明溪区人民政府公报', year: 2025, number: 12 },
  },
})
