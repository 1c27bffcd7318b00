import { describe, expect, test } from 'vitest'
import { convertOfd } from './ofd.ts'
import { ofdOf, ofdText, zipOf } from './testing.ts'

const line = (x0: number, y0: number, x1: number, y1: number) =>
  `<ofd:PathObject ID="9" Boundary="0 0 210 297"><ofd:AbbreviatedData>M ${x0} ${y0} L ${x1} ${y1}</ofd:AbbreviatedData></ofd:PathObject>`

describe('OFD', () => {
  test('text is read by its place, page after page', async () => {
    const first = ofdText(30, 60, '各街道办事处：') + ofdText(70, 40, '明溪区人民政府公告')
    expect(await convertOfd(ofdOf([first, ofdText(30, 40, '第二页的文字。')]))).toMatchObject({
      ok: true,
      value: {
        format: 'ofd',
        lines: [
          { number: 1, page: 1, text: '明溪区人民政府公告' },
          { number: 2, page: 1, text: '各街道办事处：' },
          { number: 3, page: 2, text: '第二页的文字。' },
        ],
      },
    })
  })

  test('lines that are drawn make a table', async () => {
    const rulings =
      [30, 40, 50].map((y) => line(20, y, 120, y)).join('') + [20, 70, 120].map((x) => line(x, 30, x, 50)).join('')
    const cells =
      ofdText(25, 37, '任务') + ofdText(75, 37, '单位') + ofdText(25, 47, '救助') + ofdText(75, 47, '区民政局')
    const converted = await convertOfd(ofdOf([rulings + cells]))
    expect(converted.ok && converted.value.lines.map((row) => row.cells?.map(({ text }) => text))).toEqual([
      ['任务', '单位'],
      ['救助', '区民政局'],
    ])
  })

  test('names without the prefix are the same names', async () => {
    const plain = zipOf({
      'OFD.xml': '<OFD><DocBody><DocRoot>/Doc_0/Document.xml</DocRoot></DocBody></OFD>',
      'Doc_0/Document.xml': '<Document><Pages><Page BaseLoc="P/C.xml"/></Pages></Document>',
      'Doc_0/P/C.xml':
        '<Page><Content><Layer><PageBlock><TextObject Boundary="30 30 50 6" Size="5"><TextCode X="0" Y="5" DeltaX="g 3 5">明溪公告</TextCode></TextObject></PageBlock></Layer></Content></Page>',
    })
    const converted = await convertOfd(plain)
    expect(converted.ok && converted.value.lines.map(({ text }) => text)).toEqual(['明溪公告'])
  })

  test.each([
    ['no text', ofdOf(['', '']), 'no-text', '共 2 页，可能是扫描的图片'],
    ['no root', zipOf({ 'a.xml': '<a/>' }), 'broken', '缺少 OFD.xml'],
    ['too many pages', ofdOf(Array<string>(3001).fill('')), 'too-many-pages', '超过 3000 页'],
    ['not even an archive', Buffer.from('PK\x03\x04 nothing'), 'broken', '打不开'],
  ])('%s is refused with a sentence', async (_, bytes, code, words) =>
    expect(await convertOfd(bytes)).toMatchObject({
      ok: false,
      problem: { code, message: expect.stringContaining(words) },
    }),
  )
})
