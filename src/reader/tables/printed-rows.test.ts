import { describe, expect, test } from 'vitest'
import { printedRows } from './printed-rows.ts'

/** The rows that lines become, cells parted by →; spans as ×columns or ↓rows. */
const rowsOf = (text: string): string[] =>
  printedRows(text.split('\n').map((line, index) => ({ number: index + 1, text: line.replaceAll('→', '\t') }))).map(
    ({ text: row, cells }) =>
      cells
        ? cells
            .map(
              (cell) =>
                `${cell.text}${cell.columnSpan ? `×${cell.columnSpan}` : ''}${cell.rowSpan ? `↓${cell.rowSpan}` : ''}`,
            )
            .join('→')
        : row.replaceAll('\t', '→'),
  )

describe('tables as HTML inside a text', () => {
  test('rows over several lines, spans, marks and line breaks in cells, text around', () => {
    expect(
      rowsOf(`任务如下：<table border="1"><tr><th rowspan="2">任务</th><TH colspan=2>分工</TH></tr>
<tr>
<td>区水务局<br/>各镇</td>
<td>6月 &amp; 全年</td></tr></table>特此通知。`),
    ).toEqual(['任务如下：', '任务↓2→分工×2', '区水务局 各镇→6月 & 全年', '特此通知。'])
  })

  test('cells and rows that are never closed', () => {
    expect(rowsOf('<table>\n<tr><td>甲<td>乙\n<tr><td>丙<td>丁\n结尾')).toEqual(['甲→乙', '丙→丁 结尾'])
  })

  test('a text that mentions tags stays as it is', () => {
    expect(rowsOf('字段<p>和<b>不变\n甲→乙')).toEqual(['字段<p>和<b>不变', '甲→乙'])
  })
})

describe('Markdown on one line', () => {
  test('its rows, empty cells too, and the text before and after', () => {
    expect(
      rowsOf(
        '任务如下： | 任务 | 单位 | 时限 | | --- | --- | :-: | | 清淤 | 区水务局 | | | 护林 | | 全年 | 特此通知。',
      ),
    ).toEqual([
      '任务如下： ',
      '| 任务 | 单位 | 时限 |',
      '| --- | --- | :-: |',
      '| 清淤 | 区水务局 | |',
      '| 护林 | | 全年 |',
      ' 特此通知。',
    ])
  })

  test('a line that holds a rule and no header stays as it is', () => {
    expect(rowsOf('见下表 --- | --- | --- | 完')).toEqual(['见下表 --- | --- | --- | 完'])
  })
})

describe('pipes without ends', () => {
  test('under a Markdown rule', () => {
    expect(rowsOf('项目 | 数量\n--- | ---:\n甲 | 1\n乙 | 2\n合计三项。')).toEqual([
      '|项目 | 数量|',
      '|--- | ---:|',
      '|甲 | 1|',
      '|乙 | 2|',
      '合计三项。',
    ])
  })

  test('under names of columns, with an end missing, and in frames', () => {
    expect(rowsOf('序号|任务|责任单位\n1|清淤|区水务局\n|2|护林|区林业局')).toEqual([
      '|序号|任务|责任单位|',
      '|1|清淤|区水务局|',
      '|2|护林|区林业局|',
    ])
    expect(rowsOf('┌──┬──┐\n│序号│任务│\n├──┼──┤\n│1│清淤│\n└──┴──┘')).toEqual(['|序号|任务|', '|1|清淤|'])
  })

  test('a pipe in a sentence is a sign like others', () => {
    expect(rowsOf('办理入口为“首页|服务”。\n甲|乙')).toEqual(['办理入口为“首页|服务”。', '甲|乙'])
  })
})

