import { expect, test } from 'vitest'
import type { ReadElement } from '../../../reader/types.ts'
import { gistOf } from './gist.ts'

const HEAD = { part: { kind: 'notice' }, path: '', lines: { from: 1, to: 1 } } as const
/** `1 标题` is a clause with a heading at that level, anything else a paragraph. */
const elementOf = (line: string): ReadElement => {
  const [, level, heading = ''] = /^([12章]) (.+)$/u.exec(line) ?? []
  return level
    ? {
        ...HEAD,
        kind: 'clause',
        level: level === '章' ? 'chapter' : level === '1' ? 1 : 2,
        label: '',
        heading,
        text: '',
      }
    : { ...HEAD, kind: 'paragraph', text: line }
}
const gist = (lines: readonly string[]) => gistOf({ elements: lines.map(elementOf) })

test.each<[string[], string | null, string]>([
  [['1 参保范围', '1 缴费标准', '1 参保时间'], '参保范围；缴费标准；参保时间。', 'headings'],
  [['1 甲事', '1 乙事', '1 丙事', '1 丁事', '1 戊事'], '甲事；乙事；丙事；丁事等。', 'the first four'],
  [['1 总体要求', '1 扩大助餐', '1 改造老旧小区', '1 保障措施'], '扩大助餐；改造老旧小区。', 'not what every plan has'],
  [
    ['1 主要目标', '1 主要任务', '2 建设助餐点', '2 发放补贴', '1 组织实施'],
    '建设助餐点；发放补贴。',
    'the second level',
  ],
  [['章 总　则', '章 免疫和登记', '章 行为规范', '章 附 则'], '免疫和登记；行为规范。', 'chapters'],
  [
    ['《停车管理办法》已经区政府同意，现印发给你们，请遵照执行。', '路内停车泊位白天前三十分钟免费。'],
    '路内停车泊位白天前三十分钟免费。',
    'not that it is sent',
  ],
  [
    [
      '你局《关于报批土地供应计划的请示》（自然资呈〔2025〕9号）收悉。经研究，批复如下：',
      '原则同意你局编制的土地供应计划。',
    ],
    '原则同意你局编制的土地供应计划。',
    'not that it was asked',
  ],
  [
    ['为了改善空气质量，现将禁止露天烧烤的区域通告如下：', '柳堤路、望江路两侧一百米内禁止露天烧烤。'],
    '柳堤路、望江路两侧一百米内禁止露天烧烤。',
    'not that it follows',
  ],
  [
    ['任命季明澈为明溪区商务和投资促进局局长；', '任命谢南乔为明溪区行政审批服务局副局长；', '免去陆怀瑾的局长职务。'],
    '任命季明澈为明溪区商务和投资促进局局长；任命谢南乔为明溪区行政审批服务局副局长；免去陆怀瑾的局长职务。',
    'a list as one sentence',
  ],
  [
    ['现将《施工许可管理规定》印发给你们，请遵照执行。'],
    '现将《施工许可管理规定》印发给你们，请遵照执行。',
    'all there is',
  ],
  [
    ['第三项修改为：“每户每年不超过一万五千元。”本决定自印发之日起施行。'],
    '第三项修改为：“每户每年不超过一万五千元。”',
    'with its closing mark',
  ],
  [['公告'], null, 'nothing'],
])('%j tells %s (%s)', (lines, said, _why) => {
  expect(gist(lines)).toBe(said)
})

test('a long sentence ends at a pause, and a list that is cut is closed', () => {
  const long = `${'住房租赁补贴按照家庭人口和收入分档发放，'.repeat(6)}2026年起调整。`
  expect(gist([long])).toMatch(/分档发放……$/u)
  expect(gist([`任命${'甲'.repeat(60)}为局长；`, `任命${'乙'.repeat(60)}为副局长；`])).toMatch(/为局长。$/u)
})
