import { expect, test } from 'vitest'
import { readText } from './testing.ts'

const LIST = `明溪区科学技术局
关于通报科普先进单位的通知
明科发〔2022〕4号
各街道办事处：
现将名单予以通报。
附件：先进单位名单
明溪区科学技术局
2022年3月1日
附件
先进单位名单`

const NEXT = `各街道办事处：
请认真落实。
2022年4月6日`

test.each<[string, string, string, string[]]>([
  [
    'names of offices over a government’s title',
    '一、推广类\n明溪区气象台\n明溪区水产技术推广中心\n明溪区第二职业学院\n明溪区人民政府\n关于设立禁渔区的通告\n明政告〔2022〕3号',
    '明溪区人民政府关于设立禁渔区的通告',
    ['明溪区人民政府'],
  ],
  [
    'names of offices directly under a heading that counts them, over the title of an office',
    '普及类（3个）\n明溪区图书馆服务中心\n明溪区园林管理处\n明溪区环境监测站\n明溪区财政局\n关于申报科普资金的通知\n明财发〔2022〕7号',
    '明溪区财政局关于申报科普资金的通知',
    ['明溪区财政局'],
  ],
  [
    'a list longer than a title',
    `（一）街道\n${Array.from({ length: 12 }, (_, at) => `明溪区东湖${'一二三四五六七八九十百千'[at]}路街道`).join('\n')}\n明溪区民政局\n关于地名管理的通知\n明民发〔2022〕9号`,
    '明溪区民政局关于地名管理的通知',
    ['明溪区民政局'],
  ],
  [
    'Party and government, which issue together',
    '二、推广类\n明溪区水产技术推广中心\n中共明溪区委员会\n明溪区人民政府\n关于发展渔业的意见\n明发〔2022〕11号',
    '中共明溪区委员会明溪区人民政府关于发展渔业的意见',
    ['中共明溪区委员会', '明溪区人民政府'],
  ],
  [
    'offices that issue together, under a sentence',
    '其他单位不再通报。\n明溪区财政局\n明溪区民政局\n关于养老补贴的通知\n明财发〔2022〕8号',
    '明溪区财政局明溪区民政局关于养老补贴的通知',
    ['明溪区财政局', '明溪区民政局'],
  ],
])('%s', (_, between, title, issuers) => {
  const { documents } = readText(`明溪区人民政府公报\n2022年第2期\n${LIST}\n${between}\n${NEXT}`)
  expect(documents.map((document) => document.title)).toEqual(['明溪区科学技术局关于通报科普先进单位的通知', title])
  expect(documents[1]?.issuers).toEqual(issuers)
})

test('a title of the contents, without a number, begins where its issuer stands', () => {
  const { documents } = readText(`明溪区人民政府公报
2022年第2期
目录
明溪区科学技术局关于通报科普先进单位的通知（明科发〔2022〕4号）……1
明溪区民政局关于地名命名的公告……3
${LIST}
一、推广类
明溪区水产技术推广中心
明溪区民政局
关于地名命名的公告
现将地名命名结果公告如下。
明溪区民政局
2022年4月6日`)
  expect(documents.map(({ title }) => title)).toEqual([
    '明溪区科学技术局关于通报科普先进单位的通知',
    '明溪区民政局关于地名命名的公告',
  ])
})
