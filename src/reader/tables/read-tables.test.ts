import { describe, expect, test } from 'vitest'
import { ClausePaths } from '../clauses.ts'
import { readLines } from '../lines.ts'
import { type PartReading, readPart } from '../read-part.ts'
import type { ReadTable, SourceCell, SourceLine } from '../types.ts'

const readSourceLines = (lines: readonly SourceLine[]): PartReading =>
  readPart(readLines({ format: 'txt', lines, hints: {}, findings: [] }), { kind: 'notice' }, new ClausePaths(), null)

const printed = (text: string): SourceLine[] =>
  text
    .replace(/^\n/, '')
    .split('\n')
    .map((line, index) => ({ number: index + 1, text: line.replaceAll('→', '\t') }))

const read = (text: string) => readSourceLines(printed(text))
/** What is left as text of the document. */
const proseOf = ({ elements }: PartReading): string[] =>
  elements.flatMap((element) => ('text' in element ? [element.text] : []))
const only = (text: string): ReadTable => {
  const { tables } = read(text)
  expect(tables).toHaveLength(1)
  return tables[0] as ReadTable
}

describe('one table over several pages', () => {
  const first = `
序号→任务→工作内容→责任单位→完成时限
1→防汛备汛→修缮三座水闸并完成验收。→区水务局→6月底前
2→→补足抢险物资，登记造册。→区应急局→6月底前`

  test('a repeated header is dropped', () => {
    const table = only(`${first}
序号→任务→工作内容→责任单位→完成时限
3→抗旱保苗→疏浚灌溉水渠。→区水务局→4月底前`)
    expect(table.columns).toEqual(['序号', '任务', '工作内容', '责任单位', '完成时限'])
    expect(table.rows.map((row) => row[0])).toEqual(['1', '2', '3'])
    expect(table.kind).toBe('tasks')
  })

  test.each([
    [
      'directly under the header and between rows',
      '一、防汛\n1→备汛→修缮水闸。→区水务局\n二、抗旱\n2→保苗→疏浚水渠。→区水务局',
      1,
    ],
    ['under a row without end', '一、防汛\n1→→修缮水闸。→区水务局、区应急局\n二、抗旱\n2→→疏浚水渠。→区水务局', 1],
    ['a chapter', '第一章 防汛\n1→备汛→修缮水闸。→区水务局\n第二章 抗旱\n2→保苗→疏浚水渠。→区水务局', 1],
    [
      'a header below it: the title of another table',
      '1→备汛→修缮水闸。→区水务局\n二、抗旱\n序号→任务→内容→责任单位\n1→保苗→疏浚水渠。→区水务局',
      2,
    ],
    ['a sentence', '1→备汛→修缮水闸。→区水务局\n二、抗旱按上年标准办理。\n2→保苗→疏浚水渠。→区水务局', 2],
  ])('a label that lost its tabs is a band of the table: %s', (_, rows, tables) => {
    const found = read(`序号→任务→内容→责任单位\n${rows}`).tables
    expect(found).toHaveLength(tables)
    if (tables === 1) expect(found[0]?.bands.map(({ beforeRow }) => beforeRow)).toEqual([0, 1])
  })

  test('a page without a header goes on, also after 续表', () => {
    expect(only(`${first}\n\n3→抗旱保苗→疏浚灌溉水渠。→区水务局→4月底前`).rows).toHaveLength(3)
    expect(
      only(`${first}\n（续表）\n序号→任务→工作内容→责任单位→完成时限\n3→抗旱→疏浚。→区水务局→4月底前`).rows,
    ).toHaveLength(3)
  })

  test('a header with one misread sign is the same header', () => {
    expect(
      only(`${first}\n序号→任务→工作内客→责任单位→完成时限\n3→抗旱→疏浚水渠。→区水务局→4月底前`).rows,
    ).toHaveLength(3)
  })

  test('the first page may lack the header that the second has', () => {
    const table = only(
      `1→修缮水闸→区水务局→6月底前\n2→补足物资→区应急局→6月底前\n\n序号→任务→责任单位→完成时限\n3→疏浚水渠→区水务局→4月底前`,
    )
    expect(table.columns).toEqual(['序号', '任务', '责任单位', '完成时限'])
    expect(table.rows).toHaveLength(3)
  })

  test('a requirement cut by the page is one cell', () => {
    const table = only(`${first}
3→抗旱保苗→对全区四条主干渠分段清淤，重点疏浚北干渠、→区水务局→4月底前

序号→任务→工作内容→责任单位→完成时限
→→南干渠，确保春灌用水。→→
4→→巡查机井。→区农业农村局→全年`)
    expect(table.rows).toHaveLength(4)
    expect(table.rows[2]?.[2]).toBe('对全区四条主干渠分段清淤，重点疏浚北干渠、南干渠，确保春灌用水。')
    expect(table.rowLines[2]).toEqual({ from: 4, to: 7 })
  })

  test('the end of a requirement on the next page, where a column more is printed later', () => {
    const table = only(`序号→任务→工作内容→责任单位→完成时限
1→防汛→修缮三座水闸，补足沙袋和水泵，六月前验收。→区水务局→6月底前
2→抗旱→疏浚北干渠，2024年全区灌溉面积的比例达→区水务局→12月底前

序号→任务→工作内容→责任单位→完成时限
→→到85%以上，2025年全部覆盖。→→

序号→任务→→工作内容→责任单位→完成时限
3→三、护林→（一）巡查→巡查山林三十处，发现火情立即上报镇政府。→区林业局→6月底前
4→→（二）补种→补种苗木一万株。→区林业局→4月底前`)
    expect(table.rows).toHaveLength(4)
    expect(table.rows[1]?.[3]).toBe('疏浚北干渠，2024年全区灌溉面积的比例达到85%以上，2025年全部覆盖。')
  })

  test.each([
    ['a name of a unit', '区财政局、区审→6月底', '→→→计局→', '区财政局、区审计局'],
    ['a list of units', '区财政局→6月底', '→→→、区审计局→', '区财政局、区审计局'],
  ])('%s cut by a page is one, also where the page left no gap', (_, end, more, whole) => {
    const rest = '4→巡河→每周巡查两次并登记。→各镇→全年'
    for (const gap of ['', '\n'])
      expect(
        only(
          `${first}\n3→抗旱→对四条主干渠清淤，重点疏浚北干渠、→${end}${gap}\n${more.replace('→→', '→→南干渠。')}\n${rest}`,
        ).rows[2],
      ).toEqual(['3', '抗旱', '对四条主干渠清淤，重点疏浚北干渠、南干渠。', whole, '6月底'])
  })

  test.each([
    ['（二）加快发展建材', '和家居产业', 'what joins'],
    ['（二）实施“煤改', '电”工程', 'an open quotation mark'],
    ['（二）完善公共', '服务体系', 'a label without the number that others have'],
  ])('a label torn by a page is one: %s / %s (%s)', (above, below) => {
    const head = '序号→工作任务→具体措施→责任单位→完成时限'
    const table = only(`${head}
1→（一）提升食品业→支持企业建设智能工厂，新增生产线十八条。→区工信局→6月底前
2→${above}→申报设计中心一个，培育示范企业三家。→区工信局→9月底前

${head}
3→${below}→对认证企业给予奖励，新增认证八家。→区住建局→10月底前
4→（三）发展装备业→引进上下游企业六家以上，形成产业链。→区商务局→12月底前`)
    expect(table.rows.map((row) => row[1])).toEqual(['（一）提升食品业', above + below, '', '（三）发展装备业'])
  })

  test.each([
    ['new labels beneath it', '（三）装备业'],
    ['the same label beneath it', '（二）建材业'],
  ])('a merged label that the next page prints once more, with %s, is one that goes on', (_, inner) => {
    const row = (...cells: readonly [string, number?][]): readonly SourceCell[] =>
      cells.map(([text, rowSpan]) => ({ text, ...(rowSpan !== undefined && { rowSpan }) }))
    const head = row(['序号'], ['任务'], ['类别'], ['具体措施'], ['责任单位'])
    const pages = [
      [
        head,
        row(['1'], ['一、工业', 2], ['（一）食品业'], ['支持企业建设智能工厂。'], ['区工信局']),
        row(['2'], ['（二）建材业'], ['申报设计中心一个。'], ['区工信局']),
      ],
      [
        head,
        row(['3'], ['一、工业', 2], [inner], ['对认证企业给予奖励。'], ['区住建局']),
        row(['4'], ['（四）纺织业'], ['引进上下游企业六家。'], ['区商务局']),
      ],
    ]
    const lines = pages.flatMap((rows, table) =>
      rows.map((cells, at) => ({
        number: table * 9 + at + 1,
        text: cells.map(({ text }) => text).join('\t'),
        cells,
        table,
      })),
    )
    const [table] = readSourceLines(lines).tables
    expect(table?.rows.map((cells) => cells[1])).toEqual(['一、工业', '', '', ''])
    expect(table?.filledRows.map((cells) => cells.slice(1, 3))).toEqual([
      ['一、工业', '（一）食品业'],
      ['一、工业', '（二）建材业'],
      ['一、工业', inner],
      ['一、工业', '（四）纺织业'],
    ])
  })

  test('a line that carries on the label above it, or begins as nothing does, is the rest of its row', () => {
    const table = only(`类别→序号→名称→建设内容→责任单位→完成时限
就业和→1→城镇就业→新增就业三千人，失业人员再就业一千人。→区人社局→12月底
社会保障→→→→→
→2→村卫生室→建设村卫生室四十五个→→
→→→，每个不少于六十平方米。→区卫生局→10月底`)
    expect(table.rows).toEqual([
      ['就业和社会保障', '1', '城镇就业', '新增就业三千人，失业人员再就业一千人。', '区人社局', '12月底'],
      ['', '2', '村卫生室', '建设村卫生室四十五个，每个不少于六十平方米。', '区卫生局', '10月底'],
    ])
  })

  test('a row cut twice, in two cells, where every row has a number', () => {
    const head = '序号→任务→工作内容→完成时限→责任单位→责任人'
    const table = only(`${head}
1→种子→备足种子二万吨，建立种子留样→4月5日前→区农业农村局、区供→高峰

→→库，实行一批一检、→→销联社→

${head}
→→一户一档。→→→
2→化肥→备足化肥六万吨，到户率九成以上。→4月10日前→区供销联社→丛林`)
    expect(table.rows[0]).toEqual([
      '1',
      '种子',
      '备足种子二万吨，建立种子留样库，实行一批一检、一户一档。',
      '4月5日前',
      '区农业农村局、区供销联社',
      '高峰',
    ])
    expect(table.rows).toHaveLength(2)
  })

  test('an empty column more and one less at the end of a page', () => {
    const table = only(`序号→任务→→工作内容→牵头单位→完成时限→备注
1→一、防汛→（一）水闸→修缮三座水闸，补足沙袋。→区水务局→6月底前→续建
2→→→补足抢险物资，登记造册。→区应急局→5月底前→

3→→→（二）巡查→巡查山林三十处，及时上报。→区林业局→长期坚持`)
    expect(table.rows[2]).toEqual(['3', '', '（二）巡查', '巡查山林三十处，及时上报。', '区林业局', '长期坚持', ''])
  })

  test('units that a page cuts after their sign stand with the units', () => {
    const head = '重点任务→→具体要求→责任单位→完成时限'
    const table = only(`${head}
严控火源→卡点管控→设立检查站八十六个，落实登记制度。→各镇、区公安局→5月底前
→→对重点部位逐一明确看护人员，清明期间实行死看硬守。→各镇→4月底前
计划烧除→完成计划烧除和可燃物清理四万亩，坚→区林业局、区应急局、→1月底前

→→持“五烧四不烧”。→各镇→
→宣传教育→开展防火宣传月活动，悬挂标语三千条。→区教育局→3月底前`)
    expect(table.rows).toHaveLength(4)
    expect(table.rows[2]?.slice(2)).toEqual([
      '完成计划烧除和可燃物清理四万亩，坚持“五烧四不烧”。',
      '区林业局、区应急局、各镇',
      '1月底前',
    ])
  })

  test('who signs and who prints between tabs are no rows', () => {
    const { tables } = read(`组别→姓名→单位及职务
第一组→周望舒→区农技中心主任
第二组→陈一→区植保站站长

明溪区农业农村局（盖章）→明溪区财政局（盖章）

明溪区人民政府办公室→2021年3月16日印发`)
    expect(tables.map(({ columns, rows }) => [columns.length, rows.length])).toEqual([[3, 2]])
  })

  test('the rest of a requirement after ； on the next page, where every row has a number', () => {
    const table = only(`序号→任务→工作内容→责任单位→完成时限
1→防汛→修缮三座水闸，补足沙袋和水泵，六月前验收。→区水务局→6月底前
2→创新→新增高新技术企业十二家、科技型企业四十家；→区科技局→12月底前

序号→任务→工作内容→责任单位→完成时限
→→全社会研发投入增长百分之十八以上。→→
3→护林→巡查山林三十处，发现火情立即上报。→区林业局→6月底前`)
    expect(table.rows.map(([, name]) => name)).toEqual(['防汛', '创新', '护林'])
    expect(table.rows[1]?.[2]).toBe('新增高新技术企业十二家、科技型企业四十家；全社会研发投入增长百分之十八以上。')
  })

  test('bands without tabs over a row whose number goes on, at the top of a page', () => {
    const table = only(`序号→任务→工作内容→责任单位
一、防汛（2项）
1→水闸→修缮三座水闸。→区水务局
2→沙袋→补足抢险物资。→区应急局

二、护林（1项）
（一）巡查（1项）
3→巡山→巡查山林三十处。→区林业局`)
    expect(table.bands.map(({ text }) => text)).toEqual(['一、防汛（2项）', '二、护林（1项）', '（一）巡查（1项）'])
    expect(table.rows).toHaveLength(3)
  })

  test.each([
    ['below it', '2→沙袋→补足抢险物资。→区应急局\n二、护林（1项）\n\n\n3→巡山→巡查山林三十处。→区林业局'],
    ['above and below it', '2→沙袋→补足抢险物资。→区应急局\n\n二、护林（1项）\n\n3→巡山→巡查山林三十处。→区林业局'],
  ])('a band without tabs with the end of a page %s, where the numbers go on', (_, rows) => {
    const table = only(`序号→任务→工作内容→责任单位\n1→水闸→修缮三座水闸。→区水务局\n${rows}`)
    expect(table.bands.map(({ text }) => text)).toEqual(['二、护林（1项）'])
    expect(table.rows).toHaveLength(3)
  })

  test('a page with an empty column more is no wider table', () => {
    const table = only(`序号→任务→→工作内容→责任单位
1→一、防汛→（一）水闸→修缮三座水闸。→区水务局
2→→→补足抢险物资。→区应急局

3→二、护林→（一）巡查→→巡查山林三十处。→区林业局
4→→→→补种苗木。→区林业局`)
    expect(table.columns).toEqual(['序号', '任务', '', '工作内容', '责任单位'])
    expect(table.rows[2]).toEqual(['3', '二、护林', '（一）巡查', '巡查山林三十处。', '区林业局'])
  })

  test('another caption or another header makes another table', () => {
    const { tables } = read(`${first}
附表2 物资储备清单
序号→物资名称→数量→存放地点
1→编织袋→5000→区应急库`)
    expect(tables.map(({ title, rows }) => [title, rows.length])).toEqual([
      [null, 2],
      ['附表2物资储备清单', 1],
    ])
  })

  test.each([
    ['大类→小类→税则号列', '废金属→废铜→7404A', '废纸→报纸→4707B', '废玻璃→瓶→7001C'],
    ['树种→胸径→挂牌', '古柏→一尺→甲', '古槐→二尺→乙', '古松→三尺→丙'],
  ])('%s: names that no rule knows are the header where they come back', (names, ...rows) => {
    const table = only(`${names}\n${rows[0]}\n${rows[1]}\n\n${names}\n${rows[2]}`)
    expect(table.columns).toEqual(names.split('→'))
    expect(table.rows.map((row) => row.join('→'))).toEqual(rows)
  })

  test('a sentence that stands again above a table is text, and begins another table', () => {
    const reading = read(`完成情况如下。
项目→金额→比上年
税收→100→5

完成情况如下。
项目→金额→比上年
教育→100→5`)
    expect(reading.tables.map(({ rows }) => rows.length)).toEqual([1, 1])
    expect(proseOf(reading)).toEqual(['完成情况如下。', '完成情况如下。'])
  })

  test('the same header under another caption makes another table', () => {
    const { tables } = read(`
表1 城区学校名单
序号→学校名称→地址
1→明溪一小→东街1号
表2 农村学校名单
序号→学校名称→地址
1→北坡小学→北坡村`)
    expect(tables.map(({ title }) => title)).toEqual(['表1城区学校名单', '表2农村学校名单'])
  })
})

