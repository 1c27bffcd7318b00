import { homedir } from 'node:os'
import { resolve } from 'node:path'
import { z } from 'zod'
import { done, type Outcome, refused } from './kernel/outcome.ts'
import { isNetwork } from './platform/http/connection.ts'

/** What the program is told from outside, read once at start and checked as a whole. */
export interface Environment {
  readonly port: number
  /** Address to listen on: loopback, unless the operator says otherwise. */
  readonly host: string
  /** PostgreSQL; null: the embedded record in the data folder. */
  readonly databaseUrl: string | null
  readonly dataDir: string
  /** Requests a second and address; 0: no limit. */
  readonly rateLimit: number
  /** Proxies (addresses, networks) whose `X-Forwarded-For` is believed. */
  readonly trustedProxies: readonly string[]
  /** Opens `/metrics` beyond loopback to whoever presents it. */
  readonly metricsToken: string | null
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent'
}

const wholeNumber = (name: string, least: number, most: number) =>
  z.coerce
    .number(`${name}应当是 ${least} 到 ${most} 的整数。`)
    .int(`${name}应当是整数。`)
    .min(least, `${name}至少是 ${least}。`)
    .max(most, `${name}最多是 ${most}。`)

const variables = z.object({
  PORT: wholeNumber('PORT 或 --port（端口）', 0, 65_535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'DATABASE_URL 应当以 postgres:// 开头，例如 postgres://用户@主机/库名。')
    .optional(),
  KAIMING_DATA_DIR: z.string().min(1).default('./data'),
  KAIMING_RATE_LIMIT: wholeNumber('KAIMING_RATE_LIMIT（每秒请求数）', 0, 1_000_000).default(20),
  KAIMING_TRUSTED_PROXIES: z
    .string()
    .default('')
    .transform((text) => text.split(/[\s,]+/).filter(Boolean))
    .refine(
      (list) => list.every(isNetwork),
      'KAIMING_TRUSTED_PROXIES 写地址或网段，用逗号隔开，例如 127.0.0.1,10.0.0.0/8。',
    ),
  KAIMING_METRICS_TOKEN: z.string().min(16, 'KAIMING_METRICS_TOKEN 至少要 16 个字符。').optional(),
  KAIMING_LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
})

/** Reads the environment; all faults are told at once, one a line. An empty variable counts as unset. */
export function readEnvironment(env: Readonly<Record<string, string | undefined>>): Outcome<Environment> {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''))
  const read = variables.safeParse(given)
  if (!read.success) return refused('environment', read.error.issues.map(({ message }) => message).join('\n'))
  const { data } = read
  return done({
    port: data.PORT,
    host: data.HOST,
    databaseUrl: data.DATABASE_URL ?? null,
    dataDir: resolve(data.KAIMING_DATA_DIR.replace(/^~(?=\/|$)/, homedir())),
    rateLimit: data.KAIMING_RATE_LIMIT,
    trustedProxies: data.KAIMING_TRUSTED_PROXIES,
    metricsToken: data.KAIMING_METRICS_TOKEN ?? null,
    logLevel: data.KAIMING_LOG_LEVEL,
  })
}
