import type { Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { connectionOf, countedAs, proxiesOf, visitorAddress } from '../platform/http/connection.ts'
import type { AppEnv } from '../platform/http/env.ts'
import { answerPage } from '../platform/http/kept-answer.ts'
import { openMaking } from '../platform/http/making.ts'
import { isOperator } from '../platform/http/operator.ts'
import { problemResponse } from '../platform/http/problem.ts'
import { makeRateLimiter } from '../platform/http/rate-limit.ts'
import { securityHeaders } from '../platform/http/security-headers.ts'
import type { CachedPage, Clock, Site } from '../platform/ports.ts'
import { ICON, SCRIPT, STYLE } from './assets.ts'
import { barePage, errorPage } from './error-page.tsx'
import { addressAsSent, addressOf } from './make-shell.tsx'
import type { Shell } from './shell.ts'

interface Guarded {
  readonly shell: Shell
  readonly clock: Clock
  /** The site that answers a host, null when none does. */
  readonly siteOf: (host: string) => Promise<Site | null>
  readonly keyOf: (site: Site, address: string) => string
  readonly pages: { get(key: string): CachedPage | undefined; bumps(): number }
  readonly rateLimit: number
  readonly trustedProxies: readonly string[]
  /** Where an old address (path and query as they were sent) leads now: other systems encoded theirs in other ways than this one. */
  readonly findMoved: (siteId: string, address: string) => Promise<string | null>
  /** What an operator presents from another machine (see `allow`). */
  readonly metricsToken: string | null
}

/** Longest address that is read: a search of 200 characters, percent-encoded, with filters. */
const LONGEST_ADDRESS = 4096
const LARGEST_BODY = 64 * 1024
/** What watches the server, from its own machine or with the token. */
const PROBES: ReadonlySet<string> = new Set(['/healthz', '/readyz', '/metrics'])

/** What is the same for every site, also while the record does not answer: the page that says so has its style. */
const OF_NO_SITE: ReadonlySet<string> = new Set(['/healthz', '/readyz', STYLE.path, SCRIPT.path, ICON.path])
const isOfNoSite = (c: Context<AppEnv>): boolean =>
  OF_NO_SITE.has(c.req.path) || (PROBES.has(c.req.path) && c.get('isOperator'))

export const isApi = (c: Context<AppEnv>): boolean => c.req.path.startsWith('/api/')

/** What every request passes: headers, site and visitor, the page cache, then limits. */
export function guardRequests(app: Hono<AppEnv>, guarded: Guarded): void {
  const making = openMaking()
  const { shell, siteOf, keyOf, pages, metricsToken } = guarded
  app.use(securityHeaders)
  app.use(compress())
  app.use(async (c, next) => {
    c.set('visitor', { kind: 'public' })
    c.set(
      'isOperator',
      isOperator({ address: connectionOf(c), header: (name) => c.req.header(name), token: metricsToken }),
    )
    c.set('requestId', crypto.randomUUID())
    if (isOfNoSite(c)) return next()
    const site = await siteOf(c.req.header('Host') ?? '')
    if (!site) {
      const detail = '这个域名没有对应的站点。'
      return isApi(c) ? problemResponse(c, 404, 'unknown-site', detail) : barePage(c, 404, '没有这个网站', detail)
    }
    c.set('site', site)
    const key = keyOf(site, addressOf(c))
    const isRead = c.req.method === 'GET' || c.req.method === 'HEAD'
    const page = isRead ? (pages.get(key) ?? (await making.join(key, pages.bumps()))) : undefined
    if (page) return answerPage(c, page)
    const own = isRead ? making.begin(key, pages.bumps()) : null
    c.set('cached', { key, bumpsBefore: pages.bumps(), made: (made) => own?.made(made) })
    try {
      await next()
    } finally {
      own?.end()
    }
  })
  limitRate(app, guarded)
  app.use(async (c, next) => {
    const detail = addressFault(c.req.url)
    if (detail === null) return next()
    const moved = isOfNoSite(c) ? null : await guarded.findMoved(c.get('site').id, addressAsSent(c))
    if (moved !== null) return c.redirect(moved, 301)
    return isApi(c)
      ? problemResponse(c, 400, 'bad-address', detail)
      : errorPage(c, shell, 400, { lead: `${detail}请在下面查一查。` })
  })
  app.use(
    bodyLimit({
      maxSize: LARGEST_BODY,
      onError: (c) =>
        isApi(c)
          ? problemResponse(c, 413, 'too-large', `提交的内容太大，最多 ${LARGEST_BODY / 1024} KB。`)
          : errorPage(c, shell, 413),
    }),
  )
}

/** Counts behind the cache: a page that is kept costs nothing (decision 21). */
function limitRate(app: Hono<AppEnv>, { shell, clock, rateLimit, trustedProxies }: Guarded): void {
  const limiter = makeRateLimiter(rateLimit)
  const proxies = proxiesOf(trustedProxies)
  app.use(async (c, next) => {
    // What a page looks like is part of the page: who is told to wait reads it in the district's colours.
    if (c.req.path.startsWith('/assets/')) return next()
    // A probe that is told to wait reads as a server that is down: it would be restarted in the middle of a rush.
    if (PROBES.has(c.req.path) && c.get('isOperator')) return next()
    const address = visitorAddress(connectionOf(c), c.req.header('X-Forwarded-For'), proxies)
    const wait = limiter.take(countedAs(address), clock.now().getTime())
    if (wait === 0) return next()
    c.header('Retry-After', String(wait))
    return isApi(c) || isOfNoSite(c)
      ? problemResponse(c, 429, 'too-many-requests', `请求太频繁，请 ${wait} 秒后再试。`)
      : errorPage(c, shell, 429, { lead: `同一个网络在短时间里打开的页面太多。请过${wait}秒再试。` })
  })
}

/** What is wrong with an address as such; null when it can be read. */
function addressFault(url: string): string | null {
  if (url.length > LONGEST_ADDRESS) return '地址太长。请只留下要紧的词。'
  try {
    // No text of the record can hold the character zero: PostgreSQL refuses a query that asks for it.
    return decodeURIComponent(url.replaceAll('+', ' ')).includes('\0') ? '地址里有不能使用的字符。' : null
  } catch {
    return '地址没有抄全，或者抄错了一个字符。'
  }
}
