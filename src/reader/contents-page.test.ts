import { expect, test } from 'vitest'
import { readContents } from './contents-page.ts'
import { readLines } from './lines.ts'

const read = (...texts: string[]) =>
  readContents(
    readLines({
      format: 'txt',
      lines: texts.map((text, index) => ({ number: index + 1, text })),
      hints: {},
      findings: [],
    }),
  )?.entries.map(({ title, section, page }) => [title, section, page])

test.each([
  ['关于植树的通知………………3', 'a row of leaders'],
  ['关于植树的通知…3', 'one sign of three dots, where the title fills the line'],
  ['关于植树的通知\t（3）', 'a tab and a bracket'],
])('%s ends an entry (%s)', (line) => {
  expect(read('目录', '【区政府文件】', line, '【部门文件】', '关于防火的通知……5')).toEqual([
    ['关于植树的通知', '区政府文件', 3],
    ['关于防火的通知', '部门文件', 5],
  ])
})
