import { expect, test } from 'vitest'
import { Due, StateOfTask } from './task-words.tsx'

const TODAY = '2026-01-01'
const words = (html: unknown) => String(html).replace(/<[^>]+>/g, '')

test.each([
  ['2026-06-30', '2026年6月底前', '2026年6月30日', '时限未到'],
  ['2026-01-10', '1月10日前', '2026年1月10日', '还剩9天'],
  ['2025-12-31', '2025年底前', '2025年12月31日', '时限已过1天'],
  ['long-term', '长期坚持', '—', '长期坚持'],
  ['long-term', '持续推进', '持续推进', '长期坚持'],
  [null, '每季度末', '每季度末', '未写时限'],
  [null, null, '—', '未写时限'],
])('a task due %s (%s): limit %s, state %s, and nothing is said twice', (due, dueText, limit, state) => {
  expect(words(<Due task={{ due, dueText }} />)).toBe(limit)
  expect(words(<StateOfTask due={due} today={TODAY} />)).toBe(state)
})
