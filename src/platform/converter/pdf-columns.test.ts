import { describe, expect, test } from 'vitest'
import { KnownGutters } from './pdf-gutter.ts'
import { layOutPage } from './pdf-layout.ts'
import type { Glyph } from './pdf-lines.ts'

/** A run of text at a place, as wide as its size times its signs. */
const run = (text: string, x: number, y: number, size = 10): Glyph => ({
  text,
  x,
  y,
  width: text.length * size,
  size,
})
const texts = (glyphs: readonly Glyph[], known?: KnownGutters) =>
  layOutPage(glyphs, [], known).map(({ text }) => text.trim())

const column = (name: string, x: number, y: number) =>
  Array.from({ length: 8 }, (_, at) => run(`${name}栏第${'一二三四五六七八'[at]}行的文字在这里`, x, y + at * 20))

const WORDS = '各级各部门要加强组织领导，落实工作责任，按照职责分工抓好各项任务。'
/** Lines of a paragraph that fill a column of so many signs, the first two signs in; `mark` begins and ends it. */
const paragraph = (mark: string, signs: number, lines: number, x: number, y: number): Glyph[] => {
  const text = `${mark}${WORDS.repeat(9)}`
  return Array.from({ length: lines }, (_, at) => {
    const from = at === 0 ? 0 : at * signs - 2
    const isLast = at === lines - 1
    const part = text.slice(from, isLast ? from + signs - 6 : (at + 1) * signs - 2)
    return run(isLast ? `${part}${mark}。` : part, at === 0 ? x + 20 : x, y + at * 18)
  })
}
const centred = (text: string, from: number, to: number, y: number, size = 14): Glyph =>
  run(text, (from + to - text.length * size) / 2, y, size)
/** The order in which marks are read: each stands at the beginning and at the end of its paragraph. */
const marksIn = (read: readonly string[], ...marks: string[]): string =>
  [...read.join('')].filter((sign) => marks.includes(sign)).join('')

test('columns whose lines stand at different heights are read one after the other, below what stands over both', () => {
  const read = texts([run('目', 195, 40), run('录', 225, 40), ...column('左', 50, 80), ...column('右', 270, 87)])
  expect(read[0]).toBe('目 录')
  expect(read.slice(1, 9).every((text) => text.startsWith('左栏'))).toBe(true)
  expect(read.slice(9).every((text) => text.startsWith('右栏'))).toBe(true)
})

