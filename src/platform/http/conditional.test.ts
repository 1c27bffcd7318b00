import { expect, test } from 'vitest'
import { isUnchanged } from './conditional.ts'

test.each([
  [undefined, false, 'asked for the first time'],
  ['"a"', true, 'the same'],
  ['W/"a"', true, 'marked by a proxy that compressed it'],
  ['"x", W/"a"', true, 'one of several'],
  ['*', true, 'anything'],
  ['"b"', false, 'another'],
  ['a', false, 'no tag'],
  [`${'"x",'.repeat(1000)}"a"`, false, 'too long to be read'],
])('%.20s with "a": unchanged %s (%s)', (header, isSame, _because) => {
  expect(isUnchanged(header, '"a"')).toBe(isSame)
})
