import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { DocumentSummary } from '../contract.ts'
import { HEATING, PARKING } from '../fixtures/notices.ts'
import { namedUnits } from '../store/derived.table.ts'
import { insertDocument } from '../store/document-writes.ts'
import { documents } from '../store/documents.table.ts'
import { listDocuments, listEntries } from '../store/list.queries.ts'
import { files, gazettes, prints } from '../store/prints.table.ts'
import { citedButMissing } from '../store/relation.queries.ts'
import { listUnmatchedNames } from '../store/unmatched.queries.ts'
import { openTestLibrary, type TestLibrary } from '../testing.ts'
import { loadDifferences, loadHistory } from './load-history.ts'

let library: TestLibrary
beforeAll(async () => {
  library = await openTestLibrary()
})
afterAll(() => library.close())
beforeEach(() => library.reset())

describe('loading', () => {
  test('gives the same export whatever the order, also where one print lost a clause', async () => {
    const [whole, lost] = [PARKING, PARKING.replace(/一、.*\n\n二、/, '一、')]
    await library.load({ 'a.txt': whole, 'b.txt': lost })
    const text = await library.exported()
    await library.reset()
    await library.load({ 'b.txt': lost, 'a.txt': whole })
    expect(await library.exported()).toBe(text)
  })

  test('gives the same export whatever the order, and nothing new the second time', async () => {
    const first = await library.load({ 'a.txt': PARKING, 'b.txt': HEATING, 'c.txt': `${PARKING}\n` })
    expect(first).toMatchObject({ documents: 3, new: 2, updated: 1, failed: [] })
    const text = await library.exported()
    expect(await library.load({ 'a.txt': PARKING, 'c.txt': `${PARKING}\n` })).toMatchObject({ unchanged: 2 })
    expect((await library.listed()).map(({ docNumber }) => docNumber)).toEqual([
      '明溪政发〔2024〕8号',
      '明溪政发〔2024〕2号',
    ])
    await library.reset()
    await library.load({ 'c.txt': `${PARKING}\n`, 'b.txt': HEATING, 'a.txt': PARKING })
    expect(await library.exported()).toBe(text)
  })
})

/** A statistical table as a gazette prints it: no number, no day of signing. */
const STATISTICS = `明溪区人民政府公报

2020年第5期（总第5期）

【统计数据】

2020年1-9月全区主要经济指标

指标\t单位\t1-9月\t同比增长（%）
地区生产总值\t亿元\t88.1\t3.2
一般公共预算收入\t亿元\t6.4\t-1.5
社会消费品零售总额\t亿元\t30.2\t2.2
`

describe('the public id of a table without number and day of signing', () => {
  const statistics = async () => (await library.listed()).find(({ title }) => title.includes('主要经济指标'))?.id
  test('has the year of the issue that prints it', async () => {
    await library.load({ 'issue.txt': STATISTICS })
    expect(await statistics()).toBe('990102-2020-000001')
  })

  test('stays what it is where it was given by the year of loading, also when its file is read again', async () => {
    await library.load({ 'issue.txt': STATISTICS })
    const [known] = await library.ask((tx) => tx.select().from(documents))
    if (!known) throw new Error('nothing was loaded')
    await library.reset()
    const given = { id: '990102-2026-000007', identity: known.identity, title: known.title, state: 'released' } as const
    const { database, clock } = library.deps
    await database.write('mingxi', (tx) => insertDocument(tx, 'mingxi', given, clock.now()))
    await library.load({ 'issue.txt': STATISTICS })
    library.raiseReaderVersion()
    expect(await library.load({ 'issue.txt': STATISTICS })).toMatchObject({ new: 0, failed: [] })
    expect(await statistics()).toBe('990102-2026-000007')
  })
})

const VISITOR = { kind: 'public' } as const
const TODAY = '2026-06-01'

/** The notice as a gazette prints it: no recipients, one character misread, a paragraph broken. */
const PARKING_IN_GAZETTE = `明溪区人民政府公报

2024年第3期（总第11期）

主办：明溪区人民政府办公室
出版日期：2024年6月30日

目  录

【区政府文件】

明溪区人民政府关于规范停车秩序的通知（明溪政发〔2024〕2号）……（1）

明溪区人民政府关于规范停车秩序的通知

明溪政发〔2024〕2号

一、合理设置泊位。各街道办事处应当在三十日内完成辖区泊位普查。

二、严格收费管理。收费标淮应当公示。

明溪区人民政府

2024年2月20日
`

