import { expect, test } from 'vitest'
import { readCsv } from './csv-rows.ts'

test.each([
  [
    'a,b\r\nc,d\r\n',
    [
      [1, 'a', 'b'],
      [2, 'c', 'd'],
    ],
    'as Excel writes it',
  ],
  [
    'a,b\nc,d',
    [
      [1, 'a', 'b'],
      [2, 'c', 'd'],
    ],
    'without a last line break',
  ],
  ['"a,1","b ""x"""\n', [[1, 'a,1', 'b "x"']], 'quotes and commas in quotes'],
  [
    '"a\nb",c\nd,e',
    [
      [1, 'a\nb', 'c'],
      [3, 'd', 'e'],
    ],
    'a line break in quotes is counted',
  ],
  ['a,,\n', [[1, 'a', '', '']], 'empty cells'],
  ['', [], 'nothing'],
  ['"open', [[1, 'open']], 'a quote that never ends'],
])('%j (%s)', (text, rows) => {
  expect(readCsv(text).map(({ line, cells }) => [line, ...cells])).toEqual(rows)
})
