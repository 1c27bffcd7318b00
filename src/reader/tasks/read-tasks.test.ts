import { describe, expect, test } from 'vitest'
import { readLines } from '../lines.ts'
import { readTables } from '../tables/read-tables.ts'
import type { ReadElement, ReadTable } from '../types.ts'
import { readProseTasks, readTableTasks } from './read-tasks.ts'

const tableOf = (text: string): ReadTable => {
  const lines = text
    .replace(/^\n/, '')
    .split('\n')
    .map((line, index) => ({ number: index + 1, text: line.replaceAll('→', '\t') }))
  const ready = readLines({ format: 'txt', lines, hints: {}, findings: [] })
  return readTables(ready, { kind: 'attachment', index: 0 }, null).tables[0] as ReadTable
}
type Clauses = Parameters<typeof readTableTasks>[2]
const tasksOf = (text: string, clauses: Clauses = []) => readTableTasks(tableOf(text), 0, clauses, 2024)

describe('tasks of a table', () => {
  test('number, path, requirement, units and due', () => {
    const { tasks, findings } = tasksOf(`
序号→工作任务→→具体要求→责任单位→完成时限
1→一、办好实事→（一）养老服务→新建两处助餐点。→区民政局、各镇等有关部门→2024年6月底前
2→→→培训护理人员。→区人社局→长期坚持`)
    expect(tasks).toMatchObject([
      {
        no: 1,
        path: ['一、办好实事', '（一）养老服务'],
        requirement: '新建两处助餐点。',
        responsible: ['区民政局', '各镇'],
        due: '2024-06-30',
        dueText: '2024年6月底前',
        source: 'table',
      },
      { no: 2, path: ['一、办好实事', '（一）养老服务'], responsible: ['区人社局'], due: 'long-term' },
    ])
    expect(findings).toEqual([])
  })

  test.each([
    [
      '重点任务→工作措施→责任领导→责任部门→时间节点',
      ['畅通热线', '限时办结工单。', '张一', '区信访局', '长期'],
      ['区信访局'],
      'long-term',
    ],
    [
      '工作内容→目标任务→牵头部门→配合部门→完成时间',
      ['绿化', '造林五百亩。', '区林业局', '各镇', '4月底'],
      ['区林业局', '各镇'],
      '2024-04-30',
    ],
    [
      '主要任务→具体举措→牵头领导→牵头单位→进度安排',
      ['治水', '整治黑臭水体。', '李二', '区水务局', '6月底前出方案，11月底前完工'],
      ['区水务局'],
      '2024-11-30',
    ],
    [
      '类别→目标任务→责任单位及责任人→完成期限',
      ['就业', '新增就业三千人。', '区人社局', '年底前'],
      ['区人社局'],
      '2024-12-31',
    ],
  ])('columns named %s', (header, cells, responsible, due) => {
    const { tasks } = tasksOf(`${header.replaceAll('→', '→')}\n${cells.join('→')}`)
    expect(tasks).toMatchObject([{ path: [cells[0]], requirement: cells[1], responsible, due }])
  })

  test('a table without header is read by what its cells hold', () => {
    const { tasks } = tasksOf(
      '1→防汛→修缮三座水闸，完成验收并移交。→区水务局→6月底前\n2→→补足抢险物资，登记造册，按月上报。→区应急局、各镇→全年\n3→抗旱→疏浚北干渠和南干渠，确保春灌。→区水务局→4月底前',
    )
    expect(tasks[1]).toMatchObject({ no: 2, path: ['防汛'], responsible: ['区应急局', '各镇'], due: '2024-12-31' })
  })

  test('units first, the text after them', () => {
    expect(tasksOf('责任单位→工作任务→完成时限\n区水务局→修缮三座水闸。→5月底').tasks).toMatchObject([
      { requirement: '修缮三座水闸。', responsible: ['区水务局'], path: [], due: '2024-05-31' },
    ])
  })

  test('figures between the text and the units are no requirement', () => {
    const { tasks } = tasksOf(
      '序号→项目名称→建设内容→总投资（万元）→责任单位\n1→东湖公园→新建步道五公里。→1200→区城管局\n2→南桥→更换支座。→300→区交通局',
    )
    expect(tasks.map(({ requirement, path }) => [requirement, path])).toEqual([
      ['新建步道五公里。', ['东湖公园']],
      ['更换支座。', ['南桥']],
    ])
  })

  test.each(['合计→3个项目→→8000→', '→总 计→→8000→', '→→小计→8000→'])('%s asks nobody for anything', (total) => {
    const { tasks } = tasksOf(
      `序号→项目名称→建设内容→总投资（万元）→责任单位\n1→东湖水厂→新建水厂一座。→5000→区水务局\n2→西山路→改造道路。→3000→区住建局\n${total}`,
    )
    expect(tasks.map(({ no }) => no)).toEqual([1, 2])
  })

  test('a row whose requirement is empty asks for its innermost heading', () => {
    const { tasks } = tasksOf('工作类别→工作任务→目标要求→责任单位\n消防→消除隐患→→区消防大队')
    expect(tasks).toMatchObject([{ path: ['消防'], requirement: '消除隐患' }])
  })

  test('units and times merged over rows hold for each of them', () => {
    const { tasks } = tasksOf(
      '序号→任务→具体措施→责任单位→完成时限\n1→防汛→修缮水闸。→区水务局→6月底前\n2→→补足物资。→→\n3→抗旱→疏浚水渠。→区农业农村局→4月底前',
    )
    expect(tasks[1]).toMatchObject({ responsible: ['区水务局'], due: '2024-06-30' })
  })

  test('a copy of the units in the column of times says no time', () => {
    const { tasks } = tasksOf('序号→任务→责任单位→完成时限\n1→巡河→各镇、区水务局→各镇、区水务局')
    expect(tasks[0]).toMatchObject({ responsible: ['各镇', '区水务局'], due: null })
  })

  test('bands and bands within bands are headings', () => {
    const { tasks } = tasksOf(`
序号→项目名称→建设内容→责任单位
一、教育→→→
（一）扩建→→→
1→北坡小学→新建教学楼。→区教育局
（二）修缮→→→
2→东街小学→翻新操场。→区教育局
二、出行→→→
3→南桥→更换支座。→区交通局`)
    expect(tasks.map(({ path }) => path)).toEqual([
      ['一、教育', '（一）扩建', '北坡小学'],
      ['一、教育', '（二）修缮', '东街小学'],
      ['二、出行', '南桥'],
    ])
  })

  test('a heading glued to the requirement belongs to the path, also of the rows beneath', () => {
    const { tasks } = tasksOf(`
序号→工作任务→具体要求→责任单位
1→一、优化平台→（一）网站建设 改版栏目，完善检索。→区大数据局
2→→清理失效链接。→区大数据局`)
    expect(tasks).toMatchObject([
      { path: ['一、优化平台', '（一）网站建设'], requirement: '改版栏目，完善检索。' },
      { path: ['一、优化平台', '（一）网站建设'], requirement: '清理失效链接。' },
    ])
  })

  test('a task without unit and a row without requirement are findings with their line', () => {
    const { tasks, findings } = tasksOf('序号→任务→责任单位\n1→巡河→\n2→→区水务局\n合计→→')
    expect(tasks).toHaveLength(1)
    expect(findings).toMatchObject([
      { code: 'task-without-unit', line: 2 },
      { code: 'row-without-requirement', line: 3 },
    ])
  })
})

