import { describe, expect, test } from 'vitest'
import type { ReadElement } from '../../../reader/types.ts'
import { asOfDay, baseTitle, editionKeyOf, editionName, editionsOf } from './editions.ts'

const paragraph = (text: string): ReadElement => ({
  kind: 'paragraph',
  text,
  path: '',
  part: { kind: 'notice' },
  lines: { from: 1, to: 1 },
})
const plain = '明溪区停车管理办法'

describe('a text says which edition it is', () => {
  test.each([
    [plain, '第一条 为了规范停车管理，制定本办法。', '', 'as first issued'],
    [`${plain}（2023年修正）`, '', '2023', 'the year alone'],
    [`${plain}(2023年修订)`, '', '2023', 'narrow brackets'],
    [`${plain}（2023年5月1日第二次修正）`, '', '2023-05-01', 'the day in the title'],
    [
      plain,
      '（2020年3月1日明溪区人民政府令第3号公布　根据2023年5月1日《明溪区人民政府关于修改〈明溪区停车管理办法〉的决定》修正）',
      '2023-05-01',
      'the note beneath the title',
    ],
    [
      `${plain}（2023年修正）`,
      '（二〇二〇年三月一日公布 根据2022年1月2日《决定》第一次修正 根据2023年5月1日《决定》第二次修正）',
      '2023-05-01',
      'the last of several, and its day before the year of the title',
    ],
    [`${plain}（修订草案征求意见稿）`, '', '', 'a draft is no edition'],
    ['关于修改《明溪区停车管理办法》的决定', '根据2023年5月1日会议精神，作如下修改：', '', 'the amending document'],
    [plain, '根据2023年5月1日区政府常务会议关于修改制度的要求，制定本办法。', '', 'a reason is no note'],
  ])('%s / %s: “%s” (%s)', (title, text, key) => {
    expect(editionKeyOf({ title, elements: text ? [paragraph(text)] : [] })).toBe(key)
  })
})

test('the mark of an amendment is no part of the title', () => {
  expect(baseTitle(`${plain}（2023年修正）`)).toBe(plain)
  expect(baseTitle(`${plain}（试行）`)).toBe(`${plain}（试行）`)
})

test.each([
  ['', '2020-03-01', '2020-03-01', '首次印发'],
  ['2023', '2020-03-01', null, '2023年修正'],
  ['2023-05-01', '2020-03-01', '2023-05-01', '2023年5月1日修正'],
])('edition “%s” of a document of %s holds as of %s and is called %s', (key, signedOn, asOf, name) => {
  expect([asOfDay(key, signedOn), editionName(key)]).toEqual([asOf, name])
})

test('prints are grouped into editions in the order of their days, the best print first', () => {
  const print = (id: number, editionKey: string) => ({ id, editionKey })
  const editions = editionsOf([print(1, '2023-05-01'), print(2, ''), print(3, ''), print(4, '2023')])
  expect(editions.map(({ key, main, others }) => [key, main.id, others.length])).toEqual([
    ['', 2, 1],
    ['2023', 4, 0],
    ['2023-05-01', 1, 0],
  ])
})