describe('a page in two columns', () => {
  const left = (mark: string, y: number, lines = 5) => paragraph(mark, 22, lines, 50, y)
  const right = (mark: string, y: number, lines = 5) => paragraph(mark, 22, lines, 295, y)
  const signature = (x: number, y: number) => [run('明溪区人民政府', x, y), run('2011年5月3日', x + 4, y + 18)]

  test('is read column by column when titles and signatures stand beside text', () => {
    const read = texts([
      ...left('甲', 80),
      ...signature(170, 180),
      centred('关于农村公路养护的', 50, 270, 240),
      centred('通知', 50, 270, 258),
      ...left('乙', 290, 9),
      centred('关于表彰先进的决定', 295, 515, 84),
      ...right('丙', 116, 8),
      ...signature(415, 270),
      ...right('丁', 330, 7),
    ])
    expect(marksIn(read, '甲', '乙', '丙', '丁')).toBe('甲甲乙乙丙丙丁丁')
    expect(read).toContain('关于农村公路养护的')
  })

  test('is read column by column when the right one ends early', () => {
    const read = texts([...left('甲', 80, 20), ...left('乙', 460, 12), ...right('丙', 80, 4), ...signature(415, 160)])
    expect(marksIn(read, '甲', '乙', '丙')).toBe('甲甲乙乙丙丙')
    expect(read.slice(-2)).toEqual(['明溪区人民政府', '2011年5月3日'])
  })

  test('is read region by region where headings and tables stand over both columns', () => {
    const cells = (y: number, ...texts: string[]) => texts.map((text, at) => run(text, [50, 120, 330, 450][at] ?? 0, y))
    const read = texts([
      centred('明溪区人民政府公报', 50, 515, 40),
      ...left('甲', 80, 6),
      ...right('乙', 84, 6),
      centred('区政府办公室文件汇编选登专题', 50, 515, 220),
      ...left('丙', 260, 6),
      ...right('丁', 264, 6),
      ...cells(420, '序号', '街道', '户数', '人数'),
      ...cells(438, '1', '城东街道', '1200', '3400'),
      ...cells(456, '2', '城西街道', '900', '2600'),
      ...cells(474, '3', '水头镇', '800', '2100'),
    ])
    expect(read[0]).toBe('明溪区人民政府公报')
    const heading = read.indexOf('区政府办公室文件汇编选登专题')
    expect(marksIn(read.slice(0, heading), '甲', '乙', '丙', '丁')).toBe('甲甲乙乙')
    expect(marksIn(read.slice(heading), '甲', '乙', '丙', '丁')).toBe('丙丙丁丁')
    expect(read.slice(-4)).toEqual([
      '序号\t街道\t户数\t人数',
      '1\t城东街道\t1200\t3400',
      '2\t城西街道\t900\t2600',
      '3\t水头镇\t800\t2100',
    ])
  })

  test('running header and page number stand before and after its columns', () => {
    const read = texts([
      run('明溪区人民政府公报', 50, 30),
      run('2011年第3期', 430, 30),
      ...left('甲', 80, 12),
      ...right('乙', 80, 12),
      run('·4·', 270, 800),
    ])
    expect([read[0], read.at(-1)]).toEqual(['明溪区人民政府公报 2011年第3期', '·4·'])
    expect(marksIn(read, '甲', '乙')).toBe('甲甲乙乙')
  })

  test('a label under both columns belongs to what follows over them', () => {
    const title = '2011年度农村公路养护补助资金分配情况一览表'
    const read = texts([
      ...left('甲', 80, 7),
      ...right('乙', 80, 6),
      run('附件', 50, 206),
      centred(title, 50, 515, 250),
    ])
    expect(marksIn(read, '甲', '乙')).toBe('甲甲乙乙')
    expect(read.slice(-2)).toEqual(['附件', title])
  })

  test('a list of names in one column stays beside the text of the other', () => {
    const names = ['教育', '水利', '交通', '民政', '财政', '审计'].map((name, at) =>
      run(`明溪区${name}局`, 70, 80 + at * 19),
    )
    const read = texts([...names, ...right('乙', 82, 9)])
    expect(read.slice(0, 6)).toEqual(names.map(({ text }) => text))
    expect(marksIn(read, '乙')).toBe('乙乙')
  })

  test('a short document beside a table is known by the columns of the pages before', () => {
    const known = new KnownGutters()
    texts([...left('甲', 80, 12), ...right('乙', 82, 12)], known)
    const figures = Array.from({ length: 6 }, (_, at) => [
      run('财政总收入', 297, 80 + at * 15, 9),
      run('亿元', 400, 80 + at * 15, 9),
      run('12.8', 480, 80 + at * 15, 9),
    ])
    const decides = [
      centred('关于任免职务的通知', 50, 270, 85),
      ...left('丙', 110, 2),
      run('任水利局副局长；', 70, 150),
    ]
    const read = texts([...decides, ...figures.flat()], known)
    expect(read.slice(0, 4).map((text) => text[0])).toEqual(['关', '丙', expect.anything(), '任'])
    expect(read.slice(4)).toEqual(Array(6).fill('财政总收入\t亿元\t12.8'))
  })

  test('its last lines are known by the columns of the pages before', () => {
    const known = new KnownGutters()
    texts([...left('甲', 80, 12), ...right('乙', 82, 12)], known)
    const last = [...left('丙', 80, 2), ...signature(415, 80)]
    expect(texts(last, known).slice(-2)).toEqual(['明溪区人民政府', '2011年5月3日'])
    expect(marksIn(texts(last, known), '丙')).toBe('丙丙')
  })
})

test('three columns and two on one page are read in the order of their parts', () => {
  const three = (mark: string, at: number, y: number) => paragraph(mark, 14, 8, 50 + at * 160, y)
  const two = (mark: string, at: number, y: number) => paragraph(mark, 22, 6, 50 + at * 240, y)
  const read = texts([
    ...two('甲', 0, 60),
    ...two('乙', 1, 62),
    centred('区政府各部门文件', 50, 510, 200, 16),
    ...three('丙', 0, 240),
    ...three('丁', 1, 243),
    ...three('戊', 2, 246),
  ])
  expect(marksIn(read, '甲', '乙', '丙', '丁', '戊')).toBe('甲甲乙乙丙丙丁丁戊戊')
})

describe('a page in one column', () => {
  test('signatures at the right make no column', () => {
    const read = texts([...column('左', 50, 80), run('青溪区人民政府', 300, 250), run('2024年5月1日', 310, 270)])
    expect(read.slice(-2)).toEqual(['青溪区人民政府', '2024年5月1日'])
  })

  test('names and addresses in lines are read line by line', () => {
    const rows = Array.from('一二三四五六七八', (sign, at) => [
      run(`明溪区第${sign}实验中学`, 50, 80 + at * 20),
      run(`建设路${sign}号院内东侧`, 290, 80 + at * 20),
    ])
    expect(texts(rows.flat())[0]).toBe('明溪区第一实验中学 建设路一号院内东侧')
  })
})

test.each([
  ['关 于 调 整 管 辖 范 围的请示', '关于调整管辖范围的请示', 'a justified line'],
  [
    '比2010 年下降 12% ，自（ 9月1 日起）',
    '比2010年下降 12%，自（9月1日起）',
    'stretched where signs of different kinds meet',
  ],
  ['张三 李四 王五 赵六', '张三 李四 王五 赵六', 'names keep their spaces'],
  ['批 复', '批 复', 'a title set wide is left to the reader'],
])('%s is read as %s (%s)', (text, expected) => expect(texts([run(text, 50, 50)])).toEqual([expected]))

test('a page of signs without end is read line by line', () => {
  const glyphs = Array.from({ length: 120_000 }, (_, at) => run('字', (at % 300) * 25, Math.floor(at / 300) * 12))
  expect(texts(glyphs)).toHaveLength(400)
})
