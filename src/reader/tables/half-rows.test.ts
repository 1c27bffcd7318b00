import { expect, test } from 'vitest'
import { ClausePaths } from '../clauses.ts'
import { readLines } from '../lines.ts'
import { readPart } from '../read-part.ts'

const NAMES = '序号→重点领域→工作任务→具体措施→牵头单位→责任单位→完成时限'
const FIRST = '1→一、治水→（一）水闸→修缮水闸。→区水务局→区财政局→6月底前'
const THIRD = '3→→→补种苗木。→区林业局→区财政局→4月底前'

const read = (rows: string) => {
  const lines = rows.split('\n').map((text, index) => ({ number: index + 1, text: text.replaceAll('→', '\t') }))
  const source = readLines({ format: 'txt', lines, hints: {}, findings: [] })
  return readPart(source, { kind: 'notice' }, new ClausePaths(), null).tables[0]?.rows ?? []
}

test.each([
  ['as it stands', '2→→→疏浚四条主干渠，实现→→→', '→→→春灌全覆盖。→区农业农村局→区水务局→4月底前', ''],
  [
    'where the first half ends with its text',
    '2→→→疏浚四条主干渠，实现',
    '→→→春灌全覆盖。→区农业农村局→区水务局→4月底前',
    '',
  ],
  ['slipped to the left', '2→→疏浚四条主干渠，实现', '→→春灌全覆盖。→区农业农村局→区水务局→4月底前', ''],
  [
    'with the label of a group before it',
    '2→→（二）水渠→疏浚四条主干渠，实现',
    '→→→春灌全覆盖。→区农业农村局→区水务局→4月底前',
    '（二）水渠',
  ],
])('a row cut before its units is one: %s', (_, above, below, label) => {
  expect(read(`${NAMES}\n${FIRST}\n${above}\n\n${NAMES}\n${below}\n${THIRD}`).slice(1)).toEqual([
    ['2', '', label, '疏浚四条主干渠，实现春灌全覆盖。', '区农业农村局', '区水务局', '4月底前'],
    ['3', '', '', '补种苗木。', '区林业局', '区财政局', '4月底前'],
  ])
})

test.each([
  ['the first ends', '2→→→疏浚四条主干渠，修好堤坝。', '→→→巡查山林三十处。→区林业局→区财政局→全年'],
  ['the first has units', '2→→→疏浚四条主干渠→区水务局→→', '→→→巡查山林三十处。→区林业局→区财政局→全年'],
  ['the second has a number', '2→→→疏浚四条主干渠', '4→→→巡查山林三十处。→区林业局→区财政局→全年'],
])('two rows are two where %s', (_, above, below) => {
  expect(read(`${NAMES}\n${FIRST}\n${above}\n\n${NAMES}\n${below}\n${THIRD}`)).toHaveLength(4)
})
