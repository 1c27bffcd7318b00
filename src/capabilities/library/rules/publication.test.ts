import { expect, test } from 'vitest'
import { firstPublishedOn, pubDate } from './publication.ts'

test.each([
  {
    publishedOn: '2024-06-30',
    loadedAt: '2026-06-01T02:00:00Z',
    tag: '2024-06-30 00:00',
    because: 'the issue says the day',
  },
  { publishedOn: null, loadedAt: '2026-06-01T17:30:00Z', tag: '2026-06-02 01:30', because: 'no source says it' },
])('PubDate of a document published on $publishedOn is $tag ($because)', ({ tag, because: _, ...document }) =>
  expect(pubDate(document)).toBe(tag),
)

test.each([
  { days: ['2025-03-20', '2025-01-15', null], signedOn: null, first: '2025-01-15' },
  { days: ['2025-03-20', '2025-01-15'], signedOn: '2025-02-01', first: '2025-03-20' },
  { days: ['2025-02-01'], signedOn: '2025-02-01', first: '2025-02-01' },
  { days: ['2025-01-15'], signedOn: '2025-02-01', first: null },
  { days: [null], signedOn: '2025-02-01', first: null },
  { days: [], signedOn: null, first: null },
])('signed on $signedOn and printed on $days it was first published on $first', ({ days, signedOn, first }) =>
  expect(firstPublishedOn(days, signedOn)).toBe(first),
)
