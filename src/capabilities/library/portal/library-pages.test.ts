import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AppEnv } from '../../../platform/http/env.ts'
import { pageKey } from '../../../platform/http/page-cache.ts'
import type { Change } from '../../../platform/ports.ts'
import { addressOf, makeShell } from '../../../portal/make-shell.tsx'
import { mergeDocuments } from '../actions/merge-documents.ts'
import { withdrawDocument } from '../actions/withdraw-document.ts'
import { withdrawFile } from '../actions/withdraw-file.ts'
import { HEATING, PARKING } from '../fixtures/notices.ts'
import { pagesFollower } from '../jobs/renew-pages.ts'
import { keepTexts } from '../store/kept-texts.ts'
import { listDocuments } from '../store/list.queries.ts'
import { CLERK, openTestLibrary, type TestLibrary } from '../testing.ts'
import { libraryPages } from './pages.tsx'
import { librarySlots } from './slot-fills.tsx'

const STAFF = `明溪区人民政府关于林舒等同志职务任免的通知

明溪政任〔2024〕3号

各街道办事处：

区政府决定，任命：

林舒为明溪区民政局局长。

免去：

高岚的明溪区民政局局长职务。

明溪区人民政府

2024年5月6日
`

let library: TestLibrary
let app: Hono<AppEnv>
/** The domain that the settings name. */
let domain: string | null = null

beforeAll(async () => {
  library = await openTestLibrary()
  const deps: TestLibrary['deps'] = {
    ...library.deps,
    settings: async (siteId) => ({ ...(await library.deps.settings(siteId)), domain }),
  }
  const shell = makeShell({ ...deps, fills: () => [librarySlots(deps)] })
  app = new Hono<AppEnv>()
  app.use(async (c, next) => {
    c.set('site', { id: 'mingxi', code: '990102', name: '明溪区', hosts: [] })
    c.set('visitor', { kind: 'public' })
    c.set('cached', { key: keyOf(addressOf(c)), bumpsBefore: deps.pages.bumps(), made: () => undefined })
    return next()
  })
  app.route('/', libraryPages({ ...deps, texts: keepTexts() }, shell))
}, 120_000)
afterAll(() => library.close())

const get = (path: string, headers: Record<string, string> = {}) => app.request(path, { headers })
const page = async (path: string): Promise<string> => {
  const response = await get(path)
  expect(response.status, path).toBe(200)
  return response.text()
}
const keyOf = (address: string) => pageKey('mingxi', 'public', library.deps.clock.today(), address)
const isKept = (path: string) => library.deps.pages.get(keyOf(path)) !== undefined

const LISTS = [
  ['/documents', '还没有收录文件'],
  ['/browse', '还没有可以这样查的文件'],
  ['/gazettes', '还没有收录公报'],
  ['/tasks', '文件里还没有写明责任单位的任务'],
  ['/statistics', '文件库里还没有统计表'],
  ['/appointments', '文件库里还没有任免文件'],
  ['/approvals', '文件库里还没有批复'],
  ['/transfers', '文件库里还没有划转清单'],
  ['/citations/missing', '文件里提到的文件，文件库都有'],
] as const

describe('with nothing in the library', () => {
  beforeAll(() => library.reset(), 60_000)

  test.each(LISTS)('%s says what is missing, and what to do', async (path, words) => {
    expect(await page(path)).toContain(words)
  })

  test.each([
    ['/documents/none', 404],
    ['/documents/none/history', 404],
    ['/documents/none/citations', 404],
    ['/documents/none/compare', 404],
    ['/documents/none.qr.svg', 404],
    ['/documents/none.txt', 404],
    ['/documents/none/tables/1.csv', 404],
    ['/gazettes/2024-1', 404],
    ['/gazettes/2024-1/read/1', 404],
    ['/gazettes/2024-1/reading.html', 404],
    ['/statistics/none/1', 404],
    ['/statistics/none/1/chart.svg', 404],
    ['/statistics/series/a/b/c', 404],
    ['/sitemap-3.xml', 404],
    ['/units/none/feed.xml', 404],
  ] as const)('%s answers %i', async (path, status) => {
    expect((await get(path)).status).toBe(status)
  })
})

