import { expect, test } from 'vitest'
import { hostOfMinutes, issuersOfTitle, splitOrgans } from './issuers.ts'

test.each([
  ['青河市财政局青河市民政局', ['青河市财政局', '青河市民政局'], 'two names without a sign between them'],
  ['国家税务总局青河市税务局', ['国家税务总局青河市税务局'], 'the tax office of a place'],
  [
    '青河市医疗保障局国家税务总局青河市税务局',
    ['青河市医疗保障局', '国家税务总局青河市税务局'],
    'the tax office after another organ',
  ],
  [
    '中国人民银行中国银行业监督管理委员会公安部',
    ['中国人民银行', '中国银行业监督管理委员会', '公安部'],
    'organs of the whole country',
  ],
  ['工业和信息化部国家数据局', ['工业和信息化部', '国家数据局'], 'two of them, one of them new'],
  ['中共中央国务院', ['中共中央', '国务院'], 'the Party and the government'],
  ['中国人民银行青河市分行', ['中国人民银行青河市分行'], 'a branch is one organ'],
])('%s is %j (%s)', (text, expected) => expect(splitOrgans(text)).toEqual(expected))

test.each<[string[], string[] | null, string]>([
  [['明溪区人民政府办公室关', '于防汛的通知'], ['明溪区人民政府办公室'], 'a line ends inside 关于'],
  [['明溪区财政局', '明溪区民政局关于低保的通知'], ['明溪区财政局', '明溪区民政局'], 'two organs'],
  [['关于防汛的通知'], null, 'nobody is named'],
])('%j is issued by %j (%s)', (lines, expected) =>
  expect(issuersOfTitle(lines.map((text) => ({ text })))).toEqual(expected),
)

test.each<[string, string | null, string]>([
  ['明溪区人民政府第12次常务会议纪要', '明溪区人民政府', 'a counted meeting'],
  ['青河市人民政府专题会议纪要', '青河市人民政府', 'a meeting on a matter'],
  ['关于河道清淤的会议纪要', null, 'nobody is named'],
  ['青河市人民政府领导批示', null, 'no minutes'],
])('%s: %s met (%s)', (title, host) => expect(hostOfMinutes(title)).toBe(host))
