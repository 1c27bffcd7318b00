import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Visitor } from '../../../platform/ports.ts'
import { type LoadedDocument, loadDocument } from '../store/document.queries.ts'
import { keepTexts } from '../store/kept-texts.ts'
import { CLERK, openTestLibrary, type TestLibrary } from '../testing.ts'
import { withdrawDocument } from './withdraw-document.ts'

const NUMBER = '明溪政发〔2025〕3号'
const NOTICE = `${NUMBER}
明溪区人民政府关于公园开放的通知
各街道办事处：
一、公园每日六时开放。
二、公园免收门栗。
明溪区人民政府
2025年3月3日
`

let library: TestLibrary
beforeAll(async () => {
  library = await openTestLibrary()
})
afterAll(() => library.close())

const elementsOf = (loaded: LoadedDocument) => (loaded.state === 'found' ? loaded.document.elements : loaded.state)

test('a text that is kept is the same object until it is read anew, and is shown to nobody who may not see it', async () => {
  const texts = keepTexts()
  await library.load({ 'notice.txt': NOTICE })
  const id = await library.idOf(NUMBER)
  const shown = async (visitor: Visitor = { kind: 'public' }) =>
    elementsOf(await library.ask((tx) => loadDocument(tx, visitor, id, library.deps.clock.today(), { texts })))
  const first = await shown()
  expect(await shown()).toBe(first)
  expect(first).toEqual((await library.found(id)).elements)

  library.readAs('门栗', '门票')
  library.raiseReaderVersion()
  await library.load({ 'notice.txt': NOTICE })
  const second = await shown()
  expect(JSON.stringify(second)).toContain('公园免收门票')
  expect(second).toEqual((await library.found(id)).elements)
  expect(await shown()).toBe(second)

  const by = { siteId: 'mingxi', siteCode: '990102', actor: CLERK, reason: '误发' } as const
  await withdrawDocument(library.deps, { ...by, documentId: id })
  expect([await shown(), await shown({ kind: 'staff', name: '周敏' })]).toEqual(['gone', second])
})

test('an older edition is kept beside the current one', async () => {
  const texts = keepTexts()
  const amended = NOTICE.replace('六时', '五时').replace('开放的通知', '开放的通知（2026年修正）')
  await library.reset()
  await library.load({ 'notice.txt': NOTICE, 'amended.txt': amended })
  const id = await library.idOf(NUMBER)
  const of = async (edition: number | null) =>
    elementsOf(
      await library.ask((tx) =>
        loadDocument(tx, { kind: 'public' }, id, library.deps.clock.today(), { edition, texts }),
      ),
    )
  const { editions } = await library.found(id)
  expect(editions).toHaveLength(2)
  for (const { number } of editions) {
    const kept = await of(number)
    expect(await of(number)).toBe(kept)
    expect(kept).toEqual((await library.found(id, number)).elements)
  }
})
