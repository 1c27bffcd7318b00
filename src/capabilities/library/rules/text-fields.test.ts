import { describe, expect, test } from 'vitest'
import { fitWords, isTextField, readTextField, timesIn } from './text-fields.ts'

describe('how words of a text are named', () => {
  test.each([
    { field: 'text', address: { kind: 'anywhere' } },
    { field: 'text/12', address: { kind: 'number', number: 12, slot: '' } },
    { field: 'text/14/3/2', address: { kind: 'number', number: 14, slot: '3/2' } },
    { field: 'text/14/0/2', address: { kind: 'number', number: 14, slot: '0/2' } },
    { field: 'text/14/title', address: { kind: 'number', number: 14, slot: 'title' } },
    { field: 'text/14/notes/1', address: { kind: 'number', number: 14, slot: 'notes/1' } },
    { field: 'text/n-二-一', address: { kind: 'clause', clause: 'n-二-一' } },
    { field: 'text/#n-二-一', address: { kind: 'clause', clause: 'n-二-一' } },
    { field: 'text/第二章/第五条', address: { kind: 'clause', clause: '第二章/第五条' } },
    { field: 'text/一/（二）/1.', address: { kind: 'clause', clause: '一/（二）/1.' } },
    { field: 'text/1.', address: { kind: 'clause', clause: '1.' } },
    { field: 'text/~3f9a04c1', address: { kind: 'key', field: 'text/~3f9a04c1' } },
  ])('$field', ({ field, address }) => {
    expect([isTextField(field), readTextField(field)]).toEqual([true, { ok: true, value: address }])
  })

  test.each(['text/', 'text/0', 'text/12/', 'text/12/3', 'text/12/3/0', 'text/12/head', 'text/~xyz', 'text/1234567'])(
    'not %s',
    (field) => {
      expect(readTextField(field)).toMatchObject({ problem: { code: 'unknown-field' } })
    },
  )

  test('texts and other names are none', () => {
    expect(['texts', 'title', 'tasks/1/due'].map(isTextField)).toEqual([false, false, false])
  })
})

test.each([
  { value: ' 合理设置泊位。 ', mayBeNone: false, kept: '合理设置泊位。' },
  { value: '', mayBeNone: true, kept: '' },
  { value: ' ', mayBeNone: false, kept: null },
  { value: '两\n段', mayBeNone: true, kept: null },
  { value: '长'.repeat(20_001), mayBeNone: false, kept: null },
])('words are kept as they are written: $kept', ({ value, mayBeNone, kept }) => {
  const fit = fitWords(value, mayBeNone)
  expect(fit.ok ? fit.value : null).toBe(kept)
})

test.each([
  { text: '停东停东', words: '停东', times: 2 },
  { text: '一一一', words: '一一', times: 2 },
  { text: '停车', words: '停东', times: 0 },
])('$words stands $times times in $text', ({ text, words, times }) => {
  expect(timesIn(text, words)).toBe(times)
})