describe('prints and editions', () => {
  test('a character that one print misreads is no amendment', async () => {
    await library.load({ 'alone.txt': PARKING, 'gazette.txt': PARKING_IN_GAZETTE })
    const id = await library.idOf('明溪政发〔2024〕2号')
    const loaded = await library.ask((tx) => loadHistory(tx, 'mingxi', VISITOR, id, TODAY))
    if (loaded.state !== 'found') throw new Error(loaded.state)
    const { editions } = loaded.history
    expect(editions.map(({ name, prints }) => [name, prints.length])).toEqual([['首次印发', 2]])
    expect(editions[0]?.prints.map(({ isMain, differences }) => [isMain, differences])).toEqual([
      [true, { layout: 0, misreading: 0, substance: 0 }],
      [false, { layout: 1, misreading: 1, substance: 0 }],
    ])
    const compared = await library.ask((tx) =>
      loadDifferences(tx, 'mingxi', VISITOR, id, { from: null, to: null }, TODAY),
    )
    if (compared.state !== 'found') throw new Error(compared.state)
    const misread = compared.differences?.differences.find((difference) => difference.class === 'misreading')
    expect([misread?.clauseId, misread?.from, misread?.to]).toEqual([
      'n-二',
      '二、严格收费管理。收费标淮应当公示。',
      '二、严格收费管理。收费标准应当公示。',
    ])
  })

  test('what is cited and missing is listed with how often, until it is loaded', async () => {
    await library.load({ 'heating.txt': HEATING })
    const missing = () => library.ask((tx) => citedButMissing(tx, VISITOR, { limit: 10, offset: 0 }))
    expect(await missing()).toMatchObject({
      total: 1,
      items: [{ docNumber: '明溪政发〔2024〕2号', count: 1, citedBy: [{ docNumber: '明溪政发〔2024〕8号' }] }],
    })
    await library.load({ 'parking.txt': PARKING })
    expect(await missing()).toEqual({ total: 0, items: [] })
  })

  test('of a notice of every year each one that is missing is listed by itself', async () => {
    const citing = (docNumber: string, cited: string) =>
      `明溪区人民政府关于安排${docNumber.slice(5, 9)}年值班的通知\n\n${docNumber}\n\n各街道办事处：\n\n一、按照《云岭市人民政府关于做好值班工作的通知》${cited}执行。\n\n明溪区人民政府\n\n${docNumber.slice(5, 9)}年2月1日\n`
    await library.load({
      'a.txt': citing('明溪政发〔2022〕1号', '（云政发〔2022〕3号）'),
      'b.txt': citing('明溪政发〔2023〕1号', '（云政发〔2023〕5号）'),
      'c.txt': citing('明溪政发〔2024〕1号', '（云政发〔2023〕5号）'),
    })
    const { total, items } = await library.ask((tx) => citedButMissing(tx, VISITOR, { limit: 10, offset: 0 }))
    expect([total, items.map(({ docNumber, count, citedBy }) => [docNumber, count, citedBy.length])]).toEqual([
      2,
      [
        ['云政发〔2023〕5号', 2, 2],
        ['云政发〔2022〕3号', 1, 1],
      ],
    ])
    expect(await library.ask((tx) => citedButMissing(tx, VISITOR, { limit: 1, offset: 1 }))).toMatchObject({
      total: 2,
      items: [{ docNumber: '云政发〔2022〕3号' }],
    })
  })

  test('a notice is tied to what it issues, where that stands by itself, and a reading of it to both', async () => {
    const rules = '明溪区停车管理办法'
    await library.load({
      'notice.txt': `明溪区人民政府关于印发明溪区停车管理办法的通知

明溪政发〔2024〕4号

各街道办事处：

现将《${rules}》印发给你们，请遵照执行。

明溪区人民政府

2024年4月1日

${rules}

第一条 为了规范停车秩序，制定本办法。

第二条 收费标准应当公示。
`,
      'rules.txt': `${rules}\n\n第一条 为了规范停车秩序，制定本办法。\n\n第二条 收费标准应当公示。\n`,
      'reading.txt': `《${rules}》政策解读\n\n一、为什么制定。停车难、停车乱，群众反映多。\n\n二、怎么收费。收费标准在入口公示。\n`,
    })
    const [notice, own] = [await library.idOf('明溪政发〔2024〕4号'), await library.idOf(rules)]
    expect((await library.found(notice)).relations.to).toMatchObject([{ effect: 'issues', document: { id: own } }])
    expect((await library.found(own)).relations.from.map(({ effect }) => effect).sort()).toEqual([
      'interpreted-by',
      'issues',
    ])
    expect(await library.ask((tx) => citedButMissing(tx, VISITOR, { limit: 10, offset: 0 }))).toMatchObject({
      total: 0,
    })
  })

  test('names that no unit answers to are listed', async () => {
    await library.load({ 'heating.txt': HEATING, 'parking.txt': PARKING })
    expect(await library.ask((tx) => listUnmatchedNames(tx, VISITOR, { limit: 10, offset: 0 }))).toMatchObject({
      total: 1,
      items: [{ name: '明溪区人民政府', documents: 2, tasks: 0, firstOn: '2024-02-20', lastOn: '2024-10-09' }],
    })
  })
})

