import { describe, expect, test } from 'vitest'
import { inOrderOfReference, isSealed, makeSeal, nextPage, readManifest } from './backup-format.ts'

const KNOWN = [
  { name: '0001_first', checksum: 'a' },
  { name: '0002_second', checksum: 'b' },
]
const manifest = (fields: Record<string, unknown>) =>
  JSON.stringify({
    format: 1,
    createdAt: '2025-03-01T00:00:00Z',
    migrations: KNOWN,
    sites: ['mingxi'],
    withSecrets: false,
    ...fields,
  })

describe('the manifest of a backup', () => {
  test.each([
    [manifest({}), null, 'of the same program'],
    [manifest({ migrations: KNOWN.slice(0, 1) }), null, 'older: migrated after it is restored'],
    [manifest({ migrations: [...KNOWN, { name: '0003_third', checksum: 'c' }] }), 'backup-newer', 'a newer record'],
    [manifest({ format: 2 }), 'backup-newer', 'a newer format'],
    [manifest({ migrations: [{ name: '0001_first', checksum: 'x' }] }), 'backup-differs', 'another program'],
    [manifest({ sites: undefined }), 'backup-damaged', 'something is missing'],
    ['{', 'backup-damaged', 'cut off'],
  ])('%.60s: %s (%s)', (text, code, _because) => {
    const read = readManifest(text, KNOWN)
    expect(read.ok ? null : read.problem.code).toBe(code)
  })
})

test('a seal holds for the same entries in the same order alone', () => {
  const seal = (...entries: [string, string][]) => {
    const made = makeSeal()
    for (const [name, text] of entries) made.add(name, Buffer.from(text))
    return made.close()
  }
  const whole = seal(['a', '1'], ['b', '2'])
  expect(isSealed(whole, seal(['a', '1'], ['b', '2']))).toBe(true)
  expect(isSealed(whole, seal(['a', '1']))).toBe(false)
  expect(isSealed(whole, seal(['b', '2'], ['a', '1']))).toBe(false)
  expect(isSealed(whole, seal(['a', '12'], ['b', '']))).toBe(false)
  expect(isSealed('', whole)).toBe(false)
})

describe('tables in order of reference', () => {
  test('a table comes after those that it refers to', () => {
    expect(
      inOrderOfReference(
        ['prints', 'sites', 'documents', 'units'],
        [
          { from: 'prints', to: 'documents' },
          { from: 'documents', to: 'sites' },
          { from: 'units', to: 'units' },
        ],
      ),
    ).toEqual(['sites', 'units', 'documents', 'prints'])
  })

  test('a circle is a fault of the program, not an endless loop', () => {
    const circle = [
      { from: 'a', to: 'b' },
      { from: 'b', to: 'a' },
    ]
    expect(() => inOrderOfReference(['a', 'b'], circle)).toThrow('circle')
  })
})

test.each([
  [50, 1_000, 100, 'short rows: more of them'],
  [50, 300_000, 50, 'just right'],
  [50, 5_000_000, 25, 'long rows: fewer'],
  [5, 50_000_000, 5, 'one at a time is never less than five'],
  [2000, 10, 2000, 'there is a most'],
])('after %i rows of %i bytes %i are read (%s)', (rows, bytes, next) => {
  expect(nextPage(rows, bytes)).toBe(next)
})
