import {
  AlignmentType,
  Document,
  HeadingLevel,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { describe, expect, test } from 'vitest'
import { convertDocx } from './docx.ts'
import { writtenNumeral } from './numerals.ts'
import { docxOf, docxPart } from './testing.ts'

const levels = [
  { level: 0, format: LevelFormat.CHINESE_COUNTING, text: '%1、', alignment: AlignmentType.LEFT },
  { level: 1, format: LevelFormat.CHINESE_COUNTING, text: '（%2）', alignment: AlignmentType.LEFT },
]

const read = async (children: ConstructorParameters<typeof Document>[0]['sections'][number]['children']) => {
  const document = new Document({
    numbering: { config: [{ reference: 'official', levels }] },
    sections: [{ children }],
  })
  const converted = await convertDocx(await Packer.toBuffer(document))
  return converted.ok ? converted.value.lines : converted.problem
}
const numbered = (text: string, level: number) => new Paragraph({ text, numbering: { reference: 'official', level } })
const cell = (text: string, columnSpan = 1) =>
  new TableCell({ children: [new Paragraph(text)], columnSpan, width: { size: 1000, type: WidthType.DXA } })

describe('DOCX', () => {
  test('numbers that Word draws stand in the text, and begin anew below each heading', async () => {
    const lines = await read([
      numbered('工作目标', 0),
      numbered('主要任务', 0),
      numbered('建设助餐点', 1),
      numbered('发放补贴', 1),
      numbered('工作要求', 0),
      numbered('按月公开', 1),
    ])
    expect(lines).toMatchObject(
      ['一、工作目标', '二、主要任务', '（一）建设助餐点', '（二）发放补贴', '三、工作要求', '（一）按月公开'].map(
        (text) => ({ text }),
      ),
    )
  })

  test('hidden text does not appear, headings and alignment are hints', async () => {
    const lines = await read([
      new Paragraph({ text: '标题', heading: HeadingLevel.HEADING_1, alignment: AlignmentType.CENTER }),
      new Paragraph({
        children: [new TextRun('看得见'), new TextRun({ text: '看不见', vanish: true }), new TextRun('的字')],
      }),
    ])
    expect(lines).toMatchObject([{ text: '标题', align: 'center' }, { text: '看得见的字' }])
  })

  test('tables are rows of cells with their spans', async () => {
    const lines = await read([
      new Table({
        rows: [
          new TableRow({ children: [cell('任务', 2), cell('单位')] }),
          new TableRow({ children: [cell('1'), cell('甲'), cell('区民政局')] }),
        ],
      }),
    ])
    expect(lines).toMatchObject([
      { cells: [{ text: '任务', columnSpan: 2 }, { text: '单位' }] },
      { cells: [{ text: '1' }, { text: '甲' }, { text: '区民政局' }] },
    ])
  })

  test('a document of nothing is refused with a sentence', async () => {
    expect(await read([new Paragraph('')])).toMatchObject({
      code: 'no-text',
      message: expect.stringContaining('没有文字'),
    })
  })
})

const paragraph = (runs: string, properties = '') => `<w:p><w:pPr>${properties}</w:pPr>${runs}</w:p>`
const run = (text: string, properties = '') => `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`
const style = (id: string, inside: string, type = 'paragraph') =>
  `<w:style w:type="${type}" w:styleId="${id}">${inside}</w:style>`
const level = (at: number, format: string, text: string, more = '') =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${more}</w:lvl>`
const list = (levels: string) =>
  docxPart(
    'numbering',
    `<w:abstractNum w:abstractNumId="0">${levels}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`,
  )
const listed = (text: string, at: number, id = 1) =>
  paragraph(run(text), `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${id}"/></w:numPr>`)
const textsOf = async (body: string, parts: Readonly<Record<string, string>> = {}) => {
  const converted = await convertDocx(docxOf(body, parts))
  return converted.ok ? converted.value.lines.map(({ text }) => text) : [converted.problem.code]
}

describe('the text that Word shows', () => {
  test.each([
    ['a run is hidden', run('看得见') + run('看不见', '<w:vanish/>'), '看得见'],
    ['hiding is switched off', run('看得见', '<w:vanish w:val="0"/>'), '看得见'],
    ['a style of runs hides', run('看得见') + run('看不见', '<w:rStyle w:val="Hidden"/>'), '看得见'],
    [
      'deleted text is gone, inserted text is there',
      `<w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:ins>${run('新')}</w:ins>`,
      '新',
    ],
    [
      'moved text stands where it was moved to',
      `<w:moveFrom>${run('从')}</w:moveFrom><w:moveTo>${run('到')}</w:moveTo>`,
      '到',
    ],
    [
      'a field shows its result, not its code',
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>' +
        run('7'),
      '7',
    ],
    [
      'a content control is text',
      `<w:sdt><w:sdtPr><w:alias w:val="标题"/></w:sdtPr><w:sdtContent>${run('通知')}</w:sdtContent></w:sdt>`,
      '通知',
    ],
    ['raised digits keep their height', run('100m') + run('2', '<w:vertAlign w:val="superscript"/>'), '100m²'],
    [
      'boxes to tick are signs',
      `<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>${run('是')}<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>${run('否')}`,
      '☑是□否',
    ],
    [
      'readings above signs are left out',
      '<w:r><w:ruby><w:rt><w:r><w:t>qú</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>渠</w:t></w:r></w:rubyBase></w:ruby></w:r>',
      '渠',
    ],
  ])('%s', async (_, runs, text) => {
    const styles = docxPart('styles', style('Hidden', '<w:rPr><w:vanish/></w:rPr>', 'character'))
    expect(await textsOf(paragraph(runs), styles)).toEqual([text])
  })

  test('a deleted end of a paragraph joins it to the next', async () =>
    expect(
      await textsOf(paragraph(run('前半句，'), '<w:rPr><w:del w:id="1"/></w:rPr>') + paragraph(run('后半句。'))),
    ).toEqual(['前半句，后半句。']))

  test('a text box is read once, though Word writes it twice', async () => {
    const box = `<w:txbxContent>${paragraph(run('明溪区人民政府文件'))}</w:txbxContent>`
    const twice = `<w:r><mc:AlternateContent xmlns:mc="m"><mc:Choice>${box}</mc:Choice><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent></w:r>`
    expect(await textsOf(paragraph(twice + run('正文')))).toEqual(['正文', '明溪区人民政府文件'])
  })

  test('footnotes have a raised number and stand below their paragraph', async () => {
    const notes = docxPart(
      'footnotes',
      `<w:footnote w:type="separator" w:id="0">${paragraph(run('—'))}</w:footnote><w:footnote w:id="5">${paragraph(run('含下辖镇。'))}</w:footnote>`,
    )
    const body =
      paragraph(`${run('全区')}<w:r><w:footnoteReference w:id="5"/></w:r>${run('人口')}`) + paragraph(run('下一段'))
    expect(await textsOf(body, notes)).toEqual(['全区¹人口', '¹含下辖镇。', '下一段'])
  })

  test('a style brings alignment, outline level and weight', async () => {
    const styles = docxPart(
      'styles',
      style('Base', '<w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:b/></w:rPr>') +
        style('Title', '<w:basedOn w:val="Base"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr>'),
    )
    const converted = await convertDocx(docxOf(paragraph(run('通知'), '<w:pStyle w:val="Title"/>'), styles))
    expect(converted.ok && converted.value.lines).toMatchObject([
      { text: '通知', align: 'center', heading: 1, bold: true },
    ])
  })
})

describe('numbers that Word draws', () => {
  const official =
    level(0, 'chineseCounting', '%1、') + level(1, 'chineseCounting', '（%2）') + level(2, 'decimal', '%3.')
  test('another list of the same kind begins anew where it says so', async () => {
    const body = [
      listed('甲', 0),
      listed('乙', 0),
      listed('丙', 1),
      listed('丁', 2),
      listed('戊', 1),
      listed('己', 0, 2),
      listed('庚', 0),
    ]
    expect(await textsOf(body.join(''), list(official))).toEqual([
      '一、甲',
      '二、乙',
      '（一）丙',
      '1.丁',
      '（二）戊',
      '一、己',
      '三、庚',
    ])
  })

  test('a style alone numbers its paragraphs, at the level that stands for it', async () => {
    const styles = docxPart(
      'styles',
      style('One', '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>') +
        style('Two', '<w:basedOn w:val="One"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'),
    )
    const levels =
      level(0, 'chineseCounting', '%1、', '<w:pStyle w:val="One"/>') +
      level(1, 'chineseCounting', '（%2）', '<w:pStyle w:val="Two"/>')
    const body = ['One', 'Two', 'Two', 'One'].map((id) => paragraph(run(id), `<w:pStyle w:val="${id}"/>`)).join('')
    expect(await textsOf(body, { ...styles, ...list(levels) })).toEqual([
      '一、One',
      '（一）Two',
      '（二）Two',
      '二、One',
    ])
  })

  test.each([
    ['chineseCountingThousand', '第%1条', '第二条 文'],
    ['decimal', '%1', '2 文'],
    ['decimalFullWidth', '%1．', '２．文'],
    ['decimalEnclosedCircle', '%1', '② 文'],
    ['ideographTraditional', '%1、', '乙、文'],
    ['upperRoman', '%1.', 'II.文'],
    ['bullet', '·', '文'],
  ])('%s as %s', async (format, text, shown) =>
    expect((await textsOf(listed('文', 0) + listed('文', 0), list(level(0, format, text)))).at(-1)).toBe(shown),
  )

  test('several levels in one number, all Arabic where the list says so; a level that never begins anew', async () => {
    const levels =
      level(0, 'chineseCounting', '%1、') +
      level(1, 'decimal', '%1.%2', '<w:isLgl/>') +
      level(2, 'decimal', '（%3）', '<w:lvlRestart w:val="0"/>')
    const body = [listed('甲', 0), listed('乙', 1), listed('丙', 2), listed('丁', 0), listed('戊', 1), listed('己', 2)]
    expect(await textsOf(body.join(''), list(levels))).toEqual([
      '一、甲',
      '1.1 乙',
      '（1）丙',
      '二、丁',
      '2.1 戊',
      '（2）己',
    ])
  })

  test('a paragraph left empty counts and says nothing; a hidden one does not count', async () => {
    const numbering = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    const body =
      listed('甲', 0) +
      paragraph('', numbering) +
      paragraph(run('乙', '<w:vanish/>'), `${numbering}<w:rPr><w:vanish/></w:rPr>`) +
      listed('丙', 0)
    expect(await textsOf(body, list(official))).toEqual(['一、甲', '三、丙'])
  })
})

describe('tables and pages inside', () => {
  test('序号 that Word counts in cells without text are said, and do not stand before text elsewhere', async () => {
    const listedIn = (level: number) => `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr>`
    const cells = (...inside: string[]) => `<w:tr>${inside.map((one) => `<w:tc>${one}</w:tc>`).join('')}</w:tr>`
    const table = `<w:tbl>${['修路', '架桥'].map((text) => cells(paragraph('', listedIn(0)), paragraph(run(text)))).join('')}${cells(
      paragraph(run('种树'), listedIn(0)),
      paragraph(''),
    )}</w:tbl>`
    const numbering = list(
      '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:suff w:val="nothing"/><w:lvlText w:val="%1."/></w:lvl>',
    )
    const converted = await convertDocx(docxOf(table, numbering))
    expect(converted.ok && converted.value.lines.map(({ text }) => text)).toEqual(['1.\t修路', '2.\t架桥', '3.种树\t'])
  })

  const cell = (text: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(run(text))}</w:tc>`
  const row = (cells: string, properties = '') => `<w:tr><w:trPr>${properties}</w:trPr>${cells}</w:tr>`

  test('cells merged down and across, a deleted and a hidden row', async () => {
    const table = `<w:tbl>${[
      row(cell('任务', '<w:vMerge w:val="restart"/>') + cell('要求', '<w:gridSpan w:val="2"/>')),
      row(cell('', '<w:vMerge/>') + cell('甲') + cell('乙')),
      row(cell('删') + cell('删') + cell('删'), '<w:del w:id="1"/>'),
      row(cell('藏') + cell('藏') + cell('藏'), '<w:hidden/>'),
    ].join('')}</w:tbl>`
    const converted = await convertDocx(docxOf(table))
    expect(converted.ok && converted.value.lines.map(({ cells }) => cells)).toEqual([
      [
        { text: '任务', rowSpan: 2 },
        { text: '要求', columnSpan: 2 },
      ],
      [{ text: '甲' }, { text: '乙' }],
    ])
  })

  test('a page that was put in whole stands where it was put', async () => {
    const html = '<html><body><p>第二段，来自网页。</p></body></html>'
    const mime = `MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\n\n${Buffer.from(html).toString('base64')}\n`
    const parts = {
      'word/afchunk.mht': mime,
      'word/_rels/document.xml.rels':
        '<Relationships><Relationship Id="c1" Target="/word/afchunk.mht"/></Relationships>',
    }
    const body = `${paragraph(run('第一段。'))}<w:altChunk xmlns:r="r" r:id="c1"/>${paragraph(run('第三段。'))}`
    expect(await textsOf(body, parts)).toEqual(['第一段。', '第二段，来自网页。', '第三段。'])
  })
})

test.each([
  [1, '一'],
  [10, '十'],
  [11, '十一'],
  [20, '二十'],
  [105, '一百零五'],
  [110, '一百一十'],
])('%i is written %s', (value, text) => expect(writtenNumeral(value)).toBe(text))
