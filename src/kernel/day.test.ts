import { describe, expect, test } from 'vitest'
import { dayOf, isDay, lastDayOfMonth, writtenDay } from './day.ts'

describe('days of the calendar', () => {
  test.each([
    ['2024-02-29', true],
    ['2023-02-29', false],
    ['1900-02-29', false],
    ['2000-02-29', true],
    ['2024-04-31', false],
    ['2024-12-31', true],
    ['2024-00-10', false],
    ['2024-13-01', false],
    ['2024-1-1', false],
    ['2024-06-30 ', false],
  ])('%j is a day: %s', (text, is) => {
    expect(isDay(text)).toBe(is)
  })

  test.each([
    [2024, 2, 29, '2024-02-29'],
    [2025, 2, 29, null],
    [2025, 6, 31, null],
    [987, 6, 5, '0987-06-05'],
    [10_000, 1, 1, null],
    [2024, 1.5, 1, null],
  ])('%d, %d, %d: %s', (year, month, day, is) => {
    expect(dayOf(year, month, day)).toBe(is)
  })

  test.each([
    ['2024-3-5', '2024-03-05', 'without noughts'],
    ['2024.03.05', '2024-03-05', 'with points'],
    ['２０２４／３／５', '2024-03-05', 'in full width'],
    ['2024年12月31日', '2024-12-31', 'in words'],
    [' 20241231 ', '2024-12-31', 'in digits alone'],
    ['2024115', null, 'the first of November, or the fifteenth of January'],
    ['2023-02-29', null, 'no such day'],
    ['2024-03', null, 'a month'],
    ['', null, 'nothing'],
  ])('%j is written for %s: %s', (text, day, _because) => {
    expect(writtenDay(text)).toBe(day)
  })

  test.each([
    [2024, 2, '2024-02-29'],
    [2100, 2, '2100-02-28'],
    [2024, 9, '2024-09-30'],
    [2024, 12, '2024-12-31'],
  ])('month %d-%d ends on %s', (year, month, last) => {
    expect(lastDayOfMonth(year, month)).toBe(last)
  })
})
