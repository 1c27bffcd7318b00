import { describe, expect, test } from 'vitest'
import { readOne, readText } from './testing.ts'
import type { ReadDocument } from './types.ts'

const expectFields = (text: string, expected: Partial<ReadDocument>) => expect(readOne(text)).toMatchObject(expected)

describe('the fields round the text', () => {
  test.each<[string, string, Partial<ReadDocument>]>([
    [
      'organ and date on one line, Chinese numerals',
      `明溪区人民政府关于同意设立消防站的批复
明溪政字〔2009〕31号
区公安分局：
你局《关于设立消防站的请示》（明公字〔2009〕12号）收悉，同意设立。
此复。
明溪区人民政府　　　二〇〇九年八月十二日`,
      {
        issuer: '明溪区人民政府',
        signedOn: '2009-08-12',
        recipients: '区公安分局',
        kind: '批复',
        enclosure: null,
        attachments: [],
      },
    ],
    [
      'a registration number between number and recipients',
      `青溪县人民政府关于促进竹产业发展的意见
青政发〔2021〕20号
统一编号：QXXD00-2021-0005
各乡镇人民政府，县政府各部门：
为促进竹产业发展，提出以下意见。
青溪县人民政府
2021年11月5日`,
      { recipients: '各乡镇人民政府，县政府各部门', registrationNumber: 'QXXD00-2021-0005', issuer: '青溪县人民政府' },
    ],
    [
      'the date over the organ that signs',
      `青溪县人民政府
土地征收公告
青政公告〔2023〕3号
现将征收土地事项公告如下：
一、征收范围为东坡村。
2023年7月20日
青溪县人民政府`,
      {
        title: '青溪县人民政府土地征收公告',
        docNumber: '青政公告〔2023〕3号',
        kind: '公告',
        signedOn: '2023-07-20',
        enclosure: null,
      },
    ],
    [
      'a date with dots under the head of the government, a motion',
      `青溪县人民政府关于提请审议县城总体规划的议案
青政〔2020〕31号
县人大常委会：
现提请审议。
县　长　　周望舒
2020.10.18`,
      { signedOn: '2020-10-18', recipients: '县人大常委会', kind: '议案' },
    ],
    [
      'adopted by an assembly, in brackets over two lines',
      `青溪县人民代表大会常务委员会
关于批准2022年县级决算的决议
（2023年7月28日青溪县第十七届人民代表大会
常务委员会第十二次会议通过）
会议决定批准2022年县级决算。`,
      { title: '青溪县人民代表大会常务委员会关于批准2022年县级决算的决议', signedOn: '2023-07-28', kind: '决议' },
    ],
    [
      'the day beneath the title is no part of it',
      `中共青溪县委
青溪县人民政府
关于做好乡村振兴重点工作的意见
（2023年3月6日）
为做好乡村振兴工作，提出以下意见。`,
      { title: '中共青溪县委青溪县人民政府关于做好乡村振兴重点工作的意见', signedOn: '2023-03-06' },
    ],
    [
      'recipients whose name a line break cuts',
      `明溪区人民政府办公室关于防汛的通知
明溪政办字〔2022〕19号
各街道办事处、镇人民政府，区政府各部门、单位，各重点企
业：
请做好防汛。
明溪区人民政府办公室
2022年8月3日`,
      { recipients: '各街道办事处、镇人民政府，区政府各部门、单位，各重点企业' },
    ],
    [
      'an order named after what it orders',
      `青溪县人民政府
森林防火令
第7号
为了防止森林火灾，发布本令。
青溪县人民政府
2021年10月30日`,
      { title: '青溪县人民政府森林防火令', issuer: '青溪县人民政府' },
    ],
    [
      'joint issuers in the title and under the text, seals marked',
      `青河市教育局 青河市财政局 青河市卫生健康委员会
关于印发《青河市学生营养改善计划实施细则》的通知
青教发〔2022〕18号
各县（市、区）教育局、财政局、卫生健康委：
现将《青河市学生营养改善计划实施细则》印发给你们，请遵照执行。
青河市教育局（代章）
青河市财政局
青河市卫生健康委员会
2022年7月4日
（此件主动公开）
青河市学生营养改善计划实施细则
第一章　总则
第一条　为了改善学生营养，制定本细则。`,
      {
        issuers: ['青河市教育局', '青河市财政局', '青河市卫生健康委员会'],
        signedOn: '2022-07-04',
        disclosure: 'proactive',
        enclosure: '青河市学生营养改善计划实施细则',
      },
    ],
    [
      'the day in brackets under the title, nobody signs below; a phone with a long dash',
      `中共青河市委 青河市人民政府
关于推进乡村振兴的实施意见
青发〔2020〕3号
（2020年4月12日）
为了推进乡村振兴，提出如下意见。
一、总体要求
到2025年见到成效。
（联系单位：市农业农村局　　联系电话：0999—6612345）`,
      {
        signedOn: '2020-04-12',
        kind: '意见',
        contact: { unit: '市农业农村局', phone: '0999—6612345' },
      },
    ],
    [
      'no issuer in the title: who signs',
      `关于开展秸秆禁烧检查的通知
明环发〔2013〕44号
各镇人民政府：
定于9月检查。
明溪区环境保护局
明溪区农业局
2013年9月2日`,
      { issuers: ['明溪区环境保护局', '明溪区农业局'], issuer: '明溪区环境保护局、明溪区农业局' },
    ],
    [
      'no issuer but the letterhead',
      `明溪区安全生产委员会文件
明安发〔2017〕3号
关于开展汛期隐患排查的通知
各成员单位：
请于6月底前完成排查。
2017年6月1日`,
      { issuer: '明溪区安全生产委员会', signedOn: '2017-06-01' },
    ],
    [
      'copies over two lines, printing line over two, urgent',
      `特急
明溪区人民政府办公室文件
明溪政办发电〔2020〕2号
明溪区人民政府办公室关于做好低温雨雪天气防范应对工作的紧急通知
各街道办事处：
请加强值守。
明溪区人民政府办公室
2020年1月6日
（联系人：区应急局　李明远，联系电话：0000-55500111）
抄送：区委办公室，区人大常委会办公室，区政协办公室，区人武部，
区法院，区检察院。
明溪区人民政府办公室
2020年1月6日印发
（共印60份）`,
      {
        cc: '区委办公室，区人大常委会办公室，区政协办公室，区人武部，区法院，区检察院。',
        printedOn: '2020-01-06',
        contact: { unit: '区应急局', phone: '0000-55500111' },
        issuer: '明溪区人民政府办公室',
      },
    ],
    [
      'recipients that end in the short name of a union of the disabled',
      `青溪县人民政府关于发放护理补贴的通知\n青政发〔2021〕30号\n各乡镇人民政府，县民政局、县残联：\n请按时发放。\n青溪县人民政府\n2021年11月5日`,
      { recipients: '各乡镇人民政府，县民政局、县残联' },
    ],
    [
      'recipients that end in the short name of a society',
      `青溪县人民政府关于表彰科普工作的通报\n青政发〔2021〕31号\n县总工会、团县委、县妇联、县科协：\n现予表彰。\n青溪县人民政府\n2021年11月6日`,
      { recipients: '县总工会、团县委、县妇联、县科协' },
    ],
    [
      'recipients over three lines',
      `明溪区人民政府关于调整城市管理体制的通知
明溪政发〔2018〕20号
各街道办事处、水头镇人民政府，区政府各部门，各直属事业单位，
区属各企业，驻区各单位，
各人民团体：
现就有关事项通知如下。
明溪区人民政府
2018年9月9日`,
      {
        recipients: '各街道办事处、水头镇人民政府，区政府各部门，各直属事业单位，区属各企业，驻区各单位，各人民团体',
      },
    ],
    [
      'on application, printed with another word',
      `明溪区人民政府关于征收补偿有关问题的函
明溪政函〔2016〕7号
云岭市自然资源局：
现将情况函告如下。
明溪区人民政府
2016年5月5日
公开方式：依申请公开`,
      { disclosure: 'on-application', disclosureMark: '公开方式：依申请公开', kind: '函' },
    ],
    [
      'decided by an assembly: the note under the title has the date',
      `明溪区人民代表大会常务委员会关于加强预算审查监督的决定
（2021年4月26日明溪区第五届人民代表大会常务委员会第三十次会议通过）
为了加强预算审查监督，作如下决定：
一、健全联网监督`,
      { issuer: '明溪区人民代表大会常务委员会', signedOn: '2021-04-26', kind: '决定', docNumber: null },
    ],
    [
      'registration number of a normative document',
      `云岭市人民政府文件
YLCR-2023-0010002
云政规〔2023〕2号
云岭市人民政府关于印发云岭市河道管理办法的通知
各县区人民政府：
现将《云岭市河道管理办法》印发给你们。
云岭市人民政府
2023年3月3日`,
      { registrationNumber: 'YLCR-2023-0010002', docNumber: '云政规〔2023〕2号' },
    ],
    [
      'a reply to a deputy',
      `对区十八届人大二次会议第35号建议的答复
王一鸣代表：
您提出的关于增设公交站点的建议收悉，现答复如下：
一、已经增设荷塘路站。
感谢您对交通工作的关心。
明溪区交通运输局
2023年6月30日`,
      { recipients: '王一鸣代表', kind: '答复', issuer: '明溪区交通运输局', signedOn: '2023-06-30' },
    ],
    [
      'Markdown and HTML marks',
      `# **明溪区人民政府办公室文件**

明溪政办字〔2025〕8号

## 明溪区人民政府办公室 关于加强校外托管管理 工作的通知

<p>各街道办事处，区政府有关部门：</p>

<p>请依法规范校外托管机构。</p>

<p>明溪区人民政府办公室</p>

<p>2025年2月14日</p>`,
      {
        title: '明溪区人民政府办公室关于加强校外托管管理工作的通知',
        recipients: '各街道办事处，区政府有关部门',
        issuer: '明溪区人民政府办公室',
        signedOn: '2025-02-14',
      },
    ],
  ])('%s', (_, text, expected) => expectFields(text, expected))
})

