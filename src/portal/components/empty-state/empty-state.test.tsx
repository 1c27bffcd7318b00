import { expect, test } from 'vitest'
import { Empty } from './empty-state.tsx'

test('an empty list says what to do', () => {
  expect(String(<Empty text="没有。" href="/units" link="问有关部门" />)).toContain('<a href="/units">问有关部门</a>')
})
