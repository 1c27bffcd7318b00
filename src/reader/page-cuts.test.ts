import { describe, expect, test } from 'vitest'
import { readText } from './testing.ts'

const HEAD = '明溪区人民政府关于河湖长制的通知\n明溪政发〔2017〕8号\n各街道办事处：'

/** The paragraphs and clauses of the text, labels before them, with as many lines between as a page takes. */
const paragraphs = (...pages: readonly string[]): string[] =>
  readText(`${HEAD}\n${pages.join('\n\n- 3 -\n\n')}`).documents.flatMap(({ elements }) =>
    elements.flatMap((element) =>
      element.kind === 'paragraph' ? [element.text] : element.kind === 'clause' ? [element.label + element.text] : [],
    ),
  )

describe('a sentence that a page cuts after a few words goes on', () => {
  test.each<[string, string, string, string[]]>([
    ['in an item behind its heading', '（一）定期巡查。河长向', '镇政府报告。', ['（一）定期巡查。河长向镇政府报告。']],
    ['the same', '2．公示。牌上应', '写明河长姓名。', ['2．公示。牌上应写明河长姓名。']],
    [
      'in an item of a list of sentences',
      '（一）城区河段每周一次；\n（二）镇区河段，每旬不',
      '少于一次；\n（三）其他河段每月一次。',
      ['（一）城区河段每周一次；', '（二）镇区河段，每旬不少于一次；', '（三）其他河段每月一次。'],
    ],
    [
      'in an article, also at the head of a chapter',
      '第一条　为了保护河湖，制定本办法。\n第二章　职责\n第二条　河长在汛期每个月应当巡查',
      '3次以上，并且记录在案。',
      ['第一条为了保护河湖，制定本办法。', '第二章职责', '第二条河长在汛期每个月应当巡查3次以上，并且记录在案。'],
    ],
    [
      'after a word with which nothing ends',
      '三、落实镇、村两级河长和',
      '巡河员。',
      ['三、落实镇、村两级河长和巡河员。'],
    ],
    [
      'before a word with which nothing begins',
      '一、将《明溪区河道管理办法》第八条修改',
      '为：“河长每周巡查。”',
      ['一、将《明溪区河道管理办法》第八条修改为：“河长每周巡查。”'],
    ],
    [
      'behind the name of a request',
      '你街道《关于划定保护区的请示》（东街〔2017〕3号）',
      '收悉。经研究，现批复如下。',
      ['你街道《关于划定保护区的请示》（东街〔2017〕3号）收悉。经研究，现批复如下。'],
    ],
    [
      'without any sign in its first words',
      '为了全面落实区委全会确定',
      '的河湖治理目标，现就有关事项通知如下。',
      ['为了全面落实区委全会确定的河湖治理目标，现就有关事项通知如下。'],
    ],
    [
      'the same',
      '请按时报送。\n各街道办事处应当于每季度首月',
      '上旬报送台账，逾期通报。',
      ['请按时报送。', '各街道办事处应当于每季度首月上旬报送台账，逾期通报。'],
    ],
  ])('%s', (_, end, beginning, expected) =>
    expect(paragraphs(end, beginning).map((text) => text.replace('　', ''))).toEqual(expected),
  )
})

describe('what is whole at the end of a page', () => {
  test.each<[string, string, string]>([
    ['a heading', '（一）健全河长体系', '区设总河长，镇设河长。'],
    ['a heading in a list of headings', '一、组织\n河长负责。\n二、加强巡查，及时处置', '河长每周巡查，记录在案。'],
    ['a name in a list', '明溪区东湖路社区居民委员会', '明溪区西湖路社区居民委员会'],
    ['a line of persons', '周望舒　区水务局副局长\n何　川　区水务局总工程师', '各位成员每季度开会一次，研究问题。'],
    ['the name of a table', '表2　2016年全区河道清淤完成数', '全年清淤三十公里，完成计划。'],
    ['a question', '哪些河段设河长公示牌呢？', '城区河段均设，每公里一块。'],
  ])('%s', (_, end, beginning) => expect(paragraphs(end, beginning).at(-1)).toBe(beginning))
})

describe('in text cut to a width whose paragraphs begin further in', () => {
  const cut = (text: string): string => (text.match(/.{1,22}/gu) ?? []).join('\n')
  const TEXT = [
    '　　一、明确各级河长。区设总河长，由区委、区政府主要负责同志担任，统筹全区河湖管理保护工作。（责任单位：区水务局）',
    '　　本通知的解释工作由区水务局承担，自印发之日起施行，有效期为五年，原有规定与此不一致的以此为准。',
    '　　各街道办事处要结合实际制定方案（须报区水务局备案）',
    '　　年度考核结果作为街道领导班子综合考核评价的重要依据，考核办法由区河长办另行制定并公布。',
  ]
  test('a short line that ends in a bracket ends its paragraph', () => {
    expect(paragraphs(TEXT.map(cut).join('\n'))).toEqual(TEXT.map((text) => text.trim()))
  })
})
