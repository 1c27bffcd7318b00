import { describe, expect, test } from 'vitest'
import { convertPdf } from './pdf.ts'
import { pdfLine, pdfOf, pdfText } from './testing.ts'

const linesOf = async (content: string, options = {}) => {
  const converted = await convertPdf(pdfOf([content], options))
  if (!converted.ok) throw new Error(converted.problem.message)
  return converted.value.lines
}
const textsOf = async (content: string, options = {}) => (await linesOf(content, options)).map(({ text }) => text)

const BODY = [
  '各镇人民政府要落实属地责任，组织排查',
  '辖区内的风险隐患，建立台账，限期整改',
  '到位，并于每月底前报送进展情况。',
]
const body = (x = 120) => BODY.map((text, at) => pdfText(x, 700 - at * 22, text)).join('')
const downwards = (x: number, y: number, text: string, size: number, step: number) =>
  [...text].map((sign, at) => pdfText(x, y - at * step, sign, size)).join('')

describe('what runs across the lines of a page', () => {
  test.each([
    ['on the left', 40, 790, '明溪区人民政府公报', 8, 11],
    ['on the right, through the lines', 540, 710, '二〇二二年第三期', 9, 9],
  ])('a name printed downwards %s is a line of its own', async (_, x, y, name, size, step) => {
    expect(await textsOf(body() + downwards(x, y, name, size, step))).toEqual([name, ...BODY])
  })

  test('signs under one another in a cell stay its text', async () => {
    const rules = [
      ...[100, 130, 400].map((x) => pdfLine(x, 720, x, 600)),
      ...[720, 600].map((y) => pdfLine(100, y, 400, y)),
    ].join('')
    const content = rules + downwards(109, 700, '固体废物管理', 12, 14) + pdfText(140, 660, '建设中转站两座')
    expect((await linesOf(content)).map(({ cells }) => cells?.map(({ text }) => text))).toEqual([
      ['固体废物管理', '建设中转站两座'],
    ])
  })

  test('a column of the same short word stays with its rows', async () => {
    const names = ['甲镇', '乙镇', '丙镇', '丁镇', '戊镇', '己镇']
    const content = names
      .map((name, at) => pdfText(72, 700 - at * 24, name) + pdfText(200, 700 - at * 24, '是'))
      .join('')
    expect(await textsOf(content)).toEqual(names.map((name) => `${name} 是`))
  })

  test.each([
    ['up', '0 1 -1 0', 560, 300],
    ['down', '0 -1 1 0', 30, 500],
  ])(
    'the header of a page that lies on its side, read %s, is no part of the lines beside it',
    async (_, turn, x, y) => {
      expect(await textsOf(body() + pdfText(x, y, '明溪区人民政府公报', 9, turn))).toEqual([
        '明溪区人民政府公报',
        ...BODY,
      ])
    },
  )

  test.each([
    ['up', '0 1 -1 0', 120, 620],
    ['down', '0 -1 1 0', 108, 700],
  ])('a label of a cell that is read %s stays in its cell', async (_, turn, x, y) => {
    const rules = [
      ...[100, 130, 400].map((at) => pdfLine(at, 720, at, 600)),
      ...[720, 600].map((at) => pdfLine(100, at, 400, at)),
      pdfLine(130, 660, 400, 660),
    ].join('')
    const content = rules + pdfText(x, y, '重点任务', 12, turn) + pdfText(140, 685, '修路') + pdfText(140, 625, '架桥')
    expect((await linesOf(content)).map(({ cells }) => cells?.map(({ text }) => text))).toEqual([
      ['重点任务', '修路'],
      ['架桥'],
    ])
  })

  test.each([
    ['up', '0.7071 0.7071 -0.7071 0.7071', 200, 620],
    ['down', '0.866 -0.5 0.5 0.866', 150, 720],
  ])('a watermark that slants %s is left out', async (_, turn, x, y) => {
    expect(await textsOf(body() + pdfText(x, y, '内部资料 注意保存', 40, turn))).toEqual(BODY)
  })

  test('a page on which everything slants is read all the same', async () => {
    const texts = await textsOf(pdfText(100, 500, '本页扫描时放歪了', 12, '0.97 0.24 -0.24 0.97'))
    expect(texts).toEqual(['本页扫描时放歪了'])
  })
})

describe('what is printed twice to look bold', () => {
  const twice = (x: number, y: number, text: string, size: number, by: number) =>
    [...text]
      .map((sign, at) => pdfText(x + at * size, y, sign, size) + pdfText(x + at * size + by, y, sign, size))
      .join('')

  test.each([
    ['sign by sign', twice(220, 760, '关于供热的通知', 18, 0.4)],
    ['as a line', pdfText(220, 760, '关于供热的通知', 18) + pdfText(220.6, 760.3, '关于供热的通知', 18)],
    ['three times', [0, 0.3, 0.6].map((by) => pdfText(220 + by, 760, '关于供热的通知', 18)).join('')],
  ])('%s is there once, and bold', async (_, title) => {
    expect(await linesOf(title + body())).toMatchObject([
      { text: '关于供热的通知', bold: true },
      ...BODY.map((text) => ({ text })),
    ])
  })

  test.each(['人人人人参与', '2011年11月11日', '区政府区政府'])(
    'what says a thing twice keeps it: %s',
    async (text) => {
      expect(await textsOf(pdfText(72, 700, text))).toEqual([text])
    },
  )
})
