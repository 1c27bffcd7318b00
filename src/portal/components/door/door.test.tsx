import { expect, test } from 'vitest'
import { GuideDoor } from './door.tsx'

test('a telephone can be dialled and does not break over lines', () => {
  const html = String(<GuideDoor name="依申请公开" unit={null} phone="（0000）5550 0112" address={null} hours={null} />)
  expect(html).toContain('href="tel:000055500112"')
  expect(html).toContain('5550\u00a00112')
})
