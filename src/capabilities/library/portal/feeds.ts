import type { Context } from 'hono'
import type { AppEnv } from '../../../platform/http/env.ts'
import type { Deps, Site } from '../../../platform/ports.ts'
import { errorPage } from '../../../portal/error-page.tsx'
import { originOf } from '../../../portal/make-shell.tsx'
import type { Shell } from '../../../portal/shell.ts'
import { listUnits } from '../../units/public.ts'
import type { DocumentEntry, DocumentFilter } from '../contract.ts'
import { countVisible, listAddresses } from '../store/address.queries.ts'
import { filledColumns } from '../store/column.queries.ts'
import { listGazettes } from '../store/gazette.queries.ts'
import { newestDocuments } from '../store/list.queries.ts'
import { answerText } from './answer-text.ts'
import { COLLECTIONS } from './collections.ts'
import { feedId } from './feed-id.ts'
import { xml } from './xml.ts'

/** The portal's own address as the visitor used it, or the domain of the settings. */
async function origin(c: Context<AppEnv>, deps: Deps): Promise<string> {
  const { domain } = await deps.settings(c.get('site').id)
  return originOf(c, domain)
}

/** A day as an instant (RFC 3339); a document of unknown day is as old as can be. */
const instant = (day: string | null | undefined): string => `${day ?? '1970-01-01'}T00:00:00+08:00`

const entryOf = (base: string, site: Site, item: DocumentEntry): string => {
  const address = xml(`${base}${item.url}`)
  const summary = [item.docNumber, item.gist].filter(Boolean).join('　')
  return (
    `<entry><id>${feedId(site.id, 'documents', item.id)}</id><title>${xml(item.title)}</title><link href="${address}"/>` +
    `<updated>${instant(item.signedOn)}</updated><published>${instant(item.signedOn)}</published>` +
    `<author><name>${xml(item.issuer ?? site.name)}</name></author>` +
    `${item.kind ? `<category term="${xml(item.kind)}"/>` : ''}<summary>${xml(summary)}</summary></entry>`
  )
}

/** The feed of what a unit issued, under whatever name it then had. */
export async function unitFeed(c: Context<AppEnv>, deps: Deps, shell: Shell, unitId: string): Promise<Response> {
  const units = await deps.database.read(c.get('site').id, (tx) => listUnits(tx, c.get('site').id))
  const unit = units.find(({ id }) => id === unitId)
  if (!unit) return errorPage(c, shell, 404, { lead: '没有这个单位。它可能换了网址，请在名录里找一找。' })
  return feed(c, deps, { issuerUnitId: unitId }, `${unit.name}印发的文件`)
}

/** Atom (RFC 4287) of the newest documents: all, of a kind, or of an issuer. */
export async function feed(c: Context<AppEnv>, deps: Deps, filter: DocumentFilter, title: string): Promise<Response> {
  const base = await origin(c, deps)
  const site = c.get('site')
  const items = await deps.database.read(site.id, (tx) =>
    newestDocuments(tx, c.get('visitor'), filter, 30, deps.clock.today()),
  )
  const self = xml(`${base}${c.req.path}${new URL(c.req.url).search}`)
  const { kind, issuer, issuerUnitId } = filter
  const id = feedId(site.id, 'feeds', site.code, kind ?? '', issuer ?? '', issuerUnitId ?? '')
  const body =
    `<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN"><id>${id}</id>` +
    `<title>${xml(`${title} - ${site.name}`)}</title><link rel="self" href="${self}"/><link href="${xml(`${base}/documents`)}"/>` +
    `<updated>${instant(items[0]?.signedOn)}</updated>${items.map((item) => entryOf(base, site, item)).join('')}</feed>\n`
  return answerText(c, body, 'application/atom+xml')
}

/** Addresses in one file: sitemaps.org allows 50,000, and a file is to be made within a request. */
const IN_A_FILE = 10_000

interface Place {
  readonly path: string
  readonly changedOn?: string
}

const urlset = (base: string, places: readonly Place[]): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${places
    .map(
      ({ path, changedOn }) =>
        `<url><loc>${xml(base + path)}</loc>${changedOn ? `<lastmod>${changedOn}</lastmod>` : ''}</url>`,
    )
    .join('')}</urlset>\n`

/** Pages that are not documents. */
async function otherPlaces(c: Context<AppEnv>, deps: Deps): Promise<readonly Place[]> {
  const { id: siteId } = c.get('site')
  const { gazettes, units } = await deps.database.read(siteId, async (tx) => ({
    gazettes: await listGazettes(tx, c.get('visitor')),
    units: await listUnits(tx, siteId),
  }))
  const filled = await filledColumns(deps.pages, deps.database.read).of(siteId)
  const paths = [
    ...['/', '/documents', '/browse', '/units', '/sitemap', '/help', '/accessibility', '/privacy'],
    ...(filled.gazettes ? ['/gazettes'] : []),
    ...(filled.tasks ? ['/tasks'] : []),
    ...COLLECTIONS.map(({ path }) => path),
    ...units.map(({ url }) => url),
    ...gazettes.map(({ url }) => url),
  ]
  return paths.map((path) => ({ path }))
}

/** `/sitemap.xml`: every public page; beyond ten thousand documents an index of parts. */
export async function sitemap(c: Context<AppEnv>, deps: Deps): Promise<Response> {
  const base = await origin(c, deps)
  const { id: siteId } = c.get('site')
  const count = await deps.database.read(siteId, (tx) => countVisible(tx, c.get('visitor')))
  if (count <= IN_A_FILE) {
    const documents = await addresses(c, deps, 1)
    return answerText(c, urlset(base, [...(await otherPlaces(c, deps)), ...documents]), 'application/xml')
  }
  const parts = Array.from({ length: Math.ceil(count / IN_A_FILE) + 1 }, (_, at) => `${base}/sitemap-${at}.xml`)
  const body = `<?xml version="1.0" encoding="utf-8"?>\n<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${parts
    .map((part) => `<sitemap><loc>${xml(part)}</loc></sitemap>`)
    .join('')}</sitemapindex>\n`
  return answerText(c, body, 'application/xml')
}

const addresses = (c: Context<AppEnv>, deps: Deps, part: number) =>
  deps.database.read(c.get('site').id, (tx) =>
    listAddresses(tx, c.get('visitor'), { limit: IN_A_FILE, offset: (part - 1) * IN_A_FILE }),
  )

/** `/sitemap-{n}.xml`: 0 holds what is no document, the others ten thousand documents each. */
export async function sitemapPart(c: Context<AppEnv>, deps: Deps, shell: Shell, part: number): Promise<Response> {
  const places = part === 0 ? await otherPlaces(c, deps) : await addresses(c, deps, part)
  if (places.length === 0) return errorPage(c, shell, 404)
  return answerText(c, urlset(await origin(c, deps), places), 'application/xml')
}
