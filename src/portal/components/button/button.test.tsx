import { expect, test } from 'vitest'
import { Actions } from './button.tsx'

test('a quiet action says so by its class', () => {
  expect(String(<Actions items={[{ text: '下载', href: '/files/0', isQuiet: true }]} />)).toContain('button--quiet')
})
