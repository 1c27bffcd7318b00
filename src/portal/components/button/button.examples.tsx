import { componentExamples } from '../../examples.ts'
import { Actions } from './button.tsx'

export const button = componentExamples({
  name: 'button',
  component: Actions,
  cases: {
    'a main and a quiet one': {
      items: [
        { text: '从头阅读', href: '/documents/990102-2024-000001' },
        { text: '下载原件', href: '/files/0', isQuiet: true },
      ],
    },
  },
})