/** Ids by document number. */
async function ids(): Promise<Readonly<Record<string, string>>> {
  const html = await page('/documents?sort=title')
  const found = [...html.matchAll(/href="\/documents\/([\d-]+)"[\s\S]*?class="number">([^<]+)</gu)]
  return Object.fromEntries(found.map(([, id, number]) => [number, id]))
}

const issue = (imprint: string) => `明溪区人民政府公报

2024年第3期（总第11期）

主办：明溪区人民政府办公室
${imprint}
目  录

【区政府文件】

明溪区人民政府关于规范停车秩序的通知（明溪政发〔2024〕2号）……（1）

${PARKING}`
const webPage = (tag: string) =>
  `<html><head><meta name="PubDate" content="${tag}"></head><body><p>${PARKING.split('\n\n').join('</p><p>')}</p></body></html>`

describe('when a document was published', () => {
  test.each([
    { files: { 'issue.txt': issue('出版日期：2024年6月30日\n') }, day: '2024-06-30', because: 'its issue says so' },
    { files: { 'issue.txt': issue('') }, day: null, because: 'the issue says its year and number alone' },
    { files: { 'alone.txt': PARKING }, day: null, because: 'no issue printed it' },
    {
      files: { 'page.html': webPage('2024-02-26 09:00') },
      day: '2024-02-26',
      because: 'the page it came from says so',
    },
    { files: { 'page.html': webPage('2024-02-01 09:00') }, day: null, because: 'it cannot be before the signing' },
    {
      files: { 'issue.txt': issue('出版日期：2024年6月30日\n'), 'page.html': webPage('2024-02-26 09:00') },
      day: '2024-02-26',
      because: 'the first publication counts',
    },
  ])('is $day: $because', async ({ files, day }) => {
    await library.reset()
    library.deps.pages.bump(['settings'])
    await library.load(files)
    const id = (await ids())['明溪政发〔2024〕2号']
    const html = await page(`/documents/${id}`)
    expect(JSON.parse(await page(`/documents/${id}.json`)).publishedOn).toBe(day)
    expect(/发布时间：<time[^>]*>([^<]*)</u.exec(html)?.[1] ?? null).toBe(day)
    expect(html).toContain(`<meta name="PubDate" content="${day ? `${day} 00:00` : '2026-06-01 10:00'}"/>`)
    expect(html).toContain('<time datetime="2026-06-01T02:00:00Z">2026-06-01 10:00</time>')
  })
})

test('a condition that cannot be meant is told, and the list shows what the others ask for', async () => {
  const html = await page('/documents?from=2024-13-45&kind=<b>')
  expect(html).toContain('看不懂这些条件，没有采用：成文不早于“2024-13-45”。')
  expect(html).toContain('&lt;b&gt;')
})

describe('lists and crawlers', () => {
  beforeAll(async () => {
    await library.reset()
    library.deps.pages.bump(['settings'])
    await library.load({ 'parking.txt': PARKING, 'heating.txt': HEATING, 'staff.txt': STAFF })
  }, 60_000)
  const robotsOf = (html: string) => /<meta name="robots" content="([^"]+)"/u.exec(html)?.[1] ?? null
  const relOf = (html: string, link: RegExp) =>
    [...html.matchAll(/<a href="([^"]*)"([^>]*)>/gu)]
      .filter(([, href = '']) => link.test(href))
      .map(([, , rest = '']) => /rel="([^"]*)"/u.exec(rest)?.[1] ?? null)

  test.each([
    ['/documents', null, 'the list'],
    ['/documents?year=2024', null, 'a list under one condition'],
    ['/documents?year=2024&view=elder', null, 'the same in large letters'],
    ['/documents?kind=通知&year=2024', 'noindex,follow', 'a combination'],
    ['/documents?kind=通知&sort=title', 'noindex,follow', 'another order of a part'],
    ['/tasks?state=running&q=a', 'noindex,follow', 'a combination in the ledger'],
  ])('%s says %s to robots: %s', async (path, robots, _because) => {
    expect(robotsOf(await page(path))).toBe(robots)
  })

  test('links into combinations are not to be followed, links to lists under one condition are', async () => {
    expect(relOf(await page('/documents'), /^\/documents\?year=2024$/u)).toEqual([null])
    const combinations = relOf(await page('/documents?year=2024'), /^\/documents\?.*&/u)
    expect(combinations.length).toBeGreaterThan(3)
    expect(new Set(combinations)).toEqual(new Set(['nofollow']))
  })
})

