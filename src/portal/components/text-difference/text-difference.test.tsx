import { expect, test } from 'vitest'
import { TextDifference } from './text-difference.tsx'

const runs = [
  { kind: 'same', text: '补贴' },
  { kind: 'from', text: '二' },
  { kind: 'to', text: '三' },
  { kind: 'same', text: '元' },
] as const

test.each([
  ['from', '补贴（删去）二元'],
  ['to', '补贴（新增）三元'],
] as const)('the %s side says in words what is only there', (side, words) => {
  expect(String(<TextDifference side={side} runs={runs} />).replace(/<[^>]+>/g, '')).toBe(words)
})
