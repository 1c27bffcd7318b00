import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CLERK, openTestLibrary, type TestLibrary } from './capabilities/library/testing.ts'
import { createApp } from './compose.ts'
import type { Clock } from './platform/ports.ts'
import { importSettings } from './platform/settings/settings.ts'
import { readSettingsFile } from './platform/settings/settings-file.ts'
import { SCRIPT, STYLE } from './portal/assets.ts'

const LIMITS = { rateLimit: 0, trustedProxies: [], metricsToken: 'a-token-of-sixteen' }
const NOTICE =
  '明溪政发〔2025〕1号\n明溪区人民政府关于清理楼道的通知\n各街道办事处：\n即日起清理楼道。\n明溪区人民政府\n2025年3月1日\n'

let library: TestLibrary
let later = 0
const ask = async (app: ReturnType<typeof createApp>['app'], path: string, headers: Record<string, string> = {}) => {
  const response = await app.request(path, { headers: { Host: '127.0.0.1', ...headers } })
  return { status: response.status, type: response.headers.get('Content-Type'), text: await response.text() }
}

beforeAll(async () => {
  library = await openTestLibrary()
  const file = readSettingsFile(
    JSON.stringify({ site: 'mingxi', code: '990102', name: '明溪区人民政府', hosts: ['127.0.0.1'] }),
  )
  if (!file.ok) throw new Error(file.problem.message)
  await importSettings(library.deps.database, file.value, CLERK, new Date('2025-01-01T00:00:00Z'))
  await library.load({ 'a.txt': NOTICE })
}, 120_000)
afterAll(() => library.close())

describe('while the record does not answer', () => {
  let running: ReturnType<typeof createApp>
  let fresh: ReturnType<typeof createApp>
  beforeAll(async () => {
    const clock: Clock = { ...library.deps.clock, now: () => new Date(library.deps.clock.now().getTime() + later) }
    running = createApp({ ...library.deps, clock }, LIMITS)
    fresh = createApp(library.deps, LIMITS)
    for (const path of ['/help', '/documents']) expect((await ask(running.app, path)).status).toBe(200)
    await library.loseRecord()
    // Longer than sites are believed.
    later = 60_000
  })

  test('the process still says that it is there, and that the record is not', async () => {
    for (const { app } of [running, fresh]) {
      expect(await ask(app, '/healthz')).toMatchObject({ status: 200, text: 'ok\n' })
      expect(await ask(app, '/readyz')).toMatchObject({ status: 503, text: 'the record does not answer\n' })
    }
  })

  test('what is kept is shown on', async () => {
    expect(await ask(running.app, '/documents')).toMatchObject({ status: 200 })
  })

  test('a page that has to be read says so within the frame of the site', async () => {
    const { status, text } = await ask(running.app, '/tasks?state=past-due')
    expect(status).toBe(500)
    for (const words of ['网站出了错', '明溪区人民政府', '<a href="/tasks?state=past-due">再试一次</a>'])
      expect(text).toContain(words)
  })

  test('a server that has never seen the record says so too, in the style of the portal', async () => {
    const { status, text } = await ask(fresh.app, '/documents?q=<b>')
    expect(status).toBe(500)
    for (const words of ['网站出了错', '再试一次', STYLE.path]) expect(text).toContain(words)
    expect(text).not.toContain('<b>')
    for (const { path, type } of [STYLE, SCRIPT])
      expect(await ask(fresh.app, path)).toMatchObject({ status: 200, type: expect.stringContaining(type) })
  })

  test('programs are told in JSON', async () => {
    expect(await ask(fresh.app, '/api/v1/documents')).toMatchObject({
      status: 500,
      type: 'application/problem+json; charset=utf-8',
    })
  })
})