test('a column stands in the navigation of every page as soon as it holds something, and not before', async () => {
  await library.reset()
  library.deps.pages.bump(['settings'])
  const linksOf = (html: string) => /<nav class="sitenav[\s\S]*?<\/nav>/u.exec(html)?.[0].match(/href="[^"]+"/gu)
  expect(linksOf(await page('/documents'))).toEqual(['href="/documents"'])
  expect(await page('/sitemap.xml')).not.toContain('/gazettes<')
  await library.load({ 'issue.txt': issue('') })
  await pagesFollower(library.deps).follow([
    { version: 1, siteId: 'mingxi', entity: 'gazette', id: '2024-3', tombstone: false },
  ])
  expect(linksOf(await page('/documents'))).toEqual(['href="/documents"', 'href="/gazettes"'])
  expect(linksOf(await page('/browse'))).toEqual(['href="/documents"', 'href="/gazettes"'])
  expect(await page('/sitemap.xml')).toContain('/gazettes<')
})

test('a day of the ledger that cannot be meant is told, and one is read as people write it', async () => {
  expect(await page('/tasks?to=2024-13-45')).toContain('看不懂这个日期，没有采用：“2024-13-45”。')
  expect(await page('/tasks?state=unstated')).toContain(
    '<h1 class="page-title">0项<span class="phrase">未写时限的任务</span></h1>',
  )
  const written = await page('/tasks?to=20241231')
  expect(written).toContain('value="2024-12-31"')
  expect(written).not.toContain('看不懂')
})

test('an attachment that is named and not printed is no link: there is nothing that it could lead to', async () => {
  await library.reset()
  library.deps.pages.bump(['settings'])
  const named = PARKING.replace('\n\n明溪区人民政府\n\n', '\n\n附件：停车泊位登记表.docx\n\n明溪区人民政府\n\n')
  expect(named).not.toBe(PARKING)
  await library.load({ 'parking.txt': named })
  const [id = ''] = Object.values(await ids())
  const html = await page(`/documents/${id}`)
  expect(html).toContain('停车泊位登记表.docx')
  const anchors = [...html.matchAll(/href="#([^"]+)"/gu)].map(([, anchor]) => decodeURIComponent(anchor ?? ''))
  expect(anchors.filter((anchor) => !html.includes(`id="${anchor}"`))).toEqual([])
})

test('a statistical table leads to its picture, and the picture is there', async () => {
  await library.reset()
  await library.load({
    'table.txt':
      '明溪区统计局关于公布2025年一季度全区主要经济指标的通知\n\n明溪统发〔2025〕3号\n\n各街道办事处：\n\n现将主要经济指标予以公布。\n\n明溪区统计局\n\n2025年4月20日\n\n附件\n\n2025年一季度全区主要经济指标\n\n指标名称\t单位\t累计完成\t同比(±%)\n地区生产总值\t亿元\t104.1\t5.5\n固定资产投资\t亿元\t40.2\t3.1\n一般公共预算收入\t亿元\t12.6\t2.0\n',
  })
  const [id = ''] = Object.values(await ids())
  const [, href = ''] =
    /<a class="caption-link page-only" href="([^"]+)" aria-label="看图：/u.exec(await page(`/documents/${id}`)) ?? []
  expect(href).toBe(`/statistics/${id}/1`)
  expect(await page(href)).toContain(`${href}/chart.svg`)
})

