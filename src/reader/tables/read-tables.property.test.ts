import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { withoutSpaces } from '../../kernel/han.ts'
import { ClausePaths } from '../clauses.ts'
import { readLines } from '../lines.ts'
import { type PartReading, readPart } from '../read-part.ts'
import type { ReadTable, SourceLine } from '../types.ts'
import { printedRows } from './printed-rows.ts'
import { tornRows } from './torn-rows.ts'

const linesOf = (texts: readonly string[]): SourceLine[] => texts.map((text, index) => ({ number: index + 1, text }))

/** Reads lines as the text of a document is read: rows found, torn ones mended, then tables and prose. */
const read = (lines: readonly SourceLine[]): PartReading => {
  const ready = readLines({ format: 'txt', lines: printedRows(lines), hints: {}, findings: [] })
  return readPart(tornRows(ready), { kind: 'notice' }, new ClausePaths(), null)
}

/** Signs of a text, sorted: what is nowhere lost and nowhere doubled. */
const signs = (texts: readonly string[]): string => [...withoutSpaces(texts.join(''))].sort().join('')

const textsOf = ({ columns, rows, bands, notes, title, unitNote }: ReadTable): string[] => [
  ...columns,
  ...rows.flat(),
  ...bands.map(({ text }) => text),
  ...notes,
  title ?? '',
  unitNote ?? '',
]
const allTexts = ({ tables, elements }: PartReading): string[] => [
  ...tables.flatMap(textsOf),
  ...elements.flatMap((element) =>
    element.kind === 'clause' ? [element.label, element.text] : 'text' in element ? [element.text] : [],
  ),
]

const words = [
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
]
const cell = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...words) },
  { weight: 2, arbitrary: fc.constant('') },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...words), fc.constantFrom(...words)).map((both) => both.join('')) },
)

describe('no text of a cell is lost or doubled', () => {
  const row = fc.array(cell, { minLength: 1, maxLength: 8 })
  test('rows of any width, with gaps between, each with a cell for each column', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(row, fc.boolean()), { minLength: 1, maxLength: 12 }), (rows) => {
        const texts = rows.flatMap(([cells, gap]) => [`${cells.join('\t')}\t\t`, ...(gap ? [''] : [])])
        const reading = read(linesOf(texts))
        expect(signs(allTexts(reading))).toBe(signs(texts))
        for (const { columns, rows: data, filledRows, rowLines } of reading.tables) {
          expect(data.every((cells) => cells.length === columns.length)).toBe(true)
          expect(filledRows.every((cells) => cells.length === columns.length)).toBe(true)
          expect(filledRows).toHaveLength(data.length)
          expect(rowLines).toHaveLength(data.length)
        }
      }),
      { numRuns: 150 },
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
        // Names of a header over several columns stand over each of them.
        const whole = withoutSpaces(allTexts(read(lines)).join(''))
        for (const { text } of rows.flat()) expect(whole).toContain(withoutSpaces(text))
      }),
      { numRuns: 60 },
    )
  })
})

/** How a converter spoils a row: cells lost at an end, cells too many, a line break in a cell, a tab in the middle. */
const spoil = fc.constantFrom('none', 'shift left', 'shift right', 'too many', 'torn', 'torn twice', 'bare line')
const spoilt = (cells: readonly string[], how: string): string[] => {
  const [first = '', ...rest] = cells
  const middle = rest[1] ?? ''
  if (how === 'shift left') return [[first, ...rest.filter((text) => text !== '')].join('\t')]
  if (how === 'shift right') return [`\t${cells.join('\t')}`]
  if (how === 'too many') return [[...cells, '另附说明', '见附图'].join('\t')]
  if (how === 'bare line') return [cells.join('\t'), '另行通知']
  const pieces = how === 'torn' ? 2 : how === 'torn twice' ? 3 : 1
  const size = Math.ceil(middle.length / pieces)
  const parts = Array.from({ length: pieces }, (_, part) => middle.slice(part * size, (part + 1) * size))
  return `${first}\t${rest[0]}\t${parts.join('\n')}\t${rest.slice(2).join('\t')}`.split('\n')
}

