import { componentExamples } from '../../examples.ts'
import { TextDifference } from './text-difference.tsx'

const runs = [
  { kind: 'same', text: '每餐补贴' },
  { kind: 'from', text: '二' },
  { kind: 'to', text: '三' },
  { kind: 'same', text: '元。' },
] as const

export const textDifference = componentExamples({
  name: 'text-difference',
  component: TextDifference,
  cases: { 'the first text': { side: 'from', runs }, 'the second text': { side: 'to', runs } },
})
