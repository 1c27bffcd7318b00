import { expect, test } from 'vitest'
import { Facts, MarginNote } from './margin-note.tsx'

test('a group without entries is left out', () => {
  expect(String(<MarginNote summary="引用" groups={[{ label: '解读', entries: [] }]} />)).not.toContain('解读')
})

test('a fact that nobody knows is left out', () => {
  expect(String(<Facts facts={[['施行', null]]} />)).not.toContain('施行')
})
