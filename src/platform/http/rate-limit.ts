/** Requests of one address: a bucket that fills by `perSecond` up to `burst` (decision 21). */
interface Bucket {
  tokens: number
  at: number
}

/** Addresses remembered at once; the longest quiet are forgotten first. */
const MOST_ADDRESSES = 50_000

export interface RateLimiter {
  /** Takes one request of an address at an instant (ms): 0 when it may pass, else seconds to wait. */
  take(address: string, now: number): number
}

/** Counts requests by address. `perSecond` 0: no limit. */
export function makeRateLimiter(perSecond: number, burst = perSecond * 10): RateLimiter {
  const buckets = new Map<string, Bucket>()
  return {
    take(address, now) {
      if (perSecond <= 0) return 0
      const known = buckets.get(address)
      const tokens = known ? Math.min(burst, known.tokens + ((now - known.at) / 1000) * perSecond) : burst
      buckets.delete(address)
      buckets.set(address, { tokens: tokens >= 1 ? tokens - 1 : tokens, at: now })
      if (buckets.size > MOST_ADDRESSES) buckets.delete(buckets.keys().next().value ?? '')
      return tokens >= 1 ? 0 : Math.max(1, Math.ceil((1 - tokens) / perSecond))
    },
  }
}