const attachments = (text: string) =>
  readOne(text).attachments.map(({ label, title, lines }) => [label, title, lines !== null])

const NOTICE = `明溪区人民政府办公室关于做好人口抽样调查的通知
明溪政办发〔2015〕40号
各街道办事处：
请做好人口抽样调查。`
const SIGNED = `明溪区人民政府办公室
2015年9月1日`

describe('attachments', () => {
  test.each<[string, string, [string, string, boolean][]]>([
    [
      'a numbered list over lines, labels with 附 件',
      `${NOTICE}
附件：1.领导小组成员名单
　　　2.各街道调查点数和调查员配备
　　　　方案
${SIGNED}
附 件 1
领导小组成员名单
组长：陈一
附 件 2
各街道调查点数和调查员配备
方案
一、调查点`,
      [
        ['附件1', '领导小组成员名单', true],
        ['附件2', '各街道调查点数和调查员配备方案', true],
      ],
    ],
    [
      'a title over two lines whose first could be whole',
      `${NOTICE}
${SIGNED}
附件
2015年人口抽样调查重点工作
责任分工表
序号→工作→责任单位
1→培训→区统计局
2→入户→各街道`.replaceAll('→', '\t'),
      [['附件', '2015年人口抽样调查重点工作责任分工表', true]],
    ],
    [
      'a list with a label for each',
      `${NOTICE}
附件1：领导小组成员名单
附件2：调查进度安排
${SIGNED}
附件1
领导小组成员名单
组长：陈一
附件2
调查进度安排
9月入户。`,
      [
        ['附件1', '领导小组成员名单', true],
        ['附件2', '调查进度安排', true],
      ],
    ],
    [
      'label alone over the list; nothing printed',
      `${NOTICE}
附件：
1.领导小组成员名单
2.调查进度安排
${SIGNED}`,
      [
        ['附件1', '领导小组成员名单', false],
        ['附件2', '调查进度安排', false],
      ],
    ],
    [
      'label and title on one line',
      `${NOTICE}
${SIGNED}
附件1：领导小组成员名单
组长：陈一
附件2　调查进度安排
9月入户。`,
      [
        ['附件1', '领导小组成员名单', true],
        ['附件2', '调查进度安排', true],
      ],
    ],
    [
      'one that is listed and printed, one that is listed only',
      `${NOTICE}
附件：1.领导小组成员名单　2.调查表（略）
${SIGNED}
附件1
领导小组成员名单
组长：陈一`,
      [
        ['附件1', '领导小组成员名单', true],
        ['附件2', '调查表（略）', false],
      ],
    ],
    [
      '附件 inside sentences begins nothing',
      `${NOTICE}
调查点的分布见附件所列，
附件1所列街道为重点，附件2为一般。
附件中的表格不得改动。
${SIGNED}`,
      [],
    ],
    [
      '附 for short',
      `${NOTICE}
附：调查进度安排
${SIGNED}
附：
调查进度安排
9月入户。`,
      [['附件', '调查进度安排', true]],
    ],
  ])('%s', (_, text, expected) => expect(attachments(text)).toEqual(expected))
})