test('an issue that does not exist names those of its year', async () => {
  await library.reset()
  await library.load({ 'issue.txt': issue('') })
  const response = await get('/gazettes/2024-9')
  expect(response.status).toBe(404)
  expect(await response.text()).toMatch(/<a href="\/gazettes\/2024-3">[^<]*2024年第3期<\/a>/u)
  expect(await (await get('/gazettes/1999-1')).text()).not.toContain('您要找的可能是')
})

test('an issue and an original that were taken back answer 410; one that never was, 404', async () => {
  await library.reset()
  library.deps.pages.bump(['settings'])
  await library.load({ 'issue.txt': issue(''), 'parking.txt': PARKING })
  const original = /\/files\/([0-9a-f]{64})/u.exec(await page('/gazettes/2024-3'))?.[1] ?? 'none'
  const addresses = ['', '/read', '/reading.html'].map((below) => `/gazettes/2024-3${below}`)
  for (const path of [...addresses, `/files/${original}`]) expect((await get(path)).status, path).toBe(200)
  expect((await get('/gazettes/2024-3/read/99')).status).toBe(404)
  await withdrawFile(library.deps, { siteId: 'mingxi', actor: CLERK, file: 'issue.txt', reason: '装成了未定稿' })
  await pagesFollower(library.deps).follow([
    { version: 1, siteId: 'mingxi', entity: 'gazette', id: '2024-3', tombstone: true },
  ])
  for (const path of [...addresses, `/files/${original}`]) expect((await get(path)).status, path).toBe(410)
  expect(await (await get('/gazettes/2024-3')).text()).toContain('这一期公报已经撤回')
  for (const path of ['/gazettes/2024-9', `/files/${'0'.repeat(64)}`]) expect((await get(path)).status, path).toBe(404)
})

test('an issue to be kept as a file is made once, and again when one of its documents changes', async () => {
  await library.reset()
  library.deps.pages.bump(['settings'])
  await library.load({ 'issue.txt': issue('') })
  const path = '/gazettes/2024-3/reading.html'
  const poisoned = await (await get(`http://evil.example${path}`)).text()
  expect(poisoned).toContain('href="http://evil.example/documents')
  // Without a domain its links are those of who asked: nobody else may be given them.
  expect(isKept(path)).toBe(false)
  domain = 'www.mingxi.example'
  expect(await (await get(`http://evil.example${path}`)).text()).not.toContain('evil.example')
  const response = await get(path)
  expect(response.headers.get('Content-Disposition')).toContain('attachment; filename="gazette-2024-3.html"')
  expect(await response.text()).toContain('合理设置泊位')
  expect(isKept(path)).toBe(true)
  const id = (await ids())['明溪政发〔2024〕2号'] ?? ''
  await withdrawDocument(library.deps, { siteId: 'mingxi', actor: CLERK, documentId: id, reason: '装错了文件' })
  await pagesFollower(library.deps).follow([{ version: 1, siteId: 'mingxi', entity: 'document', id, tombstone: false }])
  expect(isKept(path)).toBe(false)
  domain = null
})

