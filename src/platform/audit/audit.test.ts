import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { appendChanges } from '../changes/changes.ts'
import { openTestDatabase } from '../database/testing.ts'
import type { Database } from '../ports.ts'
import { appendAudit, verifyAudit } from './audit.ts'

describe('audit trail', () => {
  let database: Database
  /** Every test has a site of its own: chains do not meet. */
  let site = 'mingxi'
  let count = 0
  const append = (subject: string) =>
    database.write(site, (tx) =>
      appendAudit(tx, site, {
        at: new Date('2024-05-01T02:03:04.567Z'),
        actor: { kind: 'person', name: '王一' },
        verb: 'correct',
        subject,
        before: { title: '旧', b: 1, a: [2] },
        after: { title: '新' },
        detail: { reason: '误读', z: 1, count: 2 },
      }),
    )
  const verify = () => verifyAudit(database, site)
  const tamper = (statement: string) => database.asOwner((tx) => tx.execute(sql.raw(statement)))

  beforeAll(async () => {
    database = await openTestDatabase()
  })
  afterAll(() => database.close())
  beforeEach(async () => {
    site = `mingxi-${++count}`
    await tamper(`INSERT INTO sites (id, code, name) VALUES ('${site}', '990102', '明溪区')`)
    for (const subject of ['a', 'b', 'c', 'd']) await append(subject)
  })

  test('an untouched chain is whole; an empty one too', async () => {
    expect(await verify()).toEqual({ ok: true, rows: 4, hash: expect.stringMatching(/^[0-9a-f]{64}$/) })
    expect(await verifyAudit(database, 'none')).toEqual({ ok: true, rows: 0, hash: null })
  })

  test.each([
    [`UPDATE audit SET subject = 'x' WHERE number = 2`, 2, '改动'],
    [`UPDATE audit SET detail = '{"reason":"别的"}' WHERE number = 3`, 3, '改动'],
    [`UPDATE audit SET at = at + interval '1 day' WHERE number = 1`, 1, '改动'],
    [`UPDATE audit SET at = at + interval '7 microseconds' WHERE number = 3`, 3, '改动'],
    [`UPDATE audit SET number = 0 WHERE number = 1`, 0, '多出'],
    [`DELETE FROM audit WHERE number = 2`, 2, '缺少'],
    [`DELETE FROM audit WHERE number = 1`, 1, '缺少'],
    [`DELETE FROM audit WHERE number = 4`, 4, '末尾'],
    [`DELETE FROM audit_heads`, 4, '链首'],
    [`UPDATE audit_heads SET number = 3`, 4, '多出'],
    [`UPDATE audit_heads SET hash = 'x'`, 4, '不一致'],
    [`UPDATE audit SET hash = 'x' WHERE number = 4`, 4, '改动'],
  ])('%s shows at row %i', async (statement, brokenAt, reason) => {
    await tamper(`${statement}${statement.includes('WHERE') ? ' AND' : ' WHERE'} site_id = '${site}'`)
    expect(await verify()).toEqual({ ok: false, brokenAt, reason: expect.stringContaining(reason) })
  })

  test('a trail that is gone as a whole shows where something was done', async () => {
    await database.write(site, (tx) => appendChanges(tx, site, [{ entity: 'document', id: '1' }]))
    await tamper(`DELETE FROM audit WHERE site_id = '${site}'`)
    await tamper(`DELETE FROM audit_heads WHERE site_id = '${site}'`)
    expect(await verify()).toMatchObject({ ok: false, brokenAt: 1 })
  })

  test('commands at the same time make one chain', async () => {
    await Promise.all(Array.from({ length: 12 }, (_, index) => append(`p${index}`)))
    expect(await verify()).toMatchObject({ ok: true, rows: 16 })
  })
})
