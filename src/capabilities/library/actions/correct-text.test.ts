import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { verifyAudit } from '../../../platform/audit/audit.ts'
import { newestVersion, readChanges } from '../../../platform/changes/changes.ts'
import { listOverrides } from '../store/override.queries.ts'
import { searchRows } from '../store/search.queries.ts'
import { CLERK, openTestLibrary, type TestLibrary } from '../testing.ts'
import { addEdition } from './add-edition.ts'
import { correctDocument } from './correct-document.ts'
import type { CorrectInput } from './correction.ts'
import { listFields } from './list-fields.ts'
import { loadDifferences } from './load-history.ts'
import { mergeDocuments, unmergeDocument } from './merge-documents.ts'
import { withdrawFile } from './withdraw-file.ts'

let library: TestLibrary
beforeAll(async () => {
  library = await openTestLibrary()
})
afterAll(() => library.close())
beforeEach(() => library.reset())

const TODAY = '2026-06-01'
const NUMBER = '明溪政发〔2024〕9号'
const BY = { siteId: 'mingxi', actor: CLERK, reason: '核对原件' } as const

const NOTICE = `明溪区人民政府关于加强停车管理的通知

${NUMBER}

各街道办事处：

一、合理设置泊位。各街道办事处应当在三十日内完成辖区停东泊位普查，建立台账。

二、规范收费。停东收费实行明码标价，不得擅自提高标准。

收费标准另行公布。

三、落实《明溪区停东场管理办法》（明溪政发〔2020〕7号）。

明溪区人民政府

2024年5月6日

附件

停车泊位任务分解表

| 序号 | 重点任务 | 责任单位 | 完成时限 |
| --- | --- | --- | --- |
| 1 | 新建停东楼两座 | 区住建局 | 2026年6月底前 |
| 2 | 施划路内泊位八百个 | 区城管局 | 2026年9月底前 |
`
/** The same in a gazette, better scanned but for one sign. */
const GAZETTE = `明溪区人民政府公报

2024年第5期

${NOTICE.replaceAll('停东', '停车').replace('不得擅自', '不得檀自')}`

const correct = async (field: string, value: string | null, more: Partial<CorrectInput> = {}) =>
  correctDocument(library.deps, { ...BY, documentId: await library.idOf(NUMBER), field, value, ...more })
const notice = async () => library.found(await library.idOf(NUMBER))
const textOf = async () =>
  (await notice()).elements.flatMap((element) => ('text' in element ? [element.text] : [])).join('\n')
const readAgain = (text = NOTICE) => {
  library.raiseReaderVersion()
  return library.load({ 'notice.txt': text })
}
const lost = async () => (await notice()).findings.filter(({ code }) => code === 'correction-lost')

