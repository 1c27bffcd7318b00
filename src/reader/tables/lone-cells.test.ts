import { describe, expect, test } from 'vitest'
import { isTableLine } from './find-tables.ts'
import { loneCells } from './lone-cells.ts'

/** The lines of a text that are rows, by their numbers; → stands for a tab. */
const rowsIn = (text: string): number[] =>
  loneCells(text.split('\n').map((line, at) => ({ number: at + 1, text: line.replaceAll('→', '\t') })))
    .filter(isTableLine)
    .map(({ number }) => number)

describe('a text alone behind tabs', () => {
  test.each<[string, string, number[]]>([
    ['under a row', '1→清淤→区水务局\n→→护岸。', [1, 2]],
    ['under another that stands under a row', '1→清淤→区水务局\n→→护岸。\n→→绿化。', [1, 2, 3]],
    ['under a row, with the turn of a page between', '1→清淤→区水务局\n— 3 —\n\n→→护岸。', [1, 4]],
    ['under a row, with the header of a page between', '1→清淤→区水务局\n2013·4　青河政报\n→→护岸。', [1, 3]],
    ['the rest of a sentence over a row', '→→清理两岸垃圾。\n2→绿化→区园林局', [1, 2]],
  ])('%s is a cell', (_, text, rows) => expect(rowsIn(text)).toEqual(rows))

  test.each<[string, string]>([
    ['names an issue in the middle of the page', '→→青河市人民政府公报\n\n→→2013年第4期'],
    ['is the number under a title', '→青河市人民政府\n→关于清淤的通知\n\n→→青政发〔2013〕3号'],
    ['is a title with nothing above it', '现将清单公布如下：\n→→青河市河道清单'],
  ])('%s, where it is no cell', (_, text) => expect(rowsIn(text)).toEqual([]))

  test('is no cell under a title that stands under a table', () => {
    expect(rowsIn('1→清淤→区水务局\n\n→青河市林业局\n→关于护林的通知\n→→青林〔2013〕8号')).toEqual([1])
  })

  test.each([
    ['two empty lines below it', '→→→青河市林业局办公室'],
    ['an empty line below it, where it names a document', '→→→青河市林业局关于护林的通知'],
  ])('is no cell with %s', (where, line) => {
    const empty = where.startsWith('two') ? '\n\n\n' : '\n\n'
    expect(rowsIn(`1→清淤→区水务局${empty}${line}`)).toEqual([1])
  })

  test('is a cell below an empty line, where rows stand apart', () => {
    expect(rowsIn('1→清淤→区水务局\n\n→→护岸。\n\n2→绿化→区园林局')).toEqual([1, 3, 5])
  })

  test('is no cell far under a table', () => {
    expect(rowsIn('1→清淤→区水务局\n\n\n\n\n\n→→青河市人民政府公报')).toEqual([1])
  })
})
