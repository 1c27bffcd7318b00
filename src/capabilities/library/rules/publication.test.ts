import { expect, test } from 'vitest'
import { pubDate } from './publication.ts'

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
