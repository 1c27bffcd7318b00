import { describe, expect, test } from 'vitest'
import { readOne, readText } from './testing.ts'

const paths = (text: string): string[] =>
  readText(`明溪区停车管理办法\n${text}`).documents.flatMap(({ elements }) =>
    elements.flatMap((element) => (element.kind === 'clause' ? [element.path] : [])),
  )

describe('the path of each clause', () => {
  test.each<[string, string, string[]]>([
    [
      'four levels',
      '一、总体要求\n（一）指导思想。坚持便民。\n1．依法管理。\n（1）公开收费标准。\n（二）目标。\n二、任务\n（一）新建泊位。',
      ['一', '一/（一）', '一/（一）/1', '一/（一）/1/（1）', '一/（二）', '二', '二/（一）'],
    ],
    [
      'chapters, sections, articles, items',
      '第一章　总则\n第一条　为了便民，制定本办法。\n第二章　收费\n第一节　标准\n第二条　分时段收费：\n（一）白天每小时三元；\n（二）夜间每次五元。\n第二节　减免\n第三条　下列车辆免费：\n（一）应急车辆。\n第四条之一　公示价格。',
      [
        '第一章',
        '第一章/第一条',
        '第二章',
        '第二章/第一节',
        '第二章/第一节/第二条',
        '第二章/第一节/第二条/（一）',
        '第二章/第一节/第二条/（二）',
        '第二章/第二节',
        '第二章/第二节/第三条',
        '第二章/第二节/第三条/（一）',
        '第二章/第二节/第四条之一',
      ],
    ],
    [
      'items of the second 款 of an article',
      '第五条　下列车辆免费：\n（一）警车；\n（二）消防车。\n下列车辆减半：\n（一）出租车；\n（二）新能源车。\n第六条　本办法自公布之日起施行。',
      ['第五条', '第五条/（一）', '第五条/（二）', '第五条/第二款/（一）', '第五条/第二款/（二）', '第六条'],
    ],
    [
      'numerals in digits and with spaces, over a thousand',
      '第 1 条 甲。\n第 2 条 乙。\n第一千二百六十条　丙。',
      ['第1条', '第2条', '第一千二百六十条'],
    ],
    [
      'a citation at the beginning of a line is no article',
      '第七条　停车人违反\n第三条规定的，依照下列规定处理。\n第八条　经营者违反第四条、\n第五条和第六条的，责令改正。',
      ['第七条', '第八条'],
    ],
    ['a number used twice keeps its clauses apart', '一、甲事项。\n一、乙事项。', ['一', '一·2']],
    ['1.5 is a number, no label', '一、投入\n1.5亿元用于新建泊位。\n2.改造三处路口。', ['一', '一/2']],
  ])('%s', (_, text, expected) => expect(paths(text)).toEqual(expected))
})

test.each(['〈二）整改。', '〈二〉整改。'])('%s is an item, its bracket misread', (item) => {
  const { elements } = readOne(
    `明溪区人民政府关于清淤的通知\n明溪政发〔2024〕6号\n（一）摸底。\n${item}\n明溪区人民政府\n2024年3月1日`,
  )
  expect(elements.flatMap((element) => (element.kind === 'clause' ? [element.path] : []))).toEqual(['（一）', '（二）'])
})

test('the text of a 款 stands under its article', () => {
  const { elements } = readOne(
    '明溪区停车管理办法\n第一条　停车泊位向社会开放。\n鼓励单位错时共享泊位。\n第二条　本办法自公布之日起施行。',
  )
  expect(elements.flatMap((element) => (element.kind === 'paragraph' ? [[element.path, element.text]] : []))).toEqual([
    ['第一条', '鼓励单位错时共享泊位。'],
  ])
})

test('the heading of a clause is its first sentence, or the whole when it is none', () => {
  const { elements } = readOne(
    '明溪区停车管理办法\n一、总体要求\n（一）坚持便民。合理设置泊位。\n（二）有下列情形之一的，予以减免：老年人、残疾人驾驶的车辆。\n第一条　为了便民，制定本办法。',
  )
  expect(elements.flatMap((element) => (element.kind === 'clause' ? [element.heading] : []))).toEqual([
    '总体要求',
    '坚持便民',
    null,
    null,
  ])
})

describe('headings of clauses', () => {
  test.each<[string, string | null, string]>([
    ['（一）推进电网改造。年底前完成。', '推进电网改造', 'the first sentence, when the clause goes on'],
    ['（一）推进电网改造', '推进电网改造', 'a line without a stop'],
    ['（一）推进电网改造。', '推进电网改造', 'a short sentence by itself'],
    ['（一）各镇每季度检查一次，并把结果报区安委会办公室。', null, 'one long sentence is text'],
    ['（一）白天每小时三元；', null, 'an item of a list'],
    ['（一）白天：每小时三元。', null, 'what a colon explains'],
  ])('%s: %s (%s)', (line, heading) => {
    const { elements } = readOne(
      `明溪区人民政府办公室\n关于做好检查工作的通知\n明溪政办发〔2020〕9号\n各镇人民政府：\n现通知如下。\n一、检查\n${line}`,
    )
    expect(elements.find((element) => element.kind === 'clause' && element.label === '（一）')).toMatchObject({
      heading,
    })
  })

  test('items of an article have none', () => {
    const { elements } = readOne(
      '明溪区停车管理办法\n第一条　有下列情形之一的，免费停放：\n（一）残疾人机动车\n（二）应急车辆。\n第二条　本办法自公布之日起施行。',
    )
    expect(
      elements
        .filter((element) => element.kind === 'clause')
        .map((element) => element.kind === 'clause' && element.heading),
    ).toEqual([null, null, null, null])
  })
})