describe('cells that slipped', () => {
  const header = '序号→工作任务→→具体要求→责任单位→完成时限'
  test('a header cell over two columns is followed by an empty name', () => {
    const table = only(
      `${header}\n1→一、深化公开→（一）财政→公开预算。→区财政局→12月底前\n2→→→公开决算。→区财政局→12月底前`,
    )
    expect(table.columns).toEqual(['序号', '工作任务', '', '具体要求', '责任单位', '完成时限'])
    expect(table.filledRows[1]).toEqual(['2', '一、深化公开', '（一）财政', '公开决算。', '区财政局', '12月底前'])
  })

  test('a row without its group cells is placed by what columns hold', () => {
    const table = only(`序号→任务→具体要求→责任单位→完成时限
1→防汛→修缮水闸，完成验收。→区水务局→6月底前
2→补足抢险物资，登记造册。→区应急局→6月底前
3→抗旱→疏浚水渠。→区水务局→4月底前`)
    expect(table.rows[1]).toEqual(['2', '', '补足抢险物资，登记造册。', '区应急局', '6月底前'])
  })

  test.each([
    ['one empty cell too many at the end', '2→补足抢险物资，登记造册。→区应急局→6月底前→→'],
    ['the empty cell printed at the end', '2→补足抢险物资，登记造册。→区应急局→6月底前→'],
    ['as many tabs as a full row', '2→→补足抢险物资，登记造册。→区应急局→6月底前→→→'],
  ])('%s', (_, row) => {
    const table = only(`序号→任务→具体要求→责任单位→完成时限\n1→防汛→修缮水闸，完成验收。→区水务局→6月底前→\n${row}`)
    expect(table.rows[1]).toEqual(['2', '', '补足抢险物资，登记造册。', '区应急局', '6月底前'])
  })

  test('a cell missing in the middle of a row leaves its neighbours in their columns', () => {
    const table = only(
      '序号→工作任务→→具体要求→责任单位→完成时限\n1→一、治水→（一）清淤→疏浚北干渠。→区水务局→6月底前\n2→二、护林→巡查山林三十处，登记造册并按月上报。→区林业局→全年→',
    )
    expect(table.rows[1]).toEqual(['2', '二、护林', '', '巡查山林三十处，登记造册并按月上报。', '区林业局', '全年'])
  })

  test('two paragraphs in one cell are the group and the requirement', () => {
    const table = only(`序号→任务→具体要求→责任单位→完成时限
1→防汛→修缮水闸。→区水务局→6月底前
2→<p>抗旱</p><p>疏浚水渠。</p>→区水务局→4月底前`)
    expect(table.rows[1]).toEqual(['2', '抗旱', '疏浚水渠。', '区水务局', '4月底前'])
  })

  test('more cells than columns lose nothing and are found doubtful', () => {
    const { tables, findings } = read(`序号→事项→类型→依据\n1→校车使用许可→许可→条例\n2→取水许可→许可→甲→乙→丙→丁`)
    expect(tables[0]?.rows[1]?.join('')).toContain('丁')
    expect(findings).toMatchObject([{ code: 'row-does-not-fit', line: 3 }])
  })
})

