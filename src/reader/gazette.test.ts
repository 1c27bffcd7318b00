import { describe, expect, test } from 'vitest'
import { readText } from './testing.ts'
import type { ReadGazette } from './types.ts'

const DOCUMENT = `
柳林县人民政府关于保护古树名木的通告
柳政发〔2016〕22号
为了保护古树名木，现通告如下：
一、禁止攀折。
柳林县人民政府
2016年9月1日`

describe('what cover, imprint and running headers say of an issue', () => {
  test.each<[string, string, Partial<ReadGazette> | null]>([
    [
      'name, issue with total number, publisher and date of publication on the cover',
      `柳林县人民政府公报\nLIULINXIAN RENMIN ZHENGFU GONGBAO\n2016年第3期（总第27期）\n主管：柳林县人民政府\n主办：柳林县人民政府办公室\n出版日期：2016年9月30日`,
      {
        title: '柳林县人民政府公报',
        publisher: '柳林县人民政府办公室',
        year: 2016,
        number: 3,
        totalNumber: 27,
        publishedOn: '2016-09-30',
      },
    ],
    [
      'the day on which an issue is out, said in other words',
      `柳林县人民政府公报\n2026年第1期　总第61期　季刊\n编辑：柳林县人民政府办公室\n出刊日期：2026年3月31日`,
      { publisher: '柳林县人民政府办公室', totalNumber: 61, publishedOn: '2026-03-31' },
    ],
    [
      'a masthead printed downwards, the name in letters, publisher and days on lines with others',
      `柳\n林\n县\n公\n报\nLIULINXIAN GONGBAO 2016.3\n2016年第3期（总第27期）\n柳林县人民政府办公室主办　　2016年9月30日出版`,
      {
        title: '柳林县公报',
        publisher: '柳林县人民政府办公室',
        year: 2016,
        number: 3,
        totalNumber: 27,
        publishedOn: '2016-09-30',
      },
    ],
    [
      'number and day of the issue on one line',
      `柳林县人民政府公报\n2016年第3期（总第27期）　2016年9月30日`,
      { number: 3, publishedOn: '2016-09-30' },
    ],
    [
      'letterspaced over two lines, 号 and 总号, date with 出版',
      `柳 林 县 人 民 政 府\n公  报\n2016\n第 3 号\n（总号：27）\n柳林县人民政府办公室主办\n2016年9月30日出版`,
      {
        title: '柳林县人民政府公报',
        publisher: '柳林县人民政府办公室',
        year: 2016,
        number: 3,
        totalNumber: 27,
        publishedOn: '2016-09-30',
      },
    ],
    [
      'a 政报 whose issue is printed with a dot, date alone on the cover',
      `海陵政报\n2009·12\n海陵省人民政府办公厅编印\n2009年6月25日`,
      { title: '海陵政报', year: 2009, number: 12, totalNumber: null, publishedOn: '2009-06-25' },
    ],
    [
      'all in one line, full-width digits, the publisher before the date',
      `海陵县人民政府公报　２０１８年第２期（总第１４期）　主办：海陵县人民政府办公室　２０１８年６月１５日出版`,
      {
        title: '海陵县人民政府公报',
        publisher: '海陵县人民政府办公室',
        year: 2018,
        number: 2,
        totalNumber: 14,
        publishedOn: '2018-06-15',
      },
    ],
    [
      'tabs between name and issue',
      `海陵县人民政府公报\t2018年第2期\t（总第14期）`,
      { title: '海陵县人民政府公报', year: 2018, number: 2, totalNumber: 14 },
    ],
    [
      'a name over two lines, hundreds in Chinese numerals',
      `云岭市海陵区\n人民政府公报\n二〇二三年第二期\n（总第一百零七期）`,
      { title: '云岭市海陵区人民政府公报', year: 2023, number: 2, totalNumber: 107 },
    ],
    [
      'Chinese numerals',
      `沧水市人民政府公报\n二〇二三年第四期\n总第一百零二期`,
      { title: '沧水市人民政府公报', year: 2023, number: 4 },
    ],
    [
      'a running header alone',
      `2020年第2期　青河市人民政府公报`,
      { title: '青河市人民政府公报', year: 2020, number: 2, totalNumber: null, publisher: null, publishedOn: null },
    ],
    [
      'the name in book marks before the issue, as articles are called',
      `《海陵县人民政府公报》2025年第2期\n主办：海陵县人民政府办公室\n2025年6月30日出版`,
      {
        title: '海陵县人民政府公报',
        publisher: '海陵县人民政府办公室',
        year: 2025,
        number: 2,
        publishedOn: '2025-06-30',
      },
    ],
    [
      'the name in book marks, the total number behind it',
      `《柳林政报》第3期（总第27期）\n2016年9月30日出版`,
      { title: '柳林政报', number: 3, totalNumber: 27, publishedOn: '2016-09-30' },
    ],
    [
      'a cover spread by tabs',
      `\t\t海陵县人民政府公报\n\t\t2018年第2期（总第14期）\n海陵县人民政府办公室主办\t\t2018年6月15日出版`,
      {
        title: '海陵县人民政府公报',
        publisher: '海陵县人民政府办公室',
        number: 2,
        totalNumber: 14,
        publishedOn: '2018-06-15',
      },
    ],
    [
      'the day behind who made it, on one line',
      `柳林县人民政府公报\n2016年第3期（总第27期）\n柳林县人民政府办公室编印　2016年9月30日`,
      { publisher: '柳林县人民政府办公室', publishedOn: '2016-09-30' },
    ],
    [
      'the same with another word',
      `海陵县人民政府公报\n2018年第2期\n海陵县人民政府办公室主办 2018年6月15日`,
      { publisher: '海陵县人民政府办公室', publishedOn: '2018-06-15' },
    ],
    [
      'the day behind who made it, without a word that says so, over the contents',
      `海陵县人民政府公报\n2018年第2期\n海陵县人民政府办公室　　2018年6月15日\n目录\n柳林县人民政府关于保护古树名木的通告（柳政发〔2016〕22号）……1`,
      { publisher: '海陵县人民政府办公室', publishedOn: '2018-06-15' },
    ],
    [
      'the same of an editorial department',
      `柳林政报\n2016年第3期\n柳林政报编辑部 2016年9月30日\n目录\n柳林县人民政府关于保护古树名木的通告（柳政发〔2016〕22号）……1`,
      { publisher: '柳林政报编辑部', publishedOn: '2016-09-30' },
    ],
    [
      'the gazette named in book marks among those who made it',
      `柳林县人民政府公报\n2016年第3期\n编辑出版：《柳林县人民政府公报》编辑室\n出版时间：2016年9月30日`,
      { publishedOn: '2016-09-30' },
    ],
    [
      'the same with another word',
      `海陵县人民政府公报\n2018年第2期\n编印：《海陵县人民政府公报》编辑部\n2018年6月15日出版`,
      { publishedOn: '2018-06-15' },
    ],
    ['a statistical communiqué is a document', `柳林县2015年国民经济和社会发展统计公报`, null],
    ['a document alone', '', null],
  ])('%s', (_, cover, expected) => {
    const { gazette } = readText(`${cover}${DOCUMENT}`)
    if (expected) expect(gazette).toMatchObject(expected)
    else expect(gazette).toBeNull()
  })

  test('the imprint at the end counts as well', () => {
    const { gazette } = readText(
      `云岭市人民政府公报\n2022年第1期\n${DOCUMENT}\n主办单位：云岭市人民政府办公室\n地址：云岭市府前街1号\n出版时间：2022年3月31日`,
    )
    expect(gazette).toMatchObject({ publisher: '云岭市人民政府办公室', publishedOn: '2022-03-31' })
  })
})

