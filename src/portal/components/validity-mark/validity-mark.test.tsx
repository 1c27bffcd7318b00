import { expect, test } from 'vitest'
import { inOrderOfStates, ValidityMark } from './validity-mark.tsx'

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

test('states to filter by stand in their order, what nobody knows last', () => {
  const counted = ['unknown', 'in-force', 'repealed', 'amended'].map((value) => ({ value, count: 1 }))
  expect(inOrderOfStates(counted).map(({ value }) => value)).toEqual(['in-force', 'amended', 'repealed', 'unknown'])
})
