import { expect, test } from 'vitest'
import { titleOfPage } from './page-title.ts'
import { pagesShown } from './pages-shown.ts'
import { Pager } from './pagination.tsx'

test.each([
  [0, 2, [0, 1, 2], 'few pages stand whole'],
  [0, 9, [0, 1, null, 9], 'a gap before the last'],
  [5, 9, [0, null, 4, 5, 6, null, 9], 'neighbours on both sides'],
  [3, 9, [0, 1, 2, 3, 4, null, 9], 'a gap of one page is that page'],
  [9, 9, [0, null, 8, 9], 'the last'],
])('page %i of 0 to %i links %j (%s)', (here, last, pages) => {
  expect(pagesShown(here, last)).toEqual(pages)
})

test('a list on one page has no links to turn', () => {
  expect(String(<Pager total={20} limit={20} offset={0} href={String} />)).not.toContain('<nav')
})

test('a page after the last one leads back to the last', () => {
  const html = String(<Pager total={60} limit={20} offset={9000} href={(offset) => `/tasks?offset=${offset}`} />)
  expect(html).toContain('<a rel="prev" href="/tasks?offset=40">')
  expect(html).toContain('aria-label="翻页，共3页"')
  expect(html).not.toMatch(/aria-current|rel="next"/u)
})

test.each([
  [0, '批复'],
  [30, '批复（第2页）'],
  [65, '批复（第3页）'],
])('the page that begins after %i is titled %s', (offset, title) => {
  expect(titleOfPage('批复', offset, 30)).toBe(title)
})

test('this page is named to who does not see it', () => {
  expect(String(<Pager total={60} limit={20} offset={20} href={String} />)).toContain('第2页，共3页')
})
