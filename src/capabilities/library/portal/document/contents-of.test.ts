import { expect, test } from 'vitest'
import type { DocumentView } from '../../contract.ts'
import type { Block, ClauseElement } from './blocks.ts'
import { contentsOf } from './contents-of.ts'

const clause = (over: Partial<ClauseElement>): ClauseElement =>
  ({ kind: 'clause', label: '一、', level: 1, heading: null, text: '正文', id: 'n-一', ...over }) as ClauseElement
const heading = (over: Partial<ClauseElement>): Block => ({ kind: 'heading', clause: clause(over), isBelow: false })
const text = (...elements: ClauseElement[]): Block => ({ kind: 'text', elements, notes: null })
const document = {
  kind: '通知',
  attachments: [{ label: '附件', title: '任务分工', isPrinted: true }],
} as unknown as DocumentView

test('the notice leads where it issues something, headings hold what stands in them, attachments close', () => {
  const blocks: Block[] = [
    { kind: 'enclosure', title: '方案' },
    heading({ heading: '主要任务', text: '主要任务', id: 'e-一' }),
    text(clause({ level: 2, label: '（一）', heading: '建设助餐点', text: '建设助餐点。', id: 'e-一-一' })),
    text(clause({ level: 2, label: '（二）', heading: null, text: '没有标题的一款。', id: 'e-一-二' })),
    { kind: 'attachment', index: 0, title: '任务分工' },
  ]
  expect(contentsOf(document, blocks)).toEqual([
    { id: 'notice', text: '通知', items: [] },
    { id: 'e-一', text: '一、主要任务', items: [{ id: 'e-一-一', text: '（一）建设助餐点' }] },
    { id: 'annex-1', text: '附件　任务分工', items: [] },
  ])
})

test('a regulation shows its chapters, and its articles only when it has no chapters', () => {
  const article = text(clause({ level: 'article', label: '第一条', text: '为了规范停车，制定本办法。', id: 'e-1' }))
  const chapter = heading({ level: 'chapter', label: '第一章', heading: '总则', text: '总则', id: 'e-c1' })
  expect(contentsOf(document, [chapter, article]).map(({ text }) => text)).toEqual(['第一章　总则'])
  expect(contentsOf(document, [article]).map(({ text }) => text)).toEqual(['第一条　为了规范停车'])
})

test('with many entries the second level is left out', () => {
  const many = Array.from({ length: 70 }, (_, at) => text(clause({ level: 2, heading: '小标题', id: `x-${at}` })))
  expect(contentsOf(document, [heading({ heading: '大标题', text: '大标题' }), ...many])).toEqual([
    { id: 'n-一', text: '一、大标题' },
  ])
})
