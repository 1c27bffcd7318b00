import { expect, test } from 'vitest'
import { Contents } from './contents.tsx'

test('a document with one clause has no contents', () => {
  expect(String(<Contents items={[{ id: 'c1', text: '一、总体要求' }]} />)).not.toContain('<nav')
})