describe('what a notice issues', () => {
  test.each<[string, string, string | null]>([
    [
      'its title wrapped over two lines, with （试行）',
      `明溪区人民政府关于印发明溪区政府投资项目
管理办法（试行）的通知
明溪政发〔2011〕9号
各镇人民政府：
现印发给你们。
明溪区人民政府
2011年3月1日
明溪区政府投资项目
管理办法
（试行）
第一条　为了规范管理，制定本办法。`,
      '明溪区政府投资项目管理办法（试行）',
    ],
    [
      'printed before the signature',
      `明溪区人民政府办公室印发《明溪区会议制度》的通知
明溪政办发〔2010〕2号
各镇人民政府：
现印发给你们。
明溪区会议制度
一、常务会议
二、专题会议
明溪区人民政府办公室
2010年1月1日`,
      '明溪区会议制度',
    ],
    [
      'nothing after a decision',
      `明溪区人民政府关于表彰先进集体的决定
明溪政发〔2012〕5号
各镇人民政府：
决定表彰以下集体。
明溪区人民政府
2012年3月5日
（此件公开发布）`,
      null,
    ],
  ])('%s', (_, text, expected) => expect(readOne(text).enclosure).toBe(expected))
})

test.each([
  [
    'the first paragraph cut to lines',
    '2023年，全县上下坚持稳中求进，有效应对各种困难，\n经济运行回升向好，民生持续改善，\n社会大局保持稳定。',
  ],
  ['a first line that a page cuts', '初步核算，全年地区生产总值\n\n\n96.4亿元，比上年增长5.2%。'],
])('a communiqué whose day stands without brackets: %s is its text, not what it issues', (_, text) => {
  const document = readOne(
    `青溪县2023年国民经济和社会发展统计公报\n青溪县统计局\n2024年3月28日\n${text}\n一、综合\n全年物价上涨0.4%。`,
  )
  expect(document).toMatchObject({ issuer: '青溪县统计局', signedOn: '2024-03-28', enclosure: null })
})

