import { componentExamples } from '../../examples.ts'
import { NewestGazette } from './newest-gazette.tsx'

export const newestGazette = componentExamples({
  name: 'newest-gazette',
  component: NewestGazette,
  cases: {
    'an issue': {
      title: '明溪区人民政府公报',
      year: 2025,
      number: 2,
      totalNumber: 14,
      url: '/gazettes/2025-2',
      publishedOn: '2025-10-31',
      documentCount: 14,
    },
  },
})
