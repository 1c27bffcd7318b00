import { expect, test } from 'vitest'
import { PlainList } from './plain-list.tsx'

test('what stands at the end of a line is no part of its link', () => {
  expect(String(<PlainList items={[{ text: '区民政局', href: '/units/a', aside: '5550' }]} />)).toContain(
    '</a><span class="number plain-aside">5550</span>',
  )
})
