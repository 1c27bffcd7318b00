import { Hono } from 'hono'
import { allow } from '../../../platform/http/allow.ts'
import type { AppEnv } from '../../../platform/http/env.ts'
import type { Deps } from '../../../platform/ports.ts'
import type { Shell } from '../../../portal/shell.ts'
import { listUnits } from '../../units/public.ts'
import type { LibraryDeps } from '../store/document.queries.ts'
import { keepLedger } from '../store/task.queries.ts'
import { citationsPage } from './citations/citations-page.tsx'
import { missingCsv, missingPage } from './citations/missing-page.tsx'
import { appointmentsCsv, appointmentsPage } from './collected/appointments-page.tsx'
import { approvalsCsv, approvalsPage } from './collected/approvals-page.tsx'
import { transfersCsv, transfersPage } from './collected/transfers-page.tsx'
import { documentPage } from './document/document-page.tsx'
import { qrCode } from './document/qr-code.ts'
import { feed, sitemap, sitemapPart, unitFeed } from './feeds.ts'
import { documentForm, original, tableCsv } from './files.ts'
import { gazettePage } from './gazettes/gazette-page.tsx'
import { gazettesPage } from './gazettes/gazettes-page.tsx'
import { offlineBook } from './gazettes/offline-book.tsx'
import { readingPage } from './gazettes/reading-page.tsx'
import { comparePage } from './history/compare-page.tsx'
import { historyPage } from './history/history-page.tsx'
import { browsePage } from './lists/browse-page.tsx'
import { listPage, listReader } from './lists/list-page.tsx'
import { loadPage, loadsPage } from './loads-pages.tsx'
import { seriesChart, seriesCsv, seriesPage } from './statistics/series-page.tsx'
import { statisticChart, statisticPage } from './statistics/statistic-page.tsx'
import { statisticsPage } from './statistics/statistics-page.tsx'
import { tasksCsv, tasksPage } from './tasks-page.tsx'

const anyone = allow('anyone')

/** `/documents…`: the list, the documents, what belongs to one. */
function documentRoutes(app: Hono<AppEnv>, deps: LibraryDeps, shell: Shell): void {
  const list = listReader()
  app.get('/documents', anyone, (c) => listPage(c, deps, shell, list))
  app.get('/browse', anyone, (c) => browsePage(c, deps, shell, list.count))
  app.get('/documents/:id/tables/:file{[0-9]+\\.csv}', anyone, (c) =>
    tableCsv(c, deps, shell, c.req.param('id'), Number.parseInt(c.req.param('file'), 10)),
  )
  app.get('/documents/:id/citations', anyone, (c) => citationsPage(c, deps, shell, c.req.param('id')))
  app.get('/documents/:id/history', anyone, (c) => historyPage(c, deps, shell, c.req.param('id')))
  app.get('/documents/:id/compare', anyone, (c) => comparePage(c, deps, shell, c.req.param('id')))
  app.get('/documents/:name', anyone, (c) => {
    const name = c.req.param('name')
    const [, id = '', form] = /^(.+)\.(txt|md|json|qr\.svg)$/u.exec(name) ?? []
    if (form === 'qr.svg') return qrCode(c, deps, shell, id)
    return form ? documentForm(c, deps, shell, id, form) : documentPage(c, deps, shell, name)
  })
  app.get('/files/:hash', anyone, (c) => original(c, deps, shell, c.req.param('hash')))
}

/** `/gazettes…`: covers, issues, issues as books, also to be kept. */
function gazetteRoutes(app: Hono<AppEnv>, deps: LibraryDeps, shell: Shell): void {
  app.get('/gazettes', anyone, (c) => gazettesPage(c, deps, shell))
  app.get('/gazettes/:id', anyone, (c) => gazettePage(c, deps, shell, c.req.param('id')))
  app.get('/gazettes/:id/reading.html', anyone, (c) => offlineBook(c, deps, shell, c.req.param('id')))
  app.get('/gazettes/:id/read/:place{[0-9]{1,4}}?', anyone, (c) =>
    readingPage(c, deps, shell, { id: c.req.param('id'), place: Number(c.req.param('place') ?? 1) }),
  )
}

