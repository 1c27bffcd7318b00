import { describe, expect, test } from 'vitest'
import { foldForComparing, foldWidth, inTitleMarks, placesOf, readNumeral } from './han.ts'

describe('widths', () => {
  test.each([
    ['（２０２４）', '(2024)'],
    ['甲，乙；丙：丁！', '甲,乙;丙:丁!'],
    ['《办法》。“引文”、〔2024〕', '《办法》。“引文”、〔2024〕'],
    ['　全角', ' 全角'],
  ])('%s → %s, of the same length', (text, folded) => {
    expect(foldWidth(text)).toBe(folded)
    expect(foldWidth(text)).toHaveLength(text.length)
  })

  test.each([
    ['区水务局', 8],
    ['a1 -', 4],
    ['“七个一”——①', 16],
    ['（１）', 6],
  ])('%s takes %i places on a printed line', (text, places) => expect(placesOf(text)).toBe(places))

  test('texts that differ in width, space, brackets and quotes compare as one', () => {
    expect(foldForComparing('明溪政发 ［2024］ 3号“甲”')).toBe(foldForComparing('明溪政发〔２０２４〕3号甲'))
  })
})

test('a title within a title has single marks', () => {
  expect(inTitleMarks('关于修改《停车管理办法》的决定')).toBe('《关于修改〈停车管理办法〉的决定》')
  expect(inTitleMarks('停车管理办法')).toBe('《停车管理办法》')
})

describe('numerals', () => {
  test.each([
    ['三', 3],
    ['十', 10],
    ['十七', 17],
    ['二十', 20],
    ['二十三', 23],
    ['一百零五', 105],
    ['二〇二四', 2024],
    ['二○二四', 2024],
    ['12', 12],
    ['甲', null],
    ['', null],
  ])('%s is %s', (text, value) => expect(readNumeral(text)).toBe(value))
})
