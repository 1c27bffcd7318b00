import { describe, expect, test } from 'vitest'
import { readText } from '../testing.ts'

const DOCUMENTS = `
青河市人民政府
关于公布市级湿地公园名录的通知
青政发〔2021〕5号
各县（市、区）人民政府：
现将市级湿地公园名录予以公布。
青河市人民政府
2021年4月6日
青河市人民政府办公室
关于成立防汛抗旱指挥部的通知
青政办发〔2021〕11号
各县（市、区）人民政府：
市政府决定成立市防汛抗旱指挥部。
青河市人民政府办公室
2021年5月20日
青河市2021年上半年大事记
1月8日　全市经济工作会议召开。
3月2日　白鹭湿地公园开园。`

const WETLAND = ['青河市人民政府关于公布市级湿地公园名录的通知', '青政发〔2021〕5号', '市政府文件']
const FLOODS = ['青河市人民政府办公室关于成立防汛抗旱指挥部的通知', '青政办发〔2021〕11号', '市政府办公室文件']
const CHRONICLE = ['青河市2021年上半年大事记', null, '大事记']

describe('contents pages in many layouts', () => {
  test.each<[string, string]>([
    [
      'numbers in brackets, leaders, pages in brackets',
      `目　录
【市政府文件】
青河市人民政府关于公布市级湿地公园名录的通知（青政发〔2021〕5号）……（1）
【市政府办公室文件】
青河市人民政府办公室关于成立防汛抗旱指挥部的通知（青政办发〔2021〕11号）……（3）
【大事记】
青河市2021年上半年大事记……（9）`,
    ],
    [
      'entries over several lines, sections without marks, dots as leaders',
      `目录
市政府文件
青河市人民政府关于公布市级湿地公园
名录的通知（青政发〔2021〕5号） ........ 1
市政府办公室文件
青河市人民政府办公室关于成立防汛抗旱
指挥部的通知（青政办发〔2021〕
11号） ........ 3
大事记
青河市2021年上半年大事记 ........ 9`,
    ],
    [
      'number before the title, tab before the page',
      `目 录 CONTENTS
★市政府文件★
青政发〔2021〕5号　青河市人民政府关于公布市级湿地公园名录的通知\t1
★市政府办公室文件★
青政办发〔2021〕11号　青河市人民政府办公室关于成立防汛抗旱指挥部的通知\t3
★大事记★
青河市2021年上半年大事记\t9`,
    ],
    [
      'the page number directly behind the title, bullets, issuer left out',
      `本期目录
【市政府文件】
◇关于公布市级湿地公园名录的通知 1
【市政府办公室文件】
◇关于成立防汛抗旱指挥部的通知 3
【大事记】
◇青河市2021年上半年大事记……9`,
    ],
    [
      'headings of Markdown, number and page on a line of their own',
      `# 目  录
## 市政府文件
青河市人民政府关于公布市级湿地公园名录的通知
（青政发〔2021〕5号）\t1
## 市政府办公室文件
青河市人民政府办公室关于成立防汛抗旱指挥部的通知
（青政办发〔2021〕11号）\t3
## 大事记
青河市2021年上半年大事记\t9`,
    ],
    [
      'a stroke before the page',
      `目  录
★ 市政府文件
青河市人民政府关于公布市级湿地公园名录的通知（青政发〔2021〕5号）  /1
★ 市政府办公室文件
青河市人民政府办公室关于成立防汛抗旱指挥部的通知（青政办发〔2021〕11号）  /3
★ 大事记
青河市2021年上半年大事记  /9`,
    ],
    [
      'the page before the title, a blank alone before the number',
      `目　录
● 市政府文件
1\t青河市人民政府关于公布市级湿地公园名录的通知 青政发〔2021〕5号
● 市政府办公室文件
3\t青河市人民政府办公室关于成立防汛抗旱指挥部的通知　青政办发〔2021〕11号
● 大事记
9\t青河市2021年上半年大事记`,
    ],
    [
      'a blank before the number, leaders before the page; or nothing at all between title and number',
      `目　录
【市政府文件】
青河市人民政府关于公布市级湿地公园名录的通知 青政发〔2021〕 5 号……1
【市政府办公室文件】
青河市人民政府办公室关于成立防汛抗旱指挥部的通知
青政办发〔2021〕11号……3
【大事记】
青河市2021年上半年大事记……9`,
    ],
    [
      'fields of a word processor, one of which lost its page; a section with a dot inside',
      `目　录
·市政府文件·
HYPERLINK \\l "_Toc101" 青河市人民政府关于公布市级湿地公园名录的通知（青政发〔2021〕5号）\tPAGEREF _Toc101 \\h 1
·市政府办公室文件·
HYPERLINK \\l "_Toc102" 青河市人民政府办公室关于成立防汛抗旱指挥部的通知（青政办发〔2021〕11号）\t错误！未定义书签。
·大事记·
HYPERLINK \\l "_Toc103" 青河市2021年上半年大事记\tPAGEREF _Toc103 \\h 9`,
    ],
    [
      'no page numbers',
      `目　次
【市政府文件】
青河市人民政府
关于公布市级湿地公园名录的通知（青政发〔2021〕5号）
【市政府办公室文件】
青河市人民政府办公室关于成立防汛抗旱指挥部的通知（青政办发〔2021〕11号）
【大事记】
青河市2021年上半年大事记`,
    ],
  ])('%s', (_, contents) => {
    const { documents, furniture } = readText(`青河市人民政府公报\n2021年第2期\n${contents}${DOCUMENTS}`)
    expect(documents.map(({ title, docNumber, section }) => [title, docNumber, section])).toEqual([
      WETLAND,
      FLOODS,
      CHRONICLE,
    ])
    expect(furniture).toHaveLength(1)
    expect(documents[2]?.elements.filter(({ kind }) => kind === 'paragraph')).toHaveLength(2)
  })

  test.each([
    ['【自治县党委办公室、自治县人民政府办公室联合文件】', '自治县党委办公室、自治县人民政府办公室联合文件'],
    ['[自治州人民代表大会常务委员会任免]', '自治州人民代表大会常务委员会任免'],
  ])('%s names a section, as long as it is', (heading, section) => {
    const { documents } = readText(`青河市人民政府公报
目录
【市政府文件】
青河市人民政府关于公布市级湿地公园名录的通知（青政发〔2021〕5号）……1
${heading}
青河市人民政府办公室关于成立防汛抗旱指挥部的通知（青政办发〔2021〕11号）……3${DOCUMENTS}`)
    expect(documents.map((document) => document.section).slice(0, 2)).toEqual(['市政府文件', section])
  })

  test('two columns on one line: the right column follows the left', () => {
    const { contents } = readText(`目录
明溪区人民政府关于春季植树的通知……（1）　　　明溪区教育局关于学区划分的通知……（12）
明溪区人民政府关于夏季防汛的通知……（5）　　　明溪区民政局关于地名管理的通知……（18）
明溪区人民政府
关于春季植树的通知
明溪政发〔2010〕1号`)
    expect(contents.map(({ title, page }) => [title, page])).toEqual([
      ['明溪区人民政府关于春季植树的通知', 1],
      ['明溪区人民政府关于夏季防汛的通知', 5],
      ['明溪区教育局关于学区划分的通知', 12],
      ['明溪区民政局关于地名管理的通知', 18],
    ])
  })

  test('a title that is called like a section, with its dates beneath', () => {
    const { documents } = readText(`青河市人民政府公报
目录
【人事信息】
青河市人民政府关于李未等任职的通知（青政任〔2021〕2号）……（1）
【大事记】
青河市人民政府大事记（2021年5月）……（2）
青河市人民政府
关于李未等任职的通知
青政任〔2021〕2号
各县（市、区）人民政府：
任命李未为市水利局局长。
青河市人民政府
2021年6月1日
青河市人民政府大事记
（2021年5月）
3日　市政府召开常务会议。`)
    expect(documents.map(({ title, section, enclosure }) => [title, section, enclosure])).toEqual([
      ['青河市人民政府关于李未等任职的通知', '人事信息', null],
      ['青河市人民政府大事记（2021年5月）', '大事记', null],
    ])
  })

  test('headings of any name, and the letterhead of an order that follows at once', () => {
    const { contents, documents } = readText(`青河市人民政府公报 2014年第1期
目录
政府规章
青河市道路照明管理办法（市政府令第8号）\t1
统计信息
青河市2014年一季度主要指标表\t6
青河市人民政府令
第8号
《青河市道路照明管理办法》已经通过，现予公布。
市长　何川
2014年2月3日
青河市道路照明管理办法
第一条　为了加强道路照明管理，制定本办法。
青河市2014年一季度主要指标表
指标\t单位\t数值
用电量\t万千瓦时\t812
售电量\t万千瓦时\t799`)
    expect(contents.map(({ section }) => section)).toEqual(['政府规章', '统计信息'])
    expect(documents.map(({ docNumber, enclosure }) => [docNumber, enclosure])).toEqual([
      ['青河市人民政府令第8号', '青河市道路照明管理办法'],
      [null, null],
    ])
    expect(documents[1]?.tables[0]?.rows).toHaveLength(2)
  })

  test('names of firms in a list above a title are no issuers', () => {
    const { documents } = readText(`青河市人民政府公报 2014年第1期
目录
【市政府文件】
青河市人民政府关于表彰质量奖单位的通报（青政字〔2014〕3号）……（1）
青河市人民政府关于做好农业普查的通知（青政发〔2014〕4号）……（3）
青河市人民政府
关于表彰质量奖单位的通报
青政字〔2014〕3号
各县（市、区）人民政府：
市政府决定予以通报表彰。
附：获奖单位名单
青河市人民政府
2014年3月1日
附
获奖单位名单
青河光华电器有限公司
青河第一建筑工程公司
青河市人民政府
关于做好农业普查的通知
青政发〔2014〕4号
各县（市、区）人民政府：
请认真做好普查工作。
青河市人民政府
2014年3月5日`)
    expect(documents.map(({ title, issuer }) => [title, issuer])).toEqual([
      ['青河市人民政府关于表彰质量奖单位的通报', '青河市人民政府'],
      ['青河市人民政府关于做好农业普查的通知', '青河市人民政府'],
    ])
  })

  test('an entry whose document is missing is a finding with its line', () => {
    const { findings } = readText(
      `目录\n青河市人民政府关于公布市级湿地公园名录的通知（青政发〔2021〕5号）……（1）\n青河市人民政府关于调整公交票价的通知（青政发〔2021〕9号）……（4）${DOCUMENTS}`,
    )
    expect(findings).toMatchObject([{ code: 'contents-without-document', line: 3 }])
    expect(findings[0]?.message).toContain('调整公交票价')
  })
})

