import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

export interface Asset {
  readonly path: string
  readonly type: string
  readonly body: string
}

const read = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8')

function asset(name: string, extension: string, type: string, body: string): Asset {
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 12)
  return { path: `/assets/${name}.${hash}.${extension}`, type, body }
}

/** The one style sheet and the one script, named by their content, so that browsers keep them for good. */
export const STYLE = asset(
  'portal',
  'css',
  'text/css; charset=utf-8',
  ['tokens', 'portal', 'portal-additions'].map((name) => read(`./styles/${name}.css`)).join('\n'),
)
export const SCRIPT = asset('portal', 'js', 'text/javascript; charset=utf-8', read('./scripts/portal.js'))
export const ICON: Asset = {
  path: '/icon.svg',
  type: 'image/svg+xml',
  body: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="4" fill="#1f4e79"/><path d="M9 7h14v18H9z" fill="#fbfaf7"/><path d="M12 11h8M12 15h8M12 19h5" stroke="#b3261e" stroke-width="1.6"/></svg>',
}
