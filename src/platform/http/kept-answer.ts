import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Context } from 'hono'
import type { CachedPage } from '../ports.ts'
import { isUnchanged } from './conditional.ts'
import { chooseEncoding, type Encoding, encoded } from './encoding.ts'
import { SECURITY_HEADERS } from './security-headers.ts'

/** A kept page as it goes out in one encoding. */
interface Form {
  readonly body: Uint8Array
  readonly headers: Readonly<Record<string, string>>
  /** The same with the headers of every answer, one after the other, as Node writes them fastest. */
  readonly flat: string[]
}

/** Made when first asked for: most pages are asked for in one encoding, many never again. */
const formsOf = new WeakMap<CachedPage, Partial<Record<Encoding | 'unchanged', Form>>>()

/** Headers that speak of a body, and have no place in a 304. */
const OF_A_BODY = /^content-/i

function makeForm(page: CachedPage, kind: Encoding | 'unchanged'): Form {
  const { body, encoding } = encoded(page.body, kind === 'unchanged' ? 'identity' : kind)
  const own = Object.entries(page.headers).filter(([name]) => kind !== 'unchanged' || !OF_A_BODY.test(name))
  if (kind !== 'unchanged') own.push(['Content-Length', String(body.byteLength)])
  if (encoding !== 'identity') own.push(['Content-Encoding', encoding])
  return { body, headers: Object.fromEntries(own), flat: [...own, ...SECURITY_HEADERS].flat() }
}

function formOf(page: CachedPage, kind: Encoding | 'unchanged'): Form {
  const forms = formsOf.get(page) ?? {}
  const form = forms[kind] ?? makeForm(page, kind)
  if (!forms[kind]) formsOf.set(page, { ...forms, [kind]: form })
  return form
}

/** Answers with a page, or with 304 when the browser has it already. */
export function answerPage(c: Context, page: CachedPage): Response {
  const isKnown = page.headers.ETag !== undefined && isUnchanged(c.req.header('If-None-Match'), page.headers.ETag)
  if (isKnown) return c.body(null, 304, { ...formOf(page, 'unchanged').headers })
  const { body, headers } = formOf(page, chooseEncoding(c.req.header('Accept-Encoding')))
  return c.body(body as Uint8Array<ArrayBuffer>, page.status as 200, { ...headers })
}

/** The same on Node's own request and answer, before anything costly: most of what a busy day asks for. */
export function writePage(page: CachedPage, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const { headers } = incoming
  if (page.headers.ETag !== undefined && isUnchanged(headers['if-none-match'], page.headers.ETag)) {
    outgoing.writeHead(304, formOf(page, 'unchanged').flat).end()
    return
  }
  const form = formOf(page, chooseEncoding(headers['accept-encoding'] as string | undefined))
  outgoing.writeHead(page.status, form.flat)
  if (incoming.method === 'HEAD') outgoing.end()
  else outgoing.end(form.body)
}
