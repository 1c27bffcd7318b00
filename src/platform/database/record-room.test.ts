import { tmpdir } from 'node:os'
import { sql } from 'drizzle-orm'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { faultReason } from '../../kernel/fault-reason.ts'
import { migratedPglite } from './pglite.ts'
import { checkRoom, LEAST_ROOM } from './record-room.ts'
import { openTestPglite } from './testing.ts'

const quiet = pino({ level: 'silent' })

test('a disk with too little room is told as a full one, before anything is written', () => {
  let reason = ''
  try {
    checkRoom('/data/record', () => LEAST_ROOM - 1)
  } catch (fault) {
    reason = faultReason(fault)
  }
  expect(reason).toBe('磁盘已满（/data/record）')
})

test('room enough lets a write pass', () => {
  expect(() => checkRoom('/data/record', () => LEAST_ROOM)).not.toThrow()
  expect(() => checkRoom(tmpdir())).not.toThrow()
})

test('a record without room refuses to write, still reads, and writes again when there is room', async () => {
  let room = LEAST_ROOM
  const opened = await migratedPglite(await openTestPglite(), quiet, {
    checkRoom: () => checkRoom('/data/record', () => room),
  })
  if (!opened.ok) throw new Error(opened.problem.message)
  const { value: database } = opened
  room = 0
  await expect(database.asOwner((tx) => tx.execute(sql`SELECT 1`))).rejects.toMatchObject({ code: 'ENOSPC' })
  expect((await database.readAsOwner((tx) => tx.execute(sql`SELECT 1 AS one`))).rows).toEqual([{ one: 1 }])
  room = LEAST_ROOM
  await database.asOwner((tx) => tx.execute(sql`SELECT 1`))
  await database.close()
})
