import type { Context } from 'hono'
import type { AppEnv } from '../../../platform/http/env.ts'
import type { Deps } from '../../../platform/ports.ts'
import { originOf } from '../../../portal/make-shell.tsx'
import { listUnits } from '../../units/public.ts'
import type { DocumentFilter } from '../contract.ts'
import { listGazettes } from '../store/gazette.queries.ts'
import { listAllIds } from '../store/search.queries.ts'
import { listDocuments } from '../store/summary.queries.ts'

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}
const xml = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)

/** The portal's own address as the visitor used it, or the domain of the settings. */
async function origin(c: Context<AppEnv>, deps: Deps): Promise<string> {
  const { domain } = await deps.settings(c.get('site').id)
  return originOf(c, domain)
}

/** Atom (RFC 4287) of the newest documents: all, of a kind, or of an issuer. */
export async function feed(c: Context<AppEnv>, deps: Deps, filter: DocumentFilter, title: string): Promise<Response> {
  const base = await origin(c, deps)
  const { items } = await deps.database.read(c.get('site').id, (tx) =>
    listDocuments(tx, c.get('visitor'), filter, { limit: 30, offset: 0, sort: 'date' }, deps.clock.today()),
  )
  const self = `${base}${c.req.path}${new URL(c.req.url).search}`
  const day = (signedOn: string | null) => `${signedOn ?? '1970-01-01'}T00:00:00+08:00`
  const entries = items.map(
    (item) =>
      `<entry><id>${xml(`${base}${item.url}`)}</id><title>${xml(item.title)}</title><link href="${xml(`${base}${item.url}`)}"/><updated>${day(item.signedOn)}</updated>` +
      `<author><name>${xml(item.issuer ?? title)}</name></author><summary>${xml([item.docNumber, item.gist].filter(Boolean).join(' '))}</summary></entry>`,
  )
  const body = `<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN"><id>${xml(self)}</id><title>${xml(title)}</title><link rel="self" href="${xml(self)}"/><updated>${day(items[0]?.signedOn ?? null)}</updated>${entries.join('')}</feed>\n`
  return c.body(body, 200, { 'Content-Type': 'application/atom+xml; charset=utf-8', 'Cache-Control': 'no-cache' })
}

/** The most addresses that one sitemap file may hold (sitemaps.org). */
const MOST = 50_000

/** `/sitemap.xml`: every page that stays: documents, issues, units, the pages about the portal. */
export async function sitemap(c: Context<AppEnv>, deps: Deps): Promise<Response> {
  const base = await origin(c, deps)
  const { id: siteId } = c.get('site')
  const { ids, gazettes, units } = await deps.database.read(siteId, async (tx) => ({
    ids: await listAllIds(tx, siteId, null, MOST - 1000),
    gazettes: await listGazettes(tx, c.get('visitor')),
    units: await listUnits(tx, siteId),
  }))
  const paths = [
    '/',
    '/documents',
    '/gazettes',
    '/tasks',
    '/units',
    '/sitemap',
    '/help',
    '/accessibility',
    '/privacy',
    ...units.map(({ url }) => url),
    ...gazettes.map(({ url }) => url),
    ...ids.map((id) => `/documents/${id}`),
  ]
  const body = `<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${paths.map((path) => `<url><loc>${xml(base + path)}</loc></url>`).join('')}</urlset>\n`
  return c.body(body, 200, { 'Content-Type': 'application/xml; charset=utf-8', 'Cache-Control': 'no-cache' })
}
