import { expect, test } from 'vitest'
import { DataTable } from './data-table.tsx'

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