test('a communiqué names who issues it, and the day, under its title', () => {
  const [document] = readText(`青溪县2023年国民经济和社会发展统计公报
青溪县统计局
（2024年3月12日）
2023年，全县经济平稳增长。
一、综合
全年生产总值38.62亿元。`).documents
  expect([document?.issuer, document?.signedOn]).toEqual(['青溪县统计局', '2024-03-12'])
})

test('attachments that a Markdown line breaks into items, at the end of what a notice issues', () => {
  const [document] = readText(`青溪县人民政府关于印发办事清单的通知
青溪政发〔2023〕3号
各乡镇人民政府：
现印发给你们。
青溪县人民政府
2023年3月20日
办事清单
一、公布清单。
附件：1．企业事项清单<br>2．个人事项清单
[【返回目录】](#top)`).documents
  expect(document?.attachments.map(({ label, title }) => [label, title])).toEqual([
    ['附件1', '企业事项清单'],
    ['附件2', '个人事项清单'],
  ])
})

test.each([
  ['2003年12月19日 云岭市第十届人民代表大会常务委员会第十四次会议通过', '2003-12-19'],
  ['2009年2月26日 明溪区人民政府令第12号公布\n2010年1月1日 施行', '2009-02-26'],
])('by whom a rule was made stands under its title, not in it: %s', (notes, signedOn) => {
  const document = readOne(
    `云岭市水源保护条例\n${notes}\n第一章　总　则\n第一条 为保护水源，制定本条例。\n第二条 本条例自公布之日起施行。`,
  )
  expect(document).toMatchObject({ title: '云岭市水源保护条例', signedOn })
})

