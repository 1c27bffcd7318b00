import { describe, expect, test } from 'vitest'
import { isTextBehind, takesPlaceOfRepealed, type ValidityFacts, validityOn, validityStages } from './validity.ts'

const none: ValidityFacts = { effectiveFrom: null, validUntil: null, repealedBy: null, amendedBy: null }
const by = (on: string | null) => ({ title: '新办法', on })

describe('validity on 2024-06-01', () => {
  test.each([
    [{ validUntil: '2025-12-31' }, 'in-force', 'the term runs'],
    [{ validUntil: '2024-05-31' }, 'expired', 'the term has ended'],
    [{ validUntil: '2024-06-01' }, 'in-force', 'the last day counts'],
    [{ validUntil: '2025-12-31', repealedBy: by('2024-01-01') }, 'repealed', 'repealed before its term'],
    [{ repealedBy: by('2024-07-01') }, 'unknown', 'repealed later only'],
    [{ validUntil: '2024-01-01', repealedBy: by('2023-01-01') }, 'repealed', 'repealed, then the term ended'],
    [{ amendedBy: by('2024-01-01'), validUntil: '2025-12-31' }, 'amended', 'amended and running'],
    [{ amendedBy: by('2024-01-01'), validUntil: '2024-02-01' }, 'expired', 'amended, then ended'],
    [{ effectiveFrom: '2020-01-01' }, 'in-force', 'in effect without a term'],
    [{ effectiveFrom: '2024-07-01' }, 'unknown', 'not yet in effect'],
    [{ effectiveFrom: '2024-06-01' }, 'in-force', 'the first day counts'],
    [{ effectiveFrom: '2024-07-01', validUntil: '2029-06-30' }, 'unknown', 'not yet in effect, with a term'],
    [{ effectiveFrom: '2020-01-01', repealedBy: by('2024-06-01') }, 'repealed', 'the day of the repeal itself'],
    [{ effectiveFrom: '2020-01-01', repealedBy: by('2024-06-02') }, 'in-force', 'repealed from tomorrow on'],
    [{ effectiveFrom: '2020-01-01', repealedBy: by(null) }, 'repealed', 'repealed on a day that is not known'],
    [{ effectiveFrom: '2020-01-01', amendedBy: by('2024-07-01') }, 'in-force', 'amended later only'],
    [{ amendedBy: by('2024-01-01'), repealedBy: by('2024-07-01') }, 'amended', 'amended, to be repealed'],
    [{}, 'unknown', 'nothing said'],
  ] as [Partial<ValidityFacts>, string, string][])('%j: %s (%s)', (facts, state) => {
    expect(validityOn('2024-06-01', { ...none, ...facts }).state).toBe(state)
  })

  test('the reason names the document and the day', () => {
    expect(validityOn('2024-06-01', { ...none, repealedBy: by('2024-01-01') }).reason).toContain('《新办法》')
    expect(validityOn('2024-06-01', { ...none, validUntil: '2024-05-31' }).reason).toContain('2024年5月31日')
    expect(validityOn('2024-06-01', { ...none, repealedBy: by('2024-07-01') }).reason).toBe(
      '《新办法》将自2024年7月1日起废止它。',
    )
  })
})

test.each([
  ['amended', '2024-02-20', '2024-02-20', true, 'the text as it was issued'],
  ['amended', '2025-09-05', '2024-02-20', false, 'the amended text'],
  ['amended', null, '2024-02-20', false, 'an amended text that gives a year alone'],
  ['amended', null, null, false, 'nobody knows'],
  ['in-force', '2024-02-20', '2024-02-20', false, 'nobody amended it'],
] as const)('%s, a text of %s, signed %s: behind is %s (%s)', (validity, asOf, signedOn, isBehind, _why) => {
  expect(isTextBehind(validity, asOf, signedOn)).toBe(isBehind)
})

test.each([
  [{}, [[null, 'unknown']], 'nothing is known'],
  [
    { effectiveFrom: '2024-07-01', validUntil: '2029-06-30' },
    [
      [null, 'unknown'],
      ['2024-07-01', 'in-force'],
      ['2029-07-01', 'expired'],
    ],
    'a term',
  ],
  [
    {
      effectiveFrom: '2020-01-01',
      validUntil: '2025-12-31',
      amendedBy: by('2022-05-01'),
      repealedBy: by('2024-01-01'),
    },
    [
      [null, 'unknown'],
      ['2020-01-01', 'in-force'],
      ['2022-05-01', 'amended'],
      ['2024-01-01', 'repealed'],
    ],
    'amended, then repealed before its term',
  ],
  [{ repealedBy: by(null) }, [[null, 'repealed']], 'repealed by what has no day'],
] as [Partial<ValidityFacts>, [string | null, string][], string][])(
  '%j goes through %j: %s',
  (facts, stages, _because) => {
    expect(validityStages({ ...none, ...facts }).map(({ from, state }) => [from, state])).toEqual(stages)
  },
)

test.each([
  ['明溪区人民政府关于印发明溪区养犬管理办法的通知', true],
  ['明溪区人民政府关于废止和修改部分行政规范性文件的决定', false],
  ['关于公布规范性文件清理结果的通知', false],
])('%s takes the place of what it repeals: %s', (title, takes) => {
  expect(takesPlaceOfRepealed(title)).toBe(takes)
})
