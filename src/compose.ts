import { getConnInfo } from '@hono/node-server/conninfo'
import { OpenAPIHono } from '@hono/zod-openapi'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { capabilities } from './capabilities.ts'
import type { Mounted } from './capability.ts'
import { takeTransactionTimes } from './platform/database/transaction-times.ts'
import { allow } from './platform/http/allow.ts'
import type { AppEnv } from './platform/http/env.ts'
import { openMetrics } from './platform/http/metrics.ts'
import { isOperator } from './platform/http/operator.ts'
import { problemResponse } from './platform/http/problem.ts'
import { makeRateLimiter, visitorAddress } from './platform/http/rate-limit.ts'
import { securityHeaders } from './platform/http/security-headers.ts'
import type { Deps, Follower, Site } from './platform/ports.ts'
import { listSites, siteOfHost } from './platform/sites.ts'
import { ICON, SCRIPT, STYLE } from './portal/assets.ts'
import { errorPage } from './portal/error-page.tsx'
import { answerPage, makeShell, pageKey } from './portal/make-shell.tsx'
import type { Shell } from './portal/shell.ts'

export interface ComposeOptions {
  readonly rateLimit: number
  readonly trustedProxies: readonly string[]
  readonly metricsToken: string | null
}

/** The program, put together once: what the port serves and what follows the change log. */
export interface Composed {
  readonly app: Hono<AppEnv>
  readonly followers: readonly Follower[]
  start(): Promise<void>
  stop(): Promise<void>
  /** Runs beside serving until the signal. */
  work(signal: AbortSignal): Promise<void>
}

/** Longest address that is read: a search of 200 characters, percent-encoded, with filters. */
const LONGEST_ADDRESS = 4096
const LARGEST_BODY = 64 * 1024

const isApi = (c: Context<AppEnv>): boolean => c.req.path.startsWith('/api/')

/** Where the connection comes from; in tests without a socket there is none. */
function connectionOf(c: Context<AppEnv>): string {
  try {
    return getConnInfo(c).remote.address ?? ''
  } catch {
    return ''
  }
}

/** Builds the program over its outside world: middleware, capabilities, error pages. */
export function createApp(deps: Deps, options: ComposeOptions): Composed {
  const mounted: Mounted[] = []
  const shell = makeShell({
    settings: deps.settings,
    pages: deps.pages,
    log: deps.log,
    fills: () => mounted.flatMap(({ slots }) => slots ?? []),
  })
  mounted.push(...capabilities.map((capability) => capability.mount(deps, shell)))
  const app = new Hono<AppEnv>()
  guard(app, deps, options, shell)
  operators(app, deps)
  for (const { path, type, body } of [STYLE, SCRIPT, ICON]) {
    app.get(path, allow('anyone'), (c) =>
      c.body(body, 200, { 'Content-Type': type, 'Cache-Control': 'public, max-age=31536000, immutable' }),
    )
  }
  const api = new OpenAPIHono<AppEnv>()
  for (const part of mounted) {
    if (part.pages) app.route('/', part.pages)
    if (part.api) api.route('/', part.api)
  }
  api.doc31('/openapi.json', { openapi: '3.1.0', info: { title: 'Kaiming 开明', version: '1' } })
  app.route('/api/v1', api)
  faults(app, deps, shell, mounted)
  return {
    app,
    followers: mounted.flatMap(({ followers }) => followers ?? []),
    start: async () => void (await Promise.all(mounted.map(({ start }) => start?.()))),
    stop: async () => void (await Promise.all(mounted.map(({ stop }) => stop?.()))),
    work: async (signal) => void (await Promise.all(mounted.map(({ work }) => work?.(signal)))),
  }
}

