import { expect, test } from 'vitest'
import { layOutPage } from './pdf-layout.ts'

/** A run of text at a place, ten points a sign. */
const run = (text: string, x: number, y: number) => ({ text, x, y, width: text.length * 10, size: 10 })
const texts = (glyphs: Parameters<typeof layOutPage>[0]) => layOutPage(glyphs).map(({ text }) => text.trim())

const column = (name: string, x: number, y: number) =>
  Array.from({ length: 8 }, (_, at) => run(`${name}栏第${'一二三四五六七八'[at]}行的文字在这里`, x, y + at * 20))

test('columns whose lines stand at different heights are read one after the other, below what stands over both', () => {
  const read = texts([run('目', 195, 40), run('录', 225, 40), ...column('左', 50, 80), ...column('右', 270, 87)])
  expect(read[0]).toBe('目 录')
  expect(read.slice(1, 9).every((text) => text.startsWith('左栏'))).toBe(true)
  expect(read.slice(9).every((text) => text.startsWith('右栏'))).toBe(true)
})

test('signatures at the right of a page make no column', () => {
  const read = texts([...column('左', 50, 80), run('青溪区人民政府', 300, 250), run('2024年5月1日', 310, 270)])
  expect(read.slice(-2)).toEqual(['青溪区人民政府', '2024年5月1日'])
})

test.each([
  ['关 于 调 整 管 辖 范 围的请示', '关于调整管辖范围的请示', 'a justified line'],
  ['张三 李四 王五 赵六', '张三 李四 王五 赵六', 'names keep their spaces'],
  ['批 复', '批 复', 'a title set wide is left to the reader'],
])('%s is read as %s (%s)', (text, expected) => expect(texts([run(text, 50, 50)])).toEqual([expected]))
