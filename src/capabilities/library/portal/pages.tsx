import { type Context, Hono } from 'hono'
import { allow } from '../../../platform/http/allow.ts'
import type { AppEnv } from '../../../platform/http/env.ts'
import type { Deps } from '../../../platform/ports.ts'
import { errorPage } from '../../../portal/error-page.tsx'
import type { Shell } from '../../../portal/shell.ts'
import { csv } from '../rules/csv.ts'
import { loadDocument, loadOriginal } from '../store/document.queries.ts'
import { citationsPage } from './citations/citations-page.tsx'
import { documentPage } from './document/document-page.tsx'
import { qrCode } from './document/qr-code.ts'
import { asMarkdown, asText } from './document-formats.ts'
import { feed, sitemap } from './feeds.ts'
import { gazettePage, gazettesPage } from './gazette-pages.tsx'
import { historyPage } from './history/history-page.tsx'
import { listPage } from './list-page.tsx'
import { csvResponse, tasksCsv, tasksPage } from './tasks-page.tsx'

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  txt: 'text/plain; charset=utf-8',
  md: 'text/plain; charset=utf-8',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}

/** A document in another form than the page: `.txt`, `.md`, `.json` beside its address. */
async function inForm(c: Context<AppEnv>, deps: Deps, shell: Shell, id: string, form: string): Promise<Response> {
  const loaded = await deps.database.read(c.get('site').id, (tx) =>
    loadDocument(tx, c.get('visitor'), id, deps.clock.today()),
  )
  if (loaded.state === 'moved') return c.redirect(`/documents/${loaded.to}.${form}`, 301)
  if (loaded.state !== 'found') return errorPage(c, shell, loaded.state === 'gone' ? 410 : 404)
  const { document } = loaded
  c.header('Cache-Control', 'no-cache')
  if (form === 'json') return c.json(document)
  const [body, type] = form === 'md' ? [asMarkdown(document), 'text/markdown'] : [asText(document), 'text/plain']
  return c.body(body, 200, { 'Content-Type': `${type}; charset=utf-8` })
}

async function tableCsv(c: Context<AppEnv>, deps: Deps, shell: Shell, id: string, number: number): Promise<Response> {
  const loaded = await deps.database.read(c.get('site').id, (tx) =>
    loadDocument(tx, c.get('visitor'), id, deps.clock.today()),
  )
  const table = loaded.state === 'found' ? loaded.document.tables[number - 1] : undefined
  if (!table) return errorPage(c, shell, 404)
  return csvResponse(c, `${id}-${number}`, csv(table.columns, table.filledRows))
}

/** An original as it was loaded, to whoever may see all that is printed in it; never shown by the browser as a page. */
async function original(c: Context<AppEnv>, deps: Deps, shell: Shell, hash: string): Promise<Response> {
  if (!/^[0-9a-f]{64}$/.test(hash)) return errorPage(c, shell, 404)
  const file = await deps.database.read(c.get('site').id, (tx) => loadOriginal(tx, c.get('visitor'), hash))
  const bytes = file ? await deps.files.get(hash) : null
  if (!file || !bytes) return errorPage(c, shell, 404)
  const name = encodeURIComponent(file.name.split('/').at(-1) ?? 'original')
  return c.body(bytes as Uint8Array<ArrayBuffer>, 200, {
    'Content-Type': MEDIA_TYPES[file.format] ?? 'application/octet-stream',
    'Content-Disposition': `attachment; filename*=UTF-8''${name}`,
    'Cache-Control': 'no-cache',
    ETag: `"${hash.slice(0, 22)}"`,
  })
}

/** Every public page of the library. */
export function libraryPages(deps: Deps, shell: Shell): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  app.get('/documents', allow('anyone'), (c) => listPage(c, deps, shell))
  app.get('/documents/:id/tables/:file{[0-9]+\\.csv}', allow('anyone'), (c) =>
    tableCsv(c, deps, shell, c.req.param('id'), Number.parseInt(c.req.param('file'), 10)),
  )
  app.get('/documents/:name', allow('anyone'), (c) => {
    const name = c.req.param('name')
    const form = /^(.+)\.(txt|md|json|qr\.svg)$/.exec(name)
    if (form?.[2] === 'qr.svg') return qrCode(c, deps, shell, form[1] ?? '')
    return form ? inForm(c, deps, shell, form[1] ?? '', form[2] ?? '') : documentPage(c, deps, shell, name)
  })
  app.get('/documents/:id/citations', allow('anyone'), (c) => citationsPage(c, deps, shell, c.req.param('id')))
  app.get('/documents/:id/history', allow('anyone'), (c) => historyPage(c, deps, shell, c.req.param('id')))
  app.get('/gazettes', allow('anyone'), (c) => gazettesPage(c, deps, shell))
  app.get('/gazettes/:id', allow('anyone'), (c) => gazettePage(c, deps, shell, c.req.param('id')))
  app.get('/tasks', allow('anyone'), (c) => tasksPage(c, deps, shell))
  app.get('/tasks.csv', allow('anyone'), (c) => tasksCsv(c, deps))
  app.get('/files/:hash', allow('anyone'), (c) => original(c, deps, shell, c.req.param('hash')))
  app.get('/feed.xml', allow('anyone'), (c) => {
    const kind = c.req.query('kind')
    return feed(c, deps, kind ? { kind } : {}, kind ? `最新${kind}` : '最新文件')
  })
  app.get('/units/:id/feed.xml', allow('anyone'), (c) => feed(c, deps, { issuerUnitId: c.req.param('id') }, '最新文件'))
  app.get('/sitemap.xml', allow('anyone'), (c) => sitemap(c, deps))
  return app
}
