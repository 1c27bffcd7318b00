import { expect, test } from 'vitest'
import { madeWhole, sentenceColumns, signColumns } from './cut-rows.ts'
import type { PlacedRow } from './place-row.ts'

const row = (printed: string): PlacedRow => ({
  cells: printed.split('→'),
  line: 1,
  until: 1,
  isDoubtful: false,
  merged: null,
})

/** The second of two rows of one page on the first, in a table with one row more. */
const joined = (above: string, below: string, other: string): string | null => {
  const rows = [other, above, below].map(row)
  const context = {
    roles: ['group', 'other', 'other', 'due'] as const,
    sentences: sentenceColumns(rows, 4),
    signs: signColumns(rows, 4),
    isAtPage: false,
    isNumbered: false,
  }
  return madeWhole(rows[2] as PlacedRow, rows[1] as PlacedRow, context)?.cells.join('→') ?? null
}

const OTHER = '水闸→不少于三座→随坝修建→2月底前'

test.each<[string, string, string | null, string]>([
  [
    '粮仓→不少于二十平方米→可以与村委会合→',
    '→→用→',
    '粮仓→不少于二十平方米→可以与村委会合用→',
    'the last sign of a text',
  ],
  ['粮仓→不少于二十平方→随村修建→', '→米→→', '粮仓→不少于二十平方米→随村修建→', 'in a column further left'],
  ['粮仓→不少于一座→随村修建→2021年6月', '→→→底前', '粮仓→不少于一座→随村修建→2021年6月底前', 'the end of a date'],
  ['粮仓→不少于一座→随村修建→长期', '→→→坚持', '粮仓→不少于一座→随村修建→长期坚持', 'the same in words'],
  ['粮仓→不少于一座→随村修建→6月', '→→→7月', null, 'another date'],
  ['粮仓→不少于一座→随村修建→', '→→否→', null, 'a word of one sign'],
  ['粮仓→不少于一座→合→', '→→用→', null, 'under a cell that has room'],
  ['粮仓→不少于一座→随村修建。→', '→→用→', null, 'under a sentence that ends'],
  ['→不少于一座→随村修建→2021年6月', '仓→→→', null, 'a label'],
])('%s | %s: %s (%s)', (above, below, whole) => expect(joined(above, below, OTHER)).toBe(whole))

test('a sign is a cell of its own where others are', () => {
  expect(joined('粮仓→不少于一座→随村修建→', '→→用→', '水闸→不少于三座→修→2月底前')).toBeNull()
})