describe('corrected words of a clause', () => {
  beforeEach(() => library.load({ 'notice.txt': NOTICE }))

  test('stand on the page, in search and in the export, hold when read again, and change no address', async () => {
    const before = { ids: (await notice()).elements.map(({ id }) => id), exported: await library.exported() }
    const from = await library.deps.database.asOwner((tx) => newestVersion(tx))
    expect(await correct('text/n-一', '停车', { insteadOf: '停东' })).toEqual({
      ok: true,
      value: 'text/n-一（合理设置泊位。各街道办事处应当在三十日内完成辖区停东泊位普查…）',
    })
    const changes = await library.deps.database.asOwner((tx) => readChanges(tx, from, 50))
    expect(changes).toMatchObject([{ entity: 'document', id: (await notice()).id, tombstone: false }])
    for (const read of [async () => undefined, readAgain]) {
      await read()
      expect(await textOf()).toContain('完成辖区停车泊位普查，建立台账。')
      expect((await notice()).elements.map(({ id }) => id)).toEqual(before.ids)
      const id = await library.idOf(NUMBER)
      const [row] = await library.ask((tx) => searchRows(tx, 'mingxi', [id], TODAY))
      expect(row?.passages.find(({ clauseId }) => clauseId === 'n-一')?.text).toContain('停车泊位')
      expect(await library.exported()).toContain('辖区停车泊位')
      expect(await lost()).toEqual([])
    }
    const [kept] = (await notice()).overrides
    expect(kept).toMatchObject({
      field: expect.stringMatching(/^text\/~[0-9a-f]{8}$/),
      value: '合理设置泊位。各街道办事处应当在三十日内完成辖区停车泊位普查，建立台账。',
      found: '合理设置泊位。各街道办事处应当在三十日内完成辖区停东泊位普查，建立台账。',
      isLost: false,
    })
    expect(await correct('text/n-一', null)).toMatchObject({ ok: true })
    expect(await library.exported()).toBe(before.exported)
    expect(await correct('text/n-一', null)).toMatchObject({ problem: { code: 'not-corrected' } })
    const { rows } = await library.ask((tx) =>
      tx.execute(sql`SELECT verb, detail->>'reason' AS reason FROM audit WHERE verb LIKE '%correct%' ORDER BY number`),
    )
    expect(rows).toEqual([
      { verb: 'correct', reason: '核对原件' },
      { verb: 'undo-correction', reason: '核对原件' },
    ])
    expect(await verifyAudit(library.deps.database, 'mingxi')).toMatchObject({ ok: true })
  })

  test('once more, or changed back, are one correction of what was read', async () => {
    const before = await library.exported()
    await correct('text/一', '停车', { insteadOf: '停东' })
    await correct('text/一', '七十日', { insteadOf: '三十日' })
    expect((await notice()).overrides).toHaveLength(1)
    expect(await textOf()).toContain('应当在七十日内完成辖区停车泊位普查')
    await correct('text/一', '三十日', { insteadOf: '七十日' })
    await correct('text/一', '停东', { insteadOf: '停车' })
    expect(await library.exported()).toBe(before)
  })

  test('hold where a better reader reads the rest of the clause otherwise, and are then one correction with the next', async () => {
    await correct('text/n-一', '停车', { insteadOf: '停东' })
    library.readAs('三十日内完成', '三十个工作日以内完成')
    await readAgain()
    expect(await textOf()).toContain('三十个工作日以内完成辖区停车泊位普查')
    await correct('text/n-一', '工作曰', { insteadOf: '工作日' })
    expect(await textOf()).toContain('三十个工作曰以内完成辖区停车泊位普查')
    expect([(await notice()).overrides.length, await lost()]).toEqual([1, []])
  })

  test('that are read otherwise themselves are told as lost, hold again when they are read again, and can be taken away', async () => {
    await correct('text/n-一', '停车', { insteadOf: '停东' })
    library.readAs('完成辖区停东泊位普查', '完成本辖区的泊位清查')
    await readAgain()
    expect(await textOf()).toContain('完成本辖区的泊位清查')
    const [finding] = await lost()
    expect(finding?.message).toContain('“成辖区停东泊位普查→成辖区停车泊位普查”')
    const [listed] = await library.ask((tx) => listOverrides(tx, 'mingxi'))
    expect([listed?.isLost, finding?.message.includes(listed?.field ?? 'nothing')]).toEqual([true, true])
    library.readAs('\u0000', '')
    await readAgain()
    expect([await textOf(), await lost()]).toEqual([expect.stringContaining('辖区停车泊位'), []])
    library.readAs('完成辖区停东泊位普查', '完成本辖区的泊位清查')
    await readAgain()
    expect(await correct(listed?.field ?? '', null)).toMatchObject({ ok: true })
    expect(await notice()).toMatchObject({ overrides: [] })
  })

  test('of what a better reader reads well itself are not lost', async () => {
    await correct('text/n-一', '停车', { insteadOf: '停东' })
    library.readAs('辖区停东', '辖区停车')
    await readAgain()
    expect([await textOf(), await lost()]).toEqual([expect.stringContaining('辖区停车泊位'), []])
  })

  test('of a paragraph, a heading, a cell and furniture among the text', async () => {
    const numberOf = async (words: string) =>
      (await notice()).elements.findIndex((element) => 'text' in element && element.text.includes(words)) + 1
    await correct(`text/${await numberOf('另行公布')}`, '收费标准由区发展改革局另行公布。')
    await correct('text/n-二', '规范收贾。', { insteadOf: '规范收费。' })
    expect(await correct('text', '停车楼', { insteadOf: '停东楼' })).toMatchObject({
      value: expect.stringMatching(/^text\/\d+\/1\/2（新建停东楼两座）；由正文识别出的 tasks\/1\/requirement 也这样写/),
    })
    for (const read of [async () => undefined, readAgain]) {
      await read()
      const { elements, tables, tasks } = await notice()
      expect(await textOf()).toContain('由区发展改革局另行公布')
      expect(elements.find(({ id }) => id === 'n-二')).toMatchObject({ heading: '规范收贾' })
      expect([tables[0]?.rows[0]?.[1], tables[0]?.filledRows[0]?.[1]]).toEqual(['新建停车楼两座', '新建停车楼两座'])
      expect(tasks[0]?.requirement).toBe('新建停东楼两座')
    }
    const paragraph = await numberOf('另行公布')
    expect(await correct(`text/${paragraph}`, '')).toMatchObject({ ok: true })
    expect(await textOf()).not.toContain('另行公布')
    const gone = (await notice()).overrides.find(({ value }) => value === '')
    expect(await correct('text/n-三', '停车场', { insteadOf: '停东场' })).toMatchObject({
      value: expect.stringContaining('citations/1/title'),
    })
    await readAgain()
    expect(await textOf()).not.toContain('另行公布')
    expect(await textOf()).toContain('停车场管理办法')
    expect(await correct(gone?.field ?? '', null)).toMatchObject({ ok: true })
    expect(await textOf()).toContain('收费标准另行公布')
  })

  test('what cannot be is refused with a sentence', async () => {
    const id = await library.idOf(NUMBER)
    const said: string[] = []
    for (const [field, value, more] of [
      ['text', '停车', { insteadOf: '停东' }],
      ['text', '停车', {}],
      ['text', '停车', { insteadOf: '没有这几个字' }],
      ['text/n-一', '停车', { insteadOf: '街道办事处应当在四十日' }],
      ['text/n-九', '停车', {}],
      ['text/99', '停车', {}],
      ['text/n-一', '', {}],
      ['text/n-一', '两\n段', {}],
      ['text/n-二', '规范收费。停东收费实行明码标价，不得擅自提高标准。', {}],
      ['text/~00000000', null, {}],
      ['signedOn', '2024-05-07', { insteadOf: '6' }],
      ['text/n-一', '停车', { edition: 7 }],
    ] as const) {
      const outcome = await correct(field, value, more)
      said.push(outcome.ok ? 'done' : outcome.problem.message)
    }
    expect(said).toEqual([
      expect.stringMatching(
        /^“停东”有 4 处：text\/\d+（合理设置泊位。.*、text\/\d+\/1\/2（新建停东楼两座）。请把前后的字一起写上/,
      ),
      expect.stringContaining('--instead-of'),
      `文件 ${id} 的正文里没有“没有这几个字”。请照页面上的原样写。`,
      expect.stringMatching(/^text\/\d+（.*）里没有“街道办事处应当在四十日”。/),
      expect.stringContaining('没有条款“n-九”'),
      expect.stringMatching(/的正文没有第 99 段，只有 1 到 \d+ 段/),
      expect.stringContaining('不能更正为空值'),
      expect.stringContaining('不能换行'),
      expect.stringContaining('现在就是这样写的'),
      expect.stringContaining('没有代号为 text/~00000000 的更正'),
      '--instead-of 和 --edition 只用来更正正文（text/…）。',
      expect.stringContaining('没有第 7 版'),
    ])
    expect((await notice()).overrides).toEqual([])
  })

  test('are listed with the other fields, as they are written in a command', async () => {
    await correct('text/n-一', '停车', { insteadOf: '停东' })
    const listed = await listFields(library.deps, { ...BY, documentId: await library.idOf(NUMBER) })
    expect(listed.ok && listed.value).toEqual(
      expect.arrayContaining([
        {
          field: expect.stringMatching(/^text\/\d+$/),
          value: '合理设置泊位。各街道办事处应当在三十日内完成辖区停车泊位普查，建立台账。',
          note: 'text/n-一',
        },
        {
          field: expect.stringMatching(/^text\/\d+\/1\/1$/),
          value: '1｜新建停东楼两座｜区住建局｜2026年6月底前',
          note: expect.stringContaining('逐格写'),
        },
        { field: expect.stringMatching(/^text\/~/), value: expect.anything(), note: expect.stringContaining('停东') },
      ]),
    )
  })
})

