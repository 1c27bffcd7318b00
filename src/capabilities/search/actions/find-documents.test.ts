import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { followChanges } from '../../../platform/changes/changes.ts'
import { openLanceIndex } from '../../../platform/full-text/lance-index.ts'
import type { Deps } from '../../../platform/ports.ts'
import { openTestLibrary, type TestLibrary } from '../../library/testing.ts'
import { openSearch } from '../jobs/build-index.ts'
import { projectionOf, type SearchProjection } from '../jobs/follow-library.ts'
import { findDocuments } from './find-documents.ts'
import { searchDocuments } from './search-documents.ts'

const notice = (number: number, about: string) =>
  `关于${about}的通知\n\n明溪政办发〔2025〕${number}号\n\n各街道办事处：\n\n一、明确责任。${about}由各单位负责。\n\n云岭市明溪区人民政府办公室\n\n2025年3月${number}日\n`

/** Rules under a name, with what their last article says. */
const rules = (name: string, number: number, day: string, last: string) =>
  `云岭市明溪区人民政府关于印发${name}的通知\n\n明溪政发〔${day.slice(0, 4)}〕${number}号\n\n各街道办事处：\n\n现将《${name}》印发给你们，请认真执行。\n\n云岭市明溪区人民政府\n\n${day}\n\n${name}\n\n第一条　为了规范养犬行为，制定本办法。\n\n第二条　养犬应当登记，试行期间免费登记。\n\n第三条　${last}\n`

const folder = mkdtempSync(join(tmpdir(), 'kaiming-find-'))
let library: TestLibrary
let deps: Deps
let projection: SearchProjection
let close: () => Promise<void>

beforeAll(async () => {
  library = await openTestLibrary()
  const { words } = library.deps
  deps = {
    ...library.deps,
    siteIds: async () => ['mingxi'],
    bulkWords: {
      searchWords: async (texts) => texts.map((text) => words.searchWords(text).join(' ')),
      close: async () => undefined,
    },
    openFullText: (index, fields, stamp) => openLanceIndex({ folder: join(folder, index), fields, stamp }),
  }
  await library.load({
    'lamps.txt': notice(2, '路灯维修'),
    'trial.txt': rules('明溪区城区养犬管理办法（试行）', 8, '2022年5月17日', '本办法自2022年6月1日起施行。'),
    'rules.txt': rules(
      '明溪区养犬管理办法',
      12,
      '2024年6月12日',
      '本办法自2024年7月1日起施行。《明溪区城区养犬管理办法（试行）》（明溪政发〔2022〕8号）同时废止。',
    ),
  })
  projection = await projectionOf(deps)
  await openSearch(deps, projection)
  const following = await followChanges(deps.database, [projection.follower], deps.log, 60_000)
  await following.catchUp()
  close = () => following.close()
}, 120_000)

afterAll(async () => {
  await close()
  await projection.close()
  await library.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Serial numbers of what is found on a day, best first. */
async function found(q: string, day = '2026-06-01'): Promise<readonly string[]> {
  const clock = { ...deps.clock, today: () => day }
  const parameters = { q, limit: 10, offset: 0, sort: 'relevance' } as const
  const { items } = await searchDocuments({ ...deps, clock }, projection, 'mingxi', parameters)
  return items.map(({ docNumber, validity }) => `${/(\d+)号/u.exec(docNumber ?? '')?.[1]} ${validity}`)
}

test('a plain question finds its document also where the cutter joins a word with what follows it', async () => {
  expect(deps.words.searchWords('养犬要办证吗')).not.toContain('养犬')
  const { documents, understood } = await findDocuments(deps, projection, 'mingxi', '养犬要办证吗')
  expect(documents.map(({ entry }) => entry.title)).toContain('云岭市明溪区人民政府关于印发明溪区养犬管理办法的通知')
  expect(documents.map(({ entry }) => entry.title)).not.toContain('关于路灯维修的通知')
  expect(understood.words).toContain('养犬')
  expect((await findDocuments(deps, projection, 'mingxi', '没有这样的词呀')).documents).toEqual([])
})

describe('trial rules that others replaced', () => {
  test.each([
    ['养犬', 'the rules are looked for'],
    ['养犬登记免费', 'the words stand in the text of both'],
    ['养犬管理办法', 'the title of both is named'],
  ])('%s: what holds stands first (%s)', async (query, _because) => {
    expect((await found(query)).slice(0, 2)).toEqual(['12 in-force', '8 repealed'])
  })

  test.each([
    ['明溪区城区养犬管理办法（试行）', 'its title'],
    ['明溪政发〔2022〕8号', 'its number'],
    ['城区养犬管理办法试行', 'its title, without the brackets'],
  ])('%s: who asks for them finds them first (%s)', async (query, _because) => {
    expect((await found(query))[0]).toBe('8 repealed')
  })

  test('a number alone finds the document that bears it and those that cite it, and nothing that shares its words', async () => {
    expect(await found('明溪政发[2022]8号')).toEqual(['8 repealed', '12 in-force'])
    expect(await found('明溪政发〔2024〕12号')).toEqual(['12 in-force'])
  })

  test('the index tells the state of the day that asks, without a change in the record', async () => {
    expect(await found('养犬管理办法', '2024-06-30')).toEqual(expect.arrayContaining(['8 in-force', '12 unknown']))
    expect((await found('养犬管理办法', '2024-07-01')).slice(0, 2)).toEqual(['12 in-force', '8 repealed'])
  })
})