describe('headers of several rows', () => {
  test('names under a name that spans are joined to it', () => {
    const table = only(`
指标名称→单位→2024年→→2023年→
→→绝对值→增速（%）→绝对值→增速（%）
地区生产总值→亿元→412.5→5.1→392.4→4.8
常住人口→万人→38.2→-0.2→38.3→-0.1`)
    expect(table.columns).toEqual([
      '指标名称',
      '单位',
      '2024年 绝对值',
      '2024年 增速（%）',
      '2023年 绝对值',
      '2023年 增速（%）',
    ])
    expect(table.kind).toBe('statistics')
    expect(table.rows).toHaveLength(2)
  })

  test('lower names printed side by side go to the names that can span', () => {
    const table = only(`
指标名称→单位→本月→累计
数量→增长→数量→增长
客运量→万人→12.1→3.0→130.5→4.1
货运量→万吨→8.1→2.0→90.5→1.1`)
    expect(table.columns).toEqual(['指标名称', '单位', '本月 数量', '本月 增长', '累计 数量', '累计 增长'])
    expect(table.rows).toHaveLength(2)
  })

  test('names that span stand over a header', () => {
    const table = only(`
收入→→支出→
项目→决算数→项目→决算数
税收收入→1200→教育→800
收入合计→1900→支出合计→1700`)
    expect(table.columns).toEqual(['收入 项目', '收入 决算数', '支出 项目', '支出 决算数'])
    expect(table.rows).toHaveLength(2)
  })

  test('units of measure beneath names belong to them', () => {
    const table = only('镇街→户籍人口→男性→女性\n→（万人）→（万人）→（万人）\n东街→3.1→1.5→1.6\n北坡→2.2→1.1→1.1')
    expect(table.columns).toEqual(['镇街', '户籍人口 （万人）', '男性 （万人）', '女性 （万人）'])
    expect(table.rows).toHaveLength(2)
  })

  test('HTML says how many rows a header has', () => {
    const cells = (...texts: [string, number?, number?][]) =>
      texts.map(([text, columnSpan, rowSpan]) => ({
        text,
        ...(columnSpan && { columnSpan }),
        ...(rowSpan && { rowSpan }),
      }))
    const rows = [
      cells(['序号', 1, 2], ['工作任务', 1, 2], ['责任分工', 2]),
      cells(['牵头单位'], ['配合单位']),
      cells(['1'], ['修缮水闸', 1, 2], ['区水务局'], ['各镇']),
      cells(['2'], ['区应急局'], ['各镇']),
    ]
    const { tables } = readSourceLines(
      rows.map((row, index) => ({
        number: index + 1,
        text: row.map(({ text }) => text).join('\t'),
        cells: row,
        table: 0,
      })),
    )
    expect(tables[0]?.columns).toEqual(['序号', '工作任务', '责任分工 牵头单位', '责任分工 配合单位'])
    expect(tables[0]?.rows[1]).toEqual(['2', '', '区应急局', '各镇'])
    expect(tables[0]?.filledRows[1]).toEqual(['2', '修缮水闸', '区应急局', '各镇'])
  })

  test('a name centred beside names of two lines fills its column', () => {
    const rows = [
      ['', '会员', '男性'],
      ['协会名称', '', ''],
      ['', '（人）', '（人）'],
      ['作家协会', '197', '65'],
      ['书法协会', '90', '44'],
    ]
    const { tables } = readSourceLines(
      rows.map((cells, index) => ({
        number: index + 1,
        text: cells.join('\t'),
        cells: cells.map((text) => ({ text })),
        table: 0,
      })),
    )
    expect(tables[0]?.columns).toEqual(['协会名称', '会员 （人）', '男性 （人）'])
    expect(tables[0]?.rows).toHaveLength(2)
  })

  test('the rule of Markdown tells the header, whatever its words', () => {
    const table = only('| 甲 | 乙 |\n| --- | :-: |\n| 子 | 丑 |\n| 寅 | 卯 |')
    expect(table.columns).toEqual(['甲', '乙'])
    expect(table.rows).toEqual([
      ['子', '丑'],
      ['寅', '卯'],
    ])
  })
})

