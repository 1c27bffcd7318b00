import { describe, expect, test } from 'vitest'
import { convertPdf } from './pdf.ts'
import { pdfOf, pdfText } from './testing.ts'

const rowsOf = async (content: string) => {
  const converted = await convertPdf(pdfOf([content]))
  if (!converted.ok) throw new Error(converted.problem.message)
  return converted.value.lines.map(({ cells, text }) => cells?.map((cell) => cell.text) ?? text)
}
/** Texts at their places: x, y, text. */
const printed = (...texts: readonly (readonly [number, number, string])[]) =>
  texts.map(([x, y, text]) => pdfText(x, y, text, 10)).join('')

describe('tables without rulings', () => {
  test('a name of two lines with its figures halfway is one row', async () => {
    const content = printed(
      [72, 700, '指标名称'],
      [250, 700, '单位'],
      [350, 700, '累计'],
      [72, 680, '固定资产投资'],
      [250, 680, '亿元'],
      [350, 680, '81.20'],
      [72, 660, '城镇常住居民人均'],
      [250, 652, '元'],
      [350, 652, '38105'],
      [72, 644, '可支配收入'],
      [72, 624, '全社会用电量'],
      [250, 624, '万千瓦时'],
      [350, 624, '93418'],
    )
    expect(await rowsOf(content)).toEqual([
      ['指标名称', '单位', '累计'],
      ['固定资产投资', '亿元', '81.20'],
      ['城镇常住居民人均可支配收入', '元', '38105'],
      ['全社会用电量', '万千瓦时', '93418'],
    ])
  })

  test('a heading of two lines belongs to the headings beside it', async () => {
    const content = printed(
      [350, 716, '比上年同期'],
      [72, 708, '乡镇'],
      [200, 708, '收入'],
      [350, 700, '增减'],
      ...['甲镇', '乙镇', '丙镇'].flatMap((name, at): [number, number, string][] => [
        [72, 680 - at * 20, name],
        [200, 680 - at * 20, '12.5'],
        [350, 680 - at * 20, '1.3'],
      ]),
    )
    expect((await rowsOf(content))[0]).toEqual(['乡镇', '收入', '比上年同期增减'])
  })

  test('sentences in the last column carry on beside nothing, the last of them too', async () => {
    const content = printed(
      [72, 700, '等级'],
      [160, 700, '标准'],
      [280, 700, '说明'],
      ...['一级', '二级', '三级', '四级'].flatMap((name, at): [number, number, string][] => [
        [72, 676 - at * 60, name],
        [160, 676 - at * 60, '每月650元'],
        [280, 676 - at * 60, '含每学期体检一次的费用，不'],
        [280, 661 - at * 60, '含住宿；标准报区发展改革局'],
        [280, 646 - at * 60, '备案后执行。'],
      ]),
    )
    const note = '含每学期体检一次的费用，不含住宿；标准报区发展改革局备案后执行。'
    expect(await rowsOf(content)).toEqual([
      ['等级', '标准', '说明'],
      ...['一级', '二级', '三级', '四级'].map((name) => [name, '每月650元', note]),
    ])
  })

  test('cells in the middle of their row are carried on upwards and downwards', async () => {
    const content = printed(
      [72, 700, '序号'],
      [130, 700, '任务'],
      [420, 700, '单位'],
      ...['1', '2', '3'].flatMap((name, at): [number, number, string][] => [
        [130, 675 - at * 60, `第${name}项任务的第一行文字没有写完`],
        [72, 660 - at * 60, name],
        [130, 660 - at * 60, '接着写第二行文字也没有写完整'],
        [420, 660 - at * 60, '区民政局'],
        [130, 645 - at * 60, '第三行写完。'],
      ]),
    )
    expect((await rowsOf(content)).slice(1, 3)).toEqual(
      ['1', '2'].map((name) => [
        name,
        `第${name}项任务的第一行文字没有写完接着写第二行文字也没有写完整第三行写完。`,
        '区民政局',
      ]),
    )
  })
})
