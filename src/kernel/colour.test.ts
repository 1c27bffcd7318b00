import { expect, test } from 'vitest'
import { contrast, mixed, readableOn } from './colour.ts'

test.each([
  ['#000000', '#ffffff', 21],
  ['#777777', '#777777', 1],
])('contrast of %s and %s is %i', (one, other, ratio) => {
  expect(contrast(one, other)).toBeCloseTo(ratio, 5)
})

test.each([
  ['#1f4e79', ['#ffffff'], '#1f4e79', 'readable as it is'],
  ['#ffffff', ['#000000'], '#ffffff', 'readable on black'],
])('%s on %j stays %s (%s)', (colour, grounds, shown) => {
  expect(readableOn(colour, grounds)).toBe(shown)
})

test('a pale colour is darkened no further than it must be', () => {
  const shown = readableOn('#ffcc00', ['#ffffff'])
  expect(contrast(shown, '#ffffff')).toBeGreaterThanOrEqual(4.6)
  expect(contrast(shown, '#ffffff')).toBeLessThan(6)
})

test('half of black and white is grey', () => {
  expect(mixed('#000000', '#ffffff', 0.5)).toBe('#808080')
})