describe('sections without a contents page', () => {
  test('a running header that names a section between dots parts no table', () => {
    const { documents } = readText(
      `目录
【市政府文件】
青河市人民政府关于湿地保护的批复（青政函〔2023〕61号）……1
·市政府文件·
青河市人民政府
关于湿地保护的批复
青政函〔2023〕61号
市林业局：
同意。
任务→单位→时限
清淤→市水务局→6月底前

·市政府文件·

任务→单位→时限
护林→市林业局→9月底前`.replaceAll('→', '\t'),
    )
    expect(documents[0]?.tables.map(({ rows }) => rows.length)).toEqual([2])
    expect(documents[0]?.section).toBe('市政府文件')
  })

  test('headings in the text name them, marked or as running headers', () => {
    const { documents, furniture } = readText(`青河市人民政府公报
2021年第2期
【市政府文件】
${DOCUMENTS.trim().split('\n').slice(0, 7).join('\n')}
市政府办公室文件
${DOCUMENTS.trim().split('\n').slice(7, 14).join('\n')}`)
    expect(documents.map(({ title, section }) => [title, section])).toEqual([
      [WETLAND[0], WETLAND[2]],
      [FLOODS[0], FLOODS[2]],
    ])
    expect(furniture.map(({ from, to }) => [from, to])).toEqual([
      [1, 3],
      [11, 11],
    ])
  })
})

