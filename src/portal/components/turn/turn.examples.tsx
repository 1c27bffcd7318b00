import { componentExamples } from '../../examples.ts'
import { Turn } from './turn.tsx'

export const turn = componentExamples({
  name: 'turn',
  component: Turn,
  cases: {
    'between two': {
      label: '前后各期',
      previous: { word: '上一期', text: '2024年第6期', href: '/gazettes/2024-6' },
      next: { word: '下一期', text: '2025年第2期', href: '/gazettes/2025-2' },
    },
    'the first': {
      label: '前后各期',
      previous: null,
      next: { word: '下一期', text: '2025年第2期', href: '/gazettes/2025-2' },
    },
  },
})
