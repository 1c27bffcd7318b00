import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { verifyAudit } from '../../../platform/audit/audit.ts'
import { loadUnits, readUnitsFile } from '../../units/actions/load-units.ts'
import { countLost, listOverrides } from '../store/override.queries.ts'
import { listTasks } from '../store/task.queries.ts'
import { CLERK, openTestLibrary, type TestLibrary } from '../testing.ts'
import { correctDocument } from './correct-document.ts'
import { listFields } from './list-fields.ts'
import { matchUnits } from './match-units.ts'
import { mergeDocuments, unmergeDocument } from './merge-documents.ts'
import { withdrawFile } from './withdraw-file.ts'

let library: TestLibrary
beforeAll(async () => {
  library = await openTestLibrary()
})
afterAll(() => library.close())
beforeEach(async () => {
  await library.reset()
  await library.load({ 'plan.txt': PLAN, 'parking.txt': PARKING })
})

const VISITOR = { kind: 'public' } as const
const TODAY = '2026-06-01'
const BY = { siteId: 'mingxi', actor: CLERK, reason: '漏读' } as const

/** The second clause asks for something, and leans on a document, in words that no reader takes for that. */
const PLAN = `明溪区人民政府关于做好2026年城市更新工作的通知

明溪政发〔2026〕4号

各街道办事处，区政府各部门：

一、改造道路。完成三条道路的维修。（责任单位：区住建局；完成时限：2026年6月30日）

二、更换路灯。区城管局负责更换老旧路灯二百盏，停车仍照前年七号文办理。

明溪区人民政府

2026年1月20日
`
const PARKING = `明溪区停车管理办法

明溪政发〔2020〕7号

各街道办事处：

一、合理设置泊位。

明溪区人民政府

2020年3月1日
`
const PLAN_NUMBER = '明溪政发〔2026〕4号'
const LAMPS = '更换老旧路灯二百盏'

const plan = async () => library.found(await library.idOf(PLAN_NUMBER))
const correct = async (field: string, value: string | null) =>
  correctDocument(library.deps, { ...BY, documentId: await library.idOf(PLAN_NUMBER), field, value })
const said = async (field: string, value: string | null) => {
  const outcome = await correct(field, value)
  return outcome.ok ? outcome.value : outcome.problem.message
}
const readAgain = () => {
  library.raiseReaderVersion()
  return library.load({ 'plan.txt': PLAN })
}

