import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { verifyAudit } from '../../../platform/audit/audit.ts'
import { newestVersion, readChanges } from '../../../platform/changes/changes.ts'
import { loadUnits, readUnitsFile } from '../../units/actions/load-units.ts'
import type { DocumentView } from '../contract.ts'
import { listDoubts } from '../store/doubt.queries.ts'
import { listGazettes } from '../store/gazette.queries.ts'
import { searchRows } from '../store/search.queries.ts'
import { listUnmatchedNames } from '../store/unmatched.queries.ts'
import { CLERK, openTestLibrary, type TestLibrary } from '../testing.ts'
import { addEdition } from './add-edition.ts'
import { correctDocument } from './correct-document.ts'
import { loadDifferences, loadHistory } from './load-history.ts'
import { matchUnits } from './match-units.ts'
import { mergeDocuments, unmergeDocument } from './merge-documents.ts'
import { splitPrint } from './split-print.ts'
import { undoWithdrawal, withdrawDocument } from './withdraw-document.ts'
import { withdrawFile } from './withdraw-file.ts'

let library: TestLibrary
beforeAll(async () => {
  library = await openTestLibrary()
})
afterAll(() => library.close())
beforeEach(() => library.reset())

const VISITOR = { kind: 'public' } as const
const TODAY = '2026-06-01'
const BY = { siteId: 'mingxi', siteCode: '990102', actor: CLERK, reason: '核对原件' } as const

const verbs = () =>
  library.ask(async (tx) => {
    const { rows } = await tx.execute<{ verb: string }>(sql`SELECT verb FROM audit ORDER BY number`)
    return rows.map(({ verb }) => verb).filter((verb) => verb !== 'ingest-file')
  })
const tombstones = async () =>
  (await library.deps.database.asOwner((tx) => readChanges(tx, 0, 500)))
    .filter(({ tombstone }) => tombstone)
    .map(({ id }) => id)

const notice = (title: string, docNumber: string, signed = '2024年2月20日', end = '应当公示。') => `${title}

${docNumber}

各街道办事处：

一、合理设置泊位。各街道办事处应当在三十日内完成辖区泊位普查。

二、严格收费管理。收费标准${end}

明溪区人民政府

${signed}
`
const RIGHT = notice('明溪区人民政府关于规范停车秩序的通知', '明溪政发〔2024〕2号')
const MISREAD = notice('明溪区人民政府关于规范停东秩序的通知', '明溪政发〔2024〕2号')
const [RIGHT_TITLE, MISREAD_TITLE] = ['明溪区人民政府关于规范停车秩序的通知', '明溪区人民政府关于规范停东秩序的通知']

const gazette = (number: number, ...documents: string[]) => `明溪区人民政府公报

2024年第${number}期（总第${number + 8}期）

主办：明溪区人民政府办公室
出版日期：2024年6月30日

目  录

【区政府文件】

${documents.map((text) => `${text.split('\n')[0]}（${text.split('\n')[2]}）……（1）`).join('\n\n')}

${documents.join('\n')}`

