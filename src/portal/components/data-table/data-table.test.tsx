import { expect, test } from 'vitest'
import { DataTable, NOTHING } from './data-table.tsx'

const table = (
  <DataTable
    id="t"
    caption="指标"
    columns={[{ label: '项' }, { label: '数', isNumber: true }]}
    rows={[['甲', '1']]}
    csvHref="/1.csv"
  />
)

test('the box that scrolls can be reached by keyboard and is named', () => {
  expect(String(table)).toContain('aria-labelledby="t" tabindex="0"')
})

test('a cell knows the head of its column, for the card that it becomes', () => {
  expect(String(table)).toContain('data-label="数"')
})

test('a cell that has nothing to say is told apart, for the card that leaves it out', () => {
  const html = String(
    <DataTable id="t" caption="文件" columns={[{ label: '文件' }, { label: '文号' }]} rows={[['甲', NOTHING]]} />,
  )
  expect(html).toContain('class="nothing"')
})

test('what can be downloaded says so in words', () => {
  expect(String(table)).toContain('>下载表格（CSV）</a>')
})