describe('the heading that truly applies', () => {
  const clauses = [
    { label: '一、', heading: '优化营商环境', text: '优化营商环境', path: '一' },
    {
      label: '（一）',
      heading: '提速审批',
      text: '提速审批。推行容缺受理，压缩办理时限，公布承诺事项清单。',
      path: '一/（一）',
    },
    {
      label: '（二）',
      heading: '规范收费',
      text: '规范收费。清理涉企收费项目，公布收费目录清单并接受监督。',
      path: '一/（二）',
    },
  ]

  test('a label printed a row late is set right by the clause that holds the sentence', () => {
    const { tasks } = tasksOf(
      `
工作任务→→具体要求→责任单位
一、优化营商环境→（一）提速审批→推行容缺受理，压缩办理时限。→区行政审批局
→→清理涉企收费项目，公布收费目录清单。→区发改局
→（二）规范收费→接受监督。→区发改局`,
      clauses,
    )
    expect(tasks[1]).toMatchObject({ path: ['一、优化营商环境', '（二）规范收费'], clausePath: '一/（二）' })
  })

  test.each([
    ['a label that the table lacks', '一、', ['一、收费', '一、收费', '二、审批']],
    ['a label that the table has too', '四、', ['一、收费', '一、收费', '二、审批']],
  ])('bands of the table’s own stand, whatever clause holds the sentence: %s', (_, label, paths) => {
    const minutes = [
      { label: '三、', heading: '研究收费改革', text: '公布收费目录清单，清理涉企收费项目。', path: '三' },
      { label, heading: '研究审批提速', text: '推行容缺受理，压缩办理时限。', path: '四' },
    ]
    const { tasks } = tasksOf(
      '序号→议定事项→责任单位\n一、收费→→\n1→公布收费目录清单。→区发改局\n2→清理涉企收费项目。→区发改局\n二、审批→→\n3→推行容缺受理，压缩办理时限。→区行政审批局',
      minutes,
    )
    expect(tasks.map(({ path }) => path[0])).toEqual(paths)
  })

  test('headings without labels too', () => {
    const { tasks } = tasksOf(
      `
工作任务→→具体要求→责任单位
优化营商环境→提速审批→推行容缺受理，压缩办理时限。→区行政审批局
→→清理涉企收费项目，公布收费目录清单。→区发改局
→规范收费→接受监督。→区发改局`,
      clauses,
    )
    expect(tasks[1]?.path).toEqual(['优化营商环境', '规范收费'])
  })

  test('a heading of a clause is one in the requirement too, also where lines broke it', () => {
    const { tasks } = tasksOf(
      '序号→工作任务→责任单位\n1→（二）规 范收费 清理涉企收费项目，公布目录。→区发改局\n2→（二）规范收费。接受监督。→区发改局',
      clauses,
    )
    expect(tasks.map(({ path, requirement }) => [path, requirement])).toEqual([
      [['（二）规范收费'], '清理涉企收费项目，公布目录。'],
      [['（二）规范收费'], '接受监督。'],
    ])
  })

  test('nothing that matches: what is carried down applies', () => {
    const { tasks } = tasksOf('工作任务→具体要求→责任单位\n（一）提速审批→印发办事手册五千份。→区行政审批局', clauses)
    expect(tasks[0]).toMatchObject({ path: ['（一）提速审批'], clausePath: null })
  })
})