describe('merging', () => {
  const mergeMisread = async () =>
    mergeDocuments(library.deps, {
      ...BY,
      documentId: await library.idOf(MISREAD_TITLE),
      into: await library.idOf(RIGHT_TITLE),
    })

  test('doubt is listed and leaves two documents', async () => {
    await library.load({ 'a.txt': RIGHT, 'b.txt': MISREAD })
    expect(await library.listed()).toHaveLength(2)
    const [doubt] = await library.ask((tx) => listDoubts(tx, VISITOR))
    expect(doubt?.because).toContain('明溪政发〔2024〕2号')
  })

  test('makes one document with two prints, and the old id leads there', async () => {
    await library.load({ 'a.txt': RIGHT, 'b.txt': MISREAD })
    const [old, id] = [await library.idOf(MISREAD_TITLE), await library.idOf(RIGHT_TITLE)]
    expect(await mergeMisread()).toMatchObject({ ok: true })
    expect(await library.lookUp(old)).toMatchObject({ state: 'moved', to: id })
    expect((await library.found(id)).prints).toHaveLength(2)
    expect(await library.listed()).toHaveLength(1)
    expect(await library.ask((tx) => listDoubts(tx, VISITOR))).toEqual([])
    expect([await verbs(), await tombstones()]).toEqual([['merge-documents'], [old]])
    expect(await verifyAudit(library.deps.database, 'mingxi')).toMatchObject({ ok: true })
  })

  test('holds when the file is read or loaded again, and for other files of that identity', async () => {
    await library.load({ 'a.txt': RIGHT, 'b.txt': MISREAD })
    await mergeMisread()
    library.raiseReaderVersion()
    await library.load({ 'b.txt': MISREAD, 'a.txt': RIGHT, 'c.txt': `${MISREAD}\n` })
    expect(await library.listed()).toHaveLength(1)
    const id = await library.idOf(RIGHT_TITLE)
    expect((await library.found(id)).prints).toHaveLength(3)
    await withdrawFile(library.deps, { ...BY, file: 'b.txt' })
    expect((await library.found(id)).prints).toHaveLength(2)
    await library.load({ 'b.txt': MISREAD })
    expect((await library.found(id)).prints).toHaveLength(3)
  })

  test('is undone with everything in its place', async () => {
    await library.load({ 'a.txt': RIGHT, 'b.txt': MISREAD })
    const before = await library.exported()
    const old = await library.idOf(MISREAD_TITLE)
    await mergeMisread()
    expect(await unmergeDocument(library.deps, { ...BY, documentId: old })).toMatchObject({ ok: true })
    expect(await library.exported()).toBe(before)
    expect((await library.found(old)).prints).toHaveLength(1)
  })

  test('carries what was corrected in the one to both, and gives it back when it is undone', async () => {
    await library.load({ 'a.txt': RIGHT, 'b.txt': MISREAD })
    const [old, id] = [await library.idOf(MISREAD_TITLE), await library.idOf(RIGHT_TITLE)]
    const correct = (documentId: string, field: string, value: string) =>
      correctDocument(library.deps, { ...BY, documentId, field, value })
    await correct(old, 'printedOn', '2024-02-21')
    await correct(old, 'topic', '工业、交通')
    await correct(id, 'topic', '公安、安全、司法')
    await mergeMisread()
    expect(await library.found(id)).toMatchObject({ printedOn: '2024-02-21', topic: '公安、安全、司法' })
    await correct(id, 'kind', '意见')
    await unmergeDocument(library.deps, { ...BY, documentId: old })
    expect(await library.found(id)).toMatchObject({ printedOn: null, topic: '公安、安全、司法', kind: '意见' })
    expect(await library.found(old)).toMatchObject({ printedOn: '2024-02-21', topic: '工业、交通', kind: '通知' })
  })

  test('of one that was merged again is undone with its prints', async () => {
    const third = notice('明溪区人民政府关于规范停午秩序的通知', '明溪政发〔2024〕2号')
    await library.load({ 'a.txt': RIGHT, 'b.txt': MISREAD, 'c.txt': third })
    const before = await library.exported()
    const [first, second, last] = [
      await library.idOf('明溪区人民政府关于规范停午秩序的通知'),
      await library.idOf(MISREAD_TITLE),
      await library.idOf(RIGHT_TITLE),
    ]
    await mergeDocuments(library.deps, { ...BY, documentId: first, into: second })
    await mergeDocuments(library.deps, { ...BY, documentId: second, into: last })
    expect((await library.found(last)).prints).toHaveLength(3)
    await unmergeDocument(library.deps, { ...BY, documentId: first })
    expect([(await library.found(first)).prints.length, (await library.found(last)).prints.length]).toEqual([1, 2])
    await unmergeDocument(library.deps, { ...BY, documentId: second })
    expect(await library.exported()).toBe(before)
  })

  test('never brings a text into sight that was taken out of it', async () => {
    await library.load({ 'a.txt': RIGHT, 'b.txt': MISREAD })
    const [old, id] = [await library.idOf(MISREAD_TITLE), await library.idOf(RIGHT_TITLE)]
    await withdrawDocument(library.deps, { ...BY, documentId: old })
    const sentence = expect.stringContaining(`文件 ${old} 已经撤回，不能合并；`)
    for (const pair of [
      { documentId: old, into: id },
      { documentId: id, into: old },
    ])
      expect(await mergeDocuments(library.deps, { ...BY, ...pair })).toMatchObject({ problem: { message: sentence } })
    expect((await library.found(id)).prints).toHaveLength(1)
  })

  test('refuses what cannot be', async () => {
    await library.load({ 'a.txt': RIGHT, 'b.txt': MISREAD })
    const [old, id] = [await library.idOf(MISREAD_TITLE), await library.idOf(RIGHT_TITLE)]
    const merge = (documentId: string, into: string) => mergeDocuments(library.deps, { ...BY, documentId, into })
    expect(await merge(id, id)).toMatchObject({ problem: { code: 'same-document' } })
    expect(await merge(id, 'nothing')).toMatchObject({ problem: { code: 'unknown-document' } })
    await merge(old, id)
    expect(await merge(old, id)).toMatchObject({ problem: { code: 'already-merged' } })
    expect(await merge(id, old)).toMatchObject({ problem: { code: 'already-merged' } })
    expect(await unmergeDocument(library.deps, { ...BY, documentId: id })).toMatchObject({
      problem: { code: 'not-merged' },
    })
  })
})

