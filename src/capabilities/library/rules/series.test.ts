import { describe, expect, test } from 'vitest'
import type { ReadTable } from '../../../reader/types.ts'
import { everyYear, findingOfGrowth, findingOfSeries, type Series, type StatisticalTable, seriesOf } from './series.ts'

const table = (title: string, ...rows: string[][]): StatisticalTable => ({
  documentTitle: title,
  url: `/statistics/${title}`,
  table: {
    title: null,
    unitNote: '单位：亿元',
    columns: ['指标', '数值', '同比增长（%）'],
    filledRows: rows,
  } as unknown as ReadTable,
})

const shown = (series: readonly Series[]) =>
  series.map(({ name, span, points }) => [name, span, points.map(({ period, value }) => [period.year, value])])

describe('series over documents', () => {
  test.each([
    {
      given: [
        table('2024年一季度指标', ['地区生产总值', '98.6', '5']),
        table('2023年1-3月指标', ['地区生产总值*', '93.9', '4']),
      ],
      series: [
        [
          '地区生产总值',
          '一季度',
          [
            [2023, 93.9],
            [2024, 98.6],
          ],
        ],
      ],
      because: 'the same name, unit and span, however they are written',
    },
    {
      given: [
        table('2024年一季度指标', ['地区生产总值', '98.6', '5']),
        table('2023年指标', ['地区生产总值', '402', '4']),
      ],
      series: [],
      because: 'a quarter is not compared with a year',
    },
    {
      given: [
        table('2024年指标', ['财政收入', '40', '5']),
        table('2024年指标（初步）', ['财政收入', '39', '5']),
        table('2023年指标', ['财政收入', '38', '4']),
      ],
      series: [
        [
          '财政收入',
          '全年',
          [
            [2023, 38],
            [2024, 40],
          ],
        ],
      ],
      because: 'of two figures for a year the newest document counts',
    },
    {
      given: [table('2024年指标', ['财政收入（万元）', '40', '5']), table('2023年指标', ['财政收入', '38', '4'])],
      series: [],
      because: 'units that differ are not mixed',
    },
  ])('$because', ({ given, series }) => {
    expect(shown(seriesOf(given))).toEqual(series)
  })
})

const ofSpan = (span: string, ...values: [number, number][]): Series => ({
  name: '财政收入',
  unit: '亿元',
  span,
  points: values.map(([year, value]) => ({ period: { year, span }, value, url: '/' })),
})
const series = (...values: [number, number][]) => ofSpan('全年', ...values)

test.each([
  [series([2022, 40], [2024, 44]), '2024年财政收入44亿元，比2022年增长10%'],
  [series([2022, 40], [2024, 30]), '2024年财政收入30亿元，比2022年下降25%'],
  [series([2022, 40], [2024, 40]), '2024年财政收入40亿元，与2022年持平'],
  [series([2022, -2], [2024, 4]), '2024年财政收入4亿元，2022年为-2亿元'],
  [ofSpan('上半年', [2022, 100], [2025, 119.4]), '2025年上半年财政收入119.4亿元，比2022年同期增长19.4%'],
])('a series says what it shows: %#', (given, finding) => {
  expect(findingOfSeries(given)).toBe(finding)
})

test('a year without a figure keeps its place among the others', () => {
  expect(everyYear(ofSpan('上半年', [2022, 40], [2024, 44]))).toEqual([
    { period: { year: 2022, span: '上半年' }, value: 40 },
    { period: { year: 2023, span: '上半年' }, value: null },
    { period: { year: 2024, span: '上半年' }, value: 44 },
  ])
})

const growth = (...values: number[]) =>
  values.map((value, at) => ({ name: `指标${at}`, unit: null, value: 1, growth: value, byYear: new Map() }))

test.each([
  [growth(5, 6.84), '2024年，2项指标都没有下降，指标1增长最快（6.8%）'],
  [growth(5, -1, 0), '2024年，3项指标中1项增长、1项下降，指标0增长最快（5%）'],
  [growth(-5, -1), '2024年，2项指标都没有增长'],
  [growth(5), null],
])('growth says what it shows: %#', (given, finding) => {
  expect(findingOfGrowth(given, { year: 2024, span: '全年' })).toBe(finding)
})
