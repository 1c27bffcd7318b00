import { expect, test } from 'vitest'
import { ContentsLeaders } from './contents-leaders.tsx'

test('leaders lead to a page, or are not there', () => {
  const entry = { title: '通知', url: '/documents/1' }
  expect(String(<ContentsLeaders parts={[{ name: '文件', entries: [entry] }]} />)).toContain('without-page')
  expect(String(<ContentsLeaders parts={[{ name: '文件', entries: [{ ...entry, page: 3 }] }]} />)).toContain('page-no')
})
