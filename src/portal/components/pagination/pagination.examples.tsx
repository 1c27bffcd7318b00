import { componentExamples } from '../../examples.ts'
import { Pager } from './pagination.tsx'

const href = (offset: number): string => `/documents?offset=${offset}`

export const pagination = componentExamples({
  name: 'pagination',
  component: Pager,
  cases: {
    'first of three': { total: 45, limit: 20, offset: 0, href },
    'in the middle of many': { total: 2995, limit: 20, offset: 1200, href },
  },
})
