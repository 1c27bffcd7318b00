import { Hono } from 'hono'
import { allow } from '../../../platform/http/allow.ts'
import type { AppEnv } from '../../../platform/http/env.ts'
import type { Deps } from '../../../platform/ports.ts'
import { ICON, MANIFEST_PATH } from '../../../portal/assets.ts'
import { coloursPath, coloursSheet } from '../../../portal/colours.ts'
import { originOf } from '../../../portal/make-shell.tsx'

const xml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** Longest ShortName of an OpenSearch description. */
const LONGEST_NAME = 16

function openSearch(name: string, base: string): string {
  const long = xml(name)
  return (
    '<?xml version="1.0" encoding="utf-8"?>\n' +
    '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">' +
    `<ShortName>${xml(name.slice(0, LONGEST_NAME))}</ShortName><Description>${long}：政策文件和政府公报</Description>` +
    `<Language>zh-CN</Language><InputEncoding>UTF-8</InputEncoding><Image type="${ICON.type}">${base}${ICON.path}</Image>` +
    `<Url type="text/html" template="${base}/search?q={searchTerms}"/></OpenSearchDescription>\n`
  )
}

/**
 * What crawlers need not walk through: results, and lists under more than one condition (see src/portal/crawlers.ts). Other addresses with
 * several parameters stay open: old ones of another system are among them, and their redirects are to be found.
 */
const CLOSED = ['/search', '/documents?*&', '/tasks?*&', '/appointments?*&', '/transfers?*&']

/** What machines ask of the portal: crawlers, browsers' search boxes, phones that install it, the district's colours. */
export function machinePages(deps: Deps): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  app.get('/robots.txt', allow('anyone'), async (c) => {
    const { domain } = await deps.settings(c.get('site').id)
    const closed = CLOSED.map((path) => `Disallow: ${path}`)
    const lines = ['User-agent: *', ...closed, 'Allow: /', `Sitemap: ${originOf(c, domain)}/sitemap.xml`]
    return c.text(`${lines.join('\n')}\n`, 200, { 'Cache-Control': 'no-cache' })
  })
  app.get('/opensearch.xml', allow('anyone'), async (c) => {
    const { name, shortName, domain } = await deps.settings(c.get('site').id)
    return c.body(openSearch(shortName ?? name, originOf(c, domain)), 200, {
      'Content-Type': 'application/opensearchdescription+xml; charset=utf-8',
      'Cache-Control': 'no-cache',
    })
  })
  app.get(MANIFEST_PATH, allow('anyone'), async (c) => {
    const { name, shortName } = await deps.settings(c.get('site').id)
    const manifest = {
      name,
      short_name: shortName ?? name,
      lang: 'zh-CN',
      start_url: '/',
      display: 'standalone',
      background_color: '#fbfaf7',
      theme_color: '#fbfaf7',
      icons: [{ src: ICON.path, sizes: 'any', type: ICON.type }],
    }
    return c.body(JSON.stringify(manifest), 200, {
      'Content-Type': 'application/manifest+json; charset=utf-8',
      'Cache-Control': 'no-cache',
    })
  })
  app.get('/assets/:name{colours\\.[0-9a-f]{12}\\.css}', allow('anyone'), async (c) => {
    const { colours } = await deps.settings(c.get('site').id)
    const sheet = colours ? coloursSheet(colours) : ''
    const isThis = colours ? coloursPath(colours) === c.req.path : false
    return c.body(sheet, 200, {
      'Content-Type': 'text/css; charset=utf-8',
      // A page that was kept may still name the former colours: it gets today's, for now.
      'Cache-Control': isThis ? 'public, max-age=31536000, immutable' : 'no-cache',
    })
  })
  return app
}
