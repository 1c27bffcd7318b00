import { expect, test } from 'vitest'
import { GazetteCover } from './gazette-cover.tsx'

test('a long name stands in two lines', () => {
  const html = String(<GazetteCover title="云岭市明溪区人民政府公报" year={2025} number={1} />)
  expect(html).toContain('cover-slip--long"><span>云岭市明溪区<br/>人民政府公报</span>')
})

test('a cover beside its own contents is no link', () => {
  expect(String(<GazetteCover title="公报" year={2025} number={1} />)).not.toContain('href')
})
