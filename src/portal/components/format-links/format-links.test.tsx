import { expect, test } from 'vitest'
import { FormatLinks } from './format-links.tsx'

test('what has one form only offers no others', () => {
  expect(String(<FormatLinks label="本文" formats={[]} />)).not.toContain('<nav')
})