describe('two prints of one text', () => {
  const differences = async () => {
    const { prints, id } = await notice()
    const other = prints.find(({ isMain }) => !isMain)
    const [from, to] = [other?.ref ?? null, null]
    const loaded = await library.ask((tx) => loadDifferences(tx, 'mingxi', { kind: 'public' }, id, { from, to }, TODAY))
    return { kept: other?.differences, shown: loaded.state === 'found' ? loaded.differences?.counts : null }
  }

  test('are told apart no more where the misreading of either was corrected', async () => {
    await library.load({ 'notice.txt': NOTICE, 'gazette.txt': GAZETTE })
    const before = await differences()
    expect(before.kept).toMatchObject({ misreading: expect.any(Number) })
    expect(before.shown).toEqual(before.kept)
    const words = await textOf()
    const isGazetteShown = words.includes('檀自')
    // Of the print that is not shown its own words are corrected.
    expect(await correct('text', '擅自提高', { insteadOf: '檀自提高' })).toMatchObject({ ok: true })
    for (const [wrong, right] of [
      ['辖区停东', '辖区停车'],
      ['停东收费', '停车收费'],
      ['停东场', '停车场'],
      ['停东楼', '停车楼'],
    ] as const)
      expect(await correct('text', right, { insteadOf: wrong })).toMatchObject({ ok: true })
    const none = { misreading: 0, substance: 0 }
    expect(await differences()).toMatchObject({ kept: none, shown: none })
    expect([await textOf(), await lost()]).toEqual([expect.not.stringMatching(/停东|檀自/), []])
    // Whichever print stands for the document: the words are those that people corrected.
    await withdrawFile(library.deps, { ...BY, file: isGazetteShown ? 'gazette.txt' : 'notice.txt' })
    expect(await textOf()).not.toMatch(/停东|檀自/)
    await library.load({ 'notice.txt': NOTICE, 'gazette.txt': GAZETTE })
    expect(await differences()).toMatchObject({ kept: none, shown: none })
    expect(await lost()).toEqual([])
  })
})

