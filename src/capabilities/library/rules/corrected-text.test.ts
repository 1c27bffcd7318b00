import { describe, expect, test } from 'vitest'
import type { ReadElement, ReadTable } from '../../../reader/types.ts'
import { correctText, foundPiece, lostTextCorrections, shownText, type TextCorrection } from './corrected-text.ts'
import { elementWith, isSamePiece, type PiecedText, tableWith, textPieces } from './text-pieces.ts'

const AT = { part: { kind: 'notice' }, lines: { from: 1, to: 1 } } as const
const paragraph = (text: string, path = ''): ReadElement => ({ kind: 'paragraph', text, path, ...AT })
const clause = (path: string, text: string, heading: string | null = null): ReadElement => ({
  kind: 'clause',
  level: 1,
  label: `${path}、`,
  heading,
  text,
  path,
  ...AT,
})
const tableOf = (columns: readonly string[], rows: readonly (readonly string[])[]): ReadTable => ({
  ...AT,
  path: '',
  title: '全区主要指标',
  unitNote: '单位：万元',
  columns,
  rows,
  filledRows: rows.map((cells, at) =>
    cells.map((cell, column) =>
      cell !== '' || column > 0 ? cell : (rows.slice(0, at).findLast((row) => row[0])?.[0] ?? ''),
    ),
  ),
  bands: [{ beforeRow: 1, text: '二、财政' }],
  notes: ['注：快报数。'],
  rowLines: rows.map(() => AT.lines),
  kind: 'statistics',
})
const TABLE: ReadElement = { kind: 'table', table: 0, path: '', ...AT }
const text = (elements: readonly ReadElement[], tables: readonly ReadTable[] = []): PiecedText => ({ elements, tables })

/** What a person says of the piece of a text with these words. */
function said(of: PiecedText, words: string, value: string, at = 0): TextCorrection {
  const pieces = textPieces(of)
  const piece = pieces.filter((one) => one.words === words)[at]
  if (!piece) throw new Error(`no piece says ${words}`)
  return { field: `text/~${words.length}${at}`, found: foundPiece(piece, pieces, ''), value }
}
const wordsOf = (of: PiecedText, ...corrections: readonly TextCorrection[]) =>
  textPieces(correctText(of, corrections)).map(({ words }) => words)

const READ = text([
  paragraph('各街道办事处：'),
  clause('一', '完成辖区停东泊位普查。'),
  clause('二', '规范收费。停东收费明码标价。', '规范收费'),
  paragraph('收费标准另行公布。', '二'),
])
const CLAUSE = said(READ, '完成辖区停东泊位普查。', '完成辖区停车泊位普查。')

describe('words that a person corrected', () => {
  test.each<{ now: PiecedText; shown: string | null; because: string }>([
    { now: READ, shown: '完成辖区停车泊位普查。', because: 'the same text' },
    {
      now: text([paragraph('第一期'), clause('一', '完成辖区 停东泊位普查。')]),
      shown: '完成辖区停车泊位普查。',
      because: 'layout alone is another',
    },
    {
      now: text([clause('一', '完成辖区停车泊位普查。')]),
      shown: '完成辖区停车泊位普查。',
      because: 'it is read well by now',
    },
    {
      now: text([clause('三', '完成辖区停东泊位普查。')]),
      shown: '完成辖区停车泊位普查。',
      because: 'the clause stands elsewhere',
    },
    {
      now: text([clause('一', '全面完成辖区停东泊位普查。建立台账。')]),
      shown: '全面完成辖区停车泊位普查。建立台账。',
      because: 'the rest is read otherwise',
    },
    { now: text([clause('一', '完成本区停东泊位普查。')]), shown: null, because: 'it is read otherwise just there' },
    { now: text([clause('一', '严格控制支出。')]), shown: null, because: 'another clause stands there' },
  ])('stand there: $because', ({ now, shown }) => {
    const { places } = correctText(now, [CLAUSE])
    expect(places.has(CLAUSE.field)).toBe(shown !== null)
    if (shown === null) expect(wordsOf(now, CLAUSE)).toEqual(wordsOf(now))
    else expect(wordsOf(now, CLAUSE)).toContain(shown)
  })

  test('of one of two that read the same are that one', () => {
    const twins = text([clause('一', '另行通知。'), paragraph('另行通知。', '一'), paragraph('另行通知。', '一')])
    expect(wordsOf(twins, said(twins, '另行通知。', '另行通报。', 2))).toEqual([
      '另行通知。',
      '另行通知。',
      '另行通报。',
    ])
  })

  test('are short words only where they stood', () => {
    const read = text([paragraph('附：', '一')])
    expect(wordsOf(text([paragraph('附：', '二')]), said(read, '附：', '附件：'))).toEqual(['附：'])
  })

  test('that are none leave a gap, so that what is read keeps its place', () => {
    const corrected = correctText(READ, [said(READ, '收费标准另行公布。', '')])
    expect(corrected.elements[3]).toBeNull()
    expect(shownText(READ, corrected).elements).toHaveLength(3)
  })

  test('without any, a text is as it was read', () => {
    const { elements, tables } = correctText(READ, [])
    expect([elements, tables]).toEqual([READ.elements, READ.tables])
  })

  test('that lie on nothing are told in what was changed', () => {
    const override = { ...CLAUSE, reason: '核对原件' }
    expect(lostTextCorrections('990102-2024-000001', [override], new Map())).toMatchObject([
      { code: 'correction-lost', message: expect.stringContaining('“成辖区停东泊位普查→成辖区停车泊位普查”') },
    ])
    expect(lostTextCorrections('990102-2024-000001', [override], new Map([[CLAUSE.field, 1]]))).toEqual([])
  })
})

