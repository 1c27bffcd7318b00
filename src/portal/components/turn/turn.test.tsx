import { expect, test } from 'vitest'
import { Turn } from './turn.tsx'

test('what stands alone has nothing to turn to', () => {
  expect(String(<Turn label="前后各期" previous={null} next={null} />)).not.toContain('<nav')
})
