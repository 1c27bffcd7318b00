import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { verifyAudit } from '../../../platform/audit/audit.ts'
import { newestVersion, readChanges } from '../../../platform/changes/changes.ts'
import { loadUnits, readUnitsFile } from '../../units/actions/load-units.ts'
import { listOverrides } from '../store/override.queries.ts'
import { searchRows } from '../store/search.queries.ts'
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
beforeEach(() => library.reset())

const VISITOR = { kind: 'public' } as const
const TODAY = '2026-06-01'
const BY = { siteId: 'mingxi', actor: CLERK, reason: '核对原件' } as const

const PLAN = `明溪区人民政府关于印发2026年重点工作分工的通知

明溪政发〔2026〕4号

各街道办事处，区政府各部门：

一、根据《明溪区政府工作规则》（明溪政发〔2023〕1号），现将分工印发给你们。

二、《明溪区停车管理办法》（明溪政发〔2020〕7号）仍按规定执行，参见《停车百问》。

明溪区人民政府

2026年1月20日

附件

2026年重点工作任务分解表

| 序号 | 重点任务 | 责任单位 | 完成时限 |
| --- | --- | --- | --- |
| 1 | 完成东湖路等三条道路的维修改造 | 区住建局、区财政局 | 2026年6月底前 |
| 2 | 更换老旧路灯二百盏 | 区城管局 | 2026年9月底前 |
| 3 | 新建口袋公园两处 | 区园林局 | 2026年12月底前 |
`
const notice = (title: string, docNumber: string, signed: string) => `${title}

${docNumber}

各街道办事处：

一、合理设置泊位。各街道办事处应当在三十日内完成辖区泊位普查。

明溪区人民政府

${signed}
`
const PARKING = notice('明溪区停车管理办法', '明溪政发〔2020〕7号', '2020年3月1日')
const RULES = notice('明溪区政府工作规则', '明溪政发〔2023〕1号', '2023年3月1日')
const OTHER = notice('明溪区机动车停放管理暂行办法', '明溪政发〔2019〕2号', '2019年3月1日')

const PLAN_NUMBER = '明溪政发〔2026〕4号'
const PARKING_NUMBER = '明溪政发〔2020〕7号'
const correct = async (field: string, value: string | null, documentId?: string) =>
  correctDocument(library.deps, { ...BY, documentId: documentId ?? (await library.idOf(PLAN_NUMBER)), field, value })
const plan = async () => library.found(await library.idOf(PLAN_NUMBER))
const readAgain = (text = PLAN) => {
  library.raiseReaderVersion()
  return library.load({ 'plan.txt': text })
}
/** The reference of a citation by its title, as the reader counts it. */
const refOf = async (title: string): Promise<string> =>
  (await plan()).relations.to.find((relation) => relation.title === title)?.ref ?? 'nothing'
const newestChange = () => library.deps.database.asOwner((tx) => newestVersion(tx))
const changedSince = async (version: number) =>
  [...new Set((await library.deps.database.asOwner((tx) => readChanges(tx, version, 500))).map(({ id }) => id))].sort()

