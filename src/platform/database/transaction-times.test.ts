import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { takeTransactionTimes, timed } from './transaction-times.ts'

test('the time from the beginning of a transaction to its end is noted, also of one that fails; taking starts anew', async () => {
  takeTransactionTimes()
  await timed(async (begin) => {
    await wait(40)
    begin()
  })
  const short = takeTransactionTimes()
  expect(short.max).toBeGreaterThan(0)
  expect(short.max).toBeLessThan(0.04)
  await expect(
    timed(async (begin) => {
      begin()
      await wait(40)
      throw new Error('no')
    }),
  ).rejects.toThrow('no')
  expect(takeTransactionTimes().max).toBeGreaterThan(0.03)
  await expect(timed(() => Promise.reject(new Error('refused')))).rejects.toThrow('refused')
  expect(takeTransactionTimes()).toEqual({ p50: 0, p99: 0, max: 0 })
})
