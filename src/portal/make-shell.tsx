import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { Child } from 'hono/jsx'
import type { AppEnv } from '../platform/http/env.ts'
import type { CachedPage, Log, PageCache, SiteSettings } from '../platform/ports.ts'
import { Frame } from './frame.tsx'
import type { PageOptions, Shell } from './shell.ts'
import type { SlotFill, SlotFills, SlotName, SlotProps } from './slots.ts'

interface ShellDeps {
  readonly settings: (siteId: string) => Promise<SiteSettings>
  readonly pages: PageCache
  readonly log: Log
  /** What all capabilities put into slots; asked when a page is made, since capabilities are mounted after the shell. */
  readonly fills: () => readonly SlotFills[]
}

/** Elder mode by the address, remembered in a cookie: it works without a script and without a login. */
function isElder(c: Context<AppEnv>): boolean {
  const view = c.req.query('view')
  if (view === 'elder' || view === 'standard') {
    setCookie(c, 'view', view, { path: '/', maxAge: 31_536_000, sameSite: 'Lax', httpOnly: true })
    return view === 'elder'
  }
  return getCookie(c, 'view') === 'elder'
}

/** Key of a page in the cache: who sees what, where, in which view. */
export const pageKey = (c: Context<AppEnv>): string =>
  `${c.get('site').id} ${c.get('visitor').kind} ${getCookie(c, 'view') === 'elder' ? 'e' : 's'} ${c.req.path}?${new URL(c.req.url).search}`

/** Answers with a page, or with 304 when the browser has it already. */
export function answerPage(c: Context<AppEnv>, page: CachedPage): Response {
  const etag = page.headers.ETag
  if (etag && c.req.header('If-None-Match') === etag) return c.body(null, 304, page.headers)
  return c.body(page.body as Uint8Array<ArrayBuffer>, page.status as 200, page.headers)
}

/** Makes the frame of all pages. Pages with tags are kept until one of their tags is bumped. */
export function makeShell({ settings, pages, log, fills }: ShellDeps): Shell {
  const slot = async <Name extends SlotName>(name: Name, props: SlotProps[Name]): Promise<readonly Child[]> => {
    const all = fills().flatMap((filled) => (filled[name] ?? []) as unknown as SlotFill<Name>[])
    const shown = await Promise.all(
      [...all]
        .sort((a, b) => a.order - b.order)
        .map(async (fill) => {
          try {
            const data = await fill.load(props)
            return data === null ? null : fill.render(data)
          } catch (fault) {
            log.error({ err: fault, slot: name }, 'slot left out')
            return null
          }
        }),
    )
    return shown.filter((child) => child !== null)
  }

  const page = async (c: Context<AppEnv>, options: PageOptions, body: Child): Promise<Response> => {
    const site = c.get('site')
    const elder = isElder(c)
    const navigation = await slot('navigation', { site, visitor: c.get('visitor') })
    const { search } = new URL(c.req.url)
    const html = `<!DOCTYPE html>${String(
      <Frame
        settings={await settings(site.id)}
        options={options}
        path={`${c.req.path}${search}`}
        isElder={elder}
        navigation={navigation}
      >
        {body}
      </Frame>,
    )}`
    const bytes = new TextEncoder().encode(html)
    const status = options.status ?? 200
    const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`
    const headers = {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-cache',
      Vary: 'Cookie',
      ...(status === 200 ? { ETag: etag } : {}),
    }
    const made: CachedPage = { status, headers, body: bytes, tags: [...(options.tags ?? []), 'settings'] }
    if (options.tags && status === 200 && !c.req.query('view')) pages.put(pageKey(c), made)
    return answerPage(c, made)
  }
  return { page, slot }
}
