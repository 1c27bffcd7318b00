import { expect, test } from 'vitest'
import { TaskState } from './task-state.tsx'

test.each([
  ['due-soon', 6, '还剩6天'],
  ['due-soon', 0, '今天到期'],
  ['overdue', 24, '逾期24天'],
  ['past-due', undefined, '时限已过'],
  ['running', 300, '推进中'],
] as const)('%s with %s days: %s', (state, days, word) => {
  expect(String(<TaskState state={state} {...(days === undefined ? {} : { days })} />)).toContain(`>${word}<`)
})

test('no two states have the same sign, but those that say the same of two kinds of ledger', () => {
  const signOf = (state: 'long-term' | 'unstated' | 'running' | 'past-due' | 'overdue' | 'due-soon' | 'done') =>
    /class="state ([^"]+)"/u.exec(String(<TaskState state={state} />))?.[1]
  const signs = (['done', 'running', 'due-soon', 'overdue', 'long-term', 'unstated'] as const).map(signOf)
  expect(new Set(signs).size).toBe(signs.length)
  expect(signOf('past-due')).toBe(signOf('overdue'))
})
