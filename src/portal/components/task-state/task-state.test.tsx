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
