import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { withoutSpaces } from '../../kernel/han.ts'
import type { SourceLine } from '../types.ts'
import { readTables } from './read-tables.ts'

const PLACE = { part: { kind: 'notice' }, path: '' } as const
const linesOf = (texts: readonly string[]): SourceLine[] => texts.map((text, index) => ({ number: index + 1, text }))

/** Signs of a text, sorted: what is nowhere lost and nowhere doubled. */
const signs = (texts: readonly string[]): string => [...withoutSpaces(texts.join(''))].sort().join('')

const word = fc.constantFrom(
  '修缮水闸',
  '巡查',
  '登记造册，按月上报。',
  '疏浚北干渠、',
  '区水务局',
  '6月底前',
  '甲',
  '12',
  '3.5',
  '（一）',
  '一、公开',
  '',
)
const cell = fc.array(word, { maxLength: 3 }).map((words) => words.join(''))

describe('no text of a cell is lost or doubled', () => {
  const row = fc.array(cell, { minLength: 1, maxLength: 8 })
  test('rows of any width, with gaps between', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(row, fc.boolean()), { minLength: 1, maxLength: 12 }), (rows) => {
        const texts = rows.flatMap(([cells, gap]) => [`${cells.join('\t')}\t\t`, ...(gap ? [''] : [])])
        const { tables, usedLines } = readTables(linesOf(texts), PLACE)
        const taken = texts.filter((_, index) => usedLines.some(({ from, to }) => from <= index + 1 && index + 1 <= to))
        const found = tables.flatMap(({ columns, rows: data, bands, notes, title, unitNote }) => [
          ...columns,
          ...data.flat(),
          ...bands.map(({ text }) => text),
          ...notes,
          title ?? '',
          unitNote ?? '',
        ])
        expect(signs(found)).toBe(signs(taken))
      }),
      { numRuns: 400 },
    )
  })

  test('each row has a cell for each column, filled rows too', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 12 }), (rows) => {
        const { tables } = readTables(linesOf(rows.map((cells) => `${cells.join('\t')}\t\t`)), PLACE)
        for (const { columns, rows: data, filledRows, rowLines } of tables) {
          expect(data.every((cells) => cells.length === columns.length)).toBe(true)
          expect(filledRows.every((cells) => cells.length === columns.length)).toBe(true)
          expect(filledRows).toHaveLength(data.length)
          expect(rowLines).toHaveLength(data.length)
        }
      }),
    )
  })

  test('cells of HTML with any spans', () => {
    const placed = fc.array(
      fc.record({ text: cell, columnSpan: fc.integer({ min: 1, max: 4 }), rowSpan: fc.integer({ min: 1, max: 4 }) }),
      { minLength: 1, maxLength: 5 },
    )
    fc.assert(
      fc.property(fc.array(placed, { minLength: 1, maxLength: 8 }), (rows) => {
        const lines = rows.map((cells, index): SourceLine => ({ number: index + 1, text: '', cells, table: 0 }))
        const { tables } = readTables(lines, PLACE)
        const found = tables.flatMap((table) => [
          ...table.columns,
          ...table.rows.flat(),
          ...table.bands.map(({ text }) => text),
          ...table.notes,
          table.title ?? '',
        ])
        // Names of a header over several columns stand over each of them.
        for (const { text } of rows.flat()) expect(signs(found).includes(signs([text]).slice(0, 1))).toBe(true)
        const texts = rows.flat().map(({ text }) => withoutSpaces(text))
        const whole = withoutSpaces(found.join(''))
        for (const text of texts) expect(whole).toContain(text)
      }),
    )
  })
})

