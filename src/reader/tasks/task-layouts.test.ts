import { describe, expect, test } from 'vitest'
import { DOCUMENT_KINDS } from '../../law/national/kinds.ts'
import { readSource } from '../read-source.ts'

const kinds = DOCUMENT_KINDS.map(({ name }) => name)

/** A notice that issues a table, as texts taken from PDFs print it; → stands for a tab. */
const issued = (year: number, table: string): string => `云岭市明溪区人民政府办公室关于印发${year}年重点任务分工表的通知
明溪政办发〔${year}〕6号
各镇人民政府，区政府各部门：
现将《${year}年重点任务分工表》印发给你们，请认真组织实施。
明溪区人民政府办公室
${year}年2月20日
${year}年重点任务分工表
${table.trim()}`

const readIn = (year: number, table: string) => {
  const lines = issued(year, table)
    .split('\n')
    .map((text, index) => ({ number: index + 1, text: text.replaceAll('→', '\t') }))
  const { documents } = readSource({ format: 'txt', lines, hints: {}, findings: [] }, { kinds, unitNames: [] })
  expect(documents).toHaveLength(1)
  return documents[0]
}

/** Number, path, requirement, units and due of each task, one a line. */
const tasksIn = (year: number, table: string): string[] =>
  (readIn(year, table)?.tasks ?? []).map(({ no, path, requirement, responsible, due }) =>
    [no ?? '-', path.join(' > '), requirement, responsible.join('、'), due ?? '-'].join(' | '),
  )

interface Layout {
  readonly layout: string
  readonly year: number
  readonly table: string
  readonly tasks: readonly string[]
}