describe('cells aligned by spaces', () => {
  test('line by line under the names; a cell goes under the name it stands below', () => {
    expect(
      rowsOf(`重点任务分解表
序号    工作任务              责任单位      完成时限
1       完成东湖片区征收      区征收办      6月底前
2       新增就业3000人        区人社局
3       创建生态镇                          全年
特此通知。`),
    ).toEqual([
      '重点任务分解表',
      '序号→工作任务→责任单位→完成时限',
      '1→完成东湖片区征收→区征收办→6月底前',
      '2→新增就业3000人→区人社局→',
      '3→创建生态镇→→全年',
      '特此通知。',
    ])
  })

  test('names that are not known open a table where the rows stand exactly under them', () => {
    expect(
      rowsOf(`抽检类别     批次数   抽样环节       备注
粮食加工品   60       生产、流通     大米、挂面
豆制品       30       小作坊
餐饮具       90       餐饮           大肠菌群`),
    ).toEqual([
      '抽检类别→批次数→抽样环节→备注',
      '粮食加工品→60→生产、流通→大米、挂面',
      '豆制品→30→小作坊→',
      '餐饮具→90→餐饮→大肠菌群',
    ])
  })

  test('without numbers a line goes on with cells that their columns cut; a label over several rows stands once', () => {
    expect(
      rowsOf(`整治内容     具体要求                           牵头科室       完成时限
背街小巷     清除积存垃圾、牛皮癣，修补破损路   城市管理科     7月底前
             面2100平方米
             规范车辆停放，施划停车位320个      城市管理科     8月底前
农贸市场     实行划行归市                       市场管理办     7月底前
　　云溪镇党政办公室　　　　2016年4月8日印发`),
    ).toEqual([
      '整治内容→具体要求→牵头科室→完成时限',
      '背街小巷→清除积存垃圾、牛皮癣，修补破损路面2100平方米→城市管理科→7月底前',
      '→规范车辆停放，施划停车位320个→城市管理科→8月底前',
      '农贸市场→实行划行归市→市场管理办→7月底前',
      '　　云溪镇党政办公室　　　　2016年4月8日印发',
    ])
  })

  test('labels over all columns and what a page prints stand between rows, headings behind the table do not', () => {
    expect(
      rowsOf(`序号    工作任务          具体内容                      责任单位
一、推动县域发展

1       壮大特色产业      推动“小家电”、海产品加工      区工信局、
                          产业提质扩容                  区统计局
        — 1 —
明溪区人民政府公报                          2026 年第 1 期
二、建强中心镇
2       提升圩镇面貌      建设停车场9个                 区住建局
三、工作要求`),
    ).toEqual([
      '序号→工作任务→具体内容→责任单位',
      '一、推动县域发展→→→',
      '1→壮大特色产业→推动“小家电”、海产品加工产业提质扩容→区工信局、区统计局',
      '        — 1 —',
      '明溪区人民政府公报                          2026 年第 1 期',
      '二、建强中心镇→→→',
      '2→提升圩镇面貌→建设停车场9个→区住建局',
      '三、工作要求',
    ])
  })

  test('a line without a number carries the row before on', () => {
    expect(
      rowsOf(`序号  工作任务            责任单位
1     完成东湖片区征收，  区征收办、
      签订协议            东街街道
2     新增就业3000人      区人社局`),
    ).toEqual([
      '序号→工作任务→责任单位',
      '1→完成东湖片区征收，签订协议→区征收办、东街街道',
      '2→新增就业3000人→区人社局',
    ])
  })

  test.each([
    ['指  标  名  称', '指标名称'],
    ['项  目  名  称', '项目名称'],
  ])('%s is one name, as wide as its column', (printed, name) => {
    expect(
      rowsOf(
        `${printed}      单  位      本月累计\n用电量              万度        812\n售电量              万度        799`,
      )[0],
    ).toBe(`${name}→单位→本月累计`)
  })

  test.each(['明溪区人民政府    2024年3月1日', '张一    李二    王三', '序号  任务  责任单位\n以上任务分工到人。'])(
    'no table: %s',
    (text) => {
      expect(rowsOf(text)).toEqual(text.split('\n'))
    },
  )
})

