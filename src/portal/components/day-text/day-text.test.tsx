import { expect, test } from 'vitest'
import { DayText } from './day-text.tsx'

test.each([
  ['2024-05-01', false, '<time datetime="2024-05-01">2024年5月1日</time>'],
  ['2024-12-31', true, '<time datetime="2024-12-31">12月31日</time>'],
])('%s, short: %s', (day, short, html) => {
  expect(String(<DayText day={day} short={short} />)).toBe(html)
})
