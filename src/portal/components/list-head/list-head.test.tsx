import { expect, test } from 'vitest'
import { ListHead } from './list-head.tsx'

test('the title bears the id that labels its section', () => {
  expect(String(<ListHead id="newest" title="最新文件" />)).toContain('id="newest"')
})