describe('bands, captions and notes', () => {
  test('a row that is one label over all columns is a band', () => {
    const table = only(`
序号→项目名称→建设内容→责任单位
一、教育领域→→→
1→北坡小学扩建→新建教学楼一栋。→区教育局
改善出行（2项）→→→
2→东街改造→铺设沥青路面。→区住建局
3→南桥加固→更换支座。→区交通局`)
    expect(table.bands).toEqual([
      { beforeRow: 0, text: '一、教育领域' },
      { beforeRow: 1, text: '改善出行（2项）' },
    ])
    expect(table.rows).toHaveLength(3)
  })

  test('title and unit above, notes beneath', () => {
    const reading = read(`
现将主要指标公布如下。
2024年全区财政收支情况表
单位：万元
项目→本月→累计
一般公共预算收入→1200→9800
一般公共预算支出→2100→15600
注：1.本表为快报数。
2.支出含上级补助。
特此公布。`)
    expect(reading.tables[0]).toMatchObject({
      title: '2024年全区财政收支情况表',
      unitNote: '单位：万元',
      notes: ['注：1.本表为快报数。', '2.支出含上级补助。'],
      kind: 'statistics',
    })
    expect(proseOf(reading)).toEqual(['现将主要指标公布如下。', '特此公布。'])
  })

  test('a title and a note printed as rows of the table', () => {
    const table = only(`
| 2024年明溪区民生实事项目表 | 2024年明溪区民生实事项目表 | 2024年明溪区民生实事项目表 |
| 序号 | 项目名称 | 责任单位 |
| 1 | 新建口袋公园三处 | 区城管局 |
| 2 | 加装电梯二十部 | 区住建局 |
| 注：项目以实际下达为准。 | | |`)
    expect(table.title).toBe('2024年明溪区民生实事项目表')
    expect(table.columns).toEqual(['序号', '项目名称', '责任单位'])
    expect(table.rows).toHaveLength(2)
    expect(table.notes).toEqual(['注：项目以实际下达为准。'])
  })

  test.each([
    ['栏次→1→2→3=2/1', '栏次 1 2 3=2/1'],
    ['甲→乙→（1）→（2）', '甲 乙 （1） （2）'],
  ])('%s counts the columns: a note, no data', (count, note) => {
    const table = only(`项目→预算数→决算数→完成比例\n${count}\n税收收入→100→110→110\n合计→100→110→110`)
    expect(table.rows).toHaveLength(2)
    expect(table.notes).toEqual([note])
  })

  test('备注 beside its text in the last row is a note', () => {
    const table = only(
      '序号→违法行为→处罚→依据\n1→乱倒垃圾→罚款→条例\n2→占道经营→警告→条例\n备注→→→首次违法指两年内第一次发生同类行为。',
    )
    expect(table.rows).toHaveLength(2)
    expect(table.notes).toEqual(['备注 首次违法指两年内第一次发生同类行为。'])
  })

  test('a clause above a table stays a clause', () => {
    const reading = read('二、任务清单\n序号→任务→责任单位\n1→巡河→区水务局')
    expect(reading.tables[0]?.title).toBeNull()
    expect(proseOf(reading)).toEqual(['任务清单'])
  })
})

