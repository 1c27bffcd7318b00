import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { appendChanges, followChanges } from '../../../platform/changes/changes.ts'
import type { Change, Database } from '../../../platform/ports.ts'
import { loadUnits, readUnitsFile } from '../../units/actions/load-units.ts'
import { listUnmatchedNames } from '../store/unmatched.queries.ts'
import { CLERK, openTestLibrary, type TestLibrary } from '../testing.ts'
import { unitsFollower } from './follow-units.ts'

let library: TestLibrary
beforeAll(async () => {
  library = await openTestLibrary()
})
afterAll(() => library.close())
beforeEach(async () => {
  await library.reset()
  await library.load({ 'a.txt': NOTICE })
})

const NOTICE = `明溪区民政局关于做好临时救助的通知

明溪民发〔2025〕1号

各街道办事处：

一、及时受理。各街道办事处应当在三日内受理申请。

明溪区民政局

2025年3月1日
`
const loadTheUnits = async (...names: string[]) => {
  const units = names.map((name, at) => ({ id: `unit-${at}`, kind: 'department', names: [{ name }] }))
  const file = readUnitsFile(JSON.stringify({ units }))
  if (!file.ok) throw new Error(file.problem.message)
  const loaded = await loadUnits(library.deps, { siteId: 'mingxi', actor: CLERK, file: file.value })
  if (!loaded.ok) throw new Error(loaded.problem.message)
}
const unmatched = async () => {
  const page = { limit: 10, offset: 0 }
  const visitor = { kind: 'staff', name: CLERK.name } as const
  return (await library.deps.database.read('mingxi', (tx) => listUnmatchedNames(tx, visitor, page))).total
}
/** A server from its start on; what its follower was given is noted. Only `catchUp` moves it. */
async function startServer(database: Database = library.deps.database) {
  const follower = unitsFollower({ ...library.deps, database })
  const given: Change[] = []
  const noted = {
    ...follower,
    follow: async (changes: readonly Change[]) => {
      given.push(...changes)
      await follower.follow(changes)
    },
  }
  return { given, ...(await followChanges(database, [noted], library.deps.log, 3_600_000)) }
}

test('units that were loaded while a server was killed, or before it began, are matched when it is there again', async () => {
  const killed = await startServer()
  await loadTheUnits('明溪区民政局')
  await killed.close()
  expect(await unmatched()).toBe(1)
  const again = await startServer()
  await again.catchUp()
  expect(await unmatched()).toBe(0)
  await again.close()
})

test('a matching that fails is done at the next turn', async () => {
  let fails = true
  const { database } = library.deps
  const failing: Database = {
    ...database,
    write: (site, work) => {
      if (fails) throw new Error('the record is away')
      return database.write(site, work)
    },
  }
  const server = await startServer(failing)
  await loadTheUnits('明溪区民政局')
  await server.catchUp()
  expect(await unmatched()).toBe(1)
  fails = false
  await server.catchUp()
  expect(await unmatched()).toBe(0)
  await server.close()
})

test('a server that missed nothing begins at the newest change', async () => {
  await loadTheUnits('明溪区民政局')
  const first = await startServer()
  await first.catchUp()
  await first.close()
  const second = await startServer()
  await second.catchUp()
  expect(second.given).toEqual([])
  await library.deps.database.write('mingxi', (tx) => appendChanges(tx, 'mingxi', [{ entity: 'unit', id: 'unit-0' }]))
  await second.catchUp()
  expect(second.given.map(({ entity, id }) => [entity, id])).toEqual([['unit', 'unit-0']])
  await second.close()
})
