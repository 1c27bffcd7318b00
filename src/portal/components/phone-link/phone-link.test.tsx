import { expect, test } from 'vitest'
import { PhoneLink } from './phone-link.tsx'

test.each([
  ['（0000）5550 0130', 'tel:000055500130'],
  ['+86 0000 5550 0130', 'tel:+86000055500130'],
  ['12345', 'tel:12345'],
])('%s dials %s', (phone, href) => {
  expect(String(<PhoneLink phone={phone} />)).toContain(`href="${href}"`)
})