describe('cells one a line', () => {
  test('records from number to number, empty lines between, a cell over two lines, names again on a page', () => {
    expect(
      rowsOf(`序号
工作任务
责任单位

1
排查河道，
登记造册。
区水务局
序号
工作任务
责任单位
2
清理垃圾。
各镇、
区城管局
特此通知。`),
    ).toEqual([
      '序号→工作任务→责任单位',
      '1→排查河道，登记造册。→区水务局→',
      '2→清理垃圾。→各镇、区城管局→',
      '特此通知。',
    ])
  })

  test('lines as columns wrapped them: a narrow label, a sentence, units until a name is whole', () => {
    expect(
      rowsOf(`序号
重点任务
主要内容
牵头部门
责任单位
1
1.优化企业开
办服务
推进电子营业执照在公共资源
交易平台中的应用。
区市场监管局
区政务服务办、区委
网信办
2
试点推动企业常用电子证照信
息与电子营业执照相关联。
区住房城乡建
设局、区发展
改革局
区公安局、各镇
3
2.提高效率
推行施工许可全流程无纸化。
区住建局
各镇`),
    ).toEqual([
      '序号→重点任务→主要内容→牵头部门→责任单位',
      '1→1.优化企业开办服务→推进电子营业执照在公共资源交易平台中的应用。→区市场监管局→区政务服务办、区委网信办→',
      '2→→试点推动企业常用电子证照信息与电子营业执照相关联。→区住房城乡建设局、区发展改革局→区公安局、各镇→',
      '3→2.提高效率→推行施工许可全流程无纸化。→区住建局→各镇→',
    ])
  })

  test('a list that only looks alike stays as it is', () => {
    const text = '序号\n姓名\n1\n王一'
    expect(rowsOf(text)).toEqual(text.split('\n'))
  })
})

describe('tables that spaces align, with pages and letterspaced words', () => {
  const CENTRED = `序号               文 件 名 称                  文    号
1     青河市房屋拆迁细则                    青政发〔2004〕31号
2     青河市人民政府关于加强户外广告设      青政发〔2007〕12号`

  test.each([
    ['on the next line', '      施管理的通告', '青河市人民政府关于加强户外广告设施管理的通告→青政发〔2007〕12号'],
    [
      'on the next line, two cells of it',
      '      施管理的通告                          （已失效）',
      '青河市人民政府关于加强户外广告设施管理的通告→青政发〔2007〕12号（已失效）',
    ],
    [
      'on the next page',
      '\n                              - 5 -\n青河市人民政府公报      2021年第4期\n\n      施管理的通告',
      '青河市人民政府关于加强户外广告设施管理的通告→青政发〔2007〕12号',
    ],
  ])('under names in the middle of their columns a cell goes on %s', (_, rest, row) => {
    const rows = rowsOf(`${CENTRED}\n${rest}\n3     青河市小水电管理办法                  青政发〔2009〕20号`)
    expect(rows.filter((text) => text.includes('→'))).toEqual([
      '序号→文 件 名 称→文号',
      '1→青河市房屋拆迁细则→青政发〔2004〕31号',
      `2→${row}`,
      '3→青河市小水电管理办法→青政发〔2009〕20号',
    ])
  })

  test.each(['      青河市人民政府办公室', '   青河市植树计划'])('%j under the last row is no cell of it', (line) => {
    expect(
      rowsOf(
        `${CENTRED}\n      施管理的通告\n3     青河市小水电管理办法                  青政发〔2009〕20号\n\n${line}`,
      ).at(-1),
    ).toBe(line)
  })

  test('a header of the page behind the last row is no row, between two rows it parts none', () => {
    const table = `指标名称          单位      累计
发电量            万千瓦时  812
2013·4            青河政报
售电量            万千瓦时  799
青河政报          2013·4
　　青河市人民政府大事记`
    expect(rowsOf(table)).toEqual([
      '指标名称→单位→累计',
      '发电量→万千瓦时→812',
      '2013·4            青河政报',
      '售电量→万千瓦时→799',
      '青河政报          2013·4',
      '　　青河市人民政府大事记',
    ])
  })

  test.each([
    [
      '合  计',
      '乡镇（办）        造林面积      供苗单位',
      '合  计            3200',
      '石桥镇            1200          区苗圃',
    ],
    [
      '总　计',
      '乡镇（办）        造林面积      供苗单位',
      '总　计            3200',
      '石桥镇            1200          区苗圃',
    ],
  ])('%s fills its column and is one cell', (word, header, sum, row) => {
    const [, second] = rowsOf([header, `${sum}          县苗圃`, row, row].join('\n'))
    expect(second).toBe(`${word.replace(/\s/g, '')}→3200→县苗圃`)
  })

  test('names of columns with spaces inside', () => {
    expect(rowsOf('姓  名    职  务    备  注\n王一      主任      常务\n李二      成员')).toEqual([
      '姓名→职务→备注',
      '王一→主任→常务',
      '李二→成员→',
    ])
  })

  test.each([
    [
      'numbers',
      '序号    工作任务                  责任单位      完成时间',
      '7       汇总情况                  县商务局      6月底前',
    ],
    [
      'codes',
      '编号    名称                      地址          类别',
      'QH-01   林家大屋                  荷塘村        民居',
    ],
  ])('an organ directly under the last row is no cell of it (%s)', (_, header, row) => {
    const lines = [header, row, '               青河县人民政府办公室', '            关于保护古树名木的通知']
    expect(rowsOf(lines.join('\n')).slice(2)).toEqual(lines.slice(2))
  })

  test.each(['【4】', '第 4 页 共 9 页', '·４·'])('%s between two rows is no band and no row', (page) => {
    const found = rowsOf(
      `序号  工作任务      责任单位\n1     清淤          区水务局\n${page}\n2     护岸          区住建局`,
    )
    expect(found).toEqual(['序号→工作任务→责任单位', '1→清淤→区水务局', page, '2→护岸→区住建局'])
  })

  test('units go on under the units of a row', () => {
    expect(
      rowsOf('序号  工作任务      责任单位\n1     清淤          区水务局、\n                    区财政局'),
    ).toEqual(['序号→工作任务→责任单位', '1→清淤→区水务局、区财政局'])
  })
})

