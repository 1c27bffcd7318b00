import { describe, expect, test } from 'vitest'
import { bestPassage, excerpt, tellsNothing } from './snippet.ts'

const passage = (text: string, clauseId: string | null = null) => ({ clauseId, text })

describe('excerpt', () => {
  test.each([
    ['words found are marked', '停车收费标准', ['收费'], '停车<mark>收费</mark>标准'],
    ['overlapping words are one mark', '农民工工资', ['农民', '农民工', '民工'], '<mark>农民工</mark>工资'],
    [
      'text is escaped, inside marks too',
      'a<b> & "停车"',
      ['停车', '<b>'],
      'a<mark>&lt;b&gt;</mark> &amp; &quot;<mark>停车</mark>&quot;',
    ],
    ['numbers are marked as a whole', '2024年第2号、第12号', ['2'], '2024年第<mark>2</mark>号、第12号'],
    ['nothing found: the beginning', '停车', ['供热'], '停车'],
  ])('%s', (_fact, text, words, html) => expect(excerpt(text, words)).toBe(html))

  test('a long passage is cut around the first mark, at a pause', () => {
    const html = excerpt(`${'前文很长，'.repeat(40)}这里说供热补贴。${'后文也长，'.repeat(40)}`, ['供热'])
    expect(html).toMatch(/^…(前文很长，)+这里说<mark>供热<\/mark>补贴。/)
    expect(html.endsWith('…')).toBe(true)
    expect(html.length).toBeLessThan(150)
  })
})

describe('best passage', () => {
  test('the one with the rarer word, then the one with both', () => {
    const passages = [passage('关于补贴', 'c1'), passage('关于供热', 'c2'), passage('供热的补贴', 'c3')]
    expect(bestPassage(passages, ['供热', '补贴'], [2, 1])?.clauseId).toBe('c3')
    expect(bestPassage(passages.slice(0, 2), ['供热', '补贴'], [2, 1])?.clauseId).toBe('c2')
  })

  test('none holds a word, or there is none: none', () => {
    expect(bestPassage([passage('甲', 'c1')], ['乙'], [1])).toBeNull()
    expect(bestPassage([], ['乙'], [1])).toBeNull()
  })

  test.each([
    ['明溪区人民政府关于做好供热保障的通知', null, true],
    ['关于做好供热保障的通知', null, true],
    ['明溪区人民政府　关于做好', null, true],
    ['各街道办事处，各供热企业：', null, true],
    ['第三条 供热按照时段收费：', 'c3', false],
    ['做好供热保障，从储备燃料做起。', null, false],
  ])('%s (clause %s) tells nothing beside the title: %s', (text, clauseId, isNothing) => {
    expect(tellsNothing({ clauseId, text }, '明溪区人民政府关于做好供热保障的通知')).toBe(isNothing)
  })
})
