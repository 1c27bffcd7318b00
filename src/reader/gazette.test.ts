import { expect, test } from 'vitest'
import { readGazette } from './gazette.ts'
import { readLines } from './lines.ts'

const read = (...texts: string[]) =>
  readGazette(
    readLines({
      format: 'txt',
      lines: texts.map((text, index) => ({ number: index + 1, text })),
      hints: {},
      findings: [],
    }),
  )

test.each<[string[], string | null, string]>([
  [
    ['主管单位：青溪区人民政府', '主办单位：青溪区人民政府办公室'],
    '青溪区人民政府办公室',
    'who runs it, not who oversees it',
  ],
  [['青溪区人民政府办公室主办'], '青溪区人民政府办公室', 'the name before the word'],
  [['编印：青溪区档案馆'], '青溪区档案馆', 'who prints it, where nobody else is named'],
  [['2024年3月出版'], null, 'a month is nobody'],
])('%j: the publisher is %s (%s)', (imprint, publisher, _) => {
  expect(read('青溪区人民政府公报', '2024年第1期', ...imprint)?.publisher).toBe(publisher)
})
