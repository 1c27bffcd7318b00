import type { IncomingMessage, ServerResponse } from 'node:http'
import { OpenAPIHono } from '@hono/zod-openapi'
import { Hono } from 'hono'
import { capabilities } from './capabilities.ts'
import type { Mounted } from './capability.ts'
import { takeTransactionTimes } from './platform/database/transaction-times.ts'
import { allow } from './platform/http/allow.ts'
import type { AppEnv } from './platform/http/env.ts'
import { answerPage, writePage } from './platform/http/kept-answer.ts'
import { openMetrics } from './platform/http/metrics.ts'
import { operatorRoutes } from './platform/http/operators.ts'
import { pageKey } from './platform/http/page-cache.ts'
import { keepSites } from './platform/kept-sites.ts'
import type { CachedPage, Deps, Follower, Site } from './platform/ports.ts'
import { keepSettings } from './platform/settings/kept-settings.ts'
import { listSites } from './platform/sites.ts'
import { type Asset, ICON, SCRIPT, STYLE } from './portal/assets.ts'
import { answerFaults } from './portal/faults.ts'
import { guardRequests } from './portal/guard.ts'
import { makeShell } from './portal/make-shell.tsx'

export interface ComposeOptions {
  readonly rateLimit: number
  readonly trustedProxies: readonly string[]
  readonly metricsToken: string | null
}

/** The program, put together once: what the port serves and what follows the change log. */
export interface Composed {
  readonly app: Hono<AppEnv>
  /** Answers what is kept, before the application is asked; false: it is not kept. */
  answerKept(incoming: IncomingMessage, outgoing: ServerResponse): boolean
  readonly followers: readonly Follower[]
  start(): Promise<void>
  stop(): Promise<void>
  /** Runs beside serving until the signal. */
  work(signal: AbortSignal): Promise<void>
}

/** Builds the program over its outside world: middleware, capabilities, error pages. */
export function createApp(opened: Deps, options: ComposeOptions): Composed {
  const settings = keepSettings(opened.settings, opened.clock)
  const deps: Deps = { ...opened, settings: settings.of }
  const mounted: Mounted[] = []
  const shell = makeShell({
    settings: deps.settings,
    pages: deps.pages,
    log: deps.log,
    fills: () => mounted.flatMap(({ slots }) => slots ?? []),
  })
  mounted.push(...capabilities.map((capability) => capability.mount(deps, shell)))
  const sites = keepSites(() => deps.database.readAsOwner(listSites), deps.clock)
  const metrics = openMetrics(takeTransactionTimes)
  const keyOf = (site: Site, address: string) => pageKey(site.id, 'public', deps.clock.today(), address)
  const app = new Hono<AppEnv>()
  const moved = (siteId: string, address: string) => findMoved(mounted, siteId, address)
  guardRequests(app, {
    ...options,
    shell,
    clock: deps.clock,
    siteOf: sites.of,
    keyOf,
    pages: deps.pages,
    findMoved: moved,
  })
  operatorRoutes(app, { metrics, isReady: () => deps.database.readAsOwner(listSites) })
  const assets = new Map([STYLE, SCRIPT, ICON].map((asset) => [asset.path, assetPage(asset)]))
  for (const [path, asset] of assets) app.get(path, allow('anyone'), (c) => answerPage(c, asset))
  mount(app, mounted)
  answerFaults(app, { shell, log: deps.log, findMoved: moved })
  // Before the followers that renew pages: those are made with the settings as they are now.
  const kept: Follower = { name: 'kept-settings', follow: async (changes) => settings.follow(changes) }
  return {
    app,
    answerKept(incoming, outgoing) {
      const { method, url = '', headers } = incoming
      if (method !== 'GET' && method !== 'HEAD') return false
      const site = sites.known(headers.host ?? '')
      const page = site ? (assets.get(url) ?? deps.pages.get(keyOf(site, url))) : undefined
      if (!page) return false
      metrics.countKept()
      writePage(page, incoming, outgoing)
      return true
    },
    followers: [kept, ...mounted.flatMap(({ followers }) => followers ?? [])],
    start: async () => void (await Promise.all(mounted.map(({ start }) => start?.()))),
    stop: async () => void (await Promise.all(mounted.map(({ stop }) => stop?.()))),
    work: async (signal) => void (await Promise.all(mounted.map(({ work }) => work?.(signal)))),
  }
}

/** Pages at `/`, JSON at `/api/v1` with its description. */
function mount(app: Hono<AppEnv>, mounted: readonly Mounted[]): void {
  const api = new OpenAPIHono<AppEnv>()
  for (const part of mounted) {
    if (part.pages) app.route('/', part.pages)
    if (part.api) api.route('/', part.api)
  }
  api.doc31('/openapi.json', { openapi: '3.1.0', info: { title: 'Kaiming 开明', version: '1' } })
  app.route('/api/v1', api)
}

/** A file that is named by its content, kept by browsers for good. */
const assetPage = ({ path, type, body }: Asset): CachedPage => ({
  status: 200,
  headers: {
    'Content-Type': type,
    'Cache-Control': path === ICON.path ? 'public, max-age=86400' : 'public, max-age=31536000, immutable',
    Vary: 'Accept-Encoding',
  },
  body: new TextEncoder().encode(body),
  tags: [],
})

async function findMoved(mounted: readonly Mounted[], siteId: string, address: string): Promise<string | null> {
  for (const part of mounted) {
    const target = await part.findMoved?.(siteId, address)
    if (target) return target
  }
  return null
}