describe('a table cut into pages', () => {
  const sentence = fc.constantFrom(
    '修缮三座水闸，完成验收。',
    '补足抢险物资，登记造册。',
    '疏浚北干渠。',
    '每月巡查两次，记录在案。',
  )
  const group = fc.constantFrom('防汛备汛', '抗旱保苗', '')
  const unit = fc.constantFrom('区水务局', '区应急局、各镇', '区农业农村局')
  const due = fc.constantFrom('6月底前', '2024年12月底前', '长期坚持')
  const header = '序号\t任务\t工作内容\t责任单位\t完成时限'
  const pages = fc.array(fc.constantFrom('none', 'blank', 'header', 'header and blank', '续表'), { maxLength: 30 })

  test('reads as the uncut one, with and without repeated headers', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(group, sentence, unit, due), { minLength: 2, maxLength: 30 }),
        pages,
        (rows, cuts) => {
          const data = rows.map((cells, index) => [index + 1, ...cells].join('\t'))
          const cut = data.flatMap((row, index) => {
            const how = index === 0 ? 'none' : (cuts[index] ?? 'none')
            return [
              ...(how.includes('blank') ? [''] : []),
              ...(how === '续表' ? ['（续表）'] : []),
              ...(how === 'header' || how === 'header and blank' || how === '续表' ? [header] : []),
              row,
            ]
          })
          const whole = readTables(linesOf([header, ...data]), PLACE).tables
          const paged = readTables(linesOf([header, ...cut]), PLACE).tables
          expect(paged).toHaveLength(1)
          expect(paged[0]?.rows).toEqual(whole[0]?.rows)
          expect(paged[0]?.filledRows).toEqual(whole[0]?.filledRows)
          expect(paged[0]?.columns).toEqual(whole[0]?.columns)
        },
      ),
    )
  })

  test('a requirement cut anywhere behind a comma is whole again', () => {
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 4, maxLength: 10 }), fc.nat(), (sentences, seed) => {
        const at = seed % sentences.length
        const full = sentences.map((text, index) => `${index + 1}\t任务\t${text}\t区水务局\t6月底前`)
        const long = '对全区四条主干渠分段清淤，确保春灌用水。'
        const comma = long.indexOf('，') + 1
        full.splice(
          at,
          0,
          `9\t任务\t${long.slice(0, comma)}\t区水务局\t6月底前`,
          '',
          header,
          `\t\t${long.slice(comma)}\t\t`,
        )
        const { tables } = readTables(linesOf([header, ...full]), PLACE)
        expect(tables[0]?.rows).toHaveLength(sentences.length + 1)
        expect(tables[0]?.rows[at]?.[2]).toBe(long)
      }),
    )
  })
})

describe('hostile tables', () => {
  const time = (lines: readonly SourceLine[]): number => {
    const start = performance.now()
    readTables(lines, PLACE)
    return performance.now() - start
  }

  test.each([
    ['200,000 rows', () => linesOf(Array.from({ length: 200_000 }, (_, row) => `${row}\t甲\t加强巡查。\t区水务局`))],
    ['a row of 100,000 cells', () => linesOf(['甲\t'.repeat(100_000), '乙\t丙\t丁'])],
    [
      'a header of 100,000 names over 20,000 rows',
      () => linesOf(['序号\t'.repeat(100_000), ...Array.from({ length: 20_000 }, () => '1\t甲')]),
    ],
    [
      '100,000 tables of one row',
      () => linesOf(Array.from({ length: 200_000 }, (_, row) => (row % 2 ? '文字。' : '甲\t乙\t丙'))),
    ],
    [
      '100,000 halves of rows',
      () => linesOf(['序号\t任务\t单位', ...Array.from({ length: 100_000 }, () => '\t加强巡查、登记、上报、\t')]),
    ],
    ['100,000 bands', () => linesOf(['序号\t任务\t单位', ...Array.from({ length: 100_000 }, () => '一、甲\t\t\t')])],
    ['a cell of a million brackets', () => linesOf(['序号\t任务\t责任单位', `1\t${'（'.repeat(1_000_000)}\t甲`])],
    ['a cell of a million marks', () => linesOf(['序号\t任务\t责任单位', `1\t${'<p>'.repeat(300_000)}\t甲`])],
    ['a million pipes', () => linesOf(['|'.repeat(1_000_000), '|甲|乙|'])],
  ])('%s in less than five seconds', (_, make) => {
    expect(time(make())).toBeLessThan(5000)
  })
})