describe('splitting', () => {
  test('parts a print for good; merging undoes it', async () => {
    await library.load({ 'a.txt': RIGHT, 'b.txt': RIGHT.replace('三十日', '六十日') })
    const id = await library.idOf(RIGHT_TITLE)
    const print = (await library.found(id)).prints.find(({ isMain }) => !isMain)?.ref ?? ''
    const parted = await splitPrint(library.deps, { ...BY, documentId: id, print })
    expect(parted).toMatchObject({ ok: true })
    expect(await library.listed()).toHaveLength(2)
    library.raiseReaderVersion()
    await library.load({ 'b.txt': RIGHT.replace('三十日', '六十日'), 'a.txt': RIGHT })
    expect((await library.listed()).map(({ id: one }) => one).sort()).toEqual(
      [id, parted.ok ? parted.value : ''].sort(),
    )
    const own = parted.ok ? parted.value : ''
    expect(await mergeDocuments(library.deps, { ...BY, documentId: own, into: id })).toMatchObject({ ok: true })
    expect((await library.found(id)).prints).toHaveLength(2)
    const again = await splitPrint(library.deps, { ...BY, documentId: id, print })
    expect(again).toEqual({ ok: true, value: own })
    expect(await splitPrint(library.deps, { ...BY, documentId: own, print })).toMatchObject({
      problem: { code: 'only-print' },
    })
    expect(await verbs()).toEqual(['split-print', 'merge-documents', 'split-print'])
  })
})

test('an issue is what its files say, whichever was loaded first and whichever is taken back', async () => {
  const [dated, undated] = [gazette(1, RIGHT), gazette(1, RIGHT).replace('出版日期：2024年6月30日\n', '\n')]
  const files = { 'dated.txt': dated, 'other.txt': dated.replace('6月30日', '6月28日'), 'undated.txt': undated }
  const issue = async () => {
    const [found] = await library.ask((tx) => listGazettes(tx, VISITOR))
    return [found?.publishedOn, found?.totalNumber]
  }
  for (const names of [Object.keys(files), Object.keys(files).reverse()] as (keyof typeof files)[][]) {
    await library.reset()
    for (const name of names) await library.load({ [name]: files[name] })
    expect(await issue()).toEqual(['2024-06-28', 9])
    await withdrawFile(library.deps, { ...BY, file: 'other.txt' })
    expect(await issue()).toEqual(['2024-06-30', 9])
    await withdrawFile(library.deps, { ...BY, file: 'dated.txt' })
    expect(await issue()).toEqual([null, 9])
    await withdrawFile(library.deps, { ...BY, file: 'undated.txt' })
    expect(await library.ask((tx) => listGazettes(tx, VISITOR))).toEqual([])
  }
})

test('an issue whose day is read otherwise by a better reader has that day', async () => {
  await library.load({ 'a.txt': gazette(1, RIGHT) })
  library.readAs('出版日期：2024年6月30日', '出版日期：2024年7月2日')
  library.raiseReaderVersion()
  await library.load({ 'a.txt': gazette(1, RIGHT) })
  expect(await library.ask((tx) => listGazettes(tx, VISITOR))).toMatchObject([{ publishedOn: '2024-07-02' }])
  library.readAs('\u0000', '')
})