describe('what a table is for', () => {
  test.each([
    ['序号→工作措施→责任部门→时间节点\n1→开展排查→区应急局→3月底', 'tasks'],
    ['重点任务→具体举措→牵头领导→牵头单位→配合单位\n优化环境→推行一网通办。→张一→区行政审批局→区大数据局', 'tasks'],
    ['项目名称→建设内容→总投资（万元）→责任单位\n东湖公园→建设步道五公里。→1200→区城管局', 'tasks'],
    ['序号→事项名称→事项类型→实施部门\n1→取水许可→行政许可→区水务局\n2→校车许可→行政许可→区教育局', 'list'],
    ['姓名→职务→电话\n王一→主任→0531-1234567\n李二→科员→0531-1234568', 'list'],
    ['镇街→户数→人口\n东街→1203→3500\n北坡镇→998→2900', 'statistics'],
    [
      '指标→单位→累计完成→同比(±%)\n出口总额→亿元→→\n投资→亿元→→0.6\n零售额→亿元→187.0→-5.4\n收入→亿元→37.4→-6.5',
      'statistics',
    ],
    [
      '序号→项目名称→建设规模及内容→总投资→年度投资\n1→东湖公园→新建步道五公里，配套公厕三座，停车位二百个。→1200→300',
      'list',
    ],
  ])('%s: %s', (text, kind) => {
    expect(only(text).kind).toBe(kind)
  })

  test.each([
    ['政府信息公开目录编制进度安排表', 'tasks'],
    ['政务公开目录管理分工表', 'tasks'],
    ['政务公开事项目录', 'list'],
    ['规范性文件目录（2021年版）', 'list'],
    ['便民服务目录清单', 'list'],
  ])('what a table is called that names who does it: %s, %s', (title, kind) => {
    expect(only(`${title}\n工作内容→责任单位\n公布编写规则→区政府办公室\n收齐各镇初稿→区司法局`).kind).toBe(kind)
  })

  test.each([
    ['units and times that HTML leaves empty are empty', true, ['2', '防汛', '补足物资。', '', '']],
    ['in text an empty cell of a block is a merged one', false, ['2', '防汛', '补足物资。', '区水务局', '6月底']],
  ])('%s', (_, isHtml, second) => {
    const rows = [
      '序号→任务→要求→责任单位→时限',
      '1→防汛→修缮水闸。→区水务局→6月底',
      '2→→补足物资。→→',
      '3→抗旱→打井。→各镇→8月',
    ]
    const lines = rows.map((row, index): SourceLine => {
      const text = row.replaceAll('→', '\t')
      return {
        number: index + 1,
        text,
        ...(isHtml && { cells: text.split('\t').map((cell) => ({ text: cell })), table: 0 }),
      }
    })
    expect(readSourceLines(lines).tables[0]?.filledRows[1]).toEqual(second)
  })

  test('empty figures are not filled from above', () => {
    const table = only('类别→指标→单位→数量\n农业→粮食→吨→120\n→蔬菜→吨→\n工业→用电量→万度→88\n→用水量→吨→9')
    expect(table.filledRows).toEqual([
      ['农业', '粮食', '吨', '120'],
      ['农业', '蔬菜', '吨', ''],
      ['工业', '用电量', '万度', '88'],
      ['工业', '用水量', '吨', '9'],
    ])
  })

  test('a name that begins with # is a name', () => {
    const table = only('指标→单位→数量\n零售额→亿元→35.2\n#限额以上→亿元→18.7\n注：快报数')
    expect(table.rows[1]?.[0]).toBe('#限额以上')
  })
})

