import { componentExamples } from '../../examples.ts'
import { NumberItem } from './number-strip.tsx'

export const numberStrip = componentExamples({
  name: 'number-strip',
  component: NumberItem,
  around: (child) => <dl class="numbers">{child}</dl>,
  cases: { 'documents in force': { label: '现行有效文件', value: 1024, unit: '件' } },
})
