import { describe, expect, test } from 'vitest'
import type { ReadTable } from '../../../reader/types.ts'
import { readFigure, readIndicators } from './indicators.ts'

test.each([
  ['98.6', 98.6],
  ['-0.9', -0.9],
  ['1,234.5', 1234.5],
  ['６．８％', 6.8],
  ['—', null],
  ['', null],
  ['约三成', null],
])('%s is read as %s', (cell, figure) => {
  expect(readFigure(cell)).toBe(figure)
})

const table = (columns: string[], rows: string[][], unitNote: string | null = null) =>
  ({ columns, filledRows: rows, unitNote }) as unknown as ReadTable

describe('indicators of a table', () => {
  test.each([
    {
      given: table(['指标名称', '单位', '累计完成', '同比(±%)'], [['地区生产总值*', '亿元', '443.6', '-0.9']]),
      read: { name: '地区生产总值', unit: '亿元', value: 443.6, growth: -0.9 },
      because: 'a column of units and one of growth',
    },
    {
      given: table(['指标', '一季度', '同比增长（%）'], [['＃限额以上零售额', '18.2', '4.1']], '单位：亿元'),
      read: { name: '限额以上零售额', unit: '亿元', value: 18.2, growth: 4.1 },
      because: 'the unit stands over the table, the mark of a part is no name',
    },
    {
      given: table(['序号', '项目', '数值'], [['1', '年末人口（万人）', '46.2']], '单位：亿元、万人'),
      read: { name: '年末人口', unit: '万人', value: 46.2, growth: null },
      because: 'the unit stands in the name, several units over the table say nothing',
    },
    {
      given: table(['保障对象', '原标准', '调整后标准'], [['最低生活保障家庭', '14', '17']]),
      read: { name: '最低生活保障家庭', unit: null, value: 17, growth: null },
      because: 'what was before is not what is',
    },
    {
      given: table(['类别', '序号', '指标名称', '数值'], [['经济发展', '1', '地区生产总值（亿元）', '268.4']]),
      read: { name: '地区生产总值', unit: '亿元', value: 268.4, growth: null },
      because: 'what sorts indicators names none',
    },
  ])('$because', ({ given, read }) => {
    expect(readIndicators(given)).toEqual([{ ...read, byYear: new Map() }])
  })

  test('a column for each year gives a figure for each year', () => {
    const [indicator] = readIndicators(table(['指标', '2023年', '2024年'], [['学校（所）', '41', '43']]))
    expect(indicator?.byYear).toEqual(
      new Map([
        [2023, 41],
        [2024, 43],
      ]),
    )
  })
})
