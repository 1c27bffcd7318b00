import { expect, test } from 'vitest'
import { ContentsLeaders } from './contents-leaders.tsx'

test('leaders lead to a page, or are not there', () => {
  const entry = { title: '通知', url: '/documents/1' }
  expect(String(<ContentsLeaders parts={[{ name: '文件', entries: [entry] }]} />)).toContain('without-page')
  expect(String(<ContentsLeaders parts={[{ name: '文件', entries: [{ ...entry, page: 3 }] }]} />)).toContain('page-no')
})

test.each([
  ['amended', true],
  ['in-force', false],
])('an entry says its day, and what is not ordinary: %s', (validity, isSaid) => {
  const entry = { title: '通知', url: '/documents/1', signedOn: '2024-02-20', validity }
  const html = String(<ContentsLeaders parts={[{ name: '文件', entries: [entry] }]} />)
  expect(html).toContain('<time datetime="2024-02-20">2024年2月20日</time>')
  expect(html.includes('class="state')).toBe(isSaid)
})
