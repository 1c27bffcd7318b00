import { expect, test } from 'vitest'
import { AddressCard } from './address-card.tsx'

test('the telephone is dialled by its digits', () => {
  expect(String(<AddressCard phone="（0000）5550 0130" facts={[]} />)).toContain('href="tel:000055500130"')
})
