import { describe, expect, test } from 'vitest'
import { readEnvironment } from './environment.ts'

const message = (env: Record<string, string>) => {
  const read = readEnvironment(env)
  return read.ok ? null : read.problem.message
}

describe('environment', () => {
  test('nothing set: embedded record in ./data, loopback, port 3000', () => {
    const read = readEnvironment({ PORT: '', DATABASE_URL: '' })
    expect(read).toMatchObject({ ok: true, value: { port: 3000, host: '127.0.0.1', databaseUrl: null, rateLimit: 20 } })
  })

  test.each([
    [{ PORT: 'abc' }, 'PORT'],
    [{ PORT: '70000' }, '最多是 65535'],
    [{ DATABASE_URL: 'mysql://x' }, 'postgres://'],
    [{ KAIMING_RATE_LIMIT: '-1' }, '至少是 0'],
    [{ KAIMING_METRICS_TOKEN: 'short' }, '16 个字符'],
  ])('%j is refused with a sentence', (env, words) =>
    expect(message(env as unknown as Record<string, string>)).toContain(words),
  )

  test('all faults are told at once', () => {
    expect(message({ PORT: '-1', KAIMING_RATE_LIMIT: 'x' })?.split('\n')).toHaveLength(2)
  })

  test('several proxies are read apart', () => {
    const read = readEnvironment({ KAIMING_TRUSTED_PROXIES: '127.0.0.1, ::1' })
    expect(read.ok && read.value.trustedProxies).toEqual(['127.0.0.1', '::1'])
  })
})
