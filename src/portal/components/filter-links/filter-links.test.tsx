import { expect, test } from 'vitest'
import { ChosenFilters, FilterLinks } from './filter-links.tsx'

test('a group without choices is left out', () => {
  expect(
    String(<FilterLinks summary="筛选" groups={[{ label: '主题', clearHref: null, choices: [] }]} />),
  ).not.toContain('主题')
})

test('a chosen filter is taken back by its link, and says so to who does not see the cross', () => {
  const html = String(
    <ChosenFilters chosen={[{ label: '年份', text: '2024', removeHref: '/documents' }]} clearHref="/documents" />,
  )
  expect(html).toContain('aria-label="去掉条件 年份：2024"')
  expect(html).not.toContain('全部去掉')
})
