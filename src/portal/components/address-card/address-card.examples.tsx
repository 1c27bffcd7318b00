import { componentExamples } from '../../examples.ts'
import { AddressCard } from './address-card.tsx'

export const addressCard = componentExamples({
  name: 'address-card',
  component: AddressCard,
  cases: {
    'of a unit': {
      phone: '（0000）5550 0130',
      facts: [
        ['地址', '青石街21号'],
        ['时间', '工作日 9:00—17:30'],
      ],
    },
    'without a telephone': { phone: null, facts: [['地址', '青石街21号']], id: 'other' },
  },
})
