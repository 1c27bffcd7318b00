import { describe, expect, test } from 'vitest'
import { makeRateLimiter, visitorAddress } from './rate-limit.ts'

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

test.each([
  ['10.0.0.9', undefined, [], '10.0.0.9', 'no proxy'],
  ['10.0.0.9', '1.2.3.4', [], '10.0.0.9', 'a header from a visitor is not believed'],
  ['127.0.0.1', '1.2.3.4', ['127.0.0.1'], '1.2.3.4', 'the proxy says who'],
  ['127.0.0.1', '6.6.6.6, 1.2.3.4', ['127.0.0.1'], '1.2.3.4', 'what stands before the last is made up'],
  ['::ffff:127.0.0.1', '1.2.3.4, 10.0.0.1', ['127.0.0.1', '10.0.0.1'], '1.2.3.4', 'two proxies'],
] as [string, string | undefined, string[], string, string][])(
  '%s with %s behind %j is %s (%s)',
  (connection, forwarded, proxies, address, _because) => {
    expect(visitorAddress(connection, forwarded, proxies)).toBe(address)
  },
)
