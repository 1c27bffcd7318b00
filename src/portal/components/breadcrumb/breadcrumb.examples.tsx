import { componentExamples } from '../../examples.ts'
import { Crumbs } from './breadcrumb.tsx'

export const breadcrumb = componentExamples({
  name: 'breadcrumb',
  component: Crumbs,
  cases: {
    'below the first page': { steps: [] },
    'two steps': {
      steps: [
        { text: '文件', href: '/documents' },
        { text: '明溪区人民政府办公室', href: '/documents?issuer=1' },
      ],
    },
  },
})
