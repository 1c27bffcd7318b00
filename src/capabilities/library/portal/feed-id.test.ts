import { describe, expect, test } from 'vitest'
import { feedId } from './feed-id.ts'

describe('the id of a feed and of its entries', () => {
  test.each([
    {
      names: ['mingxi', 'documents', '990102-2024-000001'],
      id: 'urn:uuid:f3dc47ed-d16b-59c6-b5f6-c06b2d207e3d',
      because: 'readers have seen it: another way to make it would show every document again',
    },
    {
      names: ['mingxi', 'feeds', '990102', '', ''],
      id: 'urn:uuid:5749df36-f087-5ab6-8032-3fe51851ee0a',
      because: 'the feed of all documents',
    },
  ])('$names: $id ($because)', ({ names, id }) => {
    expect(feedId(...names)).toBe(id)
  })

  test('is a UUID of version 5, and another for whatever differs', () => {
    const ids = [
      feedId('mingxi', 'documents', '1'),
      feedId('mingxi', 'documents', '2'),
      feedId('other', 'documents', '1'),
      feedId('mingxi', 'documents1', ''),
    ]
    expect(new Set(ids).size).toBe(ids.length)
    for (const id of ids)
      expect(id).toMatch(/^urn:uuid:[\da-f]{8}-[\da-f]{4}-5[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/u)
  })
})
