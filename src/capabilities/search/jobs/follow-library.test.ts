import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { followChanges, newestVersion, readChanges } from '../../../platform/changes/changes.ts'
import { openLanceIndex } from '../../../platform/full-text/lance-index.ts'
import type { Deps } from '../../../platform/ports.ts'
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