test('pages before the titles, entries over several lines', () => {
  const { contents, documents } = readText(
    `青河市人民政府公报
目　录
市委文件
1　中共青河市委 青河市人民政府关于推进乡村振
兴的实施意见（青发〔2023〕3号）
政府令
8　青河市人民政府令（第9号）
经济运行
31　2023年1—5月全市主要经济指标
市委文件
青发〔2023〕3号
中共青河市委
青河市人民政府
关于推进乡村振兴的实施意见
为推进乡村振兴，提出以下意见。
政府令
青河市人民政府令
第9号
《青河市停车办法》已经通过，现予公布。
市长　周望舒
2023年4月18日
经济运行
2023年1—5月全市主要经济指标
指标→数值
总产值→100`.replaceAll('→', '\t'),
  )
  expect(contents.map(({ title, docNumber, section, page }) => [title, docNumber, section, page])).toEqual([
    ['中共青河市委青河市人民政府关于推进乡村振兴的实施意见', '青发〔2023〕3号', '市委文件', 1],
    ['青河市人民政府令', null, '政府令', 8],
    ['2023年1—5月全市主要经济指标', null, '经济运行', 31],
  ])
  expect(documents.map(({ section }) => section)).toEqual(['市委文件', '政府令', '经济运行'])
})

test.each([
  [
    '序号→文件名称→文号→页码',
    '1→青河市人民政府关于湿地保护的批复→青政函〔2023〕61号→2',
    '2→青河市人民政府令（第9号）→→10',
  ],
  [
    '索引号→文件名称→页码',
    'QH001/2021-00003→青河市人民政府关于湿地保护的批复（青政函〔2023〕61号）→2',
    'QH001/2021-00007→青河市人民政府令（第9号）→10',
  ],
])('contents as a table: %s', (header, first, second) => {
  const { contents } = readText(
    `目录\n${header}\n【市政府文件】\n${first}\n★ 市长令\n${second}\n【市政府文件】\n青河市人民政府\n关于湿地保护的批复\n青政函〔2023〕61号\n市林业局：\n同意。`.replaceAll(
      '→',
      '\t',
    ),
  )
  expect(contents.map(({ title, docNumber, section, page }) => [title, docNumber, section, page])).toEqual([
    ['青河市人民政府关于湿地保护的批复', '青政函〔2023〕61号', '市政府文件', 2],
    ['青河市人民政府令', null, '市长令', 10],
  ])
})

