import { describe, expect, test } from 'vitest'
import type { ElementView } from '../../contract.ts'
import { type Block, blocksOf } from './blocks.ts'
import { type ClauseNotes, entriesThatFit } from './notes.ts'

const LINES = { from: 1, to: 1 }
const NOTICE = { kind: 'notice' } as const
const plain = (kind: 'paragraph' | 'note' | 'signature' | 'date' | 'title', text: string, part = {}): ElementView =>
  ({ kind, text, part: NOTICE, path: '', lines: LINES, id: null, ...part }) as ElementView
const clause = (id: string, level: 1 | 2, heading: string | null, text: string): ElementView => ({
  kind: 'clause',
  id,
  level,
  label: level === 1 ? '一、' : '（一）',
  heading,
  text,
  part: NOTICE,
  path: id,
  lines: LINES,
})
const NOTES: ClauseNotes = { tasks: [], relations: [] }
const kinds = (blocks: readonly Block[]) => blocks.map(({ kind }) => kind)

describe('blocks of a document', () => {
  test('paragraphs without notes run on; a clause with notes stands alone, so that they fold under it', () => {
    const elements = [
      plain('paragraph', '为做好工作，通知如下。'),
      clause('n-1', 2, null, '甲。'),
      clause('n-2', 2, null, '乙。'),
      clause('n-3', 2, null, '丙。'),
    ]
    const blocks = blocksOf(elements, new Map([['n-2', NOTES]]))
    expect(blocks.map((block) => (block.kind === 'text' ? [block.elements.length, block.notes !== null] : []))).toEqual(
      [
        [2, false],
        [1, true],
        [1, false],
      ],
    )
  })

  test('notes of a heading stand beside the paragraph under it', () => {
    const blocks = blocksOf(
      [clause('n-1', 1, '工作目标', '工作目标'), plain('paragraph', '到年底建成。')],
      new Map([['n-1', NOTES]]),
    )
    expect(kinds(blocks)).toEqual(['heading', 'text'])
    expect(blocks[1]).toMatchObject({ notes: NOTES })
  })

  test('a heading that the text goes on after is a paragraph', () => {
    expect(kinds(blocksOf([clause('n-1', 1, '同意设立社区', '同意设立社区。范围东至河。')], new Map()))).toEqual([
      'text',
    ])
  })

  test('a sentence with its full stop is a paragraph, and its notes stand before the signature', () => {
    const blocks = blocksOf(
      [clause('n-1', 1, '按照通知保障停放', '按照通知保障停放。'), plain('signature', '明溪区人民政府')],
      new Map([['n-1', NOTES]]),
    )
    expect(kinds(blocks)).toEqual(['text', 'signature'])
    expect(blocks[0]).toMatchObject({ notes: NOTES })
  })

  test('lines of a title are one title, lines of a signature one block', () => {
    const part = { part: { kind: 'enclosure' } }
    const blocks = blocksOf(
      [
        plain('title', '关于印发方案的通知'),
        plain('signature', '明溪区人民政府'),
        plain('date', '2024年3月18日'),
        plain('title', '明溪区助餐', part),
        plain('title', '服务方案', part),
      ],
      new Map(),
    )
    expect(blocks).toEqual([
      { kind: 'signature', lines: ['明溪区人民政府', '2024年3月18日'] },
      { kind: 'enclosure', title: '明溪区助餐服务方案' },
    ])
  })

  test('the imprint is what stands last outside brackets', () => {
    const blocks = blocksOf(
      [
        plain('note', '（此件公开发布）'),
        plain('note', '抄送：区委办公室。'),
        plain('note', '区政府办公室  2024年3月18日印发'),
      ],
      new Map(),
    )
    expect(kinds(blocks)).toEqual(['text', 'imprint'])
  })
})

test.each([
  { text: 30, entries: [20, 20, 20], fit: 1, because: 'a line of text has the height of one entry of two lines' },
  { text: 200, entries: [10, 10, 10], fit: 3, because: 'six lines have room for three short entries' },
  { text: 0, entries: [80], fit: 1, because: 'one always stands' },
  { text: 100, entries: [], fit: 0, because: 'nothing to show' },
])('beside $text characters stand $fit of the entries: $because', ({ text, entries, fit }) => {
  expect(entriesThatFit(text, entries)).toBe(fit)
})