describe('a corrected task', () => {
  beforeEach(() => library.load({ 'plan.txt': PLAN }))

  test('is what the document, the ledger and the units show, also after reading again', async () => {
    const file = readUnitsFile(
      JSON.stringify({
        units: [
          { id: 'city', kind: 'department', names: [{ name: '区城管局' }] },
          { id: 'water', kind: 'department', names: [{ name: '区水务局' }] },
        ],
      }),
    )
    if (!file.ok) throw new Error(file.problem.message)
    await loadUnits(library.deps, { siteId: 'mingxi', actor: CLERK, file: file.value })
    await matchUnits(library.deps, 'mingxi')
    const before = await library.exported()
    for (const [field, value] of [
      ['tasks/2/requirement', '更换老旧路灯三百盏'],
      ['tasks/2/lead', '区水务局'],
      ['tasks/2/responsible', '区财政局'],
      ['tasks/2/due', '2026-05-31'],
    ] as const)
      expect(await correct(field, value)).toEqual({
        ok: true,
        value: `${field}（更换老旧路灯二百盏）`,
      })
    const page = { limit: 50, offset: 0 }
    for (const read of [async () => undefined, readAgain]) {
      await read()
      const { tasks, findings } = await plan()
      expect(tasks.map(({ ref, due }) => [ref, due])).toEqual([
        ['tasks/1', '2026-06-30'],
        ['tasks/2', '2026-05-31'],
        ['tasks/3', '2026-12-31'],
      ])
      expect(tasks[1]).toMatchObject({
        requirement: '更换老旧路灯三百盏',
        lead: [{ id: 'water', name: '区水务局' }],
        responsible: [
          { id: 'water', name: '区水务局' },
          { id: null, name: '区财政局' },
        ],
        dueText: null,
      })
      expect(findings.filter(({ code }) => code === 'correction-lost')).toEqual([])
      const ofUnit = (unitId: string) => library.ask((tx) => listTasks(tx, VISITOR, { unitId }, page, TODAY))
      expect(await ofUnit('city')).toEqual([])
      expect(await ofUnit('water')).toMatchObject([{ requirement: '更换老旧路灯三百盏' }])
      expect(await library.ask((tx) => listTasks(tx, VISITOR, { state: 'past-due' }, page, TODAY))).toHaveLength(1)
    }
    for (const name of ['requirement', 'lead', 'responsible', 'due'])
      expect(await correct(`tasks/2/${name}`, null)).toMatchObject({ ok: true })
    expect(await library.exported()).toBe(before)
    expect(await correct('tasks/2/due', null)).toMatchObject({ problem: { code: 'not-corrected' } })
    expect(await verifyAudit(library.deps.database, 'mingxi')).toMatchObject({ ok: true })
  })

  test('keeps its correction when others are read before it, and the number under which it is shown follows', async () => {
    await correct('tasks/2/due', '2026-05-31')
    const more = PLAN.replace(
      '| 1 | 完成东湖路',
      '| 1 | 清理积水点 | 区水务局 | 2026年6月底前 |\n| 2 | 完成东湖路',
    ).replace('| 2 | 更换', '| 3 | 更换')
    library.readAs('更换老旧路灯二百盏', '更换老旧路灯二百盏（含控制箱）')
    await withdrawFile(library.deps, { ...BY, file: 'plan.txt' })
    await library.load({ 'plan.txt': more })
    const { tasks, overrides } = await plan()
    expect(tasks.filter(({ due }) => due === '2026-05-31').map(({ requirement }) => requirement)).toEqual([
      '更换老旧路灯二百盏（含控制箱）',
    ])
    expect(overrides).toMatchObject([{ field: 'tasks/3/due', found: '更换老旧路灯二百盏', isLost: false }])
    expect(await correct('tasks/3/lead', '区城管局')).toMatchObject({ ok: true })
    expect((await plan()).overrides.map(({ field }) => field)).toEqual(['tasks/3/due', 'tasks/3/lead'])
  })

  test('that is read no more is told, holds again when it is read again, and can be taken away', async () => {
    await correct('tasks/2/due', '2026-05-31')
    library.readAs('更换老旧路灯二百盏', '严格控制一般性支出')
    await readAgain()
    const lost = await plan()
    expect(lost.tasks[1]).toMatchObject({ requirement: '严格控制一般性支出', due: '2026-09-30' })
    const [finding] = lost.findings.filter(({ code }) => code === 'correction-lost')
    expect(finding?.message).toContain('更换老旧路灯二百盏')
    const [listed] = await library.ask((tx) => listOverrides(tx, 'mingxi'))
    expect(listed).toMatchObject({ value: '2026-05-31', isLost: true, actor: CLERK.name })
    const field = listed?.field ?? ''
    expect([field, finding?.message.includes(field)]).toEqual([
      expect.stringMatching(/^tasks\/~[0-9a-f]{8}\/due$/),
      true,
    ])
    expect(await correct(field, '2026-05-01')).toMatchObject({ problem: { code: 'unknown-item' } })
    library.readAs('\u0000', '')
    await readAgain()
    expect((await plan()).tasks[1]).toMatchObject({ due: '2026-05-31' })
    expect((await plan()).findings.filter(({ code }) => code === 'correction-lost')).toEqual([])
    library.readAs('更换老旧路灯二百盏', '严格控制一般性支出')
    await readAgain()
    expect(await correct(field, null)).toMatchObject({ ok: true })
    expect(await plan()).toMatchObject({ overrides: [] })
  })

  test('that is none is gone from ledger and export; all of them gone, the document is no plan', async () => {
    await correct('tasks/2', '')
    expect((await plan()).tasks.map(({ ref }) => ref)).toEqual(['tasks/1', 'tasks/3'])
    expect(await correct('tasks/3/due', 'long-term')).toMatchObject({ value: 'tasks/3/due（新建口袋公园两处）' })
    expect((await plan()).hasTasks).toBe(true)
    await correct('tasks/1', '')
    await correct('tasks/3', '')
    await readAgain()
    expect(await plan()).toMatchObject({ tasks: [], hasTasks: false })
    await correct('tasks/2', null)
    expect((await plan()).tasks.map(({ ref }) => ref)).toEqual(['tasks/2'])
  })

  test('what cannot be is refused with a sentence', async () => {
    const sentences = async (...all: [string, string | null][]) => {
      const said: string[] = []
      for (const [field, value] of all) {
        const outcome = await correct(field, value)
        said.push(outcome.ok ? 'done' : outcome.problem.message)
      }
      return said
    }
    const id = await library.idOf(PLAN_NUMBER)
    expect(
      await sentences(
        ['tasks/9/due', '2026-05-31'],
        ['tasks/1/who', '区水务局'],
        ['tasks/1/due', '五月底'],
        ['tasks/~00000000/due', null],
        ['citations/1/document', '990102-1999-000001'],
        ['citations/1/document', id],
        ['deadline', '2026-05-31'],
      ),
    ).toEqual([
      `文件 ${id} 没有第 9 项任务，只有 1 到 3 项；kaiming fields ${id} 列出全部。`,
      '任务没有“who”这一项。可以更正：requirement、lead、responsible、due、clause。',
      '“五月底”不能作为完成时限。请写成 2024-05-01 的样子，长期任务写 long-term，没有时限写空值。',
      `文件 ${id} 没有代号为 ~00000000 的更正；kaiming corrections 列出全部更正。`,
      '没有编号为 990102-1999-000001 的文件。',
      '引用不能指向这份文件自己。',
      expect.stringContaining('没有“deadline”这个字段'),
    ])
    expect(await library.ask((tx) => listOverrides(tx, 'mingxi'))).toEqual([])
  })
})

