import { expect, test } from 'vitest'
import { readJson } from './read-json.ts'

test.each<[string, unknown, string]>([
  ['{"a": 1}', { a: 1 }, 'written by hand'],
  ['\uFEFF[1]', [1], 'saved by an editor on Windows'],
])('%j is read as %j (%s)', (text, value) => expect(readJson(text)).toEqual({ value }))

test.each([
  ['{"a": 1\n"b": 2}', '第 2 行第 1 个字符处写错了', 'a comma is missing'],
  ['{"a": 1,}', '第 1 行第 9 个字符处写错了', 'a comma too many'],
  ["{'a': 1}", '第 1 行第 2 个字符处写错了', 'other quotation marks'],
  ['[', '文件没有写完', 'cut off'],
  ['', '文件没有写完', 'empty'],
  ['明溪区人民政府', '不该有“明”的地方有了它', 'no JSON at all'],
])('%j is told: %s (%s)', (text, told) => {
  const read = readJson(text)
  const fault = 'fault' in read ? read.fault : ''
  expect(fault).toContain(told)
  expect(fault).not.toMatch(/[A-Za-z]/u)
})
