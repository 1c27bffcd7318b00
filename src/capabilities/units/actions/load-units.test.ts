import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { verifyAudit } from '../../../platform/audit/audit.ts'
import { readChanges } from '../../../platform/changes/changes.ts'
import { emptyTables, openTestDatabase } from '../../../platform/database/testing.ts'
import type { Database } from '../../../platform/ports.ts'
import { findOrCreateSite } from '../../../platform/sites.ts'
import { listUnits, unitMatcher } from '../public.ts'
import { loadUnits, readUnitsFile } from './load-units.ts'

const government = { id: 'gov', kind: 'government', names: [{ name: '云岭市明溪区人民政府' }] }
const planning = {
  id: 'plan',
  kind: 'department',
  parent: 'gov',
  names: [{ name: '明溪区发展和改革局' }],
  aliases: [{ name: '区发改局', validFrom: '2019-03-01' }],
  duties: ['管规划、项目和价格。'],
}
const dissolved = { id: 'old', kind: 'department', names: [{ name: '明溪区物价局' }], validTo: '2019-02-28' }

const fileOf = (...units: unknown[]) => JSON.stringify({ units })

describe('a file of units', () => {
  test.each([
    ['[', '不是有效的 JSON'],
    ['{}', '缺少 units'],
    ['[]', '文件：这里应当是一组内容，写在 { } 里'],
    [fileOf({ ...planning, parent: 'nobody' }), '上级 nobody 不在文件里'],
    [fileOf(government, government), 'gov 出现了两次'],
    [fileOf({ ...government, kind: 'bureau' }), 'units.0.kind'],
    [fileOf({ ...government, names: [] }), '至少要有一个名称'],
    [fileOf({ ...government, telephone: '1' }), '没有这样的栏目：telephone'],
    [fileOf({ ...government, validTo: '2023-02-29' }), '确有这一天'],
    [fileOf({ ...government, validFrom: '2024-01-02', validTo: '2024-01-01' }), 'validFrom 晚于 validTo'],
    [fileOf({ ...government, id: 'Gov 1' }), 'id 只能用小写字母'],
  ])('%.60s is refused and says %s', (text, words) => {
    expect(readUnitsFile(text)).toMatchObject({ ok: false, problem: { message: expect.stringContaining(words) } })
  })
})

describe('loading units', () => {
  let database: Database
  const load = (units: readonly unknown[], isDryRun = false) => {
    const file = readUnitsFile(fileOf(...units))
    if (!file.ok) throw new Error(file.problem.message)
    const clock = { now: () => new Date('2024-05-01T01:00:00Z'), today: () => '2024-05-01' }
    const actor = { kind: 'person', name: '王一' } as const
    return loadUnits({ database, clock }, { siteId: 'default', actor, file: file.value, isDryRun })
  }
  const changes = async () => (await database.asOwner((tx) => readChanges(tx, 0, 100))).map(({ id }) => id)
  const listed = (on?: string) =>
    database.read('default', async (tx) => (await listUnits(tx, 'default', on)).map(({ id }) => id))

  beforeAll(async () => {
    database = await openTestDatabase()
  })
  beforeEach(async () => {
    await emptyTables(database)
    await findOrCreateSite(database, null)
  })
  afterAll(() => database.close())

  test('what was loaded is listed in its order, on each day what existed', async () => {
    expect(await load([planning, government, dissolved])).toEqual({
      ok: true,
      value: { units: 3, added: 3, changed: 0 },
    })
    expect(await listed()).toEqual(['plan', 'gov', 'old'])
    expect(await listed('2019-03-01')).toEqual(['plan', 'gov'])
    expect((await database.read('default', (tx) => listUnits(tx, 'default')))[0]).toMatchObject({
      name: '明溪区发展和改革局',
      parentId: 'gov',
      duties: ['管规划、项目和价格。'],
      url: '/units/plan',
    })
    const match = await database.read('default', (tx) => unitMatcher(tx, 'default'))
    expect(match('区发改局', '2020-01-01')).toEqual({ kind: 'unit', id: 'plan' })
    expect(match('市发展和改革局', '2020-01-01')).toEqual({ kind: 'unknown' })
  })

  test('the same file again changes nothing; one changed unit is one change and one audit row', async () => {
    await load([government, planning])
    expect(await load([government, planning])).toMatchObject({ value: { added: 0, changed: 0 } })
    expect(await changes()).toEqual(['gov', 'plan'])
    expect(await load([government, { ...planning, code: '00000000' }])).toMatchObject({ value: { changed: 1 } })
    expect(await changes()).toEqual(['gov', 'plan', 'plan'])
    expect(await verifyAudit(database, 'default')).toMatchObject({ ok: true, rows: 2 })
  })

  test('a rehearsal tells what would change and writes nothing', async () => {
    expect(await load([government], true)).toMatchObject({ value: { added: 1 } })
    expect([await listed(), await changes()]).toEqual([[], []])
    expect(await verifyAudit(database, 'default')).toMatchObject({ ok: true, rows: 0 })
  })

  test('a unit that was there once is not left out', async () => {
    await load([government, planning])
    expect(await load([government])).toMatchObject({
      ok: false,
      problem: { code: 'units-left-out', message: expect.stringContaining('明溪区发展和改革局（plan）') },
    })
    expect(await listed()).toEqual(['gov', 'plan'])
  })
})
