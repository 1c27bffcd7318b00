import { expect, test } from 'vitest'
import { conditionsOf, isForReadersOnly, relOf } from './crawlers.ts'

test.each([
  ['/documents', 0, 'the list itself'],
  ['/documents?kind=%E9%80%9A%E7%9F%A5', 1, 'one kind'],
  ['/documents?offset=20', 1, 'a page of the list'],
  ['/documents?kind=a&view=elder', 1, 'one kind, in large letters'],
  ['/documents?kind=a&year=2024', 2, 'a kind in a year'],
  ['/documents?kind=a&offset=20', 2, 'a page of a kind'],
])('%s sets %i conditions: %s', (address, conditions) => {
  expect(conditionsOf(address)).toBe(conditions)
  expect(isForReadersOnly(address)).toBe(conditions > 1)
})

test('a link into a combination is not to be followed, and keeps what it says already', () => {
  expect(relOf('/documents?kind=a')).toBeUndefined()
  expect(relOf('/documents?kind=a&year=2024')).toBe('nofollow')
  expect(relOf('/documents?offset=20', 'next')).toBe('next')
  expect(relOf('/documents?kind=a&offset=20', 'next')).toBe('next nofollow')
})