test.each([
  ['关于规范社会团体的意见', '（区民政局　二○○四年七月五日）'],
  ['关于加强河道管理的意见', '（区水务局2014年3月12日）'],
])('who made what a notice passes on, and when, is no part of its title: %s%s', (title, byline) => {
  const document = readOne(
    `明溪区人民政府批转${title}的通知\n明溪政发〔2014〕3号\n各街道办事处：\n现批转给你们，请贯彻执行。\n明溪区人民政府\n2014年7月15日\n${title}\n${byline}\n一、加强领导。`,
  )
  expect(document.enclosure).toBe(title)
})

test.each([
  ['——2024年1月12日在云岭市第十届人民代表大会第三次会议上\n云岭市人民政府市长　周望舒', '2024-01-12', '云岭市人民政府'],
  ['——2019年2月20日在明溪区第八届人民代表大会第四次会议上', '2019-02-20', null],
])('when a report was given, and by whom, stands under its title: %s', (given, signedOn, issuer) => {
  const document = readOne(`政府工作报告\n${given}\n各位代表：\n现在，我向大会报告工作，请予审议。\n一、工作回顾`)
  expect(document).toMatchObject({ title: '政府工作报告', signedOn, issuer, recipients: '各位代表' })
})

test.each([
  '《明溪区人民政府关于加快淘汰落后产能的若干意见》（明溪政发〔2010〕22号）',
  '《云岭市人民政府印发〈云岭市公墓管理办法〉的通知》（云岭政发〔2006〕8号）',
])('a document that a decision lists is none of its own: %s', (listed) => {
  const document = readOne(
    `明溪区人民政府关于废止部分文件的决定\n明溪政发〔2020〕5号\n经研究，决定废止下列文件：\n一、宣布失效的文件\n${listed}\n本决定自印发之日起施行。\n明溪区人民政府\n2020年12月7日`,
  )
  expect(document).toMatchObject({ docNumber: '明溪政发〔2020〕5号', signedOn: '2020-12-07' })
})

test.each([
  ['明溪教函〔2021〕13号各镇中心小学，区直各学校：', '各镇中心小学，区直各学校'],
  ['（云水发[2008]3号）各县（市、区）水利局：', '各县（市、区）水利局'],
])('the number before whom a document is sent to is none of them: %s', (line, recipients) => {
  const document = readOne(`关于开展防溺水教育的通知\n${line}\n请加强教育。\n明溪区教育局\n2021年5月6日`)
  expect(document.recipients).toBe(recipients)
})
