import { expect, test } from 'vitest'
import { NumberItem } from './number-strip.tsx'

test('a large number is parted', () => {
  expect(String(<NumberItem label="文件" value={12345} unit="件" />)).toContain('12,345')
})