test('validity as the database counts it is that of the rule', async () => {
  const at = new Date('2026-06-01T02:00:00Z')
  const others = { past: '2025-01-01', future: '2027-01-01', undated: null }
  const days = [null, '2025-06-01', TODAY, '2027-06-01']
  const by = [null, 'past', 'future', 'undated']
  const row = (id: string, columns: Partial<typeof documents.$inferInsert>) => ({
    siteId: 'mingxi',
    id,
    identity: id,
    state: 'released' as const,
    title: id,
    titleKey: id,
    loadedAt: at,
    updatedAt: at,
    ...columns,
  })
  const combined = days.flatMap((effectiveFrom) =>
    days.flatMap((validUntil) =>
      by.flatMap((repealedBy) =>
        by.map((amendedBy) =>
          row(`${effectiveFrom}|${validUntil}|${repealedBy}|${amendedBy}`, {
            effectiveFrom,
            validUntil,
            repealedBy,
            amendedBy,
          }),
        ),
      ),
    ),
  )
  await library.deps.database.write('mingxi', async (tx) => {
    await tx.insert(documents).values(Object.entries(others).map(([id, signedOn]) => row(id, { signedOn })))
    await tx.insert(documents).values(combined)
  })
  for (const validity of ['in-force', 'amended', 'repealed', 'expired', 'unknown'] as const) {
    const part = { limit: 300, offset: 0, sort: 'title' } as const
    const [{ total, items }, entries] = await library.ask(async (tx) => [
      await listDocuments(tx, VISITOR, { validity }, part, TODAY),
      await listEntries(tx, VISITOR, { validity }, part, TODAY),
    ])
    expect([total, [...new Set(items.map((item) => item.validity))]]).toEqual([items.length, [validity]])
    expect(entries.map(({ id, validity: shown }) => [id, shown])).toEqual(items.map(({ id }) => [id, validity]))
  }
})

test('the day of publication and the issuers as the database tells them in lists are those of the page', async () => {
  const at = new Date('2026-06-01T02:00:00Z')
  const own = { siteId: 'mingxi' }
  const print = { ...own, lineFrom: 1, lineTo: 9, standing: '1', reading: {} as never }
  let position = 0
  await library.deps.database.write('mingxi', async (tx) => {
    const issues = ['2025-03-20', '2025-01-15', null]
    await tx.insert(gazettes).values(
      issues.map((publishedOn, at) => ({
        ...own,
        id: `2025-${at}`,
        title: '公报',
        year: 2025,
        number: at,
        publishedOn,
      })),
    )
    const stated = { 'file-a': '2025-02-10', 'file-b': null }
    for (const [hash, publishedOn] of Object.entries(stated))
      await tx.insert(files).values({
        ...own,
        hash,
        name: `${hash}.txt`,
        format: 'txt',
        size: 1,
        readerVersion: '1',
        state: 'loaded',
        publishedOn,
        loadedAt: at,
      })
    for (const [index, signedOn] of [null, '2025-01-20', '2025-03-01', '2025-12-31'].entries()) {
      const id = `d${index}`
      await tx.insert(documents).values({
        ...own,
        id,
        identity: id,
        state: 'released',
        title: id,
        titleKey: id,
        signedOn,
        loadedAt: at,
        updatedAt: at,
      })
      for (const gazetteId of ['2025-0', '2025-1', '2025-2', null])
        for (const fileHash of Object.keys(stated))
          await tx.insert(prints).values({ ...print, documentId: id, fileHash, gazetteId, position: position++ })
      for (const [place, unitId] of ['unit-b', 'unit-a', null, 'unit-b'].entries())
        await tx
          .insert(namedUnits)
          .values({ ...own, documentId: id, role: 'issuer', position: place, name: `n${place}`, unitId })
    }
  })
  const listed = await library.listed()
  const shown = await Promise.all(listed.map(({ id }) => library.found(id)))
  const told = (items: readonly DocumentSummary[]) =>
    items.map(({ id, publishedOn, issuerUnitIds }) => [id, publishedOn, issuerUnitIds])
  const units = ['unit-a', 'unit-b']
  expect(told(listed)).toEqual([
    ['d0', '2025-01-15', units],
    ['d1', '2025-02-10', units],
    ['d2', '2025-03-20', units],
    ['d3', null, units],
  ])
  expect(told(shown)).toEqual(told(listed))
})
