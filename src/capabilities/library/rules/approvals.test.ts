import { expect, test } from 'vitest'
import type { ReadElement } from '../../../reader/types.ts'
import { approvalSubject, approvedMatters } from './approvals.ts'

test.each([
  ['明溪区人民政府关于同意设立荷塘等两个社区居民委员会的批复', '设立荷塘等两个社区居民委员会'],
  ['明溪区人民政府关于青石街片区改造方案的批复', '青石街片区改造方案'],
  ['明溪区人民政府关于原则同意停车规划的批 复', '停车规划'],
  ['批复', '批复'],
])('%s is about %s', (title, subject) => {
  expect(approvalSubject(title)).toBe(subject)
})

const paragraph = (text: string) =>
  ({ kind: 'paragraph', text, part: { kind: 'notice' }, path: '', lines: { from: 1, to: 1 } }) as ReadElement

test('what is decided is said in one sentence each; orders and greetings are not decisions', () => {
  expect(
    approvedMatters([
      paragraph('你街道的请示收悉，现批复如下：'),
      paragraph('同意设立荷塘社区居民委员会。辖区东至荷塘路。'),
      paragraph('不同意设立柳堤社区居民委员会；待条件成熟后再报。'),
      paragraph('你街道要做好后续工作。'),
    ]),
  ).toEqual(['同意设立荷塘社区居民委员会', '不同意设立柳堤社区居民委员会'])
})
