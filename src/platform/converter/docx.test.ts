import {
  AlignmentType,
  Document,
  HeadingLevel,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { describe, expect, test } from 'vitest'
import { convertDocx } from './docx.ts'
import { writtenNumeral } from './numerals.ts'

const levels = [
  { level: 0, format: LevelFormat.CHINESE_COUNTING, text: '%1、', alignment: AlignmentType.LEFT },
  { level: 1, format: LevelFormat.CHINESE_COUNTING, text: '（%2）', alignment: AlignmentType.LEFT },
]

const read = async (children: ConstructorParameters<typeof Document>[0]['sections'][number]['children']) => {
  const document = new Document({
    numbering: { config: [{ reference: 'official', levels }] },
    sections: [{ children }],
  })
  const converted = await convertDocx(await Packer.toBuffer(document))
  return converted.ok ? converted.value.lines : converted.problem
}
const numbered = (text: string, level: number) => new Paragraph({ text, numbering: { reference: 'official', level } })
const cell = (text: string, columnSpan = 1) =>
  new TableCell({ children: [new Paragraph(text)], columnSpan, width: { size: 1000, type: WidthType.DXA } })

describe('DOCX', () => {
  test('numbers that Word draws stand in the text, and begin anew below each heading', async () => {
    const lines = await read([
      numbered('工作目标', 0),
      numbered('主要任务', 0),
      numbered('建设助餐点', 1),
      numbered('发放补贴', 1),
      numbered('工作要求', 0),
      numbered('按月公开', 1),
    ])
    expect(lines).toMatchObject(
      ['一、工作目标', '二、主要任务', '（一）建设助餐点', '（二）发放补贴', '三、工作要求', '（一）按月公开'].map(
        (text) => ({ text }),
      ),
    )
  })

  test('hidden text does not appear, headings and alignment are hints', async () => {
    const lines = await read([
      new Paragraph({ text: '标题', heading: HeadingLevel.HEADING_1, alignment: AlignmentType.CENTER }),
      new Paragraph({
        children: [new TextRun('看得见'), new TextRun({ text: '看不见', vanish: true }), new TextRun('的字')],
      }),
    ])
    expect(lines).toMatchObject([{ text: '标题', align: 'center' }, { text: '看得见的字' }])
  })

  test('tables are rows of cells with their spans', async () => {
    const lines = await read([
      new Table({
        rows: [
          new TableRow({ children: [cell('任务', 2), cell('单位')] }),
          new TableRow({ children: [cell('1'), cell('甲'), cell('区民政局')] }),
        ],
      }),
    ])
    expect(lines).toMatchObject([
      { cells: [{ text: '任务', columnSpan: 2 }, { text: '单位' }] },
      { cells: [{ text: '1' }, { text: '甲' }, { text: '区民政局' }] },
    ])
  })

  test('a document of nothing is refused with a sentence', async () => {
    expect(await read([new Paragraph('')])).toMatchObject({
      code: 'no-text',
      message: expect.stringContaining('没有文字'),
    })
  })
})

test.each([
  [1, '一'],
  [10, '十'],
  [11, '十一'],
  [20, '二十'],
  [105, '一百零五'],
  [110, '一百一十'],
])('%i is written %s', (value, text) => expect(writtenNumeral(value)).toBe(text))
