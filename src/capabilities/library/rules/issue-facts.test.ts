import { expect, test } from 'vitest'
import type { ReadGazette } from '../../../reader/types.ts'
import { issueOf } from './issue-facts.ts'

const said = (more: Partial<ReadGazette>): ReadGazette => ({
  title: null,
  publisher: null,
  year: 2024,
  number: 2,
  totalNumber: null,
  publishedOn: null,
  ...more,
})

test.each<[string, readonly Partial<ReadGazette>[], object]>([
  [
    'one file',
    [{ title: '区政府公报', publishedOn: '2024-06-15' }],
    { title: '区政府公报', publishedOn: '2024-06-15' },
  ],
  [
    'one that says what the other leaves out',
    [{ totalNumber: 18 }, { publisher: '区政府办' }],
    { totalNumber: 18, publisher: '区政府办' },
  ],
  [
    'most of them',
    [{ publishedOn: '2024-06-16' }, { publishedOn: '2024-06-15' }, { publishedOn: '2024-06-16' }],
    { publishedOn: '2024-06-16' },
  ],
  ['as many: the smallest', [{ totalNumber: 18 }, { totalNumber: 8 }], { totalNumber: 8 }],
  ['nobody says a title', [{}], { title: '政府公报', publisher: null, totalNumber: null, publishedOn: null }],
])('an issue is what its files say: %s', (_, files, expected) => {
  expect(issueOf(files.map(said))).toMatchObject(expected)
  expect(issueOf(files.map(said).reverse())).toMatchObject(expected)
})