describe('the heading of a clause follows its words', () => {
  test.each([
    { was: '规范收费。明码标价。', words: '规范收贾。明码标价。', heading: '规范收贾', because: 'it was corrected' },
    { was: '规范收费。明码标价。', words: '规范收费。明码标介。', heading: '规范收费', because: 'the rest was' },
    { was: '规范收费。明码标价。', words: '规范收贾。明码标介。', heading: '规范收贾', because: 'both were' },
    { was: '规范收费', words: '规范收贾', heading: '规范收贾', because: 'it is all' },
    { was: '规范收费。明码标价。', words: '明码标价', heading: null, because: 'no sentence ends where it did' },
  ])('$because', ({ was, words, heading }) => {
    expect(elementWith(clause('二', was, '规范收费'), words)).toMatchObject({ text: words, heading })
  })
})

describe('a cell of a table', () => {
  const ROWS = [
    ['生产总值', '2023', '100'],
    ['', '2024', '100'],
    ['财政收入', '2024', '88'],
  ]
  const COLUMNS = ['指标', '年份', '数值']
  const READ_TABLE = text([TABLE], [tableOf(COLUMNS, ROWS)])
  const cells = (of: PiecedText, ...corrections: TextCorrection[]) => correctText(of, corrections).tables[0]?.rows

  test('is known by its row and its column, whatever other cells say the same', () => {
    const second = said(READ_TABLE, '100', '108', 1)
    expect(cells(READ_TABLE, second)?.map((row) => row[2])).toEqual(['100', '108', '88'])
    const more = text([TABLE], [tableOf(COLUMNS, [['人口', '2024', '100'], ...ROWS])])
    expect(cells(more, second)?.map((row) => row[2])).toEqual(['100', '100', '108', '88'])
  })

  test('of a row that is read no more lies on nothing', () => {
    const other = text([TABLE], [tableOf(COLUMNS, [['人口', '2020', '100']])])
    const correction = said(READ_TABLE, '88', '86')
    expect(correctText(other, [correction]).places.size).toBe(0)
    expect(correctText(text([paragraph('88')]), [correction]).places.size).toBe(0)
  })

  test('that was empty is filled only in just its row', () => {
    const gap = text(
      [TABLE],
      [
        tableOf(COLUMNS, [
          ['生产总值', '2023', ''],
          ['财政收入', '2024', '88'],
        ]),
      ],
    )
    const filled = said(gap, '', '100')
    expect(cells(gap, filled)?.[0]).toEqual(['生产总值', '2023', '100'])
    const near = text([TABLE], [tableOf(COLUMNS, [['生产净值', '2022', '']])])
    expect(cells(near, filled)?.[0]).toEqual(['生产净值', '2022', ''])
  })

  test('that is merged is said in the rows below it too', () => {
    const [table] = correctText(READ_TABLE, [said(READ_TABLE, '生产总值', '地区生产总值')]).tables
    expect(table?.filledRows.map((row) => row[0])).toEqual(['地区生产总值', '地区生产总值', '财政收入'])
    expect(table?.rows.map((row) => row[0])).toEqual(['地区生产总值', '', '财政收入'])
  })

  test.each([
    { slot: 'title', words: '主要指标', part: { title: '主要指标' } },
    { slot: 'unit', words: '单位：亿元', part: { unitNote: '单位：亿元' } },
    { slot: '0/2', words: '年度', part: { columns: ['指标', '年度', '数值'] } },
    { slot: 'bands/1', words: '二、金融', part: { bands: [{ beforeRow: 1, text: '二、金融' }] } },
    { slot: 'notes/1', words: '注：年报数。', part: { notes: ['注：年报数。'] } },
  ])('or $slot of it', ({ slot, words, part }) => {
    expect(tableWith(tableOf(COLUMNS, ROWS), slot, words)).toMatchObject(part)
    expect(textPieces(READ_TABLE).filter((piece) => isSamePiece(piece, { element: 0, slot }))).toHaveLength(1)
  })
})
