import { describe, expect, test } from 'vitest'
import type { SourceLine } from '../../reader/types.ts'
import { withoutLayoutTables } from './layout-tables.ts'

const rowsAsLines = (rows: readonly (readonly string[])[], table = 0): SourceLine[] =>
  rows.map((row, at) => ({ number: at + 1, text: row.join('\t'), cells: row.map((text) => ({ text })), table }))
const laidOut = (...rows: readonly (readonly string[])[]) =>
  withoutLayoutTables({ format: 'docx', lines: rowsAsLines(rows), hints: {}, findings: [] }).lines.map(
    ({ text, cells }) => (cells ? cells.map((cell) => cell.text) : text),
  )

describe('tables that only lay text out', () => {
  test.each([
    [
      '版记 with a cell for the office and one for the day',
      [
        ['抄送：区委各部门，区人武部。', ''],
        ['明溪区人民政府办公室', '2021年2月20日印发'],
      ],
      ['抄送：区委各部门，区人武部。', '明溪区人民政府办公室 2021年2月20日印发'],
    ],
    [
      '版记 with the number of copies',
      [['主送：各镇人民政府'], ['分送：区委办公室'], ['明溪区人民政府办公室2021年2月20日印发'], ['共印120份']],
      ['主送：各镇人民政府', '分送：区委办公室', '明溪区人民政府办公室2021年2月20日印发', '共印120份'],
    ],
    [
      'the head of a gazette',
      [['明溪区人民政府公报'], ['2024年第4期', '（总第63期）', '2024年10月25日']],
      ['明溪区人民政府公报', '2024年第4期 （总第63期） 2024年10月25日'],
    ],
    [
      'the head of another',
      [
        ['明溪政报', '第十二期'],
        ['', '明溪县人民政府办公室主办'],
      ],
      ['明溪政报 第十二期', '明溪县人民政府办公室主办'],
    ],
    [
      'a signature',
      [
        ['', '明溪区人民政府'],
        ['', '2024年5月6日'],
      ],
      ['明溪区人民政府', '2024年5月6日'],
    ],
    [
      'a signature in one cell',
      [['', '明溪区水利局</p><p>二〇二四年五月六日']],
      ['明溪区水利局', '二〇二四年五月六日'],
    ],
    ['a frame around paragraphs', [['温馨提示</p><p>请携带身份证。']], ['温馨提示', '请携带身份证。']],
    ['a frame of several rows', [['一、办理条件'], ['二、办理材料']], ['一、办理条件', '二、办理材料']],
  ])('%s become lines', (_, rows, lines) => expect(laidOut(...rows)).toEqual(lines))

  test.each([
    [
      'tasks',
      [
        ['任务', '单位'],
        ['修路', '区住建局'],
      ],
    ],
    [
      'a form',
      [
        ['姓名', ''],
        ['职务', ''],
        ['填表日期', ''],
      ],
    ],
    [
      'a list that ends on a day',
      [
        ['序号', '印发日期'],
        ['1', '2024年5月6日印发'],
        ['2', '2024年5月7日印发'],
      ],
    ],
    ['issues of a gazette', [['期号', '出版日期'], ...Array.from({ length: 6 }, (_, at) => [`第${at + 1}期`, '1月'])]],
    [
      'days beside what is due',
      [
        ['报送方案', '2024年5月6日'],
        ['报送总结', '2024年12月6日'],
      ],
    ],
  ])('%s stay a table', (_, rows) => expect(laidOut(...rows)).toEqual(rows))

  test('the lines are counted anew, and the tables beside them stay', () => {
    const lines = [
      ...rowsAsLines([['提示</p><p>请携带身份证。']], 0),
      ...rowsAsLines(
        [
          ['任务', '单位'],
          ['修路', '区住建局'],
        ],
        1,
      ),
    ]
    const source = withoutLayoutTables({ format: 'pdf', lines, hints: {}, findings: [] })
    expect(source.lines.map(({ number, table, text }) => [number, table, text])).toEqual([
      [1, undefined, '提示'],
      [2, undefined, '请携带身份证。'],
      [3, 1, '任务\t单位'],
      [4, 1, '修路\t区住建局'],
    ])
  })
})
