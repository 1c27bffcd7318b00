import { expect, test } from 'vitest'
import { SearchBox } from './search-box.tsx'

test('the box sends what was typed with the filters it keeps, without a script', () => {
  const html = String(<SearchBox label="查询" value="供热" kept={{ year: '2024' }} />)
  expect(html).toContain('action="/search" method="get"')
  expect(html).toContain('<input type="hidden" name="year" value="2024"/>')
  expect(html).toContain('name="q"')
})

test('what was typed cannot leave its field', () => {
  expect(String(<SearchBox label="查询" value={'"><script>'} />)).not.toContain('<script>')
})
