import { expect, test } from 'vitest'
import { BySense } from './by-sense.tsx'
import { sensePieces } from './sense-pieces.ts'

const words = (text: string) => text.split('/')

test.each([
  [
    '明溪区/人民政府/关于/印发/《/明溪区/停车/管理/办法/》/的/通知',
    ['明溪区', '人民政府', '关于', '印发', '《明溪区', '停车', '管理', '办法》的通知'],
  ],
  ['居家/养老/行动/方案/（/2024/—/2026/年/）', ['居家', '养老', '行动', '方案', '（2024—2026年）']],
  ['明溪政发/〔/2024/〕/3/号', ['明溪政发', '〔2024〕3号']],
  ['关于/张/三/任职/的/通知', ['关于', '张', '三', '任职的通知']],
  ['第/5/期', ['第5期']],
  ['明溪/区/民政/局/关于/社区/养老/的/通知', ['明溪区', '民政局', '关于', '社区', '养老的通知']],
])('%s breaks into %j', (cut, pieces) => {
  expect(sensePieces(cut.replaceAll('/', ''), () => words(cut))).toEqual(pieces)
})

test.each([
  ['关于划定禁止露天烧烤区域的通告', ['关于划定禁止露天烧烤', '区域的通告']],
  ['关于印发明溪区机动车停车管理办法的通知', ['关于', '印发明溪区机动车停车管理', '办法的通知']],
  ['主要经济指标', ['主要经济指标']],
])('without words, %s breaks into %j', (text, pieces) => {
  expect(sensePieces(text)).toEqual(pieces)
})

test('the pieces are the text, with and without words', () => {
  const text = '明溪区民政局　明溪区财政局关于公布（2024年）标准的通知'
  expect(sensePieces(text).join('')).toBe(text)
  expect(sensePieces(text, (whole) => [...whole]).join('')).toBe(text)
})

test('the end of a title does not break', () => {
  expect(String(<BySense text="关于调整《收费标准》的通知" />)).toContain('<span class="nb">')
})

test('a title of a hundred thousand brackets keeps every one', () => {
  const [brackets, ranges] = ['《'.repeat(100_000), '1—'.repeat(50_000)]
  expect(sensePieces(brackets).join('')).toBe(brackets)
  expect(sensePieces(ranges, (text) => [...text]).join('')).toBe(ranges)
})
