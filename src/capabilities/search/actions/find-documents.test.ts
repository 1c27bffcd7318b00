import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { followChanges } from '../../../platform/changes/changes.ts'
import { openLanceIndex } from '../../../platform/full-text/lance-index.ts'
import type { Deps } from '../../../platform/ports.ts'
import { openTestLibrary } from '../../library/testing.ts'
import { openSearch } from '../jobs/build-index.ts'
import { projectionOf } from '../jobs/follow-library.ts'
import { findDocuments } from './find-documents.ts'

const notice = (number: number, about: string) =>
  `关于${about}的通知\n\n明溪政办发〔2025〕${number}号\n\n各街道办事处：\n\n一、明确责任。${about}由各单位负责。\n\n云岭市明溪区人民政府办公室\n\n2025年3月${number}日\n`

test('a plain question finds its document also where the cutter joins a word with what follows it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kaiming-find-'))
  const library = await openTestLibrary()
  const { words } = library.deps
  const deps: Deps = {
    ...library.deps,
    siteIds: async () => ['mingxi'],
    bulkWords: {
      searchWords: async (texts) => texts.map((text) => words.searchWords(text).join(' ')),
      close: async () => undefined,
    },
    openFullText: (index, fields, stamp) => openLanceIndex({ folder: join(folder, index), fields, stamp }),
  }
  await library.load({ 'a.txt': notice(1, '养犬管理'), 'b.txt': notice(2, '路灯维修') })
  const projection = await projectionOf(deps)
  await openSearch(deps, projection)
  const following = await followChanges(deps.database, [projection.follower], deps.log, 60_000)
  await following.catchUp()
  expect(words.searchWords('养犬要办证吗')).not.toContain('养犬')
  const found = await findDocuments(deps, projection, 'mingxi', '养犬要办证吗')
  expect(found.documents.map(({ entry }) => entry.title)).toEqual(['关于养犬管理的通知'])
  expect(found.understood.words).toContain('养犬')
  expect((await findDocuments(deps, projection, 'mingxi', '没有这样的词呀')).documents).toEqual([])
  await following.close()
  await projection.close()
  await library.close()
  rmSync(folder, { recursive: true, force: true })
})
