import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { CLERK, openTestLibrary, type TestLibrary } from '../testing.ts'
import { loadDifferences, loadHistory } from './load-history.ts'
import { mergeDocuments } from './merge-documents.ts'
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

const [RIGHT_TITLE, MISREAD_TITLE] = ['明溪区人民政府关于规范停车秩序的通知', '明溪区人民政府关于规范停东秩序的通知']
const text = (mark: string, words: string) => `${RIGHT_TITLE}${mark}

明溪政发〔2024〕2号

各街道办事处：

一、合理设置泊位。各街道办事处应当在三十日内完成辖区泊位普查。

二、严格收费管理。收费标准${words}

明溪区人民政府

2024年2月20日
`

describe('addresses of editions', () => {
  const [FIRST, SECOND, THIRD] = [
    text('', '应当公示。'),
    text('（2025年修正）', '应当公示，并接受监督。'),
    text('（2026年修正）', '应当在街面公示，并接受监督。'),
  ]
  const FILES = { 'third.txt': THIRD, 'second.txt': SECOND, 'first.txt': FIRST }
  const idOfAll = async () => (await library.listed())[0]?.id ?? 'nothing'
  /** What each address of a text that was ever shown answers. */
  const answers = async (id: string, numbers: readonly number[]) =>
    Promise.all(
      numbers.map(async (number) => {
        const loaded = await library.lookUp(id, number)
        if (loaded.state !== 'found') return loaded.state
        const { edition, elements } = loaded.document
        const clause = elements.find((element) => element.id === 'n-二')
        return [edition.name, edition.isCurrent, clause && 'text' in clause ? clause.text.slice(-8) : null]
      }),
    )

  test('keep their text when older ones are loaded after newer ones', async () => {
    await library.load({ 'third.txt': THIRD })
    const id = await idOfAll()
    const third = ['2026年修正', true, '公示，并接受监督。'.slice(-8)]
    expect(await answers(id, [1, 2])).toEqual([third, 'unknown'])
    await library.load({ 'first.txt': FIRST })
    const first = ['首次印发', false, expect.stringContaining('应当公示。')]
    expect(await answers(id, [1, 2])).toEqual([third, first])
    await library.load({ 'second.txt': SECOND })
    const second = ['2025年修正', false, expect.stringContaining('接受监督。')]
    expect(await answers(id, [1, 2, 3, 4])).toEqual([third, first, second, 'unknown'])
    const { editions } = await library.found(id)
    expect(editions.map(({ name, url }) => [name, url])).toEqual([
      ['首次印发', `/documents/${id}?edition=2`],
      ['2025年修正', `/documents/${id}?edition=3`],
      ['2026年修正', `/documents/${id}`],
    ])
    library.raiseReaderVersion()
    await library.load(FILES)
    expect(await answers(id, [1, 2, 3])).toEqual([third, first, second])
    const compared = await library.ask((tx) =>
      loadDifferences(tx, 'mingxi', VISITOR, id, { from: null, to: null }, TODAY),
    )
    expect(compared).toMatchObject({ differences: { from: { ref: 'e3' }, to: { ref: 'e1' } } })
    const history = await library.ask((tx) => loadHistory(tx, 'mingxi', VISITOR, id, TODAY))
    expect(history).toMatchObject({
      history: { editions: [{ number: 1, prints: [{ fileName: 'third.txt' }] }, { number: 3 }, { number: 2 }] },
    })
    const whole = await library.exported()
    await library.reset()
    await library.load({ 'first.txt': FIRST, 'second.txt': SECOND, 'third.txt': THIRD })
    expect(await library.exported()).toBe(whole)
  })

  test('of a text that is taken back say so, become no other’s, and come back with it', async () => {
    await library.load({ 'first.txt': FIRST, 'second.txt': SECOND })
    const id = await idOfAll()
    await withdrawFile(library.deps, { ...BY, file: 'second.txt' })
    expect(await library.lookUp(id, 2)).toMatchObject({ state: 'gone', lostEdition: { name: '2025年修正' } })
    await library.load({ 'third.txt': THIRD })
    expect((await library.found(id)).editions.map(({ number, name }) => [number, name])).toEqual([
      [1, '首次印发'],
      [3, '2026年修正'],
    ])
    expect(await library.lookUp(id, 2)).toMatchObject({ state: 'gone' })
    const compare = (from: string) =>
      library.ask((tx) => loadDifferences(tx, 'mingxi', VISITOR, id, { from, to: 'e1' }, TODAY))
    expect(await compare('e2')).toMatchObject({ state: 'gone', lostEdition: { name: '2025年修正' } })
    expect(await compare('e9')).toEqual({ state: 'found', differences: null })
    await library.load({ 'second.txt': SECOND })
    expect((await library.found(id)).editions.map(({ number }) => number)).toEqual([1, 2, 3])
  })

  test('follow a text that is read again and says another day of itself', async () => {
    await library.load({ 'first.txt': FIRST, 'second.txt': SECOND })
    const id = await idOfAll()
    library.raiseReaderVersion()
    library.readAs('（2025年修正）', '（2025年3月1日修正）')
    await library.load({ 'first.txt': FIRST, 'second.txt': SECOND })
    expect((await library.found(id)).editions.map(({ number, asOf }) => [number, asOf])).toEqual([
      [1, '2024-02-20'],
      [2, '2025-03-01'],
    ])
  })

  test('lead to the same text when their document becomes part of another', async () => {
    const misread = (edition: string) => edition.replaceAll('停车', '停东')
    await library.load({ 'a.txt': THIRD, 'b.txt': FIRST, 'c.txt': misread(SECOND), 'd.txt': misread(FIRST) })
    const [into, old] = [await library.idOf(RIGHT_TITLE), await library.idOf(MISREAD_TITLE)]
    expect((await library.found(old)).editions.map(({ number }) => number)).toEqual([2, 1])
    await mergeDocuments(library.deps, { ...BY, documentId: old, into })
    const moved = async (number: number | null) => {
      const loaded = await library.lookUp(old, number)
      if (loaded.state !== 'moved') throw new Error(`${old} is ${loaded.state}`)
      return loaded.edition === null ? null : (await library.found(loaded.to, loaded.edition)).edition.name
    }
    expect([await moved(1), await moved(2), await moved(9), await moved(null)]).toEqual([
      '2025年修正',
      '首次印发',
      null,
      null,
    ])
  })
})