/** What every request passes: site and visitor, headers, the page cache, limits. */
function guard(app: Hono<AppEnv>, deps: Deps, options: ComposeOptions, shell: Shell): void {
  const limiter = makeRateLimiter(options.rateLimit)
  let sites: { readonly list: readonly Site[]; readonly at: number } = { list: [], at: 0 }
  const sitesNow = async (): Promise<readonly Site[]> => {
    const now = deps.clock.now().getTime()
    if (sites.list.length === 0 || now - sites.at > 2000)
      sites = { list: await deps.database.readAsOwner(listSites), at: now }
    return sites.list
  }
  app.use(securityHeaders)
  app.use(compress())
  app.use(async (c, next) => {
    const known = await sitesNow()
    const site =
      siteOfHost(known, c.req.header('Host') ?? '') ??
      (known.length === 0 ? { id: 'default', code: '000000', name: '', hosts: [] } : null)
    if (!site) return problemResponse(c, 404, 'unknown-site', '这个域名没有对应的站点。')
    c.set('site', site)
    c.set('visitor', { kind: 'public' })
    c.set(
      'isOperator',
      isOperator({ address: connectionOf(c), header: (name) => c.req.header(name), token: options.metricsToken }),
    )
    c.set('requestId', crypto.randomUUID())
    return next()
  })
  app.use(async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') {
      const kept = deps.pages.get(pageKey(c))
      if (kept) return answerPage(c, kept)
    }
    return next()
  })
  app.use(async (c, next) => {
    const wait = limiter.take(
      visitorAddress(connectionOf(c), c.req.header('X-Forwarded-For'), options.trustedProxies),
      deps.clock.now().getTime(),
    )
    if (wait === 0) return next()
    c.header('Retry-After', String(wait))
    return isApi(c)
      ? problemResponse(c, 429, 'too-many-requests', `请求太频繁，请 ${wait} 秒后再试。`)
      : errorPage(c, shell, 429)
  })
  app.use(async (c, next) => {
    const detail = addressFault(c.req.url)
    if (detail === null) return next()
    return isApi(c) ? problemResponse(c, 400, 'bad-address', detail) : errorPage(c, shell, 400, { lead: detail })
  })
  app.use(
    bodyLimit({ maxSize: LARGEST_BODY, onError: (c) => problemResponse(c, 413, 'too-large', '提交的内容太大。') }),
  )
}

/** What is wrong with an address as such; null when it can be read. */
function addressFault(url: string): string | null {
  if (url.length > LONGEST_ADDRESS) return '地址太长。请只留下关键的词。'
  try {
    decodeURIComponent(url.replaceAll('+', ' '))
    return null
  } catch {
    return '地址里有写错的编码（% 后面应当是两位十六进制数）。'
  }
}

/** `/healthz`, `/readyz`, `/metrics`: for operators. */
function operators(app: Hono<AppEnv>, deps: Deps): void {
  const metrics = openMetrics(takeTransactionTimes)
  app.use(async (c, next) => {
    const started = performance.now()
    await next()
    metrics.observe(c.req.method, c.res.status, (performance.now() - started) / 1000)
  })
  app.get('/healthz', allow('anyone'), (c) => c.text('ok\n'))
  app.get('/readyz', allow('anyone'), async (c) => {
    await deps.database.readAsOwner(listSites)
    return c.text('ready\n')
  })
  app.get('/metrics', allow('operator'), async (c) => c.text(await metrics.text()))
}

/** What is not there, and what went wrong. */
function faults(app: Hono<AppEnv>, deps: Deps, shell: Shell, mounted: readonly Mounted[]): void {
  app.notFound(async (c) => {
    const { pathname, search } = new URL(c.req.url)
    for (const { findMoved } of mounted) {
      const target = await findMoved?.(c.get('site').id, `${pathname}${search}`)
      if (target) return c.redirect(target, 301)
    }
    return isApi(c)
      ? problemResponse(c, 404, 'unknown-address', '没有这个地址。接口说明见 /api/v1/openapi.json。')
      : errorPage(c, shell, 404)
  })
  app.onError((fault, c) => {
    deps.log.error({ err: fault, requestId: c.get('requestId'), path: c.req.path }, 'request failed')
    return isApi(c) ? problemResponse(c, 500, 'internal', '程序出了错，已经记录。') : errorPage(c, shell, 500)
  })
}
