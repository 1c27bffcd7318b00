import { componentExamples } from '../../examples.ts'
import { ErrorSummary } from './error-summary.tsx'

export const errorSummary = componentExamples({
  name: 'error-summary',
  component: ErrorSummary,
  cases: {
    'two fields': {
      errors: [
        { field: 'from', message: '开始日期写成 2024-05-01 的样子' },
        { field: 'to', message: '结束日期不能早于开始日期' },
      ],
    },
  },
})
