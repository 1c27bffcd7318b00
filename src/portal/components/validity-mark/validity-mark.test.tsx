import { expect, test } from 'vitest'
import { ValidityMark } from './validity-mark.tsx'

test.each([
  ['in-force', false, '现行有效', 'the page of a document says it'],
  ['in-force', true, '', 'a list does not: it is the ordinary case'],
  ['repealed', true, '已废止', 'a list says the exception'],
  ['unknown', false, '', 'what nobody knows is not said'],
  ['toString', false, '', 'a name of the language is no state'],
])('%s, only exceptions: %s: “%s” (%s)', (state, isOnlyException, word) => {
  const html = String(<ValidityMark state={state} isOnlyException={isOnlyException} />)
  expect(html.replace(/<[^>]*>/g, '').replace('null', '')).toBe(word)
})