test('contents as a table with the page first, a number missing, a heading of two organs', () => {
  const { contents, documents } = readText(
    `目　录
页码→标　题→文　号
市委办、市政府办文件
2→中共青河市委办公室、青河市人民政府办公室关于湿地保护的通知→青办发〔2023〕61号
统计资料
10→2023年1—4月青河市主要指标→
- 1 -
　　中共青河市委办公室、青河市人民政府办公室
　　　　关于湿地保护的通知
青办发〔2023〕61号
市林业局：
请保护湿地。
2023年3月1日
2023年1—4月青河市主要指标
指标→数值
总产值→100`.replaceAll('→', '\t'),
  )
  expect(contents.map(({ title, docNumber, section, page }) => [title, docNumber, section, page])).toEqual([
    ['中共青河市委办公室、青河市人民政府办公室关于湿地保护的通知', '青办发〔2023〕61号', '市委办、市政府办文件', 2],
    ['2023年1—4月青河市主要指标', null, '统计资料', 10],
  ])
  expect(documents.map(({ title, section }) => [title, section])).toEqual([
    ['中共青河市委办公室、青河市人民政府办公室关于湿地保护的通知', '市委办、市政府办文件'],
    ['2023年1—4月青河市主要指标', '统计资料'],
  ])
})

test('page first, the number of an entry on the line after it', () => {
  const { contents } = readText(`目　录
▲市政府文件
2　青河市人民政府关于表彰第六届青河市政府质量奖获奖单位的决定
（青政发〔2018〕33号）
4　青河市人民政府关于植树的公告（青
政告〔2018〕5号）
▲统计信息
17　2018年1—11月青河市主要经济指标
1
青河市人民政府
关于表彰第六届青河市政府质量奖获奖单位的决定
青政发〔2018〕33号
各县（市、区）人民政府：
现予表彰。`)
  expect(contents.map(({ docNumber, section, page }) => [docNumber, section, page])).toEqual([
    ['青政发〔2018〕33号', '市政府文件', 2],
    ['青政告〔2018〕5号', '市政府文件', 4],
    [null, '统计信息', 17],
  ])
})

test('the index of the year at the end of its last issue lists no documents of this one', () => {
  const { documents, furniture, findings } = readText(`青河市人民政府公报
2018年第12期
目录
青河市人民政府关于湿地保护的批复（青政函〔2018〕61号）……1
2018年《青河市人民政府公报》总目录……9
青河市人民政府
关于湿地保护的批复
青政函〔2018〕61号
市林业局：
同意。
青河市人民政府
2018年12月3日
2018年《青河市人民政府公报》总目录
（括号内为期数·页码）
青河市人民政府关于植树的通知（青政发〔2018〕1号）（2·3）
青河市人民政府关于防火的通知（青政发〔2018〕6号）
（3·1）
青河市人民政府关于湿地保护的批复（青政函〔2018〕61号）（12·1）`)
  expect(documents.map(({ docNumber, lines }) => [docNumber, lines.to])).toEqual([['青政函〔2018〕61号', 12]])
  expect(furniture.at(-1)).toEqual({ from: 13, to: 18 })
  expect(findings).toEqual([])
})

test('contents over two pages, with ranges of pages', () => {
  const { contents } = readText(`目　次
市政府文件
青河市人民政府关于湿地保护的批复（青政函〔2023〕61号）\t（1-5）
青河市人民政府公报\t2023年第2期
目　次
部门文件
青河市林业局关于植树的通知（青林〔2023〕2号）\t（6-8）
青河市人民政府
关于湿地保护的批复
青政函〔2023〕61号
市林业局：
同意。`)
  expect(contents.map(({ title, section, page }) => [title, section, page])).toEqual([
    ['青河市人民政府关于湿地保护的批复', '市政府文件', 1],
    ['青河市林业局关于植树的通知', '部门文件', 6],
  ])
})

test('a line that could name a section is text where the contents name others', () => {
  const { documents } = readText(`目录
【市政府文件】
青河市人民政府关于公布清理结果的决定（青政发〔2022〕9号）………1
青河市人民政府
关于公布清理结果的决定
青政发〔2022〕9号
各区人民政府：
现予公布。
附件：废止的行政规范性文件目录
青河市人民政府
2022年6月17日
附件
废止的行政规范性文件
目录
序号\t名称\t文号
1\t关于畜牧业的意见\t青政发〔2009〕12号`)
  expect(documents[0]?.attachments.map(({ title }) => title)).toEqual(['废止的行政规范性文件目录'])
})

