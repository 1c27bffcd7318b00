import { describe, expect, test } from 'vitest'
import { contrast } from '../kernel/colour.ts'
import { coloursPath, coloursSheet, readableMain } from './colours.ts'

const values = (sheet: string, token: string): string[] =>
  [...sheet.matchAll(new RegExp(`--${token}:(#[0-9a-f]{6})`, 'g'))].map(([, value]) => value ?? '')

describe('a district’s own colour', () => {
  test.each(['#1f4e79', '#ffcc00', '#ffffff', '#000000', '#00ff00', '#7a1f1f'])(
    '%s can be read by day on paper and on tint, at night on the dark ground',
    (main) => {
      const [day = '', night = ''] = values(coloursSheet({ main }), 'indigo')
      expect(contrast(day, '#fbfaf7')).toBeGreaterThanOrEqual(4.5)
      expect(contrast(day, '#e9eff5')).toBeGreaterThanOrEqual(4.5)
      expect(contrast(night, '#22303e')).toBeGreaterThanOrEqual(4.5)
    },
  )

  test('a readable colour stays as it is given', () => {
    expect(values(coloursSheet({ main: '#7a1f1f' }), 'indigo')[0]).toBe('#7a1f1f')
  })

  test('is the same in pictures as in the sheet', () => {
    const colours = { main: '#ffcc00', mainDark: '#101010' }
    expect([readableMain(colours)?.light, readableMain(colours)?.dark]).toEqual(values(coloursSheet(colours), 'indigo'))
    expect(readableMain({ main: 'gold' })).toBeNull()
  })

  test('what is no colour changes nothing and puts nothing into the sheet', () => {
    expect(coloursSheet({ main: 'red}body{display:none' })).toBe('')
    expect(coloursSheet({ main: '#1f4e79', mainDark: '}*{' })).not.toContain('}*{')
  })

  test('another colour has another address', () => {
    expect(coloursPath({ main: '#1f4e79' })).not.toBe(coloursPath({ main: '#7a1f1f' }))
  })
})
