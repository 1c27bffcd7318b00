import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import { raw } from 'hono/html'
import { type Child, Fragment, jsx } from 'hono/jsx'
import type { AppEnv } from '../platform/http/env.ts'
import { answerPage } from '../platform/http/kept-answer.ts'
import { utf8Of } from '../platform/http/utf8.ts'
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

/** The elder version is asked for by the address alone: no cookie, no login, and it works without a script. */
export const isElder = (c: Context<AppEnv>): boolean => c.req.query('view') === 'elder'

/** Paths that have no elder version: files, feeds, data. */
const OWN_PAGE = /^\/(?!assets\/|files\/|api\/)[^"#?]*$/
const IN_FORM = /\.(?:xml|csv|json|txt|md|svg|css|webmanifest)$/

/** Keeps a reader in the elder version: every link and form of the page leads on in it. */
function carriedOn(html: string): string {
  return html
    .replace(
      /href="(\/[^"#?]*)(\?[^"#]*)?(#[^"]*)?"( data-plain)?/g,
      (link, path: string, query = '', anchor = '', plain = '') => {
        if (!OWN_PAGE.test(path) || IN_FORM.test(path) || query.includes('view=') || plain !== '') return link
        return `href="${path}${query ? `${query}&amp;` : '?'}view=elder${anchor}"`
      },
    )
    .replace(/(<form[^>]*>)/g, '$1<input type="hidden" name="view" value="elder"/>')
}

/** Path and query as they were asked for. */
export const addressOf = (c: Context<AppEnv>): string => `${c.req.path}${new URL(c.req.url).search}`

/** The same as the request bears it, percent-encoded in whatever way. */
export function addressAsSent(c: Context<AppEnv>): string {
  const { pathname, search } = new URL(c.req.url)
  return `${pathname}${search}`
}

/** The portal's own address: the domain of the settings where it is the one that was asked, else the one that was asked. */
export function originOf(c: Context<AppEnv>, domain: string | null): string {
  const { host, protocol } = new URL(c.req.url)
  return domain !== null && host === domain ? `https://${domain}` : `${protocol}//${host}`
}

/** Says in the navigation which column the page stands in. */
const markCurrent = (entry: string, path: string, column: string | undefined): string =>
  column === undefined
    ? entry
    : entry.replace(`href="${column}"`, `href="${column}" aria-current="${path === column ? 'page' : 'true'}"`)

interface Answered {
  readonly html: string
  readonly status?: number | undefined
  readonly tags?: readonly string[] | undefined
  readonly headers?: Readonly<Record<string, string>>
}

/** Makes the frame of all pages. Pages with tags are kept until one of their tags is bumped. */
export function makeShell({ settings, pages, log, fills }: ShellDeps): Shell {
  const fillsOf = <Name extends SlotName>(name: Name): readonly SlotFill<Name>[] =>
    fills()
      .flatMap((filled) => (filled[name] ?? []) as unknown as SlotFill<Name>[])
      .sort((a, b) => a.order - b.order)

  /** What a fill loaded last and how it was drawn: what is kept while nothing changes comes as the same object again. */
  const drawn = new WeakMap<object, { readonly data: unknown; readonly text: string }>()
  const draw = async <Name extends SlotName>(fill: SlotFill<Name>, data: unknown): Promise<string> => {
    const last = drawn.get(fill)
    if (last && last.data === data) return last.text
    // Rendered here: a component that throws must not take the page with it.
    const text = String(await jsx(Fragment, {}, fill.render(data)).toString())
    drawn.set(fill, { data, text })
    return text
  }

  const slotTexts = async <Name extends SlotName>(name: Name, props: SlotProps[Name]): Promise<readonly string[]> => {
    const shown = await Promise.all(
      fillsOf(name).map(async (fill) => {
        try {
          const data = await fill.load(props)
          return data === null ? null : await draw(fill, data)
        } catch (fault) {
          log.error({ err: fault, slot: name }, 'slot left out')
          return null
        }
      }),
    )
    return shown.filter((text) => text !== null && text !== '') as readonly string[]
  }
  const slot: Shell['slot'] = async (name, props) => (await slotTexts(name, props)).map((text) => raw(text))
  const slotTags: Shell['slotTags'] = (name, props) => [...new Set(fillsOf(name).flatMap((fill) => fill.tags(props)))]

  const page = async (c: Context<AppEnv>, options: PageOptions, body: Child): Promise<Response> => {
    const site = c.get('site')
    const elder = isElder(c)
    const entries = await slotTexts('navigation', { site, visitor: c.get('visitor') })
    const address = addressOf(c)
    const frame = (
      <Frame
        settings={await settings(site.id)}
        options={{ ...options, hasOwnSearch: options.hasOwnSearch ?? c.req.path === '/search' }}
        path={address}
        isElder={elder}
        navigation={entries.map((entry) => raw(markCurrent(entry, c.req.path, options.column?.path)))}
      >
        {body}
      </Frame>
    )
    const rendered = `<!DOCTYPE html>${String(await frame.toString())}`
    return answerWith(c, { html: elder ? carriedOn(rendered) : rendered, status: options.status, tags: options.tags })
  }

  /** Answers with a page, and keeps it when it has tags. */
  const answerWith = (c: Context<AppEnv>, { html, status = 200, tags, headers = {} }: Answered): Response => {
    const body = utf8Of(html)
    // Weak (RFC 9110 §8.8.1): the same page goes out in several encodings.
    const etag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
    const made: CachedPage = {
      status,
      headers: {
        'Content-Type': 'text/html; charset=utf-8',
        'Cache-Control': 'no-cache',
        Vary: 'Accept-Encoding',
        ...(status === 200 ? { ETag: etag } : {}),
        ...headers,
      },
      body,
      tags: [...(tags ?? []), 'settings'],
    }
    if (tags && status === 200) {
      const cached = c.get('cached')
      pages.put(cached.key, made, cached.bumpsBefore)
      cached.made(made)
    }
    return answerPage(c, made)
  }
  return { page, slot, slotTags, file: answerWith }
}
