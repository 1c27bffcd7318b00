import { describe, expect, test } from 'vitest'
import { correctedCitations, correctedTasks, type KeptOverride, lostCorrections } from './corrected-items.ts'
import { titleKey } from './derive.ts'
import { citationItems, type FoundCitation, type FoundTask, taskItems } from './item-places.ts'

const task = (requirement: string, more: Partial<FoundTask> = {}): FoundTask => ({
  no: null,
  path: [],
  requirement,
  lead: [],
  responsible: ['区住建局', '区财政局'],
  due: '2024-12-31',
  dueText: '2024年12月底前',
  source: 'table',
  clauseId: null,
  ...more,
})
const cited = (title: string, more: Partial<FoundCitation> = {}): FoundCitation => ({
  effect: 'cites',
  title,
  titleKey: titleKey(title),
  docNumber: null,
  clauseId: 'n-一',
  ...more,
})

/** Corrections of the piece at a place, as they are kept from then on. */
const of = (
  kind: 'tasks' | 'citations',
  found: KeptOverride['found'],
  values: Record<string, string>,
): KeptOverride[] =>
  Object.entries(values).map(([name, value]) => ({
    field: `${kind}/~00000001${name === '' ? '' : `/${name}`}`,
    value,
    reason: '核对原件',
    found,
  }))

const ROADS = task('完成东湖路等三条道路的维修改造', { no: 1, path: ['一、道路'] })
const LAMPS = task('更换老旧路灯二百盏', { no: 2, path: ['一、道路'] })
const PARKS = task('新建口袋公园两处', { no: 3, path: ['二、绿地'] })

describe('a corrected task', () => {
  test.each<[string, Record<string, string>, Partial<FoundTask>]>([
    ['another limit: the printed words go', { due: '2024-06-30' }, { due: '2024-06-30', dueText: null }],
    ['no limit', { due: '' }, { due: null, dueText: null }],
    ['another task', { requirement: '维修道路' }, { requirement: '维修道路', due: '2024-12-31' }],
    [
      'a leader beside those who are responsible',
      { lead: '区交通局' },
      { lead: ['区交通局'], responsible: ['区交通局', '区住建局', '区财政局'] },
    ],
    ['a leader from among them', { lead: '区财政局' }, { lead: ['区财政局'], responsible: ['区住建局', '区财政局'] }],
    ['others who are responsible', { responsible: '区水务局' }, { lead: [], responsible: ['区水务局'] }],
    ['nobody', { responsible: '' }, { lead: [], responsible: [] }],
    [
      'both',
      { lead: '区水务局', responsible: '区财政局' },
      { lead: ['区水务局'], responsible: ['区水务局', '区财政局'] },
    ],
  ])('%s', (_, values, expected) => {
    const found = [ROADS, LAMPS]
    const { items } = correctedTasks(found, of('tasks', taskItems(found)[0] ?? null, values))
    expect(items).toEqual([
      { ...ROADS, ...expected, position: 0 },
      { ...LAMPS, position: 1 },
    ])
  })

  test('a corrected leader takes the place of the former; one who is not responsible leads no more', () => {
    const found = [task('绿化', { lead: ['区林业局'], responsible: ['区林业局', '区财政局'] })]
    const units = (values: Record<string, string>) => {
      const [item] = correctedTasks(found, of('tasks', taskItems(found)[0] ?? null, values)).items
      return [item?.lead, item?.responsible]
    }
    expect(units({ lead: '区园林局' })).toEqual([['区园林局'], ['区园林局', '区财政局']])
    expect(units({ lead: '' })).toEqual([[], ['区财政局']])
    expect(units({ responsible: '区财政局' })).toEqual([[], ['区财政局']])
  })

  test('one that is none is gone, and the others keep their numbers', () => {
    const found = [ROADS, LAMPS, PARKS]
    const { items } = correctedTasks(found, of('tasks', taskItems(found)[1] ?? null, { '': '' }))
    expect(items.map(({ requirement, position }) => [requirement, position])).toEqual([
      [ROADS.requirement, 0],
      [PARKS.requirement, 2],
    ])
  })
})

