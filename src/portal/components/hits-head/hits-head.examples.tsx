import { componentExamples } from '../../examples.ts'
import { HitsHead } from './hits-head.tsx'

export const hitsHead = componentExamples({
  name: 'hits-head',
  component: HitsHead,
  cases: {
    'two orders': {
      id: 'hits',
      total: 37,
      orders: [
        { text: '最相关', href: '/search?q=a', isChosen: true },
        { text: '最新', href: '/search?q=a&sort=date', isChosen: false },
      ],
    },
    'an estimate': { id: 'many', total: 48_200, isEstimate: true, orders: [] },
  },
})