const layouts: readonly Layout[] = [
  {
    layout: 'Markdown without outer pipes',
    year: 2019,
    table: `
序号 | 项目 | 建设内容 | 牵头单位 | 配合单位 | 完成时限
--- | --- | --- | --- | --- | ---
1 | 学前教育 | 新建幼儿园2所。 | 区教体局 | 区财政局、区自然资源和规划局 | 10月底
2 | 农村道路 | 改造道路35公里。 | 区交通局 | 各镇 | 2019年11月30日前`,
    tasks: [
      '1 | 学前教育 | 新建幼儿园2所。 | 区教体局、区财政局、区自然资源和规划局 | 2019-10-31',
      '2 | 农村道路 | 改造道路35公里。 | 区交通局、各镇 | 2019-11-30',
    ],
  },
  {
    layout: 'Markdown with line breaks in cells and labels of units',
    year: 2022,
    table: `
| 序号 | 整治内容 | 整治措施 | 责任单位 | 时间节点 |
|---|---|---|---|---|
| 1 | 燃气 | 1.排查管网。<br>2.更换软管。 | 牵头单位：区住建局<br>配合单位：各镇 | 2022年9月底前 |
| 2 | 危化品 | 开展安全诊断。 | 区应急局<br>区工信局 | 2022年—2023年 |
| | | 建立一企一档。 | 区应急局 | 持续推进 |`,
    tasks: [
      '1 | 燃气 | 1.排查管网。2.更换软管。 | 区住建局、各镇 | 2022-09-30',
      '2 | 危化品 | 开展安全诊断。 | 区应急局、区工信局 | 2023-12-31',
      '2 | 危化品 | 建立一企一档。 | 区应急局 | long-term',
    ],
  },
  {
    layout: 'HTML with a header of two rows and cells merged over rows',
    year: 2012,
    table: `
<table>
<tr><td rowspan="2">序号</td><td rowspan="2">领域</td><td rowspan="2">工作任务</td><td colspan="2">责任分工</td><td rowspan="2">完成时限</td></tr>
<tr><td>牵头单位</td><td>配合单位</td></tr>
<tr><td>1</td><td rowspan="2">工业节能</td><td>淘汰落后电机120台。</td><td>区经信局</td><td>区环保局、各镇</td><td>9月底前</td></tr>
<tr><td>2</td><td>改造锅炉15台。</td><td>区质监局</td><td></td><td>年底前</td></tr>
</table>`,
    tasks: [
      '1 | 工业节能 | 淘汰落后电机120台。 | 区经信局、区环保局、各镇 | 2012-09-30',
      '2 | 工业节能 | 改造锅炉15台。 | 区质监局 | 2012-12-31',
    ],
  },
  {
    layout: 'cells aligned by spaces',
    year: 2015,
    table: `
序号    工作任务            责任领导    责任单位          完成时限
1       完成东湖片区征收      王一        区征收办          6月底前
2       创建生态镇2个         张三        区环保局、各镇    全年`,
    tasks: ['1 |  | 完成东湖片区征收 | 区征收办 | 2015-06-30', '2 |  | 创建生态镇2个 | 区环保局、各镇 | 2015-12-31'],
  },
  {
    layout: 'one cell a line',
    year: 2021,
    table: `
序号
工作任务
责任单位
完成时限
1
排查河道漂浮物。
区水务局
5月底前
2
清理沿河垃圾。
各镇、
区城管局
6月底前`,
    tasks: ['1 |  | 排查河道漂浮物。 | 区水务局 | 2021-05-31', '2 |  | 清理沿河垃圾。 | 各镇、区城管局 | 2021-06-30'],
  },
  {
    layout: 'bands, and numbers that begin again under each',
    year: 2023,
    table: `
序号→主要任务→具体措施→牵头领导→牵头单位→责任单位→进度安排
一、工业强区→→→→→→
1→做强食品产业→开工预制菜园区。→王一→区工信局→北坡镇→6月开工，12月投产
二、乡村振兴
1→高标准农田→建设农田2万亩。→李二→区农业农村局→各镇→11月底前
2→→改造渠系30公里。→李二→区水务局→各镇→全年推进`,
    tasks: [
      '1 | 一、工业强区 > 做强食品产业 | 开工预制菜园区。 | 区工信局、北坡镇 | 2023-12-31',
      '1 | 二、乡村振兴 > 高标准农田 | 建设农田2万亩。 | 区农业农村局、各镇 | 2023-11-30',
      '2 | 二、乡村振兴 > 高标准农田 | 改造渠系30公里。 | 区水务局、各镇 | long-term',
    ],
  },
  {
    layout: 'two lead columns, persons between units, a result after the measure',
    year: 2016,
    table: `
序号→改革事项→改革措施→预期成果→牵头单位→责任人→参与单位→责任人→完成时间
1→商事制度→推行“三证合一”。→执照当日领取。→区市场监管局→王一→区国税局、区地税局→李二→2016年第二季度
3→投融资→建立项目库。→入库项目10个。→区发改局→张三→区财政局→赵四→立即启动，9月底前完成`,
    tasks: [
      '1 | 商事制度 > 推行“三证合一”。 | 执照当日领取。 | 区市场监管局、区国税局、区地税局 | 2016-06-30',
      '3 | 投融资 > 建立项目库。 | 入库项目10个。 | 区发改局、区财政局 | 2016-09-30',
    ],
  },
  {
    layout: 'pages with fewer names, without header, and without the outer group',
    year: 2014,
    table: `
工作任务→→具体要求→责任单位
重点领域→行政审批→公开审批事项目录。→区政务服务中心
→→公开审批结果。→各有关部门

工作任务→具体要求→责任单位
→公开“三公”经费。→各部门
保障房→公开分配信息。→区住建局

公共服务→公开供水水质。→区水务局、自来水公司
平台建设→网站→改版政府网站。→区政府办`,
    tasks: [
      '- | 重点领域 > 行政审批 | 公开审批事项目录。 | 区政务服务中心 | -',
      '- | 重点领域 > 行政审批 | 公开审批结果。 | 各有关部门 | -',
      '- | 重点领域 > 行政审批 | 公开“三公”经费。 | 各部门 | -',
      '- | 重点领域 > 保障房 | 公开分配信息。 | 区住建局 | -',
      '- | 重点领域 > 公共服务 | 公开供水水质。 | 区水务局、自来水公司 | -',
      '- | 平台建设 > 网站 | 改版政府网站。 | 区政府办 | -',
    ],
  },
  {
    layout: 'a header and cells torn by line breaks',
    year: 2017,
    table: `
序号→重点
任务→具体内容→牵头
单位→配合单位→完成时限
1→治理散煤→推广清洁型煤，
建设配送网点，
查处劣质散煤。→区发改局→区市场监管局、
区环保局→10月底前
2→治理扬尘→工地做到“六个百分之百”。→区住建局→区城管局→长期坚持`,
    tasks: [
      '1 | 治理散煤 | 推广清洁型煤，建设配送网点，查处劣质散煤。 | 区发改局、区市场监管局、区环保局 | 2017-10-31',
      '2 | 治理扬尘 | 工地做到“六个百分之百”。 | 区住建局、区城管局 | long-term',
    ],
  },
  {
    layout: 'rows cut by pages in the requirement and in the units at once',
    year: 2018,
    table: `
序号→领域→工作举措→牵头单位→配合单位→完成时间
1→国企改革→制定整合方案，组建城投、文旅→区国资局→区财政局、区审→6月底
→→、水务三个集团公司。→→计局→
2→医药卫生→推开家庭医生签约服务，→区卫计局→各镇卫生院→12月底

→→重点人群签约率达到60%以上。→→、社区卫生服务中心→`,
    tasks: [
      '1 | 国企改革 | 制定整合方案，组建城投、文旅、水务三个集团公司。 | 区国资局、区财政局、区审计局 | 2018-06-30',
      '2 | 医药卫生 | 推开家庭医生签约服务，重点人群签约率达到60%以上。 | 区卫计局、各镇卫生院、社区卫生服务中心 | 2018-12-31',
    ],
  },
  {
    layout: 'units first, merged over their rows; the number in the second column',
    year: 2020,
    table: `
责任单位→序号→工作事项→完成时限→责任人
区发改局→1→编制规划纲要草案。→年底前→王一
→2→争取中央预算内资金1亿元。→全年→王一
区住建局→1→改造老旧小区12个。→10月底前→李二`,
    tasks: [
      '1 |  | 编制规划纲要草案。 | 区发改局 | 2020-12-31',
      '2 |  | 争取中央预算内资金1亿元。 | 区发改局 | 2020-12-31',
      '1 |  | 改造老旧小区12个。 | 区住建局 | 2020-10-31',
    ],
  },
  {
    layout: 'tails, groups, brackets and verbs among the units',
    year: 2024,
    table: `
类别→序号→政策措施→责任单位→落实时限
一、减税降费→1→减免小微企业房租。→区国资局、区财政局等部门（单位），各镇人民政府（街道办事处）→2024年底前
二、金融支持→2→新增普惠贷款10亿元。→区金融服务中心（区地方金融监管局）牵头，人行明溪支行配合→全年
→3→建立对接机制。→区金融服务中心、各街道（镇）按职责分工负责→每季度末`,
    tasks: [
      '1 | 一、减税降费 | 减免小微企业房租。 | 区国资局、区财政局、各镇人民政府（街道办事处） | 2024-12-31',
      '2 | 二、金融支持 | 新增普惠贷款10亿元。 | 区金融服务中心（区地方金融监管局）、人行明溪支行 | 2024-12-31',
      '3 | 二、金融支持 | 建立对接机制。 | 区金融服务中心、各街道（镇） | long-term',
    ],
  },
  {
    layout: 'labels of units inside a column that is named after neither',
    year: 2009,
    table: `
序号→实事内容→责任分工→完成期限
1→新建农村公路50公里。→牵头单位：区交通局；责任单位：各镇→2009年10月底
2→解决2万人饮水安全问题。→责任单位：区水利局→11月底`,
    tasks: [
      '1 |  | 新建农村公路50公里。 | 区交通局、各镇 | 2009-10-31',
      '2 |  | 解决2万人饮水安全问题。 | 区水利局 | 2009-11-30',
    ],
  },
  {
    layout: 'columns of quarters between the goal and the units',
    year: 2022,
    table: `
序号→项目名称→年度目标→一季度→二季度→三季度→四季度→责任单位→责任人
1→东湖公园提升→完成步道5公里。→完成设计→开工→主体完工→竣工验收→区城管局→王一
2→北坡小学扩建→新建教学楼1栋。→办理手续→开工→主体封顶→装修→区教体局→李二`,
    tasks: ['1 | 东湖公园提升 | 完成步道5公里。 | 区城管局 | -', '2 | 北坡小学扩建 | 新建教学楼1栋。 | 区教体局 | -'],
  },
  {
    layout: 'a kind and a source of money after the requirement',
    year: 2013,
    table: `
序号→任务名称→具体要求→任务类型→资金来源→主办单位→协办单位→办结时限
1→整治东河→清淤3公里，修护岸。→新建→财政资金→区水利局→东街街道→汛期前，5月底完成
2→改造管网→更换老旧管网8公里。→续建→企业自筹→区住建局→自来水公司→2013.10.31`,
    tasks: [
      '1 | 整治东河 | 清淤3公里，修护岸。 | 区水利局、东街街道 | 2013-05-31',
      '2 | 改造管网 | 更换老旧管网8公里。 | 区住建局、自来水公司 | 2013-10-31',
    ],
  },
  {
    layout: 'names of units in a second row of the header, side by side',
    year: 2021,
    table: `
序号→重点任务→工作措施→责任单位→完成时限
牵头单位→配合单位
1→治水→关停入河排污口12个。→区生态环境分局→区水务局→6月底前
2→治气→淘汰燃煤锅炉8台。→区生态环境分局→区市场监管局→9月底前`,
    tasks: [
      '1 | 治水 | 关停入河排污口12个。 | 区生态环境分局、区水务局 | 2021-06-30',
      '2 | 治气 | 淘汰燃煤锅炉8台。 | 区生态环境分局、区市场监管局 | 2021-09-30',
    ],
  },
  {
    layout: 'numbers in brackets, and who leads merged over rows that name others',
    year: 2021,
    table: `
序号→重点任务→工作措施→责任分工→→完成时限
→→→牵头单位→配合单位→
（1）→产业振兴→新建大棚300个。→区农业农村局→各镇→11月底前
（2）→→培育家庭农场20家。→→区财政局→12月底前
（3）→人才振兴→培训职业农民500人次。→区人社局→→12月底前`,
    tasks: [
      '1 | 产业振兴 | 新建大棚300个。 | 区农业农村局、各镇 | 2021-11-30',
      '2 | 产业振兴 | 培育家庭农场20家。 | 区农业农村局、区财政局 | 2021-12-31',
      '3 | 人才振兴 | 培训职业农民500人次。 | 区人社局 | 2021-12-31',
    ],
  },
  {
    layout: 'no header at all',
    year: 2015,
    table: `
1→关于加快东湖片区路网建设的建议→区住建局→6月30日前
2→关于增加公交线路方便学生出行的建议→区交通运输局→6月30日前
3→关于加强农村垃圾清运工作的建议→区城管局、各镇→9月30日前`,
    tasks: [
      '1 |  | 关于加快东湖片区路网建设的建议 | 区住建局 | 2015-06-30',
      '2 |  | 关于增加公交线路方便学生出行的建议 | 区交通运输局 | 2015-06-30',
      '3 |  | 关于加强农村垃圾清运工作的建议 | 区城管局、各镇 | 2015-09-30',
    ],
  },
  {
    layout: 'letterspaced names and words, spaces in units and times',
    year: 2026,
    table: `
序 号→工 作 任 务→牵 头 领 导→牵 头 单 位→配 合 单 位→完 成 时 限
1→财政收入增 长6%。→王一→区财 政局→区税务局、 区统计局→2026 年12 月底
2→实施重点项目60个。→李二→区重点项目服务中心→各镇→今年 10月底`,
    tasks: [
      '1 |  | 财政收入增长6%。 | 区财政局、区税务局、区统计局 | 2026-12-31',
      '2 |  | 实施重点项目60个。 | 区重点项目服务中心、各镇 | 2026-10-31',
    ],
  },
  {
    layout: 'projects under rows of sums that head them, numbers from 1 again',
    year: 2025,
    table: `
序号→项目名称→建设内容→总投资→责任单位
→总计（3个）→→600→
→一、交通类（2个）→→400→
1→柳堤路改造→改造道路2公里→100→区交通局
2→荷塘桥→新建桥梁1座→300→区住建局
→二、水利类（1个）→→200→
1→东河治理→治理河道6公里→200→区水务局`,
    tasks: [
      '1 | 一、交通类（2个） > 柳堤路改造 | 改造道路2公里 | 区交通局 | -',
      '2 | 一、交通类（2个） > 荷塘桥 | 新建桥梁1座 | 区住建局 | -',
      '1 | 二、水利类（1个） > 东河治理 | 治理河道6公里 | 区水务局 | -',
    ],
  },
  {
    layout: 'rows of sums numbered in Chinese where others have their number',
    year: 2024,
    table: `
序号→项目名称→建设内容→总投资→责任单位
一→教育类→→400→
1→荷塘小学→新建教学楼1栋→400→区教育局
二→卫生类→→200→
2→柳堤卫生院→改造病房30间→200→区卫健局`,
    tasks: [
      '1 | 教育类 > 荷塘小学 | 新建教学楼1栋 | 区教育局 | -',
      '2 | 卫生类 > 柳堤卫生院 | 改造病房30间 | 区卫健局 | -',
    ],
  },
  {
    layout: 'who supplies what, town by town, sets no task',
    year: 2012,
    table: `
乡镇→面积→供苗单位
石桥镇→1200→区苗圃
柳堤镇→900→县苗圃`,
    tasks: [],
  },
]

describe('task tables in the layouts of gazettes', () => {
  test.each(layouts)('$layout', ({ year, table, tasks }) => {
    expect(tasksIn(year, table)).toEqual(tasks)
  })
})
