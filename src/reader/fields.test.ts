import { expect, test } from 'vitest'
import { contactOf } from './fields.ts'
import { readLines } from './lines.ts'

const read = (text: string) =>
  contactOf(readLines({ format: 'txt', lines: [{ number: 1, text }], hints: {}, findings: [] }))

test.each([
  ['（联系人：市水务局防汛科，电话：0000-55501111）', '市水务局防汛科', '0000-55501111', 'who answers questions'],
  ['（解读单位：市水务局，电话：0000-55501111）', '市水务局', '0000-55501111', 'who explains a rule'],
])('%s: %s, %s (%s)', (text, unit, phone) => expect(read(text)).toEqual({ unit, phone }))