describe('a table whose rows a converter spoilt', () => {
  const sentence = fc.constantFrom('修缮三座水闸，完成验收。', '补足抢险物资，登记造册。', '每月巡查两次，记录在案。')
  const group = fc.constantFrom('防汛备汛', '抗旱保苗', '')
  const unit = fc.constantFrom('区水务局', '区应急局、各镇')
  const header = '序号\t任务\t工作内容\t责任单位\t完成时限'

  test('keeps all text; a row that does not fit is a finding with its line', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(group, sentence, unit, spoil), { minLength: 3, maxLength: 12 }), (rows) => {
        const printed = rows.map(([name, text, who, how], index) =>
          spoilt([String(index + 1), name, text, who, '6月底前'], how),
        )
        const texts = [header, ...printed.flat()]
        const reading = read(linesOf(texts))
        expect(signs(allTexts(reading))).toBe(signs(texts))
        // Where many rows are wider than the header, they are the table; a line of text may begin another one.
        const surplus = rows.filter(([, , , how]) => how === 'too many').length
        const isRare = surplus * 3 < rows.length && reading.tables.length === 1
        const found = new Set(reading.findings.map(({ line }) => line))
        let line = 2
        for (const [index, lines] of printed.entries()) {
          if (isRare && rows[index]?.[3] === 'too many') expect(found).toContain(line)
          line += lines.length
        }
      }),
      { numRuns: 120 },
    )
  })

  test('rows torn inside a cell read as whole ones', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(group, sentence, unit, fc.constantFrom('none', 'torn', 'torn twice')), {
          minLength: 3,
          maxLength: 12,
        }),
        (rows) => {
          const cells = rows.map(([name, text, who], index) => [String(index + 1), name, text, who, '6月底前'])
          const torn = cells.flatMap((row, index) => spoilt(row, rows[index]?.[3] ?? 'none'))
          const whole = read(linesOf([header, ...cells.map((row) => row.join('\t'))])).tables
          expect(read(linesOf([header, ...torn])).tables.map((table) => table.rows)).toEqual(
            whole.map((table) => table.rows),
          )
        },
      ),
      { numRuns: 60 },
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
        fc.array(fc.tuple(group, sentence, unit, due), { minLength: 2, maxLength: 20 }),
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
          const whole = read(linesOf([header, ...data])).tables
          const paged = read(linesOf([header, ...cut])).tables
          expect(paged).toHaveLength(1)
          expect(paged[0]?.rows).toEqual(whole[0]?.rows)
          expect(paged[0]?.filledRows).toEqual(whole[0]?.filledRows)
          expect(paged[0]?.columns).toEqual(whole[0]?.columns)
        },
      ),
      { numRuns: 60 },
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
        const { tables } = read(linesOf([header, ...full]))
        expect(tables[0]?.rows).toHaveLength(sentences.length + 1)
        expect(tables[0]?.rows[at]?.[2]).toBe(long)
      }),
      { numRuns: 60 },
    )
  })
})

/** Work that grows with the square of these would not end within the time a test has. `npm run bench:reader` measures. */
describe('hostile tables are read to their end', () => {
  const many = (count: number, text: (row: number) => string): string[] =>
    Array.from({ length: count }, (_, row) => text(row))
  test.each([
    ['rows without end', many(4_000, (row) => `${row}\t甲\t加强巡查。\t区水务局`)],
    ['a row of very many cells', ['甲\t'.repeat(20_000), '乙\t丙\t丁']],
    ['a header of very many names over rows', ['序号\t'.repeat(10_000), ...many(1_000, () => '1\t甲')]],
    ['a thousand columns', many(20, () => '甲\t'.repeat(1_000))],
    ['tables of one row', many(4_000, (row) => (row % 2 ? '文字。' : '甲\t乙\t丙'))],
    ['halves of rows', ['序号\t任务\t单位', ...many(4_000, () => '\t加强巡查、登记、上报、\t')]],
    ['torn rows', ['序号\t任务\t单位\t时限', ...many(4_000, (row) => (row % 3 ? '加强巡查' : `${row}\t甲`))]],
    ['bands', ['序号\t任务\t单位', ...many(4_000, () => '一、甲\t\t\t')]],
    ['a cell of very many brackets', ['序号\t任务\t责任单位', `1\t${'（'.repeat(200_000)}\t甲`]],
    ['a cell of very many marks', ['序号\t任务\t责任单位', `1\t${'<p>'.repeat(100_000)}\t甲`]],
    ['very many pipes', ['|'.repeat(200_000), '|甲|乙|']],
    ['an HTML table without end', ['<table>', ...many(4_000, () => '<tr><td>甲<td rowspan=9>乙')]],
    ['half-open tags', [`<table>${'<td '.repeat(200_000)}`]],
    ['numbers one a line', ['序号', '任务', '责任单位', ...many(4_000, (row) => String(row + 1))]],
    ['aligned names without end', many(4_000, () => '序号    任务    责任单位')],
  ])('%s', (_, texts) => {
    const reading = read(linesOf(texts))
    expect(reading.elements.length + reading.tables.length).toBeGreaterThan(0)
    const lines = reading.elements.map((element) => element.lines)
    expect(Math.max(...lines.map(({ to }) => to))).toBeLessThanOrEqual(texts.length)
  })
})