describe('withdrawing a document', () => {
  const END = notice('明溪区人民政府关于废止停车通知的决定', '明溪政发〔2025〕9号', '2025年5月6日').replace(
    '二、严格收费管理。收费标准应当公示。',
    '二、区政府决定废止《明溪区人民政府关于规范停车秩序的通知》（明溪政发〔2024〕2号）。',
  )
  const END_TITLE = '明溪区人民政府关于废止停车通知的决定'

  test('what it repealed holds again, in pages, lists and search, until it is brought back', async () => {
    await library.load({ 'a.txt': RIGHT, 'end.txt': END })
    const [id, end] = [await library.idOf(RIGHT_TITLE), await library.idOf(END_TITLE)]
    const state = async () => [
      (await library.found(id)).validity,
      (await library.ask((tx) => searchRows(tx, 'mingxi', [id], TODAY)))[0]?.validity,
    ]
    expect(await state()).toEqual(['repealed', 'repealed'])
    const from = await library.deps.database.asOwner((tx) => newestVersion(tx))
    expect(await withdrawDocument(library.deps, { ...BY, documentId: end })).toMatchObject({ ok: true })
    expect(await state()).toEqual(['unknown', 'unknown'])
    const changes = await library.deps.database.asOwner((tx) => readChanges(tx, from, 500))
    expect(new Map(changes.map((one) => [one.id, one.tombstone]))).toEqual(
      new Map([
        [end, true],
        [id, false],
      ]),
    )
    expect(await library.exported()).not.toContain(END_TITLE)
    expect(await undoWithdrawal(library.deps, { ...BY, documentId: end })).toMatchObject({ ok: true })
    expect(await library.exported()).toContain(END_TITLE)
    expect(await state()).toEqual(['repealed', 'repealed'])
    expect(await library.found(end)).toMatchObject({ title: END_TITLE })
    expect(await verbs()).toEqual(['withdraw', 'undo-withdraw'])
  })

  test('refuses what cannot be', async () => {
    await library.load({ 'a.txt': RIGHT, 'b.txt': MISREAD, 'end.txt': END })
    const [old, id, end] = [
      await library.idOf(MISREAD_TITLE),
      await library.idOf(RIGHT_TITLE),
      await library.idOf(END_TITLE),
    ]
    await mergeDocuments(library.deps, { ...BY, documentId: old, into: id })
    await withdrawFile(library.deps, { ...BY, file: 'end.txt' })
    const said = async (documentId: string, isUndone = false) => {
      const outcome = await (isUndone ? undoWithdrawal : withdrawDocument)(library.deps, { ...BY, documentId })
      return outcome.ok ? 'done' : outcome.problem.message
    }
    expect([await said('nothing'), await said(old), await said(end, true), await said(id, true)]).toEqual([
      '没有编号为 nothing 的文件。',
      `文件 ${old} 已经并入 ${id}，请写 ${id}。`,
      `文件 ${end} 的来源文件已经撤回；再装载来源文件，它会回到原来的网址。`,
      `文件 ${id} 没有撤回过。`,
    ])
    expect([await said(id), await said(id)]).toEqual(['done', `文件 ${id} 已经撤回了。`])
  })
})

test('what an enclosure is called leads to the document that issues it, whichever came first', async () => {
  const issuing = `明溪区人民政府
关于印发明溪区共享单车管理办法的通知

明溪政发〔2025〕4号

各街道办事处：

现将《明溪区共享单车管理办法》印发给你们，请遵照执行。

明溪区人民政府

2025年3月3日

明溪区共享单车管理办法

第一条 为了规范共享单车停放，制定本办法。

第二条 企业应当按照规定投放车辆。
`
  const about = `《明溪区共享单车管理办法》政策解读

一、出台背景。共享单车乱停乱放影响市容。

明溪区城市管理局

2025年3月5日
`
  const files = { 'about.txt': about, 'issuing.txt': issuing }
  for (const names of [Object.keys(files), Object.keys(files).reverse()] as (keyof typeof files)[][]) {
    await library.reset()
    for (const name of names) await library.load({ [name]: files[name] })
    const [id, interpretation] = [
      await library.idOf('明溪政发〔2025〕4号'),
      await library.idOf('《明溪区共享单车管理办法》政策解读'),
    ]
    expect((await library.found(interpretation)).relations.to).toMatchObject([
      { effect: 'interpreted-by', document: { id } },
    ])
    expect((await library.found(id)).relations.from).toMatchObject([{ document: { id: interpretation } }])
    await withdrawFile(library.deps, { ...BY, file: 'issuing.txt' })
    expect((await library.found(interpretation)).relations.to).toMatchObject([{ document: null }])
  }
})

