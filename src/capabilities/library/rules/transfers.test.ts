import { expect, test } from 'vitest'
import type { ReadTable } from '../../../reader/types.ts'
import { isTransfer, transferItems } from './transfers.ts'

test.each([
  ['明溪区人民政府关于公布区级行政权力划转事项清单的通知', true],
  ['明溪区人民政府关于向街道下放行政执法事项的决定', true],
  ['明溪区人民政府关于公布权责清单的通知', false],
  ['明溪区民政局关于移交档案的函', false],
])('%s: %s', (title, is) => {
  expect(isTransfer(title)).toBe(is)
})

const table = (columns: string[], ...filledRows: string[][]) => ({ columns, filledRows }) as unknown as ReadTable

test.each([
  {
    columns: ['序号', '事项名称', '事项类型'],
    row: ['1', '临时占道许可', '行政许可'],
    item: { no: '1', name: '临时占道许可', kind: '行政许可', from: null, to: null },
    because: 'a list that names no organ',
  },
  {
    columns: ['序号', '职权名称', '原实施部门', '承接单位'],
    row: ['2', '户外广告设置审批', '区城市管理局', '区行政审批服务局'],
    item: { no: '2', name: '户外广告设置审批', kind: null, from: '区城市管理局', to: '区行政审批服务局' },
    because: 'old and new organ by their columns',
  },
  {
    columns: ['权力事项', '权力类型', '划出部门', '划入部门'],
    row: ['养犬登记', '行政确认', '区公安分局', '区综合执法局'],
    item: { no: null, name: '养犬登记', kind: '行政确认', from: '区公安分局', to: '区综合执法局' },
    because: 'the type is not the name',
  },
])('$because', ({ columns, row, item }) => {
  expect(transferItems(table(columns, row))).toEqual([item])
})

test('a table without names has no items, and a row without a name is none', () => {
  expect(transferItems(table(['年份', '合计'], ['2024', '3']))).toEqual([])
  expect(transferItems(table(['序号', '事项名称'], ['1', ' ']))).toEqual([])
})
