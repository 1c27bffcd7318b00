import { describe, expect, test } from 'vitest'
import { readText } from './testing.ts'

const HEAD = '明溪区人民政府关于河湖长制的通知\n明溪政发〔2017〕8号\n各街道办事处：'

/** The paragraphs and clauses of the text, labels before them. */
const paragraphs = (text: string): string[] =>
  readText(`${HEAD}\n${text}`).documents.flatMap(({ elements }) =>
    elements.flatMap((element) =>
      element.kind === 'paragraph' ? [element.text] : element.kind === 'clause' ? [element.label + element.text] : [],
    ),
  )

/** Cuts text into lines of a width, as paper does. */
const cut = (text: string, width: number): string => (text.match(new RegExp(`.{1,${width}}`, 'gu')) ?? []).join('\n')

const CLAUSES = [
  '一、明确各级河长。区设总河长，由区委、区政府主要负责同志担任，统筹全区河湖管理保护工作；各街道设河长，由街道主要负责同志担任。',
  '二、落实各项任务。加强水资源保护，全面落实最严格的水资源管理制度，严守开发利用控制、用水效率控制、水功能区限制纳污三条红线。',
  '三、强化监督考核。建立河长巡查、督办、考核制度，每季度向社会公布河湖水质，考核结果作为街道领导班子综合考核评价的重要依据。',
]

describe('lines cut to a width', () => {
  test.each([
    ['first lines further in', '　　'],
    ['all lines flush', ''],
  ])('%s: sentences go on, clauses begin', (_, indent) => {
    expect(paragraphs(CLAUSES.map((clause) => cut(indent + clause, 22)).join('\n'))).toEqual(CLAUSES)
  })

  test('articles whose first line fills the width are no headings alone', () => {
    const articles = [
      '第一条　为了加强河湖管理保护，落实属地责任，健全长效机制，结合本区实际，制定本办法。',
      '第二条　河长负责组织领导相应河湖的管理和保护工作，协调解决重大问题，督导相关部门履行职责。',
      '第三条　河长制办公室承担河长制组织实施的具体工作，落实河长确定的事项，并向河长报告。',
    ]
    const read = paragraphs(articles.map((article) => cut(article, 20)).join('\n'))
    expect(read.map((text) => text.replace(/\s/g, ''))).toEqual(articles.map((text) => text.replace(/\s/g, '')))
  })
})

describe('one paragraph a line, now and then cut by a page', () => {
  test.each<[string, string, string[]]>([
    [
      'in the middle of a sentence',
      '各级河长要定期巡查河湖，及时发现问题并督促\n整改到位，重大问题报告区总河长。\n本通知自印发之日起施行。',
      ['各级河长要定期巡查河湖，及时发现问题并督促整改到位，重大问题报告区总河长。', '本通知自印发之日起施行。'],
    ],
    [
      'inside a title in book marks',
      '贯彻《云岭市全面推行河长制\n工作方案》，结合实际抓好落实。',
      ['贯彻《云岭市全面推行河长制工作方案》，结合实际抓好落实。'],
    ],
    [
      'a heading alone is whole',
      '一、总体要求\n坚持节水优先，恢复河湖生态。',
      ['一、总体要求', '坚持节水优先，恢复河湖生态。'],
    ],
    [
      'an article cut in its first sentence, and one with its name alone',
      '第四条 巡查由街道河长会同城市管理机构组织，巡查以前应当在河\n道入口公示。\n第五条 附则\n本办法自印发之日起施行。',
      [
        '第四条巡查由街道河长会同城市管理机构组织，巡查以前应当在河道入口公示。',
        '第五条附则',
        '本办法自印发之日起施行。',
      ],
    ],
    [
      'who was at a meeting, a line for each',
      '出席：周望舒、陈一、丛林、高峰、赵丽、沈岩、梁田、许青\n列席：区水务局、区林业局、各镇主要负责同志和区农技中心\n记录：方圆',
      [
        '出席：周望舒、陈一、丛林、高峰、赵丽、沈岩、梁田、许青',
        '列席：区水务局、区林业局、各镇主要负责同志和区农技中心',
        '记录：方圆',
      ],
    ],
    [
      'before numbers that are no labels',
      '根据本区河湖管理办法第五条第\n（二）项规定，由街道负责东湖路南段至北至\n二、三期安置区围墙以内河道的巡查。\n一、一级保护区禁止垂钓。\n二、二级保护区限制垂钓。',
      [
        '根据本区河湖管理办法第五条第（二）项规定，由街道负责东湖路南段至北至二、三期安置区围墙以内河道的巡查。',
        '一、一级保护区禁止垂钓。',
        '二、二级保护区限制垂钓。',
      ],
    ],
    [
      'a label set apart',
      '（一）\n加强巡查，发现问题及时整改。\n1．记录巡查情况并按时上报。\n2．\n公布河长名单。\n第三条\n本办法自印发之日起施行。',
      [
        '（一）加强巡查，发现问题及时整改。',
        '1．记录巡查情况并按时上报。',
        '2．公布河长名单。',
        '第三条本办法自印发之日起施行。',
      ],
    ],
    [
      'a quotation mark and a bracket that nobody closed',
      '坚持“把好“最后一公里”关口，群众少跑腿。\n一、公开河长名单。\n二、设立公示牌（每季度核对一次。\n三、受理投诉。\n投诉三日内答复。',
      [
        '坚持“把好“最后一公里”关口，群众少跑腿。',
        '一、公开河长名单。',
        '二、设立公示牌（每季度核对一次。',
        '三、受理投诉。',
        '投诉三日内答复。',
      ],
    ],
    [
      'units in a bracket over two lines',
      '一、清理河道垃圾，恢复河岸绿化。（责任单位：\n区水务局、区城管局）',
      ['一、清理河道垃圾，恢复河岸绿化。（责任单位：区水务局、区城管局）'],
    ],
    [
      'Latin words keep their space',
      '为了统一管理，河湖管理信息平台采用的软件是 open\nsource 软件，各单位统一使用。',
      ['为了统一管理，河湖管理信息平台采用的软件是 open source 软件，各单位统一使用。'],
    ],
  ])('%s', (_, text, expected) => expect(paragraphs(text)).toEqual(expected))
})