describe('with documents', () => {
  let parking: string
  let heating: string
  beforeAll(async () => {
    await library.reset()
    library.deps.pages.bump(['settings'])
    await library.load({ 'parking.txt': PARKING, 'heating.txt': HEATING, 'staff.txt': STAFF })
    const known = await ids()
    parking = known['明溪政发〔2024〕2号'] ?? ''
    heating = known['明溪政发〔2024〕8号'] ?? ''
  }, 60_000)

  test('an address that names no document says what may have been meant', async () => {
    const written = await get(`/documents/${encodeURIComponent('供热保障的通知')}`)
    expect(written.status).toBe(404)
    expect(await written.text()).toContain(`<a href="/documents/${heating}">明溪区人民政府关于做好供热保障的通知</a>`)
    const mistyped = await get('/documents/990102-2024-999999')
    expect(mistyped.status).toBe(404)
    expect(await mistyped.text()).toContain('<a href="/documents?year=2024">2024年的全部文件</a>')
    expect(await (await get('/documents/990102-2999-000001')).text()).not.toContain('您要找的可能是')
  })

  test('a document shows its clauses, whom it cites beside the clause that does, and how to cite it', async () => {
    const html = await page(`/documents/${heating}`)
    expect(html).toContain('关于做好供热保障的通知')
    expect(html).toMatch(/<p id="n-二">[\s\S]*?<details class="note fold">[\s\S]*?规范停车秩序/u)
    expect(html).toContain(
      '明溪区人民政府：《明溪区人民政府关于做好供热保障的通知》，明溪政发〔2024〕8号，2024年10月9日',
    )
    expect(await page(`/documents/${parking}/citations`)).toContain(`/documents/${heating}#n-二`)
  })

  test('who was appointed and removed stands in one list, and in its CSV', async () => {
    expect(await page('/appointments')).toContain('高岚')
    expect(await (await get('/appointments.csv')).text()).toContain('林舒,任命,明溪区民政局局长,2024-05-06')
    expect(await page('/appointments?q=%E6%9E%97')).not.toContain('高岚')
  })

  test.each(['.txt', '.md', '.json', '.qr.svg'])('a document’s %s has an ETag and answers 304', async (form) => {
    const response = await get(`/documents/${parking}${form}`)
    const etag = response.headers.get('ETag') ?? ''
    expect(response.status).toBe(200)
    expect(etag).not.toBe('')
    expect((await get(`/documents/${parking}${form}`, { 'If-None-Match': etag })).status).toBe(304)
  })

  test.each(['/feed.xml', '/sitemap.xml', '/tasks.csv', '/approvals.csv', '/transfers.csv', '/citations/missing.csv'])(
    '%s has an ETag and answers 304',
    async (path) => {
      const etag = (await get(path)).headers.get('ETag') ?? ''
      expect(etag).not.toBe('')
      expect((await get(path, { 'If-None-Match': etag })).status).toBe(304)
    },
  )

  test('a feed and its entries have the same ids whatever host is asked; the links are those of the host', async () => {
    const [one, other] = await Promise.all(
      ['http://a.example/feed.xml', 'http://b.example/feed.xml'].map(async (address) => (await get(address)).text()),
    )
    const idsIn = (feed = '') => [...feed.matchAll(/<id>([^<]*)<\/id>/gu)].map(([, id]) => id)
    expect(idsIn(one).length).toBeGreaterThan(1)
    expect(new Set(idsIn(one)).size).toBe(idsIn(one).length)
    expect(idsIn(other)).toEqual(idsIn(one))
    expect(other).toContain(`href="http://b.example/documents/${parking}"`)
    expect(idsIn(await page('/feed.xml?kind=通知'))[0]).not.toBe(idsIn(one)[0])
  })

  describe('kept pages (decision 9)', () => {
    const changed = (entity: string, id: string): Change => ({
      version: 1,
      siteId: 'mingxi',
      entity,
      id,
      tombstone: false,
    })

    test.each([
      {
        what: 'a document',
        change: () => changed('document', parking),
        renewed: () => [
          '/documents',
          '/browse',
          '/tasks',
          '/appointments',
          `/documents/${parking}`,
          `/documents/${heating}`,
        ],
        kept: () => ['staff'],
      },
      {
        what: 'an issue',
        change: () => changed('gazette', '2024-1'),
        renewed: () => ['/gazettes'],
        kept: () => ['/documents', `/documents/${parking}`, 'staff'],
      },
      {
        what: 'a unit',
        change: () => changed('unit', 'office'),
        renewed: () => ['/tasks', `/documents/${parking}`],
        kept: () => ['/documents', '/gazettes', '/appointments'],
      },
      {
        what: 'the settings',
        change: () => changed('settings', 'mingxi'),
        renewed: () => ['/documents', '/gazettes', '/tasks', `/documents/${parking}`, 'staff'],
        kept: () => [],
      },
    ])('a change of $what renews what shows it and leaves the rest', async ({ change, renewed, kept }) => {
      const staff = (await ids())['明溪政任〔2024〕3号'] ?? ''
      const paths = (list: readonly string[]) => list.map((path) => (path === 'staff' ? `/documents/${staff}` : path))
      for (const path of paths([...renewed(), ...kept()])) await page(path)
      expect(paths([...renewed(), ...kept()]).filter((path) => !isKept(path))).toEqual([])
      await pagesFollower(library.deps).follow([change()])
      expect(paths(renewed()).filter(isKept)).toEqual([])
      expect(paths(kept()).filter((path) => !isKept(path))).toEqual([])
    })
  })

  test('what was taken back is gone from the sitemap and from the feed, and its page says why', async () => {
    expect(await (await get('/sitemap.xml')).text()).toContain(`/documents/${parking}<`)
    await withdrawDocument(library.deps, { siteId: 'mingxi', actor: CLERK, documentId: parking, reason: '装错了文件' })
    expect(await (await get('/sitemap.xml')).text()).not.toContain(`/documents/${parking}<`)
    expect(await (await get('/feed.xml')).text()).not.toContain(`/documents/${parking}<`)
    for (const below of ['', '/history', '/citations', '/compare', '.txt']) {
      const response = await get(`/documents/${parking}${below}`)
      expect(response.status, below).toBe(410)
      expect(await response.text()).toContain('已经撤回：装错了文件。')
    }
  })
})