describe('a task that the reader missed', () => {
  test('is added with who does it and until when, and stays when the file is read or loaded again', async () => {
    const file = readUnitsFile(
      JSON.stringify({ units: [{ id: 'city', kind: 'department', names: [{ name: '区城管局' }] }] }),
    )
    if (!file.ok) throw new Error(file.problem.message)
    await loadUnits(library.deps, { siteId: 'mingxi', actor: CLERK, file: file.value })
    await matchUnits(library.deps, 'mingxi')
    const before = await library.exported()
    expect((await plan()).tasks).toHaveLength(1)
    expect(await said('tasks/new', LAMPS)).toBe(`tasks/new（tasks/2：${LAMPS}）`)
    await correct('tasks/2/lead', '区城管局')
    await correct('tasks/2/due', '2026-05-31')
    expect(await said('tasks/2/clause', '二')).toBe(`tasks/2/clause（${LAMPS}）`)
    const withIt = await library.exported()
    for (const again of [
      async () => undefined,
      readAgain,
      async () => {
        await withdrawFile(library.deps, { ...BY, file: 'plan.txt' })
        await library.load({ 'plan.txt': PLAN })
      },
    ]) {
      await again()
      const { tasks, findings } = await plan()
      expect(tasks).toMatchObject([
        { ref: 'tasks/1', source: 'prose', clauseId: 'n-一' },
        {
          ref: 'tasks/2',
          requirement: LAMPS,
          lead: [{ id: 'city', name: '区城管局' }],
          responsible: [{ id: 'city', name: '区城管局' }],
          due: '2026-05-31',
          source: 'person',
          clauseId: 'n-二',
        },
      ])
      expect(findings.filter(({ code }) => code === 'correction-lost')).toEqual([])
      expect(await library.ask((tx) => countLost(tx, 'mingxi'))).toBe(0)
      const page = { limit: 50, offset: 0 }
      expect(await library.ask((tx) => listTasks(tx, VISITOR, { unitId: 'city' }, page, TODAY))).toMatchObject([
        { requirement: LAMPS },
      ])
      expect(await library.exported()).toBe(withIt)
    }
    expect(withIt).toContain('"field":"tasks/2/clause","reason":"漏读","value":"二"')
    expect(await said('tasks/2', null)).toBe(`tasks/2（${LAMPS}）`)
    expect(await library.exported()).toBe(before)
    expect(await library.ask((tx) => listOverrides(tx, 'mingxi'))).toEqual([])
    expect(await verifyAudit(library.deps.database, 'mingxi')).toMatchObject({ ok: true })
  })

  test('is one with the task that a better reader reads, and keeps what was said of it', async () => {
    await correct('tasks/new', '更换老旧路灯二百盏')
    await correct('tasks/2/due', '2026-05-31')
    library.readAs(
      '更换路灯。区城管局负责更换老旧路灯二百盏，停车仍照前年七号文办理。',
      '更换老旧路灯二百盏。（责任单位：区城管局）',
    )
    await readAgain()
    expect((await plan()).tasks).toMatchObject([
      { ref: 'tasks/1' },
      { ref: 'tasks/2', source: 'prose', responsible: [{ name: '区城管局' }], due: '2026-05-31' },
    ])
    library.readAs('\u0000', '')
    await readAgain()
    expect((await plan()).tasks[1]).toMatchObject({ requirement: LAMPS, source: 'person', due: '2026-05-31' })
  })

  test('is taken away like one that was read, and its number with it', async () => {
    await correct('tasks/new', LAMPS)
    await correct('tasks/new', '清理积水点')
    expect(await said('tasks/2', '')).toBe(`tasks/2（${LAMPS}）`)
    expect((await plan()).tasks.map(({ ref, requirement }) => [ref, requirement])).toEqual([
      ['tasks/1', expect.any(String)],
      ['tasks/3', '清理积水点'],
    ])
    expect((await plan()).overrides).toMatchObject([{ field: 'tasks/3', value: '清理积水点' }])
  })

  test('is refused with a sentence where it will not do', async () => {
    const id = await library.idOf(PLAN_NUMBER)
    const read = (await plan()).tasks[0]?.requirement ?? ''
    await correct('tasks/new', LAMPS)
    expect(await said('tasks/new', '')).toBe('任务内容不能为空，最多 2000 字。')
    expect(await said('tasks/new', `${LAMPS}。`)).toContain(`文件里已经有这一项：tasks/2（${LAMPS}。）。`)
    expect(await said('tasks/new', read)).toContain('文件里已经有这一项：tasks/1（')
    expect(await said('tasks/new', null)).toContain('要取消补上的一项，请写它的序号')
    expect(await said('tasks/new/due', '2026-05-31')).toContain('不是任务或引用的写法')
    expect(await said('tasks/4/due', '2026-05-31')).toContain('没有第 4 项任务，只有 1 到 2 项')
    expect(await said('tasks/2/clause', '九')).toContain(`文件 ${id} 没有条款“九”`)
    await correct('tasks/2/requirement', '更换老旧路灯三百盏')
    expect(await said('tasks/new', '更换老旧路灯三百盏')).toContain('文件里已经有这一项：tasks/2（')
    await correct('tasks/1', '')
    expect(await said('tasks/new', read)).toContain('它被整项去掉过')
  })

  test('is listed with what can be corrected of it, and leaves its rows in the audit trail', async () => {
    await correct('tasks/new', LAMPS)
    await correct('tasks/2/due', '2026-05-31')
    const listed = await listFields(library.deps, { ...BY, documentId: await library.idOf(PLAN_NUMBER) })
    expect(listed.ok && listed.value).toEqual(
      expect.arrayContaining([
        { field: 'tasks/2/requirement', value: LAMPS, note: '补上的' },
        { field: 'tasks/2/due', value: '2026-05-31', note: '补上的' },
        { field: 'tasks/new', value: null, note: '补上漏掉的一项任务' },
      ]),
    )
    expect(await library.ask((tx) => listOverrides(tx, 'mingxi'))).toMatchObject([
      { field: 'tasks/2', value: LAMPS, isAdded: true, isLost: false },
      { field: 'tasks/2/due', value: '2026-05-31', isAdded: true, isLost: false },
    ])
    await correct('tasks/2', null)
    const { rows } = await library.ask((tx) =>
      tx.execute<{ verb: string; detail: { on: string } }>(
        sql`SELECT verb, detail FROM audit WHERE verb LIKE '%correct%' ORDER BY number`,
      ),
    )
    expect(rows.map(({ verb, detail }) => [verb, detail.on])).toEqual([
      ['correct', `tasks/new（tasks/2：${LAMPS}）`],
      ['correct', `tasks/2/due（${LAMPS}）`],
      ['undo-correction', `tasks/2（${LAMPS}）`],
    ])
  })
})

describe('a citation that the reader missed', () => {
  const PARKING_NUMBER = '明溪政发〔2020〕7号'

  test('is added with its number, leads to its document, and ends it where it repeals it', async () => {
    const before = await library.exported()
    expect((await library.found(await library.idOf(PARKING_NUMBER))).relations.from).toEqual([])
    expect(await said('citations/new', '《明溪区停车管理办法》（明溪政发[2020]7号）')).toContain('citations/1')
    await correct('citations/1/effect', '废止')
    await correct('citations/1/clause', '#n-二')
    await readAgain()
    expect((await plan()).relations.to).toMatchObject([
      { title: '明溪区停车管理办法', docNumber: PARKING_NUMBER, effect: 'repeals', clauseId: 'n-二' },
    ])
    expect(await library.found(await library.idOf(PARKING_NUMBER))).toMatchObject({
      validity: 'repealed',
      relations: { from: [{ effect: 'repeals', document: { docNumber: PLAN_NUMBER } }] },
    })
    await correct('citations/1', null)
    expect(await library.exported()).toBe(before)
  })

  test('goes along when its document becomes part of another, and stays when that is undone', async () => {
    const [documentId, into] = [await library.idOf(PARKING_NUMBER), await library.idOf(PLAN_NUMBER)]
    await correctDocument(library.deps, { ...BY, documentId, field: 'citations/new', value: '《停车百问》' })
    await mergeDocuments(library.deps, { ...BY, documentId, into })
    expect((await plan()).relations.to.map(({ title }) => title)).toEqual(['停车百问'])
    await unmergeDocument(library.deps, { ...BY, documentId })
    expect((await library.found(await library.idOf(PARKING_NUMBER))).relations.to.map(({ title }) => title)).toEqual([
      '停车百问',
    ])
    expect((await plan()).relations.to).toEqual([])
  })
})

test('a corrected number has the brackets of numbers, a corrected title no spaces', async () => {
  await correct('docNumber', ' 明溪政发[2026]04号 ')
  await correct('title', '明溪区人民政府 关于做好2026年\n城市更新工作的通知')
  expect(await plan()).toMatchObject({
    docNumber: PLAN_NUMBER,
    title: '明溪区人民政府关于做好2026年城市更新工作的通知',
  })
})