describe('tables whose cells stand one a line, as a PDF without its layout prints them', () => {
  const printed = (text: string) => rowsOf(text).filter((row) => row.trim() !== '')

  test('empty lines part the cells: a label merged over rows stands in the first of them alone', () => {
    const cells = (...row: string[]) => row.join('\n\n')
    expect(
      printed(
        [
          cells('序号', '类别', '建设内容', '责任单位', '完成时限'),
          cells(
            '1',
            '就业',
            '新增城镇就业六千人，培训农村劳动\n力两千人。',
            '市人力资源和社会\n保障局',
            '2011年12月底前',
          ),
          '— 6 —\n青河市人民政府公报2011年第2期\nQINGHE SHI RENMIN ZHENGFU GONGBAO',
          cells('2', '养老保险参保率达到\n九成以上。', '市人力资源和社会\n保障局', '2011年10月底前'),
          cells('3', '交通', '改造街巷15条', '120', '2011年8月底前'),
          '青河市人民政府办公室',
        ].join('\n\n'),
      ),
    ).toEqual([
      '序号→类别→建设内容→责任单位→完成时限',
      '1→就业→新增城镇就业六千人，培训农村劳动力两千人。→市人力资源和社会保障局→2011年12月底前→',
      '— 6 —',
      '青河市人民政府公报2011年第2期',
      'QINGHE SHI RENMIN ZHENGFU GONGBAO',
      '2→→养老保险参保率达到九成以上。→市人力资源和社会保障局→2011年10月底前→',
      '3→交通→改造街巷15条→120→2011年8月底前→',
      '青河市人民政府办公室',
    ])
  })

  test('empty lines part the rows: labels stand before the row that is the middle of theirs', () => {
    expect(
      printed(`类别
序号
工作内容
责任单位
完成时限

1
拆除主次干道两侧违法建设，面积
不少于3.5万平方米
城中街道办事处、城
北街道办事处、区城
市管理行政执法局
2014年6月底

城区市容
环境

2
改造背街小巷12条
区住房和城乡建设局
2014年10月底

3
取缔占道经营
区工商局
2014年5月底


· 6 ·
类别
序号
工作内容
责任单位
完成时限

4
清理村庄积存垃圾
各乡镇
2014年7月底

农村环境

5
每个行政村建成垃圾收集点不少于
3处
各乡镇,区财政局
2014年9月底

北山市国土资源局`),
    ).toEqual([
      '类别→序号→工作内容→责任单位→完成时限',
      '城区市容环境→1→拆除主次干道两侧违法建设，面积不少于3.5万平方米→城中街道办事处、城北街道办事处、区城市管理行政执法局→2014年6月底→',
      '→2→改造背街小巷12条→区住房和城乡建设局→2014年10月底→',
      '→3→取缔占道经营→区工商局→2014年5月底→',
      '· 6 ·',
      '农村环境→4→清理村庄积存垃圾→各乡镇→2014年7月底→',
      '→5→每个行政村建成垃圾收集点不少于3处→各乡镇,区财政局→2014年9月底→',
      '北山市国土资源局',
    ])
  })
})

