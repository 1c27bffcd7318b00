import { describe, expect, test } from 'vitest'
import { makeRateLimiter } from './rate-limit.ts'

describe('rate limit', () => {
  test('a burst passes, then the rate holds, then time helps', () => {
    const limiter = makeRateLimiter(2, 4)
    expect([0, 0, 0, 0].map(() => limiter.take('a', 1000))).toEqual([0, 0, 0, 0])
    expect(limiter.take('a', 1000)).toBe(1)
    expect(limiter.take('b', 1000)).toBe(0)
    expect(limiter.take('a', 1500)).toBe(0)
    expect(limiter.take('a', 1500)).toBe(1)
  })

  test('0 is no limit', () => {
    const limiter = makeRateLimiter(0)
    expect(Array.from({ length: 1000 }, () => limiter.take('a', 0)).every((wait) => wait === 0)).toBe(true)
  })
})
