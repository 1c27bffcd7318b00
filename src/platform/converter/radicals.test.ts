import { describe, expect, test } from 'vitest'
import { convert } from './convert.ts'
import { unifyRadicals } from './radicals.ts'

test.each([
  ['青溪区⼈⺠政府', '青溪区人民政府', 'a Kangxi radical and one of the supplement'],
  ['⻋辆、⻚码、⻓期、⼾籍', '车辆、页码、长期、户籍', 'simplified shapes'],
  ['⽬录（⼀）', '目录（一）', 'numerals are radicals too'],
  ['1―6月', '1—6月', 'a bar that fonts draw as a dash'],
  ['意见⋯⋯⋯ 2', '意见……… 2', 'dots of contents in a font of 1990'],
  ['⺮', '⺮', 'a radical that is no character stays'],
  ['ﬁ Ａ ①', 'ﬁ Ａ ①', 'other compatible signs are left to the reader'],
])('%s is %s (%s)', (text, expected) => {
  expect(unifyRadicals(text)).toBe(expected)
  expect(expected).toHaveLength(text.length)
})

describe('a file', () => {
  test('is read without radicals, whatever its format', async () => {
    const converted = await convert({ name: 'a.txt', bytes: Buffer.from('青溪区⼈⺠政府\n植树的通知') })
    expect(converted).toMatchObject({
      ok: true,
      value: { lines: [{ text: '青溪区人民政府' }, { text: '植树的通知' }] },
    })
  })
})