test('two columns taken row by row are read column by column', () => {
  const { contents } = readText(
    `青河市人民政府公报
目　次
市政府文件→市政府办公室文件
青河市人民政府关于湿地保护的→青河市人民政府办公室关于表扬先进单位
批复（青政函〔2023〕→的通报（青政办〔2023〕44号） / 13
61号） / 3→部门文件
青河市人民政府关于分解落实民→青河市住房和城乡建设局关于推行物业合同
生实事的通知（青政发〔2023〕→的通知（青建〔2023〕72号） / 16
18号） / 6
青河市人民政府
关于湿地保护的批复
青政函〔2023〕61号
市林业局：
同意。`.replaceAll('→', '\t'),
  )
  expect(contents.map(({ title, docNumber, section, page }) => [title, docNumber, section, page])).toEqual([
    ['青河市人民政府关于湿地保护的批复', '青政函〔2023〕61号', '市政府文件', 3],
    ['青河市人民政府关于分解落实民生实事的通知', '青政发〔2023〕18号', '市政府文件', 6],
    ['青河市人民政府办公室关于表扬先进单位的通报', '青政办〔2023〕44号', '市政府办公室文件', 13],
    ['青河市住房和城乡建设局关于推行物业合同的通知', '青建〔2023〕72号', '部门文件', 16],
  ])
})

test('a list of things that numbers them is no contents page', () => {
  const { contents } = readText('附件\n青河市矿种目录\n1　煤\n2　石油\n3　天然气\n4　铁')
  expect(contents).toEqual([])
})

test('an imprint at the end belongs to no document', () => {
  const { furniture, documents } = readText(`青河市人民政府公报
2023年第3期
青河市人民政府关于湿地保护的批复
青政函〔2023〕61号
市林业局：
同意。
青河市人民政府
2023年3月1日
《青河市人民政府公报》编辑委员会
主　任：周望舒
主办：青河市人民政府
出版日期：2023年9月28日
印刷：青河印刷厂　印数：800册`)
  expect(documents).toHaveLength(1)
  expect(furniture.at(-1)).toEqual({ from: 9, to: 13 })
})

test('of two entries with one title each document takes its own', () => {
  const notice = (day: string) => `青河市人民政府
关于王一同志职务任免的通知
各区人民政府：
任免如下。
青河市人民政府
2021年${day}`
  const { documents } = readText(`目录
【人事任免】
青河市人民政府关于王一同志职务任免的通知…………1
【人事信息】
青河市人民政府关于王一同志职务任免的通知…………2
${notice('3月1日')}
${notice('4月1日')}`)
  expect(documents.map(({ section, signedOn }) => [section, signedOn])).toEqual([
    ['人事任免', '2021-03-01'],
    ['人事信息', '2021-04-01'],
  ])
})

test.each(['青河市再生资源回收目录', '重点保护古树名木目录'])('%s is a list of things, no contents page', (title) => {
  const { documents, contents } = readText(`${title}\n种类→数量→编号\n甲→3→7\n乙→4→8\n\n丙→5→9`.replaceAll('→', '\t'))
  expect(contents).toEqual([])
  expect(documents.map((document) => [document.title, document.tables.length])).toEqual([[title, 1]])
})

describe('the contents of one document', () => {
  test.each<[string, string]>([
    [
      'chapters that stand again below',
      '目录\n第一章　总则\n第二章　保护\n第三章　附则\n第一章　总则\n第一条　为了保护水源，制定本办法。\n第二章　保护\n第二条　禁止倾倒垃圾。\n第三章　附则\n第三条　本办法自2020年1月1日起施行。',
    ],
    [
      'entries with pages',
      '目　录\n一、总体要求…………1\n（一）指导思想…………1\n二、主要任务…………3\n一、总体要求\n（一）指导思想\n坚持生态优先。\n二、主要任务\n修复三处湿地。',
    ],
  ])('%s are neither clauses nor text', (_, enclosure) => {
    const { documents } = readText(`明溪区人民政府关于印发水源保护规划的通知
明溪政发〔2019〕30号
各街道办事处：
现将规划印发给你们。
明溪区人民政府
2019年12月1日
水源保护规划
${enclosure}`)
    const [document] = documents
    expect(documents).toHaveLength(1)
    expect(document?.enclosure).toBe('水源保护规划')
    const paths = document?.elements.flatMap((element) => (element.kind === 'clause' ? [element.path] : []))
    expect(new Set(paths).size).toBe(paths?.length)
    expect(paths?.some((path) => path.includes('·'))).toBe(false)
  })
})

test('a year in round brackets at the end of a cut line is no page', () => {
  const { contents } = readText(`目录
【人事任免】
青河市人民政府关于王一等同志职务任免的通知（青政任（2018）
15号）……21
青河市人民政府关于李二等同志职务任免的通知(青政任(2019)
3号)……22
青河市人民政府关于赵三等同志职务任免的通知（青政任（2019）1
2号）……22
【统计信息】
2018年1—11月青河市主要经济指标……23`)
  expect(contents.map(({ docNumber, section, page }) => [docNumber, section, page])).toEqual([
    ['青政任〔2018〕15号', '人事任免', 21],
    ['青政任〔2019〕3号', '人事任免', 22],
    ['青政任〔2019〕12号', '人事任免', 22],
    [null, '统计信息', 23],
  ])
})

