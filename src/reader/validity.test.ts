import { expect, test } from 'vitest'
import type { ReadValidity } from './types.ts'
import { readValidity } from './validity.ts'

const SIGNED = '2023-03-15'

test.each<[string, Partial<ReadValidity>]>([
  ['本办法自2023年5月1日起施行，有效期至2028年4月30日。', { effectiveFrom: '2023-05-01', validUntil: '2028-04-30' }],
  ['本通知自印发之日起施行，有效期5年。', { effectiveFrom: '2023-03-15', validUntil: '2028-03-14' }],
  ['本规定自发布之日起30日后施行。', { effectiveFrom: '2023-04-14', validUntil: null }],
  ['本意见自2023年4月20日起施行，有效期三年。', { effectiveFrom: '2023-04-20', validUntil: '2026-04-19' }],
  ['本办法自二〇二三年六月一日起实施。', { effectiveFrom: '2023-06-01', validUntil: null }],
  ['本细则从2023年7月1日起执行，试行两年。', { effectiveFrom: '2023-07-01', validUntil: '2025-06-30' }],
  ['本方案有效期为2023年4月1日至2025年12月31日。', { effectiveFrom: '2023-04-01', validUntil: '2025-12-31' }],
  ['本政策执行期限自2023年1月1日至2023年12月31日。', { effectiveFrom: '2023-01-01', validUntil: '2023-12-31' }],
  ['本决定自公布之日起生效。', { effectiveFrom: '2023-03-15', validUntil: null }],
  ['本办法自2023年5月1日起施行，有效期至2028年4月30日止。', { validUntil: '2028-04-30' }],
  ['有效期届满前6个月进行评估。', { effectiveFrom: null, validUntil: null }],
  ['各街道要抓好贯彻实施。', { effectiveFrom: null, validUntil: null, text: null }],
])('%s', (text, expected) => {
  expect(readValidity([{ text, line: 7 }], '明溪区停车管理办法', SIGNED)).toMatchObject(expected)
})

test.each([
  ['明溪区停车管理办法（试行）', true],
  ['明溪区停车管理暂行办法', true],
  ['明溪区停车管理办法', false],
])('%s is on trial: %s', (title, isTrial) => expect(readValidity([], title, null).isTrial).toBe(isTrial))

test('the last sentence that says it holds, with its line', () => {
  const texts = [
    { text: '《停车规定》自2015年1月1日起施行。', line: 3 },
    { text: '第二十条　本办法自2023年5月1日起施行。《停车规定》同时废止。', line: 40 },
  ]
  expect(readValidity(texts, '办法', SIGNED)).toMatchObject({ effectiveFrom: '2023-05-01', line: 40 })
})
