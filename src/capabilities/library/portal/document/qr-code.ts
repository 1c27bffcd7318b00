import type { Context } from 'hono'
import QRCode from 'qrcode'
import { isUnchanged } from '../../../../platform/http/conditional.ts'
import type { AppEnv } from '../../../../platform/http/env.ts'
import type { Deps } from '../../../../platform/ports.ts'
import { contentHash } from '../../../../portal/assets.ts'
import { errorPage } from '../../../../portal/error-page.tsx'
import { originOf } from '../../../../portal/make-shell.tsx'
import type { Shell } from '../../../../portal/shell.ts'
import { isReadable } from '../../store/surroundings.queries.ts'

/** Codes lately drawn, by their address: a code never changes, and drawing one takes as long as a page. */
const drawn = new Map<string, string>()
const MOST = 500

async function draw(address: string): Promise<string> {
  const known = drawn.get(address)
  if (known) return known
  // Black on white whatever the theme: cameras read nothing else reliably.
  const svg = await QRCode.toString(address, { type: 'svg', errorCorrectionLevel: 'M', margin: 2 })
  if (drawn.size >= MOST) drawn.clear()
  drawn.set(address, svg)
  return svg
}

/** `/documents/{id}.qr.svg`: the address of a document for the camera of a telephone. */
export async function qrCode(c: Context<AppEnv>, deps: Deps, shell: Shell, id: string): Promise<Response> {
  const site = c.get('site')
  if (!(await deps.database.read(site.id, (tx) => isReadable(tx, c.get('visitor'), id))))
    return errorPage(c, shell, 404)
  const { domain } = await deps.settings(site.id)
  const base = domain ? `https://${domain}` : originOf(c, domain)
  const svg = await draw(`${base}/documents/${id}`)
  const headers = { 'Cache-Control': 'public, max-age=86400', ETag: `"${contentHash(svg)}"` }
  if (isUnchanged(c.req.header('If-None-Match'), headers.ETag)) return c.body(null, 304, headers)
  return c.body(svg, 200, { 'Content-Type': 'image/svg+xml', ...headers })
}
