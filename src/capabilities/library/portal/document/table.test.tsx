import { describe, expect, test } from 'vitest'
import type { ReadTable } from '../../../../reader/types.ts'
import { PrintedTable } from './table.tsx'

const table = (columns: readonly string[], row: readonly string[]): ReadTable => ({
  part: { kind: 'notice' },
  path: '1',
  title: '分工表',
  unitNote: null,
  columns,
  rows: [row],
  filledRows: [row],
  bands: [],
  notes: [],
  rowLines: [],
  lines: { from: 1, to: 1 },
  kind: 'list',
})

const headOf = (columns: readonly string[], row: readonly string[]): string =>
  /<thead><tr>(.*?)<\/tr><\/thead>/u
    .exec(String(<PrintedTable table={table(columns, row)} index={0} csvHref="/1.csv" isTitleSaid={false} />))?.[1]
    ?.replaceAll(/ class="[^"]*"/gu, '') ?? ''

describe('the head of a printed table', () => {
  test.each([
    {
      columns: ['序号', '工作任务', '', '责任单位'],
      row: ['1', '甲', '乙', '丙'],
      head: '<th scope="col">序号</th><th scope="colgroup" colspan="2">工作任务</th><th scope="col">责任单位</th>',
      because: 'words over two columns',
    },
    {
      columns: ['', '一季度', '二季度'],
      row: ['产值', '1', '2'],
      head: '<td></td><th scope="col">一季度</th><th scope="col">二季度</th>',
      because: 'nothing stands over the names of the rows',
    },
    {
      columns: ['序号', '任务', '', '', '单位', ''],
      row: ['1', '甲', '乙', '丙', '丁', '戊'],
      head: '<th scope="col">序号</th><th scope="colgroup" colspan="3">任务</th><th scope="colgroup" colspan="2">单位</th>',
      because: 'words over three columns, and over the last two',
    },
    {
      columns: ['指标', '', '增长'],
      row: ['产值', '12.5', '3'],
      head: '<th scope="col">指标</th><td></td><th scope="col">增长</th>',
      because: 'numbers without words of their own',
    },
    {
      columns: ['序号', '', '单位'],
      row: ['1', '甲', '乙'],
      head: '<th scope="col">序号</th><td></td><th scope="col">单位</th>',
      because: 'a running number names nothing beside it',
    },
  ])('$columns: $because', ({ columns, row, head }) => {
    expect(headOf(columns, row)).toBe(head)
  })
})