describe('a task that is read again', () => {
  const CORRECTIONS = of('tasks', taskItems([ROADS, LAMPS, PARKS])[1] ?? null, {
    due: '2024-06-30',
    requirement: '更换老旧路灯三百盏',
  })
  const twice = task('按职责落实', { no: null, path: [], clauseId: 'n-一' })
  test.each<[string, readonly FoundTask[], number | null]>([
    ['as before', [ROADS, LAMPS, PARKS], 1],
    ['behind one that was overlooked', [task('清理积水点', { no: 1 }), ROADS, LAMPS, PARKS], 2],
    ['with one sign read otherwise', [ROADS, { ...LAMPS, requirement: '更换老旧路灯二百蓋' }], 1],
    ['as the person wrote it', [ROADS, { ...LAMPS, no: null, path: [], requirement: '更换老旧路灯三百盏' }], 1],
    ['cut off, in its row', [ROADS, { ...LAMPS, requirement: '更换老旧' }], 1],
    ['nowhere', [ROADS, PARKS], null],
    ['nowhere, and another stands in its row', [ROADS, { ...PARKS, no: 2, path: ['一、道路'] }], null],
  ])('%s', (_, found, place) => {
    const { items, places } = correctedTasks(found, CORRECTIONS)
    expect([...places.values()]).toEqual([place, place])
    expect(items.filter(({ due }) => due === '2024-06-30').map(({ position }) => position)).toEqual(
      place === null ? [] : [place],
    )
  })

  test('of two in the same words the one that was meant is found', () => {
    const found = [twice, ROADS, { ...twice, clauseId: 'n-二' }]
    const meant = of('tasks', taskItems(found)[2] ?? null, { due: '2024-06-30' })
    expect([...correctedTasks(found, meant).places.values()]).toEqual([2])
    expect([...correctedTasks([LAMPS, ...found], meant).places.values()]).toEqual([3])
  })
})

describe('a corrected citation', () => {
  const found = [cited('明溪区停车管理办法', { docNumber: '明溪政发〔2020〕1号' }), cited('中华人民共和国城乡规划法')]
  test.each<[string, Record<string, string>, object]>([
    ['its effect', { effect: 'repeals' }, { effect: 'repeals', tiedTo: null }],
    ['its number', { docNumber: '明溪政发〔2021〕1号' }, { docNumber: '明溪政发〔2021〕1号' }],
    ['no number', { docNumber: '' }, { docNumber: null }],
    [
      'its title, by which it is looked for',
      { title: '明溪区停车收费办法' },
      { title: '明溪区停车收费办法', titleKey: '明溪区停车收费办法' },
    ],
    ['the document that is meant', { document: '990102-2020-000001' }, { tiedTo: '990102-2020-000001' }],
    ['no document', { document: '' }, { tiedTo: '' }],
  ])('%s', (_, values, expected) => {
    const { items } = correctedCitations(found, of('citations', citationItems(found)[0] ?? null, values))
    expect(items[0]).toEqual({ ...found[0], position: 0, tiedTo: null, ...expected })
    expect(items[1]).toMatchObject({ position: 1, tiedTo: null })
  })
})

describe('a citation that is read again', () => {
  const RULES = cited('明溪区停车管理办法', { docNumber: '明溪政发〔2020〕1号' })
  const CORRECTION = of('citations', citationItems([RULES])[0] ?? null, { effect: 'repeals' })
  test.each<[string, readonly FoundCitation[], number | null]>([
    ['elsewhere in the text', [cited('中华人民共和国城乡规划法'), { ...RULES, clauseId: 'n-五' }], 1],
    ['without its number', [{ ...RULES, docNumber: null }], 0],
    ['with one sign read otherwise', [cited('明溪区停东管理办法')], 0],
    [
      'by its number, with more of its title',
      [{ ...RULES, ...cited('明溪区机动车停车管理办法（试行）'), docNumber: RULES.docNumber }],
      0,
    ],
    ['nowhere; the rules made under it are another', [cited('明溪区停车管理办法实施细则')], null],
    ['nowhere; another of that length is another', [cited('明溪区渔业管理条例')], null],
  ])('%s', (_, now, place) => expect([...correctedCitations(now, CORRECTION).places.values()]).toEqual([place]))

  test('what lies on nothing any more is told, with the words that take it away', () => {
    const { places } = correctedCitations([], CORRECTION)
    const [finding] = lostCorrections('990102-2024-000003', CORRECTION, places)
    expect(finding).toMatchObject({ code: 'correction-lost', severity: 'warning', line: null })
    expect(finding?.message).toContain('引用“明溪区停车管理办法”（作用更正为“repeals”，理由：核对原件）')
    expect(finding?.message).toContain('kaiming correct 990102-2024-000003 citations/~00000001/effect --undo')
    expect(lostCorrections('x', CORRECTION, correctedCitations([RULES], CORRECTION).places)).toEqual([])
    expect(lostCorrections('x', [{ field: 'topic', value: '', reason: '', found: null }], new Map())).toEqual([])
  })
})
