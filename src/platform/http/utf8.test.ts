import fc from 'fast-check'
import { expect, test } from 'vitest'
import { utf8Of } from './utf8.ts'

const encoded = (text: string): Uint8Array => new TextEncoder().encode(text)

test('the bytes of any text are those of UTF-8, also of halves of pairs', () =>
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', 'é', '区', '𠮷', '\ud842', '\udfb7', '<') }), (text) => {
      expect([...utf8Of(text)]).toEqual([...encoded(text)])
    }),
  ))

test('bytes stay what they were when the next text is written', () => {
  const [first, second] = ['明溪区', 'ABCDEFGHI'].map(utf8Of)
  expect([first, second].map((bytes) => new TextDecoder().decode(bytes))).toEqual(['明溪区', 'ABCDEFGHI'])
})

test.each([199_999, 200_000, 200_001])('a text of %d signs of three bytes each is whole', (length) =>
  expect(utf8Of('区'.repeat(length)).byteLength).toBe(length * 3),
)
