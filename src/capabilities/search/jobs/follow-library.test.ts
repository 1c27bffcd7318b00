import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { appendChanges, followChanges, newestVersion, readChanges } from '../../../platform/changes/changes.ts'
import { openLanceIndex } from '../../../platform/full-text/lance-index.ts'
import type { Deps, Tx } from '../../../platform/ports.ts'
import { withdrawDocument } from '../../library/actions/withdraw-document.ts'
import { CLERK, openTestLibrary, type TestLibrary } from '../../library/testing.ts'
import { openSearch } from './build-index.ts'
import { projectionOf, type SearchProjection } from './follow-library.ts'

const notice = (number: number, title: string) => `${title}

明溪政办发〔2025〕${number}号

各街道办事处，区政府各部门：

为方便居民，现将有关事项通知如下，请认真落实。

一、明确责任。各单位要指定专人负责。

云岭市明溪区人民政府办公室

2025年3月${number}日
`

const folder = mkdtempSync(join(tmpdir(), 'kaiming-projection-'))
let library: TestLibrary

/** A node: its own index folder and its own process over the one record. */
async function openNode(name: string) {
  const { deps } = library
  const words = deps.words
  const node: Deps = {
    ...deps,
    siteIds: async () => ['mingxi'],
    bulkWords: {
      searchWords: async (texts) => texts.map((text) => words.searchWords(text).join(' ')),
      close: async () => undefined,
    },
    openFullText: (index, fields, stamp) => openLanceIndex({ folder: join(folder, name, index), fields, stamp }),
  }
  const projection = await projectionOf(node)
  await openSearch(node, projection)
  const following = await followChanges(node.database, [projection.follower], node.log, 60_000)
  await following.catchUp()
  return {
    projection,
    catchUp: () => following.catchUp(),
    async close() {
      await following.close()
      await projection.close()
    },
  }
}

const find = async ({ index }: SearchProjection, word: string) =>
  [...(await index.withWord('mingxi', 'title', word)).keys()].length
const titles = ({ catalogue }: SearchProjection) => catalogue.of('mingxi').map(({ title }) => title)

beforeAll(async () => {
  library = await openTestLibrary()
  await library.load({ 'a.txt': notice(1, '关于做好路灯维修工作的通知') })
})
afterAll(async () => {
  await library.close()
  rmSync(folder, { recursive: true, force: true })
})

test('each node follows on its own; an index folder that is deleted loses nothing', async () => {
  const one = await openNode('one')
  const two = await openNode('two')
  await library.load({ 'b.txt': notice(2, '关于开展夜间巡查的通知') })
  await one.catchUp()
  expect(await find(one.projection, '巡查')).toBe(1)
  expect(await find(two.projection, '巡查')).toBe(0)
  await two.catchUp()
  expect(await find(two.projection, '巡查')).toBe(1)
  await Promise.all([one.close(), two.close()])

  rmSync(join(folder, 'one'), { recursive: true })
  const again = await openNode('one')
  expect([await find(again.projection, '巡查'), await find(again.projection, '路灯')]).toEqual([1, 1])
  expect(titles(again.projection)).toHaveLength(2)
  await again.close()
})

test('what was withdrawn stays away, also when an old event comes late; a node that was asleep learns of it', async () => {
  const node = await openNode('two')
  const [entry] = node.projection.catalogue.of('mingxi').filter(({ title }) => title.includes('路灯'))
  const early = await library.deps.database.asOwner((tx) => readChanges(tx, 0, 1000))
  await node.close()
  const done = await withdrawDocument(library.deps, {
    siteId: 'mingxi',
    actor: CLERK,
    documentId: entry?.id ?? '',
    reason: '装错了',
  })
  expect(done.ok).toBe(true)
  const awake = await openNode('two')
  expect(await find(awake.projection, '路灯')).toBe(0)
  await awake.projection.follower.follow(early)
  expect(await find(awake.projection, '路灯')).toBe(0)
  expect(titles(awake.projection)).toEqual(['关于开展夜间巡查的通知'])
  await awake.close()
})

test('an index that knows more than the record is built anew', async () => {
  const node = await openNode('two')
  const newest = await library.deps.database.asOwner(newestVersion)
  await node.projection.index.cursor.write(newest + 100)
  await node.close()
  const again = await openNode('two')
  expect(await again.projection.index.cursor.read()).toBe(newest)
  expect(titles(again.projection)).toHaveLength(1)
  await again.close()
})

