import { expect, test } from 'vitest'
import { NoticeBanner } from './notice-banner.tsx'

test.each([
  ['repealed', '已废止'],
  ['expired', '已失效'],
] as const)('%s says its state in a word', (kind, word) => {
  expect(String(<NoticeBanner kind={kind} text="不再执行。" />)).toContain(word)
})
