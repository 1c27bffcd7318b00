import { componentExamples } from '../../examples.ts'
import { SearchBox } from './search-box.tsx'

export const searchBox = componentExamples({
  name: 'search-box',
  component: SearchBox,
  cases: {
    'on the first page': { label: '想查什么？用平常的话写就行', isLarge: true, id: 'first' },
    'with a query and filters': {
      label: '查询',
      value: '老人吃饭有补贴吗',
      isLabelHidden: true,
      id: 'again',
      kept: { year: '2024' },
    },
    'what was typed is escaped': { label: '查询', value: '"><script>', id: 'escaped' },
  },
})
