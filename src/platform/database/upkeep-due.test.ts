import { expect, test } from 'vitest'
import { upkeepDue } from './upkeep-due.ts'

const MINUTE = 60_000

test.each([
  { what: 'nothing written', writes: 0, busy: 0, putOffMs: 0, due: null },
  { what: 'a few corrections', writes: 19, busy: 0, putOffMs: 0, due: null },
  { what: 'some, and quiet but for those who follow', writes: 20, busy: 0.01, putOffMs: 0, due: 'statistics' },
  { what: 'some, in the middle of a load', writes: 300, busy: 0.6, putOffMs: 0, due: null },
  { what: 'many, and quiet', writes: 500, busy: 0.01, putOffMs: 0, due: 'clear' },
  { what: 'many, in the middle of a load', writes: 3000, busy: 0.6, putOffMs: 2 * MINUTE, due: null },
  { what: 'many, on a site that is never quiet', writes: 500, busy: 0.3, putOffMs: 10 * MINUTE, due: 'clear' },
])('$what: $due', ({ writes, busy, putOffMs, due }) => {
  expect(upkeepDue({ sinceStatistics: writes, uncleared: writes, busy, putOffMs })).toBe(due)
})
