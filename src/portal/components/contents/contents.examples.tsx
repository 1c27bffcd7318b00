import { componentExamples } from '../../examples.ts'
import { Contents } from './contents.tsx'

export const contents = componentExamples({
  name: 'contents',
  component: Contents,
  cases: {
    'two levels': {
      items: [
        { id: 'c1', text: '一、总体要求' },
        {
          id: 'c2',
          text: '二、主要任务',
          items: [
            { id: 'c2-1', text: '（一）清扫积雪' },
            { id: 'c2-2', text: '（二）保障出行' },
          ],
        },
      ],
    },
  },
})
