import { deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { convertPdf } from './pdf.ts'
import { encryptedPdf, pdfLine, pdfOf, pdfText } from './testing.ts'

const linesOf = async (...pages: string[]) => {
  const converted = await convertPdf(pdfOf(pages))
  if (!converted.ok) throw new Error(converted.problem.message)
  return converted.value.lines
}

describe('lines of a page', () => {
  test('stand in the order in which they are read, whatever the order in which they were printed', async () => {
    const lines = await linesOf(
      pdfText(72, 600, '第二行。') + pdfText(200, 700, '明溪区公告') + pdfText(72, 640, '第一行。'),
    )
    expect(lines.map(({ text }) => text)).toEqual(['明溪区公告', '第一行。', '第二行。'])
  })

  test('pages follow each other, each line with its page', async () => {
    const lines = await linesOf(pdfText(72, 700, '甲页'), pdfText(72, 700, '乙页'))
    expect(lines).toMatchObject([
      { number: 1, page: 1, text: '甲页' },
      { number: 2, page: 2, text: '乙页' },
    ])
  })

  test('a centred line and one at the right are told from the text', async () => {
    const body = [0, 1, 2]
      .map((at) => pdfText(72, 600 - at * 20, '这是正文的一行，从左边排到右边，占满了整个版心的宽度。', 16))
      .join('')
    const lines = await linesOf(pdfText(230, 700, '关于供热的通知', 18) + body + pdfText(380, 500, '明溪区人民政府'))
    expect(lines.map(({ align }) => align)).toEqual(['center', undefined, undefined, undefined, 'right'])
  })

  test.each([
    ['turned by its entry', { page: '/Rotate 90' }, '1 0 0 1', [72, 700], [72, 680]],
    ['turned by its text', {}, '0 1 -1 0', [300, 100], [320, 100]],
  ])('a page %s is read upright', async (_, options, turn, [x1 = 0, y1 = 0], [x2 = 0, y2 = 0]) => {
    const content = pdfText(x1, y1, '第一行的文字', 12, turn) + pdfText(x2, y2, '第二行的文字', 12, turn)
    const converted = await convertPdf(pdfOf([content], options))
    expect(converted.ok && converted.value.lines.map(({ text }) => text)).toEqual(['第一行的文字', '第二行的文字'])
  })
})

describe('tables', () => {
  const grid = (xs: number[], ys: number[]) =>
    ys.map((y) => pdfLine(xs[0] ?? 0, y, xs.at(-1) ?? 0, y)).join('') +
    xs.map((x) => pdfLine(x, ys[0] ?? 0, x, ys.at(-1) ?? 0)).join('')

  test('ruled cells are cells, with lines of a cell joined and empty cells kept', async () => {
    const content =
      grid([70, 200, 400], [700, 660, 620]) +
      [
        pdfText(80, 675, '任务'),
        pdfText(210, 675, '单位'),
        pdfText(80, 645, '发放困难'),
        pdfText(80, 630, '群众补贴'),
      ].join('')
    const rows = (await linesOf(content)).map(({ cells }) => cells?.map(({ text }) => text))
    expect(rows).toEqual([
      ['任务', '单位'],
      ['发放困难群众补贴', ''],
    ])
  })

  test('a cell that a ruling does not part spans its columns', async () => {
    const content =
      [700, 670, 640].map((y) => pdfLine(70, y, 400, y)).join('') +
      [70, 400].map((x) => pdfLine(x, 700, x, 640)).join('') +
      pdfLine(200, 670, 200, 640) +
      [pdfText(180, 680, '合计'), pdfText(80, 650, '甲'), pdfText(210, 650, '乙')].join('')
    expect((await linesOf(content)).map(({ cells }) => cells)).toEqual([
      [{ text: '合计', columnSpan: 2 }],
      [{ text: '甲' }, { text: '乙' }],
    ])
  })

  test('columns without rulings are known by their places', async () => {
    const row = (y: number, cells: string[]) => cells.map((text, at) => pdfText(72 + at * 150, y, text)).join('')
    const content =
      row(700, ['街道', '户数', '人数']) +
      row(680, ['城东街道', '1200', '3400']) +
      row(660, ['城西街道', '900', '2600']) +
      row(640, ['水头镇', '800', '2100'])
    expect((await linesOf(content)).map(({ cells }) => cells?.map(({ text }) => text))).toEqual([
      ['街道', '户数', '人数'],
      ['城东街道', '1200', '3400'],
      ['城西街道', '900', '2600'],
      ['水头镇', '800', '2100'],
    ])
  })
})

describe('what cannot be read', () => {
  test.each([
    ['a scan', pdfOf(['', '']), 'scan', '是扫描件：共 2 页，都没有文字。请先做文字识别'],
    ['a password', encryptedPdf(), 'pdf', '加了密码'],
    ['ten thousand pages', pdfOf(Array<string>(10_000).fill('')), 'too-many-pages', '请拆分后再装载'],
    ['rubbish', Buffer.from('%PDF-1.4\nrubbish'), 'pdf', '已经损坏'],
    [
      'a stream that inflates to 100 MB',
      pdfOf([''], { stream: { entries: '/Filter /FlateDecode', bytes: deflateSync(Buffer.alloc(100e6)) } }),
      'inflates-too-much',
      '压缩炸弹',
    ],
    [
      'a stream deflated twice',
      pdfOf([''], {
        stream: {
          entries: '/Filter [/FlateDecode /FlateDecode]',
          bytes: deflateSync(deflateSync(Buffer.alloc(100e6))),
        },
      }),
      'inflates-too-much',
      '压缩炸弹',
    ],
  ])('%s is refused with a sentence', async (_, bytes, code, words) =>
    expect(await convertPdf(bytes)).toMatchObject({
      ok: false,
      problem: { code, message: expect.stringContaining(words) },
    }),
  )

  test('pages without text among others are told', async () => {
    const converted = await convertPdf(pdfOf([pdfText(72, 700, '有字的一页'), '']))
    expect(converted).toMatchObject({
      ok: true,
      value: { findings: [{ code: 'pages-without-text', message: expect.stringContaining('1 页没有文字') }] },
    })
  })
})
