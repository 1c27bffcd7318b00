import { expect, test } from 'vitest'
import { GazetteCover } from './gazette-cover.tsx'

test.each([
  ['明溪区人民政府公报', '"cover-slip"'],
  ['云岭市明溪区人民政府公报', 'cover-slip--long"'],
  ['云岭市明溪高新技术产业开发区管理委员会公报', 'cover-slip--longest"'],
])('%s stands on its slip whole', (title, look) => {
  expect(String(<GazetteCover title={title} year={2025} number={1} />)).toContain(look)
})

test('a cover beside its own contents is no link', () => {
  expect(String(<GazetteCover title="公报" year={2025} number={1} />)).not.toContain('href')
})
