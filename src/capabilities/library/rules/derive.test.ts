import { describe, expect, test } from 'vitest'
import { readOne } from '../../../reader/testing.ts'
import { correctedFields } from './derive.ts'

const notice = (term: string) =>
  readOne(`明溪区人民政府关于规范停车收费的通知
明溪政发〔2024〕3号
各街道办事处：
现将停车收费事项通知如下。本通知${term}。
明溪区人民政府
2024年2月20日`)

describe('days that follow from corrected ones', () => {
  test.each<[string, Record<string, string>, string, string | null, string]>([
    ['自2024年3月1日起施行，有效期5年', {}, '2024-03-01', '2029-02-28', 'as read'],
    [
      '自2024年3月1日起施行，有效期5年',
      { effectiveFrom: '2024-05-01' },
      '2024-05-01',
      '2029-04-30',
      'the term follows',
    ],
    ['自印发之日起施行，有效期3年', { signedOn: '2024-02-26' }, '2024-02-26', '2027-02-25', 'both follow the signing'],
    ['自发布之日起30日后施行', { signedOn: '2024-02-26' }, '2024-03-27', null, 'days after signing'],
    [
      '自2024年3月1日起施行，有效期至2026年12月31日',
      { effectiveFrom: '2024-05-01' },
      '2024-05-01',
      '2026-12-31',
      'a day that is named stays',
    ],
    [
      '自2024年3月1日起施行，有效期5年',
      { effectiveFrom: '2024-05-01', validUntil: '2025-12-31' },
      '2024-05-01',
      '2025-12-31',
      'a person has said it',
    ],
    ['自印发之日起施行，有效期3年', { signedOn: '' }, '2024-02-20', '2027-02-19', 'without a day of signing as read'],
  ])('%s, corrected %j: %s to %s (%s)', (term, corrections, effectiveFrom, validUntil) => {
    const overrides = Object.entries(corrections).map(([field, value]) => ({ field, value }))
    expect(correctedFields(notice(term), overrides)).toMatchObject({ effectiveFrom, validUntil })
  })
})