test.each([
  [
    '乡镇          新增灌溉（亩）    小水窖（口）\n田园镇        2100              320\n漭水镇        1850              410',
    ['乡镇→新增灌溉（亩）→小水窖（口）', '田园镇→2100→320', '漭水镇→1850→410'],
  ],
  [
    '学校          在园幼儿    专任教师\n实验小学      1,204       86\n城东小学      978         64\n其余略。',
    ['学校→在园幼儿→专任教师', '实验小学→1,204→86', '城东小学→978→64', '其余略。'],
  ],
  ['张一    李二    王三\n赵四    钱五    孙六\n周七    吴八    郑九', null],
])('words over two rows of figures name columns, whatever they say; names over names do not', (text, rows) => {
  expect(rowsOf(text)).toEqual(rows ?? text.split('\n'))
})

describe('tables whose cells one blank parts', () => {
  test.each<[string, string, string[]]>([
    [
      'figures under their names, the number of a page between them, a blank in a name',
      `表1　主要农产品产量
产品名称 单位 产量 比上年增长（%）
粮食 万吨 18.36 1.5
— 6 —
其中 小麦 万吨 7.92 2.1
油料 吨 6420 -3.7

三、工业`,
      [
        '表1　主要农产品产量',
        '产品名称→单位→产量→比上年增长（%）',
        '粮食→万吨→18.36→1.5',
        '— 6 —',
        '其中 小麦→万吨→7.92→2.1',
        '油料→吨→6420→-3.7',
        '',
        '三、工业',
      ],
    ],
    [
      'a row that the end of a column cut',
      `地块编号 土地位置 面积（㎡） 用途 起始价（万元）
A-01 人民路南侧 28640.5 商业 9450
A-02 纬三路北侧

46120 工业 1385
A-03 中路东侧 7315.8 商业 1980
二、可以联合申请。`,
      [
        '地块编号→土地位置→面积（㎡）→用途→起始价（万元）',
        'A-01→人民路南侧→28640.5→商业→9450',
        'A-02→纬三路北侧→46120→工业→1385',
        'A-03→中路东侧→7315.8→商业→1980',
        '二、可以联合申请。',
      ],
    ],
    [
      'a blank in a form and numbers of pages',
      '年 月 日\n— 13 —\n性别\n年 月 日\n— 14 —',
      ['年 月 日', '— 13 —', '性别', '年 月 日', '— 14 —'],
    ],
    [
      'names of persons',
      '张一 李二 王三\n赵四 钱五 孙六\n周七 吴八 郑九',
      ['张一 李二 王三', '赵四 钱五 孙六', '周七 吴八 郑九'],
    ],
  ])('%s', (_, text, rows) => expect(rowsOf(text)).toEqual(rows))
})

test('the last of rows that empty lines part ends where an empty line stands, however many lines its cells take', () => {
  const rows = rowsOf(
    '序号\n工作任务\n责任单位\n完成时间\n\n1\n清淤\n区水务局\n2013年8月底\n\n2\n淘汰黄标车。\n区环保局、区财政\n局\n2013年12月底\n\n区政府',
  ).filter((row) => row !== '')
  expect(rows).toEqual([
    '序号→工作任务→责任单位→完成时间',
    '1→清淤→区水务局→2013年8月底→',
    '2→淘汰黄标车。→区环保局、区财政局→2013年12月底→',
    '区政府',
  ])
})
