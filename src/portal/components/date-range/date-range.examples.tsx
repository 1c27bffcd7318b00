import { componentExamples } from '../../examples.ts'
import { DateRange } from './date-range.tsx'

export const dateRange = componentExamples({
  name: 'date-range',
  component: DateRange,
  cases: {
    'from a day on': {
      action: '/documents',
      legend: '成文日期',
      from: '2024-01-01',
      to: null,
      kept: { year: '2024' },
    },
  },
})
