import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

export interface Asset {
  readonly path: string
  readonly type: string
  readonly body: string
}

const read = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8')

/** A script without its indentation, types and comment lines; its statements keep their lines. */
const withoutComments = (script: string): string =>
  script
    .replace(/\/\*\* @.*?\*\/ ?/g, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('//'))
    .join('\n')

/** First letters of the hash of a text: names what is kept for good by its content. */
export const contentHash = (body: string): string => createHash('sha256').update(body).digest('hex').slice(0, 12)

const asset = (name: string, extension: string, type: string, body: string): Asset => ({
  path: `/assets/${name}.${contentHash(body)}.${extension}`,
  type,
  body,
})

/** Components with a style sheet of their own, in the order of the cascade: what stands in a page before what stands in a list. */
const COMPONENTS = [
  'breadcrumb',
  'button',
  'search-box',
  'examples',
  'door',
  'newest-gazette',
  'list-head',
  'number-strip',
  'document-item',
  'countdown',
  'validity-mark',
  'task-state',
  'contents',
  'document-head',
  'margin-note',
  'data-table',
  'gazette-cover',
  'contents-leaders',
  'turn',
  'empty-state',
  'filter-links',
  'quoted-answer',
  'hits-head',
  'search-hit',
  'pagination',
  'tally',
  'date-range',
  'address-card',
  'plain-list',
  'notice-banner',
  'error-summary',
  'citation',
  'format-links',
  'print-note',
  'relation-list',
  'progress-bar',
  'chart-figure',
  'text-difference',
]

const SHEETS = [
  ...['tokens', 'base', 'frame', 'home', 'states', 'document', 'gazette', 'results', 'lists', 'unit', 'lost'].map(
    (name) => `./styles/${name}.css`,
  ),
  ...COMPONENTS.map((name) => `./components/${name}/${name}.css`),
  ...['elder', 'motion', 'print'].map((name) => `./styles/${name}.css`),
]

/** The one style sheet and the one script, named by their content, so that browsers keep them for good. */
export const STYLE: Asset & { readonly sheets: readonly string[] } = {
  ...asset('portal', 'css', 'text/css; charset=utf-8', SHEETS.map(read).join('\n')),
  sheets: SHEETS,
}
export const SCRIPT = asset(
  'portal',
  'js',
  'text/javascript; charset=utf-8',
  withoutComments(read('./scripts/portal.js')),
)
/** What an installed portal is called: it names the site, so each site answers with its own. */
export const MANIFEST_PATH = '/manifest.webmanifest'
export const ICON: Asset = {
  path: '/icon.svg',
  type: 'image/svg+xml',
  body: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="4" fill="#1f4e79"/><path d="M9 7h14v18H9z" fill="#fbfaf7"/><path d="M12 11h8M12 15h8M12 19h5" stroke="#b3261e" stroke-width="1.6"/></svg>',
}
