import { expect, test } from 'vitest'
import { Countdown } from './countdown.tsx'

test.each([
  [6, '还剩<b>6</b>天'],
  [0, '今天截止'],
])('%i days left: %s', (daysLeft, words) => {
  expect(
    String(<Countdown title="草案" href="/x" gist={null} unit={null} until="2025-12-15" daysLeft={daysLeft} />),
  ).toContain(words)
})
