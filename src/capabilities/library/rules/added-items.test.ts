import { expect, test } from 'vitest'
import { isTheAdded, nextAddition, readAddition } from './added-items.ts'
import { correctedCitations, correctedTasks, type KeptOverride, lostCorrections } from './corrected-items.ts'
import { titleKey } from './derive.ts'
import type { FoundCitation, FoundItem, FoundTask } from './item-places.ts'

const added = (words: string, more: Partial<FoundItem> = {}): FoundItem => ({
  words,
  number: null,
  path: '',
  clauseId: null,
  nth: 0,
  isAdded: true,
  ...more,
})

test.each([
  ['tasks', '完成三条道路的维修改造', { words: '完成三条道路的维修改造', number: null }],
  ['tasks', '', null],
  ['citations', '《停车管理办法》', { words: '停车管理办法', number: null }],
  ['citations', '停车管理办法', { words: '停车管理办法', number: null }],
  ['citations', '《停车管理办法》（明溪政发[2020]7号）', { words: '停车管理办法', number: '明溪政发〔2020〕7号' }],
  ['citations', '《停车管理办法》（明溪政发（2020）7号）', { words: '停车管理办法', number: '明溪政发〔2020〕7号' }],
  [
    'citations',
    '《关于修改〈停车管理办法〉的决定》(明溪区人民政府令第5号)',
    { words: '关于修改〈停车管理办法〉的决定', number: '明溪区人民政府令第5号' },
  ],
  ['citations', '', null],
] as const)('what the reader missed, in %s: %s', (kind, value, expected) => {
  const read = readAddition(kind, value)
  expect(read.ok ? read.value : null).toEqual(expected)
})

test.each<[string, FoundItem, Partial<FoundItem>, boolean]>([
  ['the same words', added('更换老旧路灯二百盏'), { words: '更换老旧路灯 二百盏。' }, true],
  ['nearly the same words are another task', added('更换老旧路灯二百盏'), { words: '更换老旧路灯三百盏' }, false],
  ['a title without its number', added('停车办法'), { words: '停车办法', number: '明溪政发〔2020〕7号' }, true],
  [
    'a title with the number in other brackets',
    added('停车办法', { number: '明溪政发〔2020〕7号' }),
    { words: '停车办法', number: '明溪政发[2020]7号' },
    true,
  ],
  [
    'a title with another number',
    added('停车办法', { number: '明溪政发〔2020〕7号' }),
    { words: '停车办法', number: '明溪政发〔2023〕2号' },
    false,
  ],
])('what is read is what was added: %s', (_, item, now, expected) => {
  expect(isTheAdded(item, { ...added(''), ...now })).toBe(expected)
})

test.each([
  {
    wrote: '建成 A 级景区3处，绿道12公里',
    read: '建成Ａ级景区３处、绿道１２公里。',
    is: true,
    because: 'width, spaces and which mark parts the words',
  },
  {
    wrote: '落实"一网通办"(含街道)',
    read: '落实“一网通办”（含街道）；',
    is: true,
    because: 'quotation marks and brackets',
  },
  { wrote: '修订《停车管理办法》', read: '修订停车管理办法', is: true, because: 'marks of a title' },
  { wrote: '2026—2028年行动计划', read: '2026-2028年行动计划', is: true, because: 'the length of a dash' },
  { wrote: '增长3.5%', read: '增长35%', is: false, because: 'the point of a figure' },
  { wrote: '增长5%', read: '增长5', is: false, because: 'per cent' },
  { wrote: '建成3-5处', read: '建成35处', is: false, because: 'from three to five' },
  { wrote: '气温降到-5度', read: '气温降到5度', is: false, because: 'below zero' },
  { wrote: '绿化率≥40%', read: '绿化率40%', is: false, because: 'at least' },
  { wrote: '新建口袋公园两处', read: '新建口袋公园三处', is: false, because: 'a word' },
  { wrote: '——', read: '。', is: false, because: 'marks alone are compared as marks' },
])('“$wrote”, read as “$read”, are one: $is ($because)', ({ wrote, read, is }) => {
  expect(isTheAdded(added(wrote), added(read))).toBe(is)
  expect(isTheAdded(added(read), added(wrote))).toBe(is)
})