test('words that were corrected are exported alike in whatever order the prints came, and before or after them', async () => {
  const orders: ((text: () => Promise<unknown>) => Promise<void>)[] = [
    async (corrected) => {
      await library.load({ 'notice.txt': NOTICE })
      await library.load({ 'gazette.txt': GAZETTE })
      await corrected()
    },
    async (corrected) => {
      await library.load({ 'gazette.txt': GAZETTE })
      await library.load({ 'notice.txt': NOTICE })
      await corrected()
    },
    async (corrected) => {
      await library.load({ 'gazette.txt': GAZETTE })
      await corrected()
      await library.load({ 'notice.txt': NOTICE })
    },
  ]
  const exports = new Set<string>()
  for (const order of orders) {
    await library.reset()
    await order(() => correct('text', '擅自提高', { insteadOf: '檀自提高' }))
    expect([await textOf(), await lost()]).toEqual([expect.stringContaining('擅自提高'), []])
    exports.add(await library.exported())
  }
  expect(exports.size).toBe(1)
  // One that was laid on the notice before the gazette came holds where that reads as the person wrote.
  await library.reset()
  await library.load({ 'notice.txt': NOTICE })
  await correct('text/n-一', '停车', { insteadOf: '停东' })
  await library.load({ 'gazette.txt': GAZETTE })
  expect([(await notice()).prints.length, await lost()]).toEqual([2, []])
})

test('a correction belongs to one edition, and follows a document into another', async () => {
  await library.load({ 'notice.txt': NOTICE })
  const file = { name: 'amended.txt', bytes: new TextEncoder().encode(NOTICE.replace('三十日', '二十日')) }
  await addEdition(library.deps, {
    ...BY,
    siteCode: '990102',
    documentId: await library.idOf(NUMBER),
    file,
    asOf: '2025-01-01',
  })
  await correct('text/n-二', '停车收费', { insteadOf: '停东收费', edition: 1 })
  const id = await library.idOf(NUMBER)
  const clause = async (edition: number | null, of = id) =>
    (await library.found(of, edition)).elements.find((element) => element.id === 'n-二')
  expect(await clause(1)).toMatchObject({ text: expect.stringContaining('停车收费') })
  expect(await clause(null)).toMatchObject({ text: expect.stringContaining('停东收费') })
  await correct('text/n-二', '停车收费', { insteadOf: '停东收费' })
  expect(await clause(null)).toMatchObject({ text: expect.stringContaining('停车收费') })
  expect(await lost()).toEqual([])

  await library.load({ 'twin.txt': NOTICE.replace('停车管理的通知', '停东管理的通知').replace('9号', '19号') })
  const twin = await library.idOf('明溪政发〔2024〕19号')
  await correct('text/n-一', '停车', { insteadOf: '停东', documentId: twin })
  await mergeDocuments(library.deps, { ...BY, documentId: twin, into: id })
  expect((await library.found(id, 1)).elements.find((element) => element.id === 'n-一')).toMatchObject({
    text: expect.stringContaining('辖区停车'),
  })
  await unmergeDocument(library.deps, { ...BY, documentId: twin })
  expect((await library.found(id, 1)).elements.find((element) => element.id === 'n-一')).toMatchObject({
    text: expect.stringContaining('辖区停东'),
  })
  expect((await library.found(twin)).elements.find((element) => element.id === 'n-一')).toMatchObject({
    text: expect.stringContaining('辖区停车'),
  })
})
