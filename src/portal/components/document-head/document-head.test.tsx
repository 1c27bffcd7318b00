import { expect, test } from 'vitest'
import { DocumentHead } from './document-head.tsx'

test('without issuer and number there is no red rule', () => {
  expect(String(<DocumentHead issuers={[]} docNumber={null} title="主要指标" />)).not.toContain('red-rule')
})

test('joint issuers stand one beneath the other', () => {
  const html = String(<DocumentHead issuers={['甲局', '乙局']} docNumber={null} title="通知" />)
  expect(html).toContain('issuer--joint')
  expect(html.match(/class="by-sense"/g)).toHaveLength(2)
})
