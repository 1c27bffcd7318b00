import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ReadElement, ReadTable } from '../../../reader/types.ts'
import { type ComparedText, countDifferences, differencesBetween } from './differences.ts'
import { compareTexts, layoutKey } from './text-changes.ts'

const BETWEEN_PRINTS = { numeralsAreSubstance: false }
const BETWEEN_EDITIONS = { numeralsAreSubstance: true }

describe('two wordings of a clause', () => {
  test.each([
    ['停车泊位应当公示。', '停车泊位应当公示。', null, 'the same'],
    ['停车泊位（含临时）应当公示。', '停车泊位(含临时) 应当公示。', 'layout', 'width and spaces'],
    ['“一次办好”服务', '"一次办好"服务', 'layout', 'quotation marks'],
    ['三十日内——自受理之日起', '三十日内—自受理之日起', 'layout', 'length of a dash'],
    ['由区治理中心负责', '由区冶理中心负责', 'misreading', '治 and 冶 look alike'],
    ['经审查，准予备案', '经审查,淮予备案', 'misreading', 'one sign alike, one mark of another width'],
    ['公示时间不少于7日', '公示时间不少于1日', 'misreading', 'a figure alike, between prints'],
    ['泊位、出入口', '泊位出入口', 'misreading', 'a mark lost'],
    ['利用边角地建设停车设施', '利用边角他建设停车设施', 'misreading', '地 and 他 differ in one side'],
    ['按照券面金额补贴', '按照卷面金额补贴', 'misreading', '券 and 卷 differ in their foot'],
    ['撤销备案', '撒销备案', 'misreading', '撤 and 撒 differ inside'],
    ['新增泊位6000个', '新增泊位6OOO个', 'misreading', 'the same sign misread several times in a row'],
    ['2024年5月10日', '2024年5月16日', 'misreading', 'a round figure alike, between prints'],
    ['收费不超过5元', '收费不超过10元', 'substance', 'a figure more'],
    ['应当公示', '可以公示', 'substance', 'another word'],
    ['由区治理中心负责', '由区管理中心负责', 'substance', '治 and 管 do not look alike'],
    ['收费标准应当公示。', '收费标准应当公示，并接受监督。', 'substance', 'words added'],
    ['己未日土', '已末曰士', 'substance', 'too many at once to be misread'],
  ])('%s → %s: %s (%s)', (from, to, expected, _because) => {
    expect(compareTexts(from, to, BETWEEN_PRINTS).class).toBe(expected)
  })

  test('between editions a figure is never taken for misread', () => {
    expect(compareTexts('不少于7日', '不少于1日', BETWEEN_EDITIONS).class).toBe('substance')
    expect(compareTexts('由区治理中心负责', '由区冶理中心负责', BETWEEN_EDITIONS).class).toBe('misreading')
  })

  test('runs put both texts together again', () => {
    const [from, to] = ['区政府应当在三十日内公布结果。', '区政府办公室应在二十日内向社会公布结果。']
    const { runs } = compareTexts(from, to, BETWEEN_PRINTS)
    const side = (without: 'from' | 'to') =>
      runs
        .filter(({ kind }) => kind !== without)
        .map(({ text }) => text)
        .join('')
    expect([side('to'), side('from')]).toEqual([from, to])
  })

  test('runs put any two texts together again, and whitespace alone is layout', () => {
    const text = fc.string({ unit: fc.constantFrom(...'治冶7 1（）、。—-“”市巾甲乙'), maxLength: 40 })
    fc.assert(
      fc.property(text, text, (from, to) => {
        const { class: found, runs } = compareTexts(from, to, BETWEEN_PRINTS)
        const side = (without: 'from' | 'to') => runs.filter(({ kind }) => kind !== without).map((run) => run.text)
        expect(layoutKey(side('to').join(''))).toBe(layoutKey(from))
        expect(side('from').join('')).toBe(to)
        if (from.replaceAll(' ', '') === to.replaceAll(' ', '')) expect([null, 'layout']).toContain(found)
      }),
    )
  })

  test('long texts that share nothing end soon', () => {
    const runs = compareTexts('甲乙丙'.repeat(20_000), '丁戊己'.repeat(20_000), BETWEEN_PRINTS)
    expect(runs.class).toBe('substance')
  })
})

