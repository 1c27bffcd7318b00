import { expect, test } from 'vitest'
import { stateOn } from './state-on.ts'

const stages = [
  { from: null, state: 'unknown' },
  { from: '2024-07-01', state: 'in-force' },
  { from: '2029-07-01', state: 'expired' },
] as const

test.each([
  ['2024-06-30', 'unknown'],
  ['2024-07-01', 'in-force'],
  ['2029-06-30', 'in-force'],
  ['2029-07-01', 'expired'],
])('on %s it is %s', (day, state) => {
  expect(stateOn(stages, day)).toBe(state)
})

test('without stages nothing is known', () => {
  expect(stateOn([], '2024-07-01')).toBe('unknown')
})
