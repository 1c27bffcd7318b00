import { expect, test } from 'vitest'
import { HitsHead } from './hits-head.tsx'

test.each([
  [37, false, '共37件'],
  [48_200, true, '约48,200件'],
])('%i hits, an estimate: %s: %s', (total, isEstimate, words) => {
  expect(String(<HitsHead id="hits" total={total} isEstimate={isEstimate} orders={[]} />)).toContain(words)
})
