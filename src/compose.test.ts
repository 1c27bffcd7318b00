import { createServer, request as httpRequest, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gunzipSync } from 'node:zlib'
import { getRequestListener } from '@hono/node-server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CLERK, openTestLibrary, type TestLibrary } from './capabilities/library/testing.ts'
import { loadUnits, readUnitsFile } from './capabilities/units/actions/load-units.ts'
import { type Composed, createApp } from './compose.ts'
import { type Following, followChanges } from './platform/changes/changes.ts'
import { pageKey } from './platform/http/page-cache.ts'
import { importSettings } from './platform/settings/settings.ts'
import { readSettingsFile } from './platform/settings/settings-file.ts'

const notice = (number: number, title: string, body: string) =>
  `明溪政发〔2025〕${number}号\n明溪区人民政府关于${title}的通知\n各街道办事处：\n${body}\n明溪区人民政府\n2025年3月${number}日\n`

const unitsFile = (phone: string) => ({
  units: [{ id: 'civil', kind: 'department', names: [{ name: '明溪区民政局' }], phone }],
})

let library: TestLibrary
let composed: Composed
let following: Following
let server: Server
let base: string
const limits = { rateLimit: 0, trustedProxies: ['127.0.0.0/8'], metricsToken: 'a-token-of-sixteen' }

const units = async (phone: string) => {
  const file = readUnitsFile(JSON.stringify(unitsFile(phone)))
  if (!file.ok) throw new Error(file.problem.message)
  await loadUnits(library.deps, { siteId: 'mingxi', actor: CLERK, file: file.value })
}
const settings = async (name: string, at: string) => {
  const file = readSettingsFile(JSON.stringify({ site: 'mingxi', code: '990102', name, hosts: ['127.0.0.1'] }))
  if (!file.ok) throw new Error(file.problem.message)
  await importSettings(library.deps.database, file.value, CLERK, new Date(at))
}
const documentAt = async (title: string): Promise<string> => {
  const { items } = (await (await fetch(`${base}/api/v1/documents?limit=100`)).json()) as {
    items: { title: string; url: string }[]
  }
  return items.find((item) => item.title.includes(title))?.url ?? ''
}

beforeAll(async () => {
  library = await openTestLibrary()
  await settings('明溪区人民政府', '2025-01-01T00:00:00Z')
  await units('5550 0001')
  await library.load({ 'a.txt': notice(1, '清理楼道', '即日起清理楼道杂物。') })
  composed = createApp(library.deps, limits)
  following = await followChanges(library.deps.database, composed.followers, library.deps.log)
  const answer = getRequestListener(composed.app.fetch)
  server = createServer((incoming, outgoing) => {
    if (!composed.answerKept(incoming, outgoing)) void answer(incoming, outgoing)
  })
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await following.close()
  await library.close()
})

interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: Buffer
}

/** A request as it is written: no header is added, nothing is decoded. */
const ask = (path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> =>
  new Promise((settle, fail) => {
    const asked = httpRequest(`${base}${path}`, { method, headers }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part) => parts.push(part))
      answer.on('end', () =>
        settle({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts) }),
      )
    })
    asked.on('error', fail)
    asked.end()
  })

/** Asks for pages, so that they are kept; then, after something has happened, tells which are kept no more. */
async function renewedBy(paths: readonly string[], happens: () => Promise<unknown>): Promise<readonly string[]> {
  const isKept = (path: string) => library.deps.pages.get(pageKey('mingxi', 'public', library.deps.clock.today(), path))
  for (const path of paths) expect((await ask(path)).status).toBe(200)
  expect(paths.filter((path) => !isKept(path))).toEqual([])
  await happens()
  await following.catchUp()
  return paths.filter((path) => !isKept(path))
}

const ABOUT = ['/help', '/accessibility', '/privacy']

describe('pages that are kept (decision 9)', () => {
  test('a new document renews the pages that may show it, and no others', async () => {
    const first = await documentAt('清理楼道')
    const must = ['/', '/documents', '/gazettes', '/tasks', '/units/civil']
    const mustNot = ['/units', '/sitemap', ...ABOUT, first]
    const happens = () => library.load({ 'b.txt': notice(2, '修剪树木', '本月修剪行道树。') })
    expect(await renewedBy([...must, ...mustNot], happens)).toEqual(must)
    expect((await ask('/documents')).body.toString()).toContain('明溪政发〔2025〕2号')
  })

  test('a unit’s telephone renews the pages that may name it, and no others', async () => {
    const must = ['/', '/units', '/units/civil', '/tasks', '/sitemap']
    expect(await renewedBy([...must, ...ABOUT], () => units('5550 0002'))).toEqual(must)
    expect((await ask('/units/civil')).body.toString()).toContain('5550\u00a00002')
  })

  test('the site’s name renews every page, in its next answer', async () => {
    const paths = ['/', '/documents', '/gazettes', '/units', '/tasks', '/sitemap', ...ABOUT, await documentAt('树木')]
    expect(await renewedBy(paths, () => settings('云岭市明溪区人民政府', '2025-01-02T00:00:00Z'))).toEqual(paths)
    expect((await ask('/help')).body.toString()).toContain('<meta name="SiteName" content="云岭市明溪区人民政府"/>')
  })

  test('a page that is kept is the page that is made, whoever asks for it', async () => {
    const path = await documentAt('清理楼道')
    library.deps.pages.bump(['documents'])
    const made = await ask(path)
    const again = await ask(path)
    expect(again.body.equals(made.body)).toBe(true)
    const { date: _one, connection: _two, 'keep-alive': _three, ...headers } = again.headers
    expect(made.headers).toMatchObject(headers)
  })
})