test('closing does not wait for a building to end; the next opening builds the index whole', async () => {
  const node = await openNode('stopped')
  const building = node.projection.rebuild(['mingxi'], 1)
  await node.close()
  expect(await building).toBe(0)
  expect(await node.projection.index.cursor.read()).toBeNull()
  const again = await openNode('stopped')
  expect(titles(again.projection).length).toBeGreaterThan(0)
  await again.close()
})

describe('the day of publication that a source states', () => {
  const NODE = 'publication'
  const PAGE = `<html><head><meta name="PubDate" content="2025-04-02 09:00"></head><body><div class="article">${notice(
    5,
    '关于做好河道清理的通知',
  )
    .split('\n')
    .map((line) => `<p>${line}</p>`)
    .join('')}</div></body></html>`
  const issue = (out: string, ...documents: string[]) =>
    `明溪区人民政府公报\n\n2025年第6期（总第48期）\n\n主办：明溪区人民政府办公室\n${out}\n目  录\n\n【区政府文件】\n\n${documents
      .map((text) => `${text.split('\n')[0]}（${text.split('\n')[2]}）……（1）`)
      .join('\n\n')}\n\n${documents.join('\n')}`
  const shown = (projection: SearchProjection, words: string) =>
    projection.catalogue.of('mingxi').find(({ title }) => title.includes(words))?.publishedOn

  test('stands in search as soon as a better reader reads it, and not before: the file alone is no reason', async () => {
    const node = await openNode(NODE)
    await library.load({ 'page.html': PAGE })
    await node.catchUp()
    expect(shown(node.projection, '河道清理')).toBe('2025-04-02')
    // As it was when the reader did not know the tags of pages: the file is kept without its day.
    await library.deps.database.write('mingxi', async (tx) => {
      await tx.execute(sql`UPDATE files SET published_on = NULL WHERE name = 'page.html'`)
      await appendChanges(
        tx,
        'mingxi',
        node.projection.catalogue.of('mingxi').map(({ id }) => ({ entity: 'document', id })),
      )
    })
    await node.catchUp()
    expect(shown(node.projection, '河道清理')).toBeNull()
    expect(await library.load({ 'page.html': PAGE })).toMatchObject({ unchanged: 1, updated: 0 })
    await node.catchUp()
    expect(shown(node.projection, '河道清理')).toBeNull()
    library.raiseReaderVersion()
    expect(await library.load({ 'page.html': PAGE })).toMatchObject({ unchanged: 0, updated: 1 })
    await node.catchUp()
    expect(shown(node.projection, '河道清理')).toBe('2025-04-02')
    await node.close()
  })

  test('of an issue reaches also what another file printed of it', async () => {
    const texts = [
      notice(11, '关于做好绿地养护的通知'),
      notice(12, '关于做好集市管理的通知'),
      notice(13, '关于做好校车管理的通知'),
    ]
    const node = await openNode(NODE)
    await library.load({ 'part.txt': issue('', ...texts) })
    await node.catchUp()
    expect(shown(node.projection, '绿地养护')).toBeNull()
    await library.load({ 'rest.txt': issue('出版日期：2025年6月30日\n', notice(14, '关于做好灯会安保的通知')) })
    await node.catchUp()
    expect(['绿地养护', '集市管理', '校车管理', '灯会安保'].map((words) => shown(node.projection, words))).toEqual(
      Array.from({ length: 4 }, () => '2025-06-30'),
    )
    await node.close()
  })

  test('of a file with many documents reaches those that were followed before the file was done', async () => {
    const texts = [21, 22, 23].map((number) => notice(number, `关于做好第${number}项工作的通知`))
    const issues = issue('', ...texts)
      .replace('2025年第6期', '2025年第7期')
      .replace('48期', '49期')
    const node = await openNode(NODE)
    await library.load({ 'late.txt': issues })
    library.raiseReaderVersion()
    library.readAs('主办：明溪区人民政府办公室', '出版日期：2025年7月31日')
    const { database } = library.deps
    const stepwise = {
      ...database,
      write: async <T>(site: string, work: (tx: Tx) => Promise<T>) => {
        const value = await database.write(site, work)
        await node.catchUp()
        return value
      },
    }
    Object.assign(library.deps, { database: stepwise })
    await library.load({ 'late.txt': issues })
    Object.assign(library.deps, { database })
    await node.catchUp()
    expect([21, 22, 23].map((number) => shown(node.projection, `第${number}项`))).toEqual(
      Array.from({ length: 3 }, () => '2025-07-31'),
    )
    await node.close()
  })
})