const notice = { part: { kind: 'notice' as const }, lines: { from: 1, to: 1 } }
const clause = (label: string, text: string): ReadElement & { id: string } => ({
  kind: 'clause',
  level: 1,
  label: `${label}、`,
  heading: null,
  text,
  path: label,
  id: `n-${label}`,
  ...notice,
})
const paragraph = (text: string): ReadElement => ({ kind: 'paragraph', text, path: '', ...notice })
const of = (...elements: ComparedText['elements']): ComparedText => ({ elements, tables: [] })

const parking = [
  clause('一', '合理设置泊位，方便群众停车。'),
  clause('二', '收费标准应当公示。'),
  clause('三', '加强巡查。'),
]

describe('two texts', () => {
  const between = (from: ComparedText, to: ComparedText) =>
    differencesBetween(from, to, BETWEEN_PRINTS).map(({ class: kind, clauseId, from: a, to: b }) => [
      kind,
      clauseId,
      a,
      b,
    ])

  test('without differences have none', () => expect(between(of(...parking), of(...parking))).toEqual([]))

  test('a clause that was misread is paired with itself', () => {
    const [first, , last] = parking
    if (!first || !last) throw new Error('three clauses')
    expect(between(of(...parking), of(first, clause('二', '收费标淮应当公示。'), last))).toEqual([
      ['misreading', 'n-二', '二、收费标准应当公示。', '二、收费标淮应当公示。'],
    ])
  })

  test('a clause that one lacks is substance, by its own id', () => {
    expect(between(of(...parking), of(...parking.slice(0, 2)))).toEqual([['substance', 'n-三', '三、加强巡查。', null]])
  })

  test('a paragraph that is broken otherwise is layout', () => {
    expect(
      between(
        of(paragraph('各单位要加强领导，明确责任。')),
        of(paragraph('各单位要加强领导，'), paragraph('明确责任。')),
      ),
    ).toEqual([['layout', null, '各单位要加强领导，明确责任。', '各单位要加强领导，明确责任。']])
  })

  test('recipients and signature that a gazette leaves out are layout', () => {
    const recipients: ReadElement = { kind: 'recipients', text: '各街道办事处：', path: '', ...notice }
    expect(between(of(recipients, ...parking), of(...parking))).toEqual([['layout', null, '各街道办事处：', null]])
  })

  test('other recipients are substance', () => {
    const to = (text: string): ReadElement => ({ kind: 'recipients', text, path: '', ...notice })
    expect(between(of(to('各街道办事处：'), ...parking), of(to('区教育局、区财政局：'), ...parking))).toEqual([
      ['substance', null, '各街道办事处：', null],
      ['substance', null, null, '区教育局、区财政局：'],
    ])
  })

  test('an inserted clause is substance, the numbers that it moves are layout', () => {
    const later = [clause('一', '合理设置泊位，方便群众停车。'), clause('二', '新建小区应当配建充电设施。')]
    const found = differencesBetween(
      of(...parking),
      of(...later, clause('三', '收费标准应当公示。'), clause('四', '加强巡查。')),
      BETWEEN_EDITIONS,
    )
    expect(found.find(({ from }) => from === null)?.to).toBe('二、新建小区应当配建充电设施。')
    expect(countDifferences(found)).toEqual({ layout: 2, misreading: 0, substance: 1 })
  })

  test('rows of a table are compared one by one', () => {
    const table = (...rows: string[][]): ReadTable => ({
      part: { kind: 'notice' },
      path: '',
      title: '泊位统计表',
      unitNote: null,
      columns: ['街道', '泊位'],
      rows,
      filledRows: rows,
      bands: [],
      notes: [],
      rowLines: [],
      lines: { from: 1, to: 1 },
      kind: 'statistics',
    })
    const text = (...rows: string[][]): ComparedText => ({
      elements: [{ kind: 'table', table: 0, path: '', ...notice }],
      tables: [table(...rows)],
    })
    expect(between(text(['柳堤街道', '120'], ['水头镇', '87']), text(['柳堤街道', '120'], ['水头镇', '82']))).toEqual([
      ['substance', null, '水头镇｜87', '水头镇｜82'],
    ])
  })
})
