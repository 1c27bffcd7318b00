import { expect, test } from 'vitest'
import { visibleLines } from './visible.ts'

test.each([
  ['明溪区\u200b人民政府', '明溪区人民政府', 'a place to break a line'],
  ['\ufeff第一条　为了', '第一条　为了', 'a mark of byte order'],
  ['河\u2060道清\u00ad淤', '河道清淤', 'a joiner and a hyphen that is not printed'],
  ['HYPERLINK \\l "_Toc19" 河道清淤的通知\tPAGEREF _Toc19 \\h 16', '河道清淤的通知\t16', 'fields of contents'],
  ['TOC \\o "1-3" \\h \\z 目录', '目录', 'the field of all contents'],
  ['EMBED Excel.Sheet.8', '', 'the place of a picture'],
  ['序号\u00a0\u00a0任务', '序号  任务', 'spaces of pages'],
  ['ᠮᠣᠩ\u180eᠭᠣᠯ\u200d', 'ᠮᠣᠩ\u180eᠭᠣᠯ\u200d', 'signs that shape letters stay'],
])('%j is seen as %j (%s)', (text, expected) => expect(visibleLines([{ number: 1, text }])[0]?.text).toBe(expected))

test('cells as well', () => {
  const [line] = visibleLines([{ number: 1, text: '甲\u200b', cells: [{ text: '甲\u200b' }, { text: '乙\u00a0丙' }] }])
  expect(line?.cells?.map(({ text }) => text)).toEqual(['甲', '乙 丙'])
})