test.each<[string, string | null, string]>([
  ['2020年全区粮食播种面积', '2020年全区粮食播种面积', 'what says of which year its figures are'],
  ['2020年末各街道常住居民', '2020年末各街道常住居民', 'the end of a year'],
  ['**各街道绿地**', '各街道绿地', 'bold by itself'],
  ['2020年全区粮食稳定增产，总量创新高', null, 'a sentence'],
  ['按街道分如下', null, 'words of the text'],
])('%s over a table: %s (%s)', (above, title) => {
  const { tables } = read(`全年完成较好。\n\n${above}\n\n名称→数量→比上年增长\n东湖街道→12→3.1\n西湖街道→15→2.4`)
  expect(tables[0]?.title).toBe(title)
})

test.each([
  ['center', '租金补贴标准', 'centred above the unit'],
  [undefined, null, 'a line of text above the unit is text'],
] as const)('a caption without a word that titles have, %s: %s (%s)', (align, title, _) => {
  const lines = printed('租金补贴标准\n单位：元\n类别→原标准→新标准\n一人户→10→12\n两人户→15→18').map((line, at) =>
    at === 0 && align ? { ...line, align } : line,
  )
  expect(readSourceLines(lines).tables[0]).toMatchObject({ title, unitNote: '单位：元' })
})