describe('withdrawing a file', () => {
  const HEATING = notice('明溪区人民政府关于做好供热保障的通知', '明溪政发〔2024〕8号')

  test('takes back all that it brought, and it can be loaded again', async () => {
    await library.load({ 'alone.txt': RIGHT })
    const before = await library.exported()
    await library.load({ 'issue.txt': gazette(3, RIGHT, HEATING) })
    const after = await library.exported()
    const heating = await library.idOf('明溪政发〔2024〕8号')
    expect(await library.ask((tx) => listGazettes(tx, VISITOR))).toHaveLength(1)
    const withdrawn = await withdrawFile(library.deps, { ...BY, file: 'issue.txt', reason: '装错了一期' })
    expect(withdrawn).toMatchObject({ ok: true, value: { documents: 2 } })
    expect(await library.exported()).toBe(before)
    expect(await library.lookUp(heating)).toMatchObject({
      state: 'gone',
      reason: expect.stringContaining('装错了一期'),
    })
    expect(await library.ask((tx) => listGazettes(tx, VISITOR))).toEqual([])
    expect([await verbs(), await tombstones()]).toEqual([['withdraw-file'], [heating, '2024-3']])
    await library.load({ 'issue.txt': gazette(3, RIGHT, HEATING) })
    expect(await library.exported()).toBe(after)
    expect((await library.found(heating)).id).toBe(heating)
  })

  test('a document that a person withdrew stays so when its file is loaded again', async () => {
    await library.load({ 'alone.txt': RIGHT })
    const documentId = await library.idOf(RIGHT_TITLE)
    await withdrawDocument(library.deps, { ...BY, documentId })
    library.raiseReaderVersion()
    await library.load({ 'alone.txt': RIGHT })
    expect(await library.lookUp(documentId)).toMatchObject({ state: 'gone' })
  })

  test('a name that no file has is refused', async () => {
    expect(await withdrawFile(library.deps, { ...BY, file: 'none.txt' })).toMatchObject({
      problem: { code: 'unknown-file' },
    })
  })
})

describe('corrections', () => {
  test('survive reading again, and can be undone', async () => {
    await library.load({ 'a.txt': RIGHT })
    const documentId = await library.idOf(RIGHT_TITLE)
    const correct = (field: string, value: string | null) =>
      correctDocument(library.deps, { ...BY, documentId, field, value })
    const fields: readonly [string, string][] = [
      ['title', '关于规范停车秩序的通知'],
      ['docNumber', '明溪政发〔2024〕3号'],
      ['issuer', '明溪区发展和改革局'],
      ['kind', '意见'],
      ['topic', '工业、交通'],
      ['signedOn', '2024-02-21'],
      ['printedOn', '2024-02-22'],
      ['effectiveFrom', '2024-03-01'],
      ['validUntil', '2029-02-28'],
      ['recipients', '各镇人民政府'],
    ]
    for (const [field, value] of fields) expect(await correct(field, value)).toMatchObject({ ok: true })
    library.raiseReaderVersion()
    await library.load({ 'a.txt': RIGHT })
    expect(await library.found(documentId)).toMatchObject(Object.fromEntries(fields))
    expect((await library.found(documentId)).issuers).toEqual([{ id: null, name: '明溪区发展和改革局' }])
    for (const [field] of fields) expect(await correct(field, null)).toMatchObject({ ok: true })
    expect(await library.found(documentId)).toMatchObject({ title: RIGHT_TITLE, signedOn: '2024-02-20', overrides: [] })
    expect(await correct('title', null)).toMatchObject({ problem: { code: 'not-corrected' } })
    expect(await verifyAudit(library.deps.database, 'mingxi')).toMatchObject({ ok: true, rows: 22 })
  })

  test('an empty value says that the document has no such field', async () => {
    await library.load({ 'a.txt': RIGHT })
    const documentId = await library.idOf(RIGHT_TITLE)
    await correctDocument(library.deps, { ...BY, documentId, field: 'recipients', value: '' })
    expect((await library.found(documentId)).recipients).toBeNull()
  })
})

