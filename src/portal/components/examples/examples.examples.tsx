import { componentExamples } from '../../examples.ts'
import { ExampleQuestions } from './examples.tsx'

export const exampleQuestions = componentExamples({
  name: 'examples',
  component: ExampleQuestions,
  cases: {
    'three questions': { label: '大家常问', questions: ['老人吃饭有补贴吗', '停车怎么收费', '室温不达标找谁'] },
  },
})
