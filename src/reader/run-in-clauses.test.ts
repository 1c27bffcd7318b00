import { describe, expect, test } from 'vitest'
import { readOne } from './testing.ts'

/** Path and text of each clause and paragraph of a document. */
const clauses = (text: string): string[] =>
  readOne(`明溪区人民政府关于停车管理的通知\n明溪政发〔2022〕5号\n各街道办事处：\n${text}`).elements.flatMap(
    (element) =>
      element.kind === 'clause'
        ? [`${element.path} ${element.text}`]
        : element.kind === 'paragraph'
          ? [`- ${element.text}`]
          : [],
  )

describe('clauses that lost the break before them', () => {
  test.each<[string, string, string[]]>([
    [
      'an article behind the heading of its chapter, and one behind a sentence',
      '第一章 总则第一条 为规范停车，制定本办法。\n第二条 泊位向社会开放。第三条 收费标准由区发改局公布。\n第二章 收费第四条 按时段收费。',
      [
        '第一章 总则',
        '第一章/第一条 为规范停车，制定本办法。',
        '第一章/第二条 泊位向社会开放。',
        '第一章/第三条 收费标准由区发改局公布。',
        '第二章 收费',
        '第二章/第四条 按时段收费。',
      ],
    ],
    [
      'items of an article, all in its paragraph',
      '第一条 下列车辆免费：（一）警车；（二）消防车；（三）救护车。\n第二条 其他车辆按时段收费。',
      [
        '第一条 下列车辆免费：',
        '第一条/（一） 警车；',
        '第一条/（二） 消防车；',
        '第一条/（三） 救护车。',
        '第二条 其他车辆按时段收费。',
      ],
    ],
    [
      'the first of a list behind its heading, the others on lines of their own',
      '一、新建泊位（一）老旧小区。\n利用空地建设。\n（二）医院周边。\n二、规范收费。',
      ['一 新建泊位', '一/（一） 老旧小区。', '- 利用空地建设。', '一/（二） 医院周边。', '二 规范收费。'],
    ],
    [
      'behind the units of the one before',
      '（1）更新标线。（责任单位：区城管局）（2）公布泊位数。（责任单位：区交通局、区公安分局）\n（3）受理投诉。',
      [
        '（1） 更新标线。（责任单位：区城管局）',
        '（2） 公布泊位数。（责任单位：区交通局、区公安分局）',
        '（3） 受理投诉。',
      ],
    ],
    [
      'a list that its author printed in one paragraph stays one',
      '停车要做到：1.顺向停放；2.不占盲道；3.按时缴费。\n各街道要加强巡查。',
      ['- 停车要做到：1.顺向停放；2.不占盲道；3.按时缴费。', '- 各街道要加强巡查。'],
    ],
    [
      'articles that are cited or quoted begin nothing',
      '第一条 收费依照《云岭市停车条例》。第二条的标准由区发改局公布，并写入“第二条 泊位免费。第三条 标线清晰。”\n第二条 本办法自公布之日起施行。',
      [
        '第一条 收费依照《云岭市停车条例》。第二条的标准由区发改局公布，并写入“第二条 泊位免费。第三条 标线清晰。”',
        '第二条 本办法自公布之日起施行。',
      ],
    ],
    [
      'numbers that do not count on',
      '一、新建泊位三百个。四、五月份集中施划。\n二、规范收费。',
      ['一 新建泊位三百个。四、五月份集中施划。', '二 规范收费。'],
    ],
  ])('%s', (_, text, expected) => expect(clauses(text)).toEqual(expected))

  test('nothing is lost or doubled, whatever runs on', () => {
    const text = '第一条 甲；（一）乙。第二条 丙：（一）丁；（二）戊。（责任单位：区城管局）第三条 己。'
    expect(
      clauses(text)
        .join('')
        .replace(/[^甲乙丙丁戊己]/g, ''),
    ).toBe('甲乙丙丁戊己')
  })

  test('the title of what is issued, with its first article on the same line', () => {
    const { enclosure, elements } = readOne(
      '明溪区人民政府关于印发《明溪区停车管理办法》的通知\n明溪政发〔2022〕5号\n各街道办事处：\n现印发给你们，请遵照执行。\n明溪区人民政府\n2022年3月1日\n明溪区停车管理办法第一条 为规范停车，制定本办法。\n第二条 泊位向社会开放。',
    )
    expect(enclosure).toBe('明溪区停车管理办法')
    expect(elements.flatMap((element) => (element.kind === 'clause' ? [element.path] : []))).toEqual([
      '第一条',
      '第二条',
    ])
  })
})
