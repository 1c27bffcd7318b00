import { expect, test } from 'vitest'
import { DateRange } from './date-range.tsx'

test('a range keeps the filters that were chosen before', () => {
  expect(
    String(<DateRange action="/documents" legend="成文日期" from={null} to="2024-12-31" kept={{ kind: '通知' }} />),
  ).toContain('<input type="hidden" name="kind" value="通知"/>')
})
