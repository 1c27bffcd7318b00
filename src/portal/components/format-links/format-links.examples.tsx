import { componentExamples } from '../../examples.ts'
import { FormatLinks } from './format-links.tsx'

export const formatLinks = componentExamples({
  name: 'format-links',
  component: FormatLinks,
  cases: {
    'of a document': {
      label: '本文',
      formats: [
        { text: '文本', href: '/documents/1.txt', type: 'text/plain' },
        { text: 'JSON', href: '/documents/1.json', type: 'application/json' },
      ],
    },
  },
})