/** Lists of what stands in many documents, each as page and as CSV. */
function collectedRoutes(app: Hono<AppEnv>, deps: Deps, shell: Shell): void {
  const ledger = keepLedger(listUnits)
  app.get('/tasks', anyone, (c) => tasksPage(c, deps, shell, ledger))
  app.get('/tasks.csv', anyone, (c) => tasksCsv(c, deps))
  app.get('/appointments', anyone, (c) => appointmentsPage(c, deps, shell))
  app.get('/appointments.csv', anyone, (c) => appointmentsCsv(c, deps))
  app.get('/approvals', anyone, (c) => approvalsPage(c, deps, shell))
  app.get('/approvals.csv', anyone, (c) => approvalsCsv(c, deps))
  app.get('/transfers', anyone, (c) => transfersPage(c, deps, shell))
  app.get('/transfers.csv', anyone, (c) => transfersCsv(c, deps))
  app.get('/citations/missing', anyone, (c) => missingPage(c, deps, shell))
  app.get('/citations/missing.csv', anyone, (c) => missingCsv(c, deps))
}

/** `/statistics…`: tables with their charts, and what stands in several years. */
function statisticsRoutes(app: Hono<AppEnv>, deps: Deps, shell: Shell): void {
  app.get('/statistics', anyone, (c) => statisticsPage(c, deps, shell))
  app.get('/statistics/series/:name/:unit/:span', anyone, (c) => seriesPage(c, deps, shell))
  app.get('/statistics/series/:name/:unit/:span/chart.svg', anyone, (c) => seriesChart(c, deps, shell))
  app.get('/statistics/series/:name/:unit/:span/data.csv', anyone, (c) => seriesCsv(c, deps, shell))
  app.get('/statistics/:id/:number{[0-9]{1,4}}', anyone, (c) =>
    statisticPage(c, deps, shell, { documentId: c.req.param('id'), number: Number(c.req.param('number')) }),
  )
  app.get('/statistics/:id/:number{[0-9]{1,4}}/chart.svg', anyone, (c) =>
    statisticChart(c, deps, shell, { documentId: c.req.param('id'), number: Number(c.req.param('number')) }),
  )
}

/** What machines follow: Atom feeds and sitemaps. */
function machineRoutes(app: Hono<AppEnv>, deps: Deps, shell: Shell): void {
  app.get('/feed.xml', anyone, (c) => {
    const { kind, issuer } = c.req.query()
    const title = `最新${[issuer, kind].filter(Boolean).join('') || '文件'}`
    return feed(c, deps, { ...(kind ? { kind } : {}), ...(issuer ? { issuer } : {}) }, title)
  })
  app.get('/units/:id/feed.xml', anyone, (c) => unitFeed(c, deps, shell, c.req.param('id')))
  app.get('/sitemap.xml', anyone, (c) => sitemap(c, deps))
  app.get('/:part{sitemap-[0-9]{1,4}\\.xml}', anyone, (c) =>
    sitemapPart(c, deps, shell, Number(/\d+/u.exec(c.req.param('part'))?.[0])),
  )
}

/** `/loads…`: for who runs the installation. */
function operatorRoutes(app: Hono<AppEnv>, deps: Deps, shell: Shell): void {
  app.get('/loads', allow('operator'), (c) => loadsPage(c, deps, shell))
  app.get('/loads/:id', allow('operator'), (c) => loadPage(c, deps, shell, c.req.param('id')))
}

/** Every page of the library. */
export function libraryPages(deps: LibraryDeps, shell: Shell): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  documentRoutes(app, deps, shell)
  gazetteRoutes(app, deps, shell)
  collectedRoutes(app, deps, shell)
  statisticsRoutes(app, deps, shell)
  machineRoutes(app, deps, shell)
  operatorRoutes(app, deps, shell)
  return app
}
