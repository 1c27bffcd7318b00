import { expect, test } from 'vitest'
import { taskState } from './task-state.ts'

test.each([
  ['2024-05-31', 'past-due', 'the limit was yesterday'],
  ['2024-06-01', 'due-soon', 'the last day itself'],
  ['2024-07-01', 'due-soon', 'thirty days ahead'],
  ['2024-07-02', 'running', 'thirty-one days ahead'],
  ['long-term', 'long-term', '长期坚持'],
  [null, 'unstated', 'no limit printed'],
])('on 2024-06-01 a task due %s is %s (%s)', (due, state, _because) => expect(taskState(due, '2024-06-01')).toBe(state))