describe('tasks of prose', () => {
  const clause = (path: string, label: string, text: string, heading: string | null = null, line = 1): ReadElement => ({
    kind: 'clause',
    level: 2,
    label,
    heading,
    text,
    part: { kind: 'notice' },
    path,
    lines: { from: line, to: line },
  })
  const paragraph = (path: string, text: string, line = 2): ReadElement => ({
    kind: 'paragraph',
    text,
    part: { kind: 'notice' },
    path,
    lines: { from: line, to: line },
  })
  const tasks = (...elements: ReadElement[]) => readProseTasks(elements, 2024)

  test.each([
    ['改造三条背街小巷。（责任单位：区住建局）', [], ['区住建局'], null],
    [
      '改造三条背街小巷（牵头单位：区住建局；责任单位：区财政局、各街道（镇））。',
      ['区住建局'],
      ['区住建局', '区财政局', '各街道（镇）'],
      null,
    ],
    ['改造三条背街小巷。（责任部门：区住建局；完成时限：2024年10月底前）', [], ['区住建局'], '2024-10-31'],
    [
      '改造三条背街小巷。〔牵头部门：区住建局，配合单位：区财政局等有关部门〕',
      ['区住建局'],
      ['区住建局', '区财政局'],
      null,
    ],
    ['改造三条背街小巷。责任单位：区住建局', [], ['区住建局'], null],
    ['改造三条背街小巷。(牵头单位:区住建局;完成时限:长期坚持)', ['区住建局'], ['区住建局'], 'long-term'],
    [
      '改造三条背街小巷。（区住建局牵头，区财政局配合，6月底前完成）',
      ['区住建局'],
      ['区住建局', '区财政局'],
      '2024-06-30',
    ],
    [
      '改造三条背街小巷。（区住建局牵头，区消防救援大队、人民银行明溪支行及各地区配合）',
      ['区住建局'],
      ['区住建局', '区消防救援大队', '人民银行明溪支行及各地区'],
      null,
    ],
    ['改造三条背街小巷。（区住建局牵头，高新区、各县区配合）', ['区住建局'], ['区住建局', '高新区', '各县区'], null],
    ['改造三条背街小巷。（区住建局、区财政局等按职责分工负责）', [], ['区住建局', '区财政局'], null],
  ])('%s', (text, lead, responsible, due) => {
    const [task, ...others] = tasks(clause('二/（一）', '（一）', text))
    expect(others).toEqual([])
    expect(task).toMatchObject({ lead, responsible, due, source: 'prose', clausePath: '二/（一）', table: null })
    expect(task?.requirement).toMatch(/^改造三条背街小巷。?$/)
  })

  test('several in one paragraph are several tasks', () => {
    const text = '1.修缮水闸。（责任单位：区水务局）2.补足物资。（责任单位：区应急局）'
    expect(tasks(paragraph('三', text)).map(({ requirement, responsible }) => [requirement, responsible])).toEqual([
      ['修缮水闸。', ['区水务局']],
      ['补足物资。', ['区应急局']],
    ])
  })

  test('a bracket left open ends where the next clause begins', () => {
    const text = '1.修缮水闸。（责任单位：区水务局（区河长办）2.补足物资。（责任单位：区应急局）'
    expect(tasks(paragraph('三', text)).map(({ requirement, responsible }) => [requirement, responsible])).toEqual([
      ['修缮水闸。', ['区水务局（区河长办']],
      ['补足物资。', ['区应急局']],
    ])
  })

  test('fields on lines of their own belong to the paragraph before', () => {
    const found = tasks(
      clause('三/（二）', '（二）', '加强巡查。每周巡河两次，及时清理漂浮物。', '加强巡查', 5),
      paragraph('三/（二）', '牵头单位：区水务局', 6),
      paragraph('三/（二）', '责任单位：各镇', 7),
      paragraph('三/（二）', '完成时限：11月底前', 8),
    )
    expect(found).toMatchObject([
      {
        requirement: '加强巡查。每周巡河两次，及时清理漂浮物。',
        lead: ['区水务局'],
        responsible: ['区水务局', '各镇'],
        due: '2024-11-30',
        lines: { from: 5, to: 8 },
      },
    ])
  })

  test('a bracket on a line of its own belongs to the paragraph before', () => {
    const found = tasks(clause('三/（二）', '（二）', '每周巡河两次。'), paragraph('三/（二）', '（责任单位：各镇）'))
    expect(found).toMatchObject([{ requirement: '每周巡河两次。', responsible: ['各镇'] }])
  })

  test('headings above make the path', () => {
    const found = tasks(
      clause('三', '三、', '重点工作', '重点工作'),
      clause('三/（二）', '（二）', '每周巡河两次。（责任单位：各镇）'),
    )
    expect(found[0]?.path).toEqual(['三、重点工作'])
  })

  test.each([
    '各责任单位要加强配合。',
    '（联系单位：区水务局，电话：0531-1234567）',
    '成立领导小组（名单另发），由区政府办公室负责。',
    '按照规定（含补充规定）由各镇负责。',
  ])('no task: %s', (text) => {
    expect(tasks(paragraph('', text))).toEqual([])
  })

  test('brackets without end are read to their end', () => {
    expect(tasks(paragraph('', '（'.repeat(500_000)))).toEqual([])
    expect(tasks(paragraph('', '（负责'.repeat(5_000)))).toEqual([])
    expect(tasks(paragraph('', '（责任单位：'.repeat(5_000))).length).toBeLessThan(5_000)
  })
})