describe('editions', () => {
  const AMENDED = notice(
    `${RIGHT_TITLE}（2025年修正）`,
    '明溪政发〔2024〕2号',
    '2024年2月20日',
    '应当公示，并接受监督。',
  )

  test('a text that calls itself amended is the next edition, whichever came first', async () => {
    await library.load({ 'a.txt': RIGHT, 'b.txt': AMENDED })
    const text = await library.exported()
    const id = await library.idOf(RIGHT_TITLE)
    const document = await library.found(id)
    expect(document.editions.map(({ name, isCurrent, url }) => [name, isCurrent, url])).toEqual([
      ['首次印发', false, `/documents/${id}?edition=1`],
      ['2025年修正', true, `/documents/${id}`],
    ])
    const clause = (view: DocumentView) => view.elements.find((element) => element.id === 'n-二')
    expect(clause(document)).toMatchObject({ text: expect.stringContaining('接受监督') })
    expect(clause(await library.found(id, 1))).not.toMatchObject({ text: expect.stringContaining('接受监督') })
    expect(await library.lookUp(id, 3)).toEqual({ state: 'unknown' })
    const compared = await library.ask((tx) =>
      loadDifferences(tx, 'mingxi', VISITOR, id, { from: null, to: null }, TODAY),
    )
    expect(compared).toMatchObject({ differences: { from: { ref: 'e1' }, to: { ref: 'e2' } } })
    const substantial =
      compared.state === 'found' ? compared.differences?.differences.filter((one) => one.class === 'substance') : []
    expect(substantial?.map(({ clauseId }) => clauseId)).toEqual(['n-二'])
    await library.reset()
    await library.load({ 'b.txt': AMENDED, 'a.txt': RIGHT })
    expect(await library.exported()).toBe(text)
  })

  test('a person adds one with its day and reason; a clause that it drops leaves a tombstone', async () => {
    await library.load({ 'a.txt': RIGHT })
    const documentId = await library.idOf(RIGHT_TITLE)
    const shorter = RIGHT.replace(/\n二、.*\n/, '')
    const add = (asOf: string) =>
      addEdition(library.deps, { ...BY, documentId, asOf, file: { name: 'new.txt', bytes: Buffer.from(shorter) } })
    expect(await add('2027-01-01')).toMatchObject({ problem: { code: 'unfit-day' } })
    expect(await add('2025-03-01')).toMatchObject({ ok: true })
    const document = await library.found(documentId)
    expect(document.editions.map(({ asOf, reason }) => [asOf, reason])).toEqual([
      ['2024-02-20', null],
      ['2025-03-01', '核对原件'],
    ])
    expect(document.lostClauses.map(({ id, path }) => [id, path])).toEqual([['n-二', '二']])
    library.raiseReaderVersion()
    await library.load({ 'a.txt': RIGHT, 'new.txt': shorter })
    expect((await library.found(documentId)).editions).toHaveLength(2)
    expect(await library.listed()).toHaveLength(1)
    await withdrawFile(library.deps, { ...BY, file: 'new.txt' })
    const back = await library.found(documentId)
    expect([back.editions.length, back.lostClauses]).toEqual([1, []])
    expect(await verbs()).toEqual(['add-edition', 'withdraw-file'])
  })

  test('the amending document of that day is named as its maker', async () => {
    const decision = `明溪区人民政府关于修改《${RIGHT_TITLE}》的决定

明溪政发〔2025〕5号

将《${RIGHT_TITLE}》（明溪政发〔2024〕2号）作如下修改：

一、将第二条修改为：“收费标准应当公示，并接受监督。”

明溪区人民政府

2025年3月1日
`
    await library.load({ 'a.txt': RIGHT, 'd.txt': decision })
    const documentId = await library.idOf('明溪政发〔2024〕2号')
    expect(await library.found(documentId)).toMatchObject({ validity: 'amended', editions: [{ number: 1 }] })
    const file = { name: 'new.txt', bytes: Buffer.from(RIGHT.replace('应当公示', '应当公示，并接受监督')) }
    await addEdition(library.deps, { ...BY, documentId, asOf: '2025-03-01', file })
    const loaded = await library.ask((tx) => loadHistory(tx, 'mingxi', VISITOR, documentId, TODAY))
    expect(loaded).toMatchObject({
      history: {
        editions: [
          { number: 2, madeBy: { docNumber: '明溪政发〔2025〕5号' }, differences: { substance: 1 } },
          { number: 1, madeBy: null, differences: null },
        ],
      },
    })
  })
})