test.each([
  ['关于植树的通知………………3', 'a row of leaders'],
  ['关于植树的通知…3', 'one sign of three dots, where the title fills the line'],
  ['关于植树的通知\t（3）', 'a tab and a bracket'],
])('%s ends an entry (%s)', (line) => {
  const { contents } = readText(`目录\n【区政府文件】\n${line}\n【部门文件】\n关于防火的通知……5`)
  expect(contents.map(({ title, section, page }) => [title, section, page])).toEqual([
    ['关于植树的通知', '区政府文件', 3],
    ['关于防火的通知', '部门文件', 5],
  ])
})

test('two columns that spaces part, with headings that stand in one of them alone', () => {
  const { contents, documents } = readText(`青河市人民政府公报
目　次
【市政府文件】                                【部门文件】

青河市人民政府关于湿地保护的批复（青政        青河市住房和城乡建设局关于推行物业合同
函〔2023〕61号）……………………（3）         的通知（青建〔2023〕72号）………（16）

【市政府办公室文件】
                                              【统计资料】
青河市人民政府办公室关于表扬先进单位的
通报（青政办〔2023〕44号）………（13）        2023年1—11月青河市主要经济指标
                                              ………（27）
5
市政府文件
青河市人民政府
关于湿地保护的批复
青政函〔2023〕61号
市林业局：
同意。`)
  expect(contents.map(({ title, docNumber, section, page }) => [title, docNumber, section, page])).toEqual([
    ['青河市人民政府关于湿地保护的批复', '青政函〔2023〕61号', '市政府文件', 3],
    ['青河市人民政府办公室关于表扬先进单位的通报', '青政办〔2023〕44号', '市政府办公室文件', 13],
    ['青河市住房和城乡建设局关于推行物业合同的通知', '青建〔2023〕72号', '部门文件', 16],
    ['2023年1—11月青河市主要经济指标', null, '统计资料', 27],
  ])
  expect(documents.map(({ section }) => section)).toEqual(['市政府文件'])
})

test.each([
  [14, 'in order'],
  [31, 'from which the next falls back'],
])('two columns that a full line brings together, with a page %s %s, end before the running header', (page) => {
  const { contents, documents } = readText(`青河市人民政府公报
目　录
【市政府文件】                                【部门文件】
青河市人民政府关于保护湿地的批复（青政        青河市住房和城乡建设局关于推行物业合同
函〔2023〕61号）……………………（3）         的通知（青建〔2023〕72号）……（16）
青河市人民政府关于城区防汛的通知………（${page}）  青河市民政局关于地名管理的通知（17）
青河市人民政府关于植树的通知……………（15）  青河市水务局关于节水的通知…（19）
                                                                            —1—
青河市人民政府公报                            2023 年第 4 期
                    青河市人民政府
                关于保护湿地的批复
青政函〔2023〕61号
市林业局：
同意。`)
  expect(contents.map((entry) => entry.page)).toEqual([3, page, 15, 16, 17, 19])
  expect(contents.map(({ section }) => section)).toEqual([...Array(3).fill('市政府文件'), ...Array(3).fill('部门文件')])
  expect(documents.map(({ title, section }) => [title, section])).toEqual([
    ['青河市人民政府关于保护湿地的批复', '市政府文件'],
  ])
})

test('figures that the contents name without their place are a document', () => {
  const { documents } = readText(`青河市人民政府公报
目录
【人事任免】
关于李未任职的通知（青政任〔2021〕2号）……1
【统计数据】
2021年1—5月财政收入完成情况……2
青河市人民政府
关于李未任职的通知
青政任〔2021〕2号
各县人民政府：
任命李未为市水利局局长。
青河市人民政府
2021年6月1日
青河市2021年1—5月财政收入完成情况
指标\t单位\t本月累计
税收\t亿元\t8.1
其他收入\t亿元\t2.4`)
  expect(documents.map(({ title, section, enclosure }) => [title, section, enclosure])).toEqual([
    ['青河市人民政府关于李未任职的通知', '人事任免', null],
    ['青河市2021年1—5月财政收入完成情况', '统计数据', null],
  ])
})

test('a list of links, the last of which ends as no title ends', () => {
  const { contents, documents } = readText(`# 青河市人民政府公报
2023年第2期
## 本期目录
**市政府文件**
- [青河市人民政府关于湿地保护的批复](#doc01)
- [青河市人民政府关于植树的通告](/2023/2.html)
**统计数据**
- [2023年1—6月青河市主要经济指标](#doc03)
## 市政府文件
# 青河市人民政府<br>关于湿地保护的批复
青政函\\[2023\\]61号
<p style="text-indent: 2em;">市林业局：</p>
<p>同意。</p><!-- 分页 -->`)
  expect(contents.map(({ title, section }) => [title, section])).toEqual([
    ['青河市人民政府关于湿地保护的批复', '市政府文件'],
    ['青河市人民政府关于植树的通告', '市政府文件'],
    ['2023年1—6月青河市主要经济指标', '统计数据'],
  ])
  expect(documents.map(({ title, docNumber, recipients }) => [title, docNumber, recipients])).toEqual([
    ['青河市人民政府关于湿地保护的批复', '青政函〔2023〕61号', '市林业局'],
  ])
})

