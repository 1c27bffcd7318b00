import { describe, expect, test } from 'vitest'
import { printedRows } from './printed-rows.ts'

/** The rows that lines become, cells parted by →. */
const rowsOf = (text: string): string[] =>
  printedRows(text.split('\n').map((line, index) => ({ number: index + 1, text: line }))).flatMap(({ text: row }) =>
    row.trim() === '' ? [] : [row.replaceAll('\t', '→')],
  )

describe('tables whose numbers stand in the middle of their rows', () => {
  test('labels stand in the middle of the rows that they are merged over, empty lines part rows', () => {
    expect(
      rowsOf(`
    类  别    序号          工作任务              责任单位        完成时限

              1     疏浚东湖及入湖河道三公里，    市水利局、市住    2022年6月
                    清运淤泥。                    房城乡建设局      底前
   河湖治理
   工程             新建湖滨步道，沿线补植乔木，  市自然资源和规    2023年12
              2     设置休憩点六处。              划局等有关部门    月底前

              3     更换老旧水表。                市供水公司        持续推进

   供水改造         对漏损严重的管网逐一建档，    市供水公司、各
              4     改造一处、销号一处。          镇人民政府        2023年底
`),
    ).toEqual([
      '类别→序号→工作任务→责任单位→完成时限',
      '河湖治理工程→1→疏浚东湖及入湖河道三公里，清运淤泥。→市水利局、市住房城乡建设局→2022年6月底前',
      '→2→新建湖滨步道，沿线补植乔木，设置休憩点六处。→市自然资源和规划局等有关部门→2023年12月底前',
      '供水改造→3→更换老旧水表。→市供水公司→持续推进',
      '→4→对漏损严重的管网逐一建档，改造一处、销号一处。→市供水公司、各镇人民政府→2023年底',
    ])
  })

  test('no empty line anywhere, a name broken in its narrow column, the names again on the next page', () => {
    expect(
      rowsOf(`  序    工作内容                          责任单位          完成时限
  号
        整合农业综合开发、烟水配套等项目
  1     资金，统筹用于骨干沟渠和小型水利  县财政局、县烟    2015年12月
        设施建设。                        草公司            底前
        申报小型农田水利重点县建设项目，                    2016年1月
  2     完成实施方案编制并通过评审。      县水务局          底前
                              5
  序    工作内容                          责任单位          完成时限
  号
        对全部在建工程开展质量抽检，抽检  县水务局、县发    2016年3月
  3     率达到100%，对不合格工程限期返    展和改革局        底前
        工。
  4     做好审计监督。                    县审计局          2016年5月
                              6
            青河县人民政府
        关于周望舒任职的通知`),
    ).toEqual([
      '序号→工作内容→责任单位→完成时限',
      '1→整合农业综合开发、烟水配套等项目资金，统筹用于骨干沟渠和小型水利设施建设。→县财政局、县烟草公司→2015年12月底前',
      '2→申报小型农田水利重点县建设项目，完成实施方案编制并通过评审。→县水务局→2016年1月底前',
      '                              5',
      '序号→工作内容→责任单位→完成时限',
      '3→对全部在建工程开展质量抽检，抽检率达到100%，对不合格工程限期返工。→县水务局、县发展和改革局→2016年3月底前',
      '4→做好审计监督。→县审计局→2016年5月',
      '                              6',
      '            青河县人民政府',
      '        关于周望舒任职的通知',
    ])
  })

  test('a label over all columns parts rows, and numbers begin anew under it', () => {
    const rows = rowsOf(`序号  工作任务                          责任单位
一、水利
      疏浚东湖及入湖河道三公里，清运
1     淤泥，修复护岸。                  市水利局
      更换老旧水表，建立漏损管网的档
2     案。                              市供水公司
二、交通
      改造城区断头路六条，同步铺设雨
1     水管道。                          市住建局
2     修复桥梁三座。                    市交通局`)
    expect(rows).toEqual([
      '序号→工作任务→责任单位',
      '一、水利',
      '1→疏浚东湖及入湖河道三公里，清运淤泥，修复护岸。→市水利局',
      '2→更换老旧水表，建立漏损管网的档案。→市供水公司',
      '二、交通',
      '1→改造城区断头路六条，同步铺设雨水管道。→市住建局',
      '2→修复桥梁三座。→市交通局',
    ])
  })

  test('rows that begin with their numbers are read line by line', () => {
    expect(
      rowsOf(`序号  工作任务                          责任单位
1     疏浚东湖及入湖河道三公里，清运    市水利局
      淤泥，修复护岸。
2     更换老旧水表。                    市供水公司`),
    ).toEqual([
      '序号→工作任务→责任单位',
      '1→疏浚东湖及入湖河道三公里，清运淤泥，修复护岸。→市水利局',
      '2→更换老旧水表。→市供水公司',
    ])
  })
})