describe('addresses of older texts', () => {
  const AMENDED = PARKING.replace('停车秩序的通知', '停车秩序的通知（2025年修正）').replace(
    '应当公示',
    '应当公示，并接受监督',
  )
  const MISREAD = PARKING.replace('停车秩序', '停东秩序')
  beforeAll(async () => {
    await library.reset()
    await library.load({ 'amended.txt': AMENDED, 'first.txt': PARKING, 'misread.txt': MISREAD })
  }, 60_000)

  test('answer with their text, 410 once it is taken back, and lead on when the document became part of another', async () => {
    const { items } = await library.deps.database.read('mingxi', (tx) =>
      listDocuments(tx, { kind: 'public' }, {}, { limit: 10, offset: 0, sort: 'title' }, '2026-06-01'),
    )
    const idOf = (words: string) => items.find(({ title }) => title.includes(words))?.id ?? 'none'
    const [id, old] = [idOf('停车秩序'), idOf('停东秩序')]
    expect(await page(`/documents/${id}?edition=2`)).toContain('这是旧的文本（首次印发）')
    expect(await page(`/documents/${id}?edition=1`)).not.toContain('这是旧的文本')
    const by = { siteId: 'mingxi', actor: CLERK, reason: '核对原件' }
    await mergeDocuments(library.deps, { ...by, documentId: old, into: id })
    const led = await get(`/documents/${old}?edition=1`)
    expect([led.status, led.headers.get('location')]).toEqual([301, `/documents/${id}?edition=2`])
    await withdrawFile(library.deps, { ...by, file: 'first.txt' })
    await withdrawFile(library.deps, { ...by, file: 'misread.txt' })
    const gone = await get(`/documents/${id}?edition=2`)
    expect(gone.status).toBe(410)
    const html = await gone.text()
    expect(html).toContain('这一版文本（首次印发）不再提供')
    expect(html).toContain(`href="/documents/${id}"`)
    expect((await get(`/documents/${id}?edition=7`)).status).toBe(404)
  })
})
