import { expect, test } from 'vitest'
import { readText } from './testing.ts'

const HEAD = '明溪区人民政府关于清理河道的通知\n明溪政发〔2024〕6号\n各街道办事处：\n现通知如下。'
const SIGNED = '明溪区人民政府\n2024年3月1日'

const findings = (text: string) =>
  readText(text).documents.flatMap((document) => document.findings.map(({ code, line }) => [code, line]))

test.each<[string, string, [string, number][]]>([
  ['nothing', `${HEAD}\n${SIGNED}`, []],
  [
    'no number',
    '明溪区人民政府关于清理河道的通知\n各街道办事处：\n请清理。\n明溪区人民政府\n2024年3月1日',
    [['number-missing', 1]],
  ],
  [
    'no title',
    '各位代表：\n现在，我代表区人民政府报告工作，请予审议。',
    [
      ['title-missing', 1],
      ['number-missing', 1],
      ['issuer-missing', 1],
      ['date-missing', 1],
    ],
  ],
  [
    'a chronicle, which nobody issues',
    '明溪区大事记（2024年3月）\n3月2日　区政府召开常务会议。\n3月9日　湿地公园开园。',
    [],
  ],
  [
    'a communiqué without a number',
    '明溪区2023年国民经济和社会发展统计公报\n明溪区统计局\n（2024年3月1日）\n全年物价上涨0.4%。',
    [],
  ],
  ['no date', `${HEAD}\n明溪区人民政府`, [['date-missing', 1]]],
  ['nobody issues', '关于清理河道的通知\n明溪政发〔2024〕6号\n请清理。\n2024年3月1日', [['issuer-missing', 1]]],
  [
    'a day that does not exist',
    `${HEAD}\n明溪区人民政府\n2024年2月30日`,
    [
      ['date-missing', 1],
      ['date-impossible', 6],
    ],
  ],
  [
    'a second date, which is one of the calendar',
    `${HEAD}\n${SIGNED}\n（2024年3月1日区政府常务会议通过）\n2024年3月8日`,
    [],
  ],
  ['signed after it was printed', `${HEAD}\n${SIGNED}\n（2024年2月1日印发）`, [['signed-after-printed', 1]]],
  ['number and date of different years', `${HEAD}\n明溪区人民政府\n2021年3月1日`, [['number-year-differs', 1]]],
  ['a clause that is missing', `${HEAD}\n一、查清底数。\n三、落实责任。\n${SIGNED}`, [['clause-number-gap', 6]]],
  [
    'an item and a chapter that are missing',
    `${HEAD}\n第一章　总则\n第一条　下列车辆免费：\n（一）警车；\n（三）救护车。\n第三章　附则\n第二条　丙。\n${SIGNED}`,
    [
      ['clause-number-gap', 8],
      ['clause-number-gap', 9],
    ],
  ],
  ['an article that is missing', `${HEAD}\n第一条　甲。\n第四条　乙。\n${SIGNED}`, [['clause-number-gap', 6]]],
  ['an attachment that is listed only', `${HEAD}\n附件：河道清单\n${SIGNED}`, [['attachment-not-printed', 1]]],
  [
    'a title cut off',
    '明溪区人民政府关于印发《明溪区河道管理\n明溪政发〔2024〕6号\n各街道办事处：\n请执行。\n明溪区人民政府\n2024年3月1日',
    [['title-cut', 1]],
  ],
])('%s', (_, text, expected) => expect(findings(text)).toEqual(expected))

test('each says in Chinese what was found', () => {
  const { documents } = readText(`${HEAD}\n一、查清底数。\n三、落实责任。\n明溪区人民政府\n2021年2月30日`)
  expect(documents[0]?.findings.map(({ message }) => message)).toEqual([
    '没有识别出成文日期。',
    '“2021年2月30日”不是真实存在的日期。',
    '“三、”前面是“一、”，序号不连续，可能缺少内容。',
  ])
})
