import { expect, test } from 'vitest'
import { tagsOfChanges } from './page-tags.ts'

test.each([
  {
    changes: [{ entity: 'document', id: 'a' }],
    related: ['b'],
    tags: ['documents', 'document:a', 'document:b'],
    because: 'lists, the document, and those that name it or that it names',
  },
  {
    changes: [
      { entity: 'gazette', id: '2024-1' },
      { entity: 'gazette', id: '2024-2' },
    ],
    related: [],
    tags: ['gazettes', 'gazette:2024-1', 'gazette:2024-2'],
    because: 'the shelf once, each issue',
  },
  {
    changes: [{ entity: 'settings', id: 'mingxi' }],
    related: [],
    tags: ['settings', 'settings:mingxi'],
    because: 'every page bears the settings',
  },
  { changes: [{ entity: 'unit', id: 'office' }], related: [], tags: ['units', 'unit:office'], because: 'units alone' },
])('$because', ({ changes, related, tags }) => {
  expect(tagsOfChanges(changes, related)).toEqual(tags)
})