test('numbers of what was added are not given to another while later ones stand', () => {
  expect(nextAddition([])).toBe(0)
  expect(nextAddition([added('甲', { nth: 0 }), added('丙', { nth: 2 })])).toBe(3)
})

const task = (requirement: string): FoundTask => ({
  no: null,
  path: [],
  requirement,
  lead: [],
  responsible: ['区住建局'],
  due: '2024-12-31',
  dueText: '2024年12月底前',
  source: 'table',
  clauseId: null,
})
const kept = (key: string, found: FoundItem, values: Record<string, string>): KeptOverride[] =>
  Object.entries(values).map(([name, value]) => ({
    field: `tasks/~${key}${name === '' ? '' : `/${name}`}`,
    value,
    reason: '核对原件',
    found,
  }))

const ROADS = task('完成东湖路等三条道路的维修改造')
const LAMPS = kept('00000001', added('更换老旧路灯二百盏'), {
  '': '更换老旧路灯二百盏',
  lead: '区城管局',
  due: '2024-06-30',
  clause: 'n-二',
})
const PARKS = kept('00000002', added('新建口袋公园两处', { nth: 1 }), { '': '新建口袋公园两处' })

test('what was added stands behind what is read, in the order in which it was added', () => {
  const { items, places } = correctedTasks([ROADS], [...PARKS, ...LAMPS])
  expect(items).toEqual([
    { ...ROADS, position: 0 },
    {
      no: null,
      path: [],
      requirement: '更换老旧路灯二百盏',
      lead: ['区城管局'],
      responsible: ['区城管局'],
      due: '2024-06-30',
      dueText: null,
      source: 'person',
      clauseId: 'n-二',
      position: 1,
    },
    expect.objectContaining({ requirement: '新建口袋公园两处', position: 2 }),
  ])
  expect(Object.fromEntries(places)).toMatchObject({
    'tasks/~00000001': 1,
    'tasks/~00000001/due': 1,
    'tasks/~00000002': 2,
  })
  expect(lostCorrections('1', [...LAMPS, ...PARKS], places)).toEqual([])
})

test('what a better reader reads lies on what was read, once, with what the person said of it', () => {
  const read = { ...task('更换老旧路灯二百盏'), clauseId: 'n-一' }
  const { items } = correctedTasks([read, ROADS], [...LAMPS, ...PARKS])
  expect(items.map(({ requirement, due, source, position }) => [requirement, due, source, position])).toEqual([
    ['更换老旧路灯二百盏', '2024-06-30', 'table', 0],
    [ROADS.requirement, '2024-12-31', 'table', 1],
    ['新建口袋公园两处', null, 'person', 3],
  ])
})

test('two documents that became one keep both additions of the same number', () => {
  const other = kept('00000003', added('清理积水点'), { '': '清理积水点' })
  const { items } = correctedTasks([ROADS], [...LAMPS, ...other])
  expect(items.map(({ requirement, position }) => [requirement, position])).toEqual([
    [ROADS.requirement, 0],
    ['更换老旧路灯二百盏', 1],
    ['清理积水点', 2],
  ])
})

test('a citation that was added only cites unless it is corrected', () => {
  const found = added('停车管理办法', { number: '明溪政发〔2020〕7号' })
  const overrides = (values: Record<string, string>): KeptOverride[] =>
    Object.entries(values).map(([name, value]) => ({
      field: `citations/~00000001${name === '' ? '' : `/${name}`}`,
      value,
      reason: '漏读',
      found,
    }))
  const cited: FoundCitation = {
    effect: 'cites',
    title: '停车管理办法',
    titleKey: titleKey('停车管理办法'),
    docNumber: '明溪政发〔2020〕7号',
    clauseId: null,
  }
  const only = overrides({ '': '停车管理办法' })
  expect(correctedCitations([], only).items).toEqual([{ ...cited, position: 0, tiedTo: null }])
  expect(correctedCitations([], [...only, ...overrides({ effect: 'repeals', document: '7' })]).items).toEqual([
    { ...cited, effect: 'repeals', position: 0, tiedTo: '7' },
  ])
})
