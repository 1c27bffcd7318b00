import { expect, test } from 'vitest'
import { RelationList } from './relation-list.tsx'

test('what the library lacks stands without a link, and says so', () => {
  const html = String(<RelationList entries={[{ effect: '依据', title: '意见', docNumber: null, href: null }]} />)
  expect(html).not.toContain('<a')
  expect(html).toContain('文件库没有收录')
})