test.each([
  ['地　址：柳林县府前街1号\n电　话：0000-55501111\n印　刷：柳林县印刷厂', 'labels set apart over the printer'],
  ['本期责任编辑：王一　地址：柳林县府前街1号　邮编：000000', 'labels on one line'],
])('%j at the end of an issue is its imprint (%s)', (imprint) => {
  const { documents, furniture } = readText(`柳林县人民政府公报\n2016年第3期\n${DOCUMENT}\n${imprint}`)
  expect(documents.at(-1)?.elements.at(-1)).toMatchObject({ kind: 'date', text: '2016年9月1日' })
  expect(furniture.at(-1)).toEqual({ from: 10, to: 9 + imprint.split('\n').length })
})

test.each<[string, string | null, string]>([
  [
    '主管单位：青溪区人民政府\n主办单位：青溪区人民政府办公室',
    '青溪区人民政府办公室',
    'who runs it, not who oversees it',
  ],
  ['青溪区人民政府办公室主办', '青溪区人民政府办公室', 'the name before the word'],
  ['编印：青溪区档案馆', '青溪区档案馆', 'who prints it, where nobody else is named'],
  ['2024年3月出版', null, 'a month is nobody'],
])('%j: the publisher is %s (%s)', (imprint, publisher) => {
  const { gazette } = readText(`青溪区人民政府公报\n2024年第1期\n${imprint}${DOCUMENT}`)
  expect(gazette?.publisher).toBe(publisher)
})