test('no title reaches over the heading of a section, whatever names stand above it', () => {
  const { documents } = readText(`## 本期目录
**市政府办公室文件**
- [青河市人民政府办公室关于办理情况的通报](#doc01)
**通告公告**
- [青河市人民政府关于休牧的通告](#doc02)
## 市政府办公室文件
### 青河市人民政府办公室<br>关于办理情况的通报
青政办发〔2023〕9号
各县（市、区）人民政府：
现予通报。
附件：先进单位名单
青河市人民政府办公室
2023年3月6日
附件
先进单位名单
市教育局
市水利局
[【返回目录】](#top)
## 通告公告
### 青河市人民政府关于休牧的通告
为了保护草原，现通告如下。
青河市人民政府
2023年3月20日`)
  expect(documents.map(({ title, section, attachments }) => [title, section, attachments.length])).toEqual([
    ['青河市人民政府办公室关于办理情况的通报', '市政府办公室文件', 1],
    ['青河市人民政府关于休牧的通告', '通告公告', 0],
  ])
})

test('the licence of a gazette before its contents numbers no document', () => {
  const { documents, contents } = readText(`青河市人民政府公报
鲁青内资准字（2019）第006号
目录
青河市人民政府关于湿地保护的批复（青政函〔2023〕61号）……………（1）
青河市人民政府
关于湿地保护的批复
青政函〔2023〕61号
市林业局：
同意。`)
  expect([documents.length, contents.length]).toEqual([1, 1])
})

describe('contents by other tools', () => {
  const TEXT = `
青河市人民政府
关于湿地保护的
批　　复
青政函〔2023〕61号
市林业局：
同意。
青河市人民政府
关于封山育林的
公　　告
为了封山育林，现公告如下：
青河市人民政府
2023年3月2日
2023年1—2月青河市主要经济指标
指标→数值
总产值→100`.replaceAll('→', '\t')
  const READ = [
    ['青河市人民政府关于湿地保护的批复', '青政函〔2023〕61号', '市政府文件'],
    ['青河市人民政府关于封山育林的公告', null, '公告'],
    ['2023年1—2月青河市主要经济指标', null, '统计数据'],
  ]

  test.each<[string, string]>([
    [
      'rows of number, title and page without names of columns, the heading with a tab inside',
      `\t\t目\t录
【市政府文件】
青政函〔2023〕61号\t青河市人民政府关于湿地保护的批复\t3
【公告】
\t青河市人民政府关于封山育林的公告\t5
【统计数据】
\t2023年1—2月青河市主要经济指标\t6`,
    ],
    [
      'a numbered list without pages, headings behind bars',
      `本期目录
▎市政府文件
01. 青河市人民政府关于湿地保护的批复
▎公告
02. 青河市人民政府关于封山育林的公告
▎统计数据
03. 2023年1—2月青河市主要经济指标`,
    ],
    [
      'the same with other marks',
      `目录
┃市政府文件
1、青河市人民政府关于湿地保护的批复
┃公告
2、青河市人民政府关于封山育林的公告
┃统计数据
3、2023年1—2月青河市主要经济指标`,
    ],
    [
      'rows of title, number and page',
      `目录
【市政府文件】
青河市人民政府关于湿地保护的批复\t青政函〔2023〕61号\t3
【公告】
青河市人民政府关于封山育林的公告\t\t5
【统计数据】
2023年1—2月青河市主要经济指标\t\t6`,
    ],
    [
      'cells one a line: number, title, page',
      `目录
市政府文件
青政函〔2023〕61号
青河市人民政府关于湿地保护的批复
3
公告
青河市人民政府关于封山育林的公告
5
统计数据
2023年1—2月青河市主要经济指标
6`,
    ],
    [
      'pages on lines of their own, in brackets',
      `目　录
【市政府文件】
青河市人民政府关于湿地保护的批复（青政函〔2023〕61号）
(3)
【公告】
青河市人民政府关于封山育林的公告
(5)
【统计数据】
2023年1—2月青河市主要经济指标
(6)`,
    ],
    [
      'titles alone, one of which ends in the name of figures',
      `目录
市政府文件
青河市人民政府关于湿地保护的批复
【公告】
青河市人民政府关于封山育林的公告
【统计数据】
2023年1—2月青河市主要经济指标`,
    ],
  ])('%s', (_, contents) => {
    const { documents } = readText(`青河市人民政府公报\n2023年第1期\n${contents}${TEXT}`)
    expect(documents.map(({ title, docNumber, section }) => [title, docNumber, section])).toEqual(READ)
  })

  test('titles without pages: minutes, explanations, a name carried on, a number that heads the first document', () => {
    const { contents, documents } = readText(`青河市人民政府公报
2023年第1期
本期目录
青河市人民政府第65次常务会议纪要
青河市人民政府关于修改《青河市停车办法》
的决定
一图读懂《青河市停车办法》
01
青河市人民政府第65次常务会议纪要
3月1日，市长主持召开会议。
02
青河市人民政府关于修改《青河市停车办法》的决定
市政府决定作如下修改：
03
一图读懂《青河市停车办法》
车停在哪里？`)
    const titles = [
      '青河市人民政府第65次常务会议纪要',
      '青河市人民政府关于修改《青河市停车办法》的决定',
      '一图读懂《青河市停车办法》',
    ]
    expect(contents.map(({ title }) => title)).toEqual(titles)
    expect(documents.map(({ title }) => title)).toEqual(titles)
  })

  test('a number that stands alone under a line is no page where pages stand behind their entries, or where it falls back', () => {
    const { contents } = readText(`目录
青河市人民政府关于湿地保护的批复（青政函〔2023〕61号）……3
青河市人民政府关于封山育林的
7
公告……9
青河市人民政府
关于湿地保护的批复
青政函〔2023〕61号
市林业局：
同意。`)
    expect(contents.map(({ page }) => page)).toEqual([3, 9])
    const again = readText(`目录
青河市人民政府关于湿地保护的批复
5
青河市人民政府关于封山育林的公告
3
青河市人民政府关于湿地保护的批复
青政函〔2023〕61号
市林业局：
同意。`)
    expect(again.contents.map(({ page }) => page)).toEqual([5])
  })

  test('the first title stands again with its number behind it', () => {
    const { documents } = readText(`青河市人民政府公报
2023年第1期
本期目录
1. 青河市人民政府关于湿地保护的批复
2. 青河市人民政府关于封山育林的公告
PART.01
青河市人民政府关于湿地保护的批复（青政函〔2023〕61号）
市林业局：
同意。
▲▲
青河市人民政府关于封山育林的公告
为了封山育林，现公告如下：`)
    expect(documents.map(({ title, docNumber }) => [title, docNumber])).toEqual([
      ['青河市人民政府关于湿地保护的批复', '青政函〔2023〕61号'],
      ['青河市人民政府关于封山育林的公告', null],
    ])
  })
})

