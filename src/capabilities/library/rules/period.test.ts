import { expect, test } from 'vitest'
import { periodIn, periodName } from './period.ts'

test.each([
  ['2024年一季度全区主要经济指标', 2024, '一季度'],
  ['2020年1-9月全区主要经济指标完成情况', 2020, '前三季度'],
  ['2020年1—12月财政收支', 2020, '全年'],
  ['2023年上半年统计数据', 2023, '上半年'],
  ['２０２２年主要指标', 2022, '全年'],
  ['2021年1至5月工业情况', 2021, '1—5月'],
  ['2021年05月用电量', 2021, '5月'],
  ['2025年第三季度空气质量', 2025, '三季度'],
])('%s is about %i, %s', (title, year, span) => {
  expect(periodIn(title)).toEqual({ year, span })
})

test('a title without a year is about no time that is known', () => expect(periodIn('主要经济指标')).toBeNull())
test('a whole year is called by its number', () => expect(periodName({ year: 2024, span: '全年' })).toBe('2024年'))
