import { expect, test } from 'vitest'
import { belowReplacements } from './replaced.ts'

const match = (name: string) => {
  const [id = '', replacedBy = null] = name.split('>')
  return { id, replacedBy }
}

test.each([
  ['old>new new other', 'new old other', 'the repealed goes below what took its place'],
  ['old>new other new last', 'other new old last', 'directly after it, however far below that stands'],
  ['new old>new', 'new old', 'where it stands below already nothing changes'],
  ['old>gone other', 'old other', 'what took its place was not found'],
  ['first>second second>third third', 'third second first', 'one after the other'],
  ['a>new b>new new', 'new a b', 'two of them keep their order'],
  ['a>b b>a other', 'b a other', 'a misreading loses nothing'],
  ['a>a other', 'a other', 'nor does one that repeals itself'],
])('%s is shown as %s: %s', (ranked, shown, _because) => {
  expect(
    belowReplacements(ranked.split(' ').map(match))
      .map(({ id }) => id)
      .join(' '),
  ).toBe(shown)
})