describe('reading again', () => {
  test('an id follows its document when title or number are read otherwise, with what a person corrected', async () => {
    await library.load({ 'a.txt': MISREAD })
    const id = await library.idOf(MISREAD_TITLE)
    await correctDocument(library.deps, { ...BY, documentId: id, field: 'topic', value: '工业、交通' })
    library.raiseReaderVersion()
    library.readAs(MISREAD_TITLE, RIGHT_TITLE)
    await library.load({ 'a.txt': MISREAD })
    expect(await library.found(id)).toMatchObject({ title: RIGHT_TITLE, topic: '工业、交通' })
    expect(await library.listed()).toHaveLength(1)
  })

  test('an id whose document turns out to be one that is there leads to it', async () => {
    await library.load({ 'a.txt': MISREAD, 'b.txt': RIGHT })
    const [old, id] = [await library.idOf(MISREAD_TITLE), await library.idOf(RIGHT_TITLE)]
    library.raiseReaderVersion()
    library.readAs(MISREAD_TITLE, RIGHT_TITLE)
    await library.load({ 'a.txt': MISREAD, 'b.txt': RIGHT })
    expect(await library.lookUp(old)).toMatchObject({ state: 'moved', to: id })
    expect((await library.found(id)).prints).toHaveLength(2)
  })
})

describe('units that are loaded after the documents', () => {
  const loadTheUnits = async (...units: unknown[]) => {
    const file = readUnitsFile(JSON.stringify({ units }))
    if (!file.ok) throw new Error(file.problem.message)
    return loadUnits(library.deps, { siteId: 'mingxi', actor: CLERK, file: file.value })
  }
  const government = { id: 'gov', kind: 'government', names: [{ name: '云岭市明溪区人民政府' }] }

  test('bear the names in documents of their days from then on; the rest stays listed', async () => {
    const ours = RIGHT.replaceAll('明溪区人民政府', '明溪区城市管理局')
    await library.load({
      'old.txt': ours,
      'new.txt': ours.replace('2号', '9号').replace('2024年2月20日', '2025年2月20日'),
    })
    const issuers = async () =>
      (await library.listed()).map(({ signedOn, issuerUnitIds }) => [signedOn, issuerUnitIds]).sort()
    expect(await matchUnits(library.deps, 'mingxi')).toBe(0)
    const unmatched = () => library.ask((tx) => listUnmatchedNames(tx, VISITOR, { limit: 10, offset: 0 }))
    expect(await unmatched()).toMatchObject({ total: 1, items: [{ name: '明溪区城市管理局', documents: 2 }] })
    const city = { id: 'city', kind: 'department', names: [{ name: '明溪区城市管理局', validTo: '2024-12-31' }] }
    await loadTheUnits(government, city)
    expect(await matchUnits(library.deps, 'mingxi')).toBe(1)
    expect(await issuers()).toEqual([
      ['2024-02-20', ['city']],
      ['2025-02-20', []],
    ])
    expect(await matchUnits(library.deps, 'mingxi')).toBe(0)
    await loadTheUnits(government, { ...city, names: [{ name: '明溪区城市管理局' }] })
    expect(await matchUnits(library.deps, 'mingxi')).toBe(1)
    expect(await unmatched()).toEqual({ total: 0, items: [] })
    expect(await verbs()).toEqual(['load-units', 'match-units', 'load-units', 'match-units'])
  })
})

test('what people decided is neither seen nor written from another site', async () => {
  await library.load({ 'a.txt': RIGHT, 'b.txt': MISREAD })
  const [documentId, into] = [await library.idOf(MISREAD_TITLE), await library.idOf(RIGHT_TITLE)]
  await correctDocument(library.deps, { ...BY, documentId: into, field: 'topic', value: '工业、交通' })
  const file = { name: 'new.txt', bytes: Buffer.from(`${RIGHT}\n根据《明溪区停车条例》制定。`) }
  await addEdition(library.deps, { ...BY, documentId: into, asOf: '2025-03-01', file })
  await mergeDocuments(library.deps, { ...BY, documentId, into })
  for (const table of ['identity_decisions', 'edition_decisions', 'overrides', 'prints', 'clause_ids', 'relations']) {
    const count = (site: string) =>
      library.deps.database.read(site, async (tx) => {
        const { rows } = await tx.execute<{ n: number }>(sql.raw(`SELECT count(*)::int AS n FROM ${table}`))
        return rows[0]?.n ?? 0
      })
    const [own, other] = [await count('mingxi'), await count('other')]
    expect([table, own > 0, other]).toEqual([table, true, 0])
    await library.deps.database.write('other', (tx) => tx.execute(sql.raw(`DELETE FROM ${table}`)))
    expect([table, await count('mingxi')]).toEqual([table, own])
  }
})