test.each([
  ['关于植树的通知　青政发〔2025〕3号/03', '关于防火的通知　青政发〔2025〕9号/12'],
  ['关于植树的通知（青政发〔2025〕3号）/3', '关于防火的通知（青政发〔2025〕9号）/12'],
])('a page behind a stroke ends an entry, without a blank too: %s', (first, second) => {
  const { contents } = readText(`目录\n【市政府文件】\n${first}\n【部门文件】\n${second}`)
  expect(contents.map(({ title, docNumber, page }) => [title, docNumber, page])).toEqual([
    ['关于植树的通知', '青政发〔2025〕3号', 3],
    ['关于防火的通知', '青政发〔2025〕9号', 12],
  ])
})

test.each([
  ['（〔2025〕7号）', '〔2025〕7号'],
  ['（第7号）', '第7号'],
])('minutes are numbered by the year, or by themselves: %s', (behind, number) => {
  const { documents } = readText(`青河市人民政府公报
2025年第2期
目录
【市政府文件】
青河市人民政府关于湿地保护的批复（青政函〔2025〕61号）……1
【会议纪要】
青河市人民政府第12次常务会议纪要${behind}……2
青河市人民政府
关于湿地保护的批复
青政函〔2025〕61号
市林业局：
同意。
青河市人民政府
2025年3月2日
青河市人民政府
第12次常务会议纪要
${number}
3月5日，市长主持召开会议。
一、会议听取了防汛工作汇报。`)
  expect(documents.map(({ title, docNumber, section }) => [title, docNumber, section]).at(-1)).toEqual([
    '青河市人民政府第12次常务会议纪要',
    number,
    '会议纪要',
  ])
})

test('two columns of which the left one ends inside an entry, over a page number and tables further down', () => {
  const { contents, documents } = readText(`青河市人民政府公报
2025年第3期
                 目　录
                                              保护名录的通知……………………………3
◆市政府文件
青河市人民政府关于湿地保护的批复…1           ◆人事任免
                                              青河市人民政府关于周望舒任职的
◆市政府办公室文件                             通知………………………………………5
青河市人民政府办公室关于印发古树名木
                                     1
                                                          政策法规
                    青河市人民政府
                  关于湿地保护的批复
                  青政函〔2025〕61号
市林业局：
    同意。
            一、东湖          二、西湖
            一、南湖          二、北湖
            一、前湖          二、后湖
            一、大湖          二、小湖
            一、新湖          二、老湖`)
  expect(contents.map(({ title, section, page }) => [title, section, page])).toEqual([
    ['青河市人民政府关于湿地保护的批复', '市政府文件', 1],
    ['青河市人民政府办公室关于印发古树名木保护名录的通知', '市政府办公室文件', 3],
    ['青河市人民政府关于周望舒任职的通知', '人事任免', 5],
  ])
  expect(documents[0]).toMatchObject({ section: '市政府文件', docNumber: '青政函〔2025〕61号' })
})