describe('a corrected citation', () => {
  beforeEach(() => library.load({ 'plan.txt': PLAN, 'parking.txt': PARKING, 'rules.txt': RULES, 'other.txt': OTHER }))
  const validityInSearch = async (id: string) =>
    (await library.ask((tx) => searchRows(tx, 'mingxi', [id], TODAY)))[0]?.validity

  test('that repeals ends the cited document, in its page, in lists and in search, until it is undone', async () => {
    const id = await library.idOf(PARKING_NUMBER)
    const before = [(await library.found(id)).validity, await validityInSearch(id)]
    const ref = await refOf('明溪区停车管理办法')
    const from = await newestChange()
    expect(await correct(`${ref}/effect`, '废止')).toMatchObject({ ok: true })
    expect(await changedSince(from)).toEqual([id, await library.idOf(PLAN_NUMBER)].sort())
    await readAgain()
    expect(await library.found(id)).toMatchObject({
      validity: 'repealed',
      validityView: { source: { docNumber: PLAN_NUMBER } },
      relations: { from: [{ effect: 'repeals', ref }] },
    })
    expect(await validityInSearch(id)).toBe('repealed')
    await correct(`${ref}/effect`, null)
    expect([(await library.found(id)).validity, await validityInSearch(id)]).toEqual(before)
  })

  test('by its title and number means another document, and the pages of both are made anew', async () => {
    const [parking, other, own] = [
      await library.idOf(PARKING_NUMBER),
      await library.idOf('明溪政发〔2019〕2号'),
      await library.idOf(PLAN_NUMBER),
    ]
    const ref = await refOf('明溪区停车管理办法')
    const from = await newestChange()
    await correct(`${ref}/docNumber`, '明溪政发〔2019〕2号')
    await correct(`${ref}/title`, '《明溪区机动车停放管理暂行办法》')
    expect(await changedSince(from)).toEqual([own, parking].sort())
    await readAgain()
    expect((await library.found(parking)).relations.from).toEqual([])
    expect((await library.found(other)).relations.from).toMatchObject([{ effect: 'cites', document: { id: own } }])
    expect((await plan()).relations.to.find((one) => one.ref === ref)).toMatchObject({
      title: '明溪区机动车停放管理暂行办法',
      document: { id: other },
    })
  })

  test('is tied to a document and to none, and follows it when that becomes part of another', async () => {
    const [parking, other, rules] = [
      await library.idOf(PARKING_NUMBER),
      await library.idOf('明溪政发〔2019〕2号'),
      await library.idOf('明溪政发〔2023〕1号'),
    ]
    const ref = await refOf('停车百问')
    const target = async () => (await plan()).relations.to.find((one) => one.ref === ref)?.document?.id ?? null
    expect(await target()).toBeNull()
    await correct(`${ref}/document`, other)
    expect([await target(), (await library.found(other)).relations.from.length]).toEqual([other, 1])
    await readAgain()
    expect(await target()).toBe(other)
    expect(await library.exported()).toContain(
      '"value":"明溪区人民政府|明溪政发〔2019〕2号|明溪区机动车停放管理暂行办法|2019-03-01"',
    )
    await mergeDocuments(library.deps, { ...BY, documentId: other, into: rules })
    expect(await target()).toBe(rules)
    expect(await correct(`${ref}/document`, other)).toMatchObject({
      problem: { message: expect.stringContaining(rules) },
    })
    await unmergeDocument(library.deps, { ...BY, documentId: other })
    expect(await target()).toBe(other)
    const from = await newestChange()
    await withdrawFile(library.deps, { ...BY, file: 'other.txt' })
    expect([await target(), (await changedSince(from)).includes(await library.idOf(PLAN_NUMBER))]).toEqual([null, true])
    await library.load({ 'other.txt': OTHER })
    expect(await target()).toBe(other)
    const untied = await refOf('明溪区停车管理办法')
    await correct(`${untied}/document`, '')
    expect((await library.found(parking)).relations.from).toEqual([])
    await library.load({ 'parking.txt': `${PARKING}\n` })
    expect((await library.found(parking)).relations.from).toEqual([])
    await correct(`${untied}/document`, null)
    expect((await library.found(parking)).relations.from).toHaveLength(1)
  })

  test('that is none is gone both ways', async () => {
    const ref = await refOf('明溪区停车管理办法')
    await correct(ref, '')
    await readAgain()
    expect((await plan()).relations.to.map(({ title }) => title)).not.toContain('明溪区停车管理办法')
    expect((await library.found(await library.idOf(PARKING_NUMBER))).relations.from).toEqual([])
    expect((await plan()).overrides).toMatchObject([{ field: ref, value: '', found: '明溪区停车管理办法' }])
    await correct(ref, null)
    expect((await library.found(await library.idOf(PARKING_NUMBER))).relations.from).toHaveLength(1)
  })

  test('fields are listed with what holds now and how each is written', async () => {
    const ref = await refOf('明溪区停车管理办法')
    await correct(`${ref}/effect`, 'repeals')
    await correct('tasks/2', '')
    const listed = await listFields(library.deps, { ...BY, documentId: await library.idOf(PLAN_NUMBER) })
    expect(listed.ok && listed.value).toEqual(
      expect.arrayContaining([
        { field: 'signedOn', value: '2026-01-20', note: null },
        { field: 'tasks/1/responsible', value: '区住建局、区财政局', note: null },
        { field: 'tasks/2', value: '更换老旧路灯二百盏', note: '已去掉，已更正' },
        { field: `${ref}/effect`, value: 'repeals', note: '废止，已更正' },
      ]),
    )
    expect(await listFields(library.deps, { ...BY, documentId: 'nothing' })).toMatchObject({ ok: false })
  })
})

test('a correction and its audit row are written together', async () => {
  await library.load({ 'plan.txt': PLAN })
  await correct('tasks/1/due', '2026-05-31')
  await correct('tasks/1/due', '2026-04-30')
  const { rows } = await library.ask((tx) =>
    tx.execute<{ verb: string; detail: object }>(
      sql`SELECT verb, detail FROM audit WHERE verb = 'correct' ORDER BY number`,
    ),
  )
  expect(rows).toMatchObject([
    { detail: { on: 'tasks/1/due（完成东湖路等三条道路的维修改造）', reason: '核对原件' } },
    { detail: { field: expect.stringMatching(/^tasks\/~[0-9a-f]{8}\/due$/) } },
  ])
})
