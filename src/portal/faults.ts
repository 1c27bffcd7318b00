import type { Hono } from 'hono'
import { rightOf } from '../platform/http/allow.ts'
import type { AppEnv } from '../platform/http/env.ts'
import { problemResponse } from '../platform/http/problem.ts'
import type { Log } from '../platform/ports.ts'
import { errorPage } from './error-page.tsx'
import { isApi } from './guard.ts'
import { addressAsSent, addressOf } from './make-shell.tsx'
import type { Shell } from './shell.ts'

interface Faults {
  readonly shell: Shell
  readonly log: Log
  /** Where an address (path and query) that no route knows has moved: a path, or null. */
  readonly findMoved: (siteId: string, address: string) => Promise<string | null>
}

/** Whether an address is one of ours, by the method that every public route has. */
function isReadable(app: Hono<AppEnv>, path: string): boolean {
  const [handlers] = app.router.match('GET', path)
  return handlers.some(([[handler]]) => rightOf(handler) !== undefined)
}

/** The address without the stroke that people and other systems put at its end; null when that is none of ours either. */
function withoutLastSlash(app: Hono<AppEnv>, path: string, address: string): string | null {
  if (!path.endsWith('/') || path === '/') return null
  const trimmed = path.replace(/\/+$/u, '')
  return trimmed.startsWith('/') && !trimmed.startsWith('//') && isReadable(app, trimmed)
    ? trimmed + (address.includes('?') ? address.slice(address.indexOf('?')) : '')
    : null
}

/** What is not there, what cannot be done there, and what went wrong. */
export function answerFaults(app: Hono<AppEnv>, { shell, log, findMoved }: Faults): void {
  app.notFound(async (c) => {
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD' && isReadable(app, c.req.path)) {
      c.header('Allow', 'GET, HEAD')
      return isApi(c)
        ? problemResponse(c, 405, 'method-not-allowed', `这个地址只能读取（GET），不能 ${c.req.method}。`)
        : errorPage(c, shell, 405)
    }
    const target =
      (await findMoved(c.get('site').id, addressAsSent(c))) ?? withoutLastSlash(app, c.req.path, addressOf(c))
    if (target) return c.redirect(target, 301)
    return isApi(c)
      ? problemResponse(c, 404, 'unknown-address', '没有这个地址。接口说明见 /api/v1/openapi.json。')
      : errorPage(c, shell, 404)
  })
  app.onError((fault, c) => {
    log.error({ err: fault, requestId: c.get('requestId'), path: c.req.path }, 'request failed')
    return isApi(c) ? problemResponse(c, 500, 'internal', '程序出了错，已经记录。') : errorPage(c, shell, 500)
  })
}
