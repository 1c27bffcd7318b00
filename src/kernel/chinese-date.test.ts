import { describe, expect, test } from 'vitest'
import { dateIn, wholeDate, yearInHan } from './chinese-date.ts'

describe('dates', () => {
  test.each([
    ['2024年5月1日', '2024-05-01'],
    ['2024 年 5 月 1 日', '2024-05-01'],
    ['２０２４年１２月３１日', '2024-12-31'],
    ['二〇二四年十二月三十一日', '2024-12-31'],
    ['二○二三年二月二十日', '2023-02-20'],
    ['二O二四年一月二日', '2024-01-02'],
    ['二0一九年十一月三十日', '2019-11-30'],
    ['2023年2月30日', null],
    ['2024年5月', null],
    ['自2024年5月1日起', null],
  ])('%s as a whole: %s', (text, day) => expect(wholeDate(text)).toBe(day))

  test.each([
    [2024, '二〇二四'],
    [1998, '一九九八'],
  ])('the year %i is written downwards as %s', (year, written) => expect(yearInHan(year)).toBe(written))

  test('a date inside a sentence is found', () => {
    expect(dateIn('本办法自2024年5月1日起施行')).toBe('2024-05-01')
  })
})