describe('an answer from the cache', () => {
  test('goes out as the browser reads it', async () => {
    const plain = await ask('/help')
    const zipped = await ask('/help', { 'Accept-Encoding': 'gzip' })
    expect(zipped.headers['content-encoding']).toBe('gzip')
    expect(gunzipSync(zipped.body).equals(plain.body)).toBe(true)
    expect((await ask('/help', { 'Accept-Encoding': 'gzip, br' })).headers['content-encoding']).toBe('br')
    expect((await ask('/help', { 'Accept-Encoding': 'gzip;q=0' })).headers['content-encoding']).toBeUndefined()
    for (const { headers } of [plain, zipped]) expect(headers.vary).toBe('Accept-Encoding')
  })

  test('is not sent again to who has it, and then speaks of no body', async () => {
    const { headers } = await ask('/help')
    const unchanged = await ask('/help', { 'If-None-Match': String(headers.etag), 'Accept-Encoding': 'gzip' })
    expect([unchanged.status, unchanged.body.byteLength]).toEqual([304, 0])
    expect(unchanged.headers.etag).toBe(headers.etag)
    expect(unchanged.headers['content-type']).toBeUndefined()
    expect(unchanged.headers['content-encoding']).toBeUndefined()
  })

  test('to HEAD has the headers of GET and no body', async () => {
    const [head, get] = [await ask('/help', {}, 'HEAD'), await ask('/help')]
    expect([head.status, head.body.byteLength]).toEqual([200, 0])
    expect(head.headers['content-length']).toBe(String(get.body.byteLength))
    expect(head.headers.etag).toBe(get.headers.etag)
  })

  test('bears the headers of every answer', async () => {
    await ask('/help')
    const { headers } = await ask('/help')
    expect(headers['content-security-policy']).toContain("default-src 'none'")
    expect(headers['content-security-policy']).not.toContain('unsafe')
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['cache-control']).toBe('no-cache')
  })
})

describe('what is refused', () => {
  test.each([
    ['POST', '/documents', 405, 'text/html'],
    ['DELETE', '/api/v1/documents', 405, 'application/problem+json'],
    ['POST', '/nothing', 404, 'text/html'],
    ['GET', `/api/v1/search?q=${'a'.repeat(5000)}`, 400, 'application/problem+json'],
    ['GET', '/api/v1/nothing', 404, 'application/problem+json'],
    ['GET', '/documents/%E0%A4%A', 400, 'text/html'],
    ['GET', '/documents/%00', 400, 'text/html'],
    ['GET', '/tasks?q=a%00b', 400, 'text/html'],
    ['GET', '/api/v1/documents/%00', 400, 'application/problem+json'],
    ['GET', '//documents/', 404, 'text/html'],
  ])('%s %.40s is answered %i in %s', async (method, path, status, type) => {
    const answer = await ask(path, {}, method)
    expect(answer.status).toBe(status)
    expect(answer.headers['content-type']).toContain(type)
    expect(answer.body.toString()).toMatch(/[\u4e00-\u9fff]{3}/)
    if (status === 405) expect(answer.headers.allow).toBe('GET, HEAD')
  })

  test.each([
    ['/documents/', '/documents'],
    ['/documents/?year=2025', '/documents?year=2025'],
  ])('%s leads to %s', async (written, meant) => {
    const answer = await ask(written)
    expect([answer.status, answer.headers.location]).toEqual([301, meant])
  })

  test('another host has no site here', async () => {
    expect((await ask('/', { Host: 'elsewhere.example' })).status).toBe(404)
  })

  test('metrics go to this machine and to who has the token, not through a proxy', async () => {
    const status = async (headers: Record<string, string>) => (await ask('/metrics', headers)).status
    expect(await status({})).toBe(200)
    expect(await status({ 'X-Forwarded-For': '1.2.3.4' })).toBe(404)
    expect(await status({ Via: '1.1 proxy' })).toBe(404)
    expect(await status({ 'X-Forwarded-For': '1.2.3.4', Authorization: 'Bearer a-token-of-sixteen' })).toBe(200)
    expect(await status({ 'X-Forwarded-For': '1.2.3.4', Authorization: 'Bearer another' })).toBe(404)
  })

  test('who asks too fast is told when to come back; what is kept is never counted', async () => {
    const strict = createApp(library.deps, { ...limits, rateLimit: 1 })
    const from = (path: string) => strict.app.request(path, { headers: { Host: '127.0.0.1' } })
    for (let times = 0; times < 10; times++) expect((await from('/nothing')).status).not.toBe(429)
    const page = await from('/nothing')
    expect([page.status, page.headers.get('Retry-After')]).toEqual([429, '1'])
    const html = await page.text()
    expect(html).toContain('访问得太快了')
    expect(html).toContain('<a href="/nothing">再试一次</a>')
    expect((await from('/assets/colours.000000000000.css')).status).not.toBe(429)
    const json = await from('/api/v1/documents')
    expect(await json.json()).toMatchObject({ status: 429, title: 'too-many-requests' })
    await ask('/help')
    expect((await from('/help')).status).toBe(200)
  })

  test('who watches the server is answered also when everybody else has to wait', async () => {
    const strict = createApp(library.deps, { ...limits, rateLimit: 1 })
    const headers = { Host: '127.0.0.1', Authorization: `Bearer ${limits.metricsToken}` }
    const from = async (path: string, own: Record<string, string>) =>
      (await strict.app.request(path, { headers: own })).status
    for (let times = 0; times < 20; times++) await from('/nothing', { Host: '127.0.0.1' })
    expect(await from('/healthz', { Host: '127.0.0.1' })).toBe(429)
    for (const path of ['/healthz', '/readyz', '/metrics']) expect(await from(path, headers)).toBe(200)
    expect(await from('/loads', headers)).toBe(429)
  })
})
