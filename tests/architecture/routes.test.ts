import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../../src/compose.ts'
import { readEnvironment } from '../../src/environment.ts'
import { openDeps } from '../../src/open-deps.ts'
import { rightOf } from '../../src/platform/http/allow.ts'

const TOKEN = 'a-token-of-some-length'

describe('routes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kaiming-routes-'))
  let routes: readonly { readonly method: string; readonly path: string; readonly handler: unknown }[] = []
  let app: ReturnType<typeof createApp>['app']
  let close: () => Promise<void>

  beforeAll(async () => {
    const environment = readEnvironment({
      KAIMING_DATA_DIR: folder,
      KAIMING_LOG_LEVEL: 'silent',
      KAIMING_METRICS_TOKEN: TOKEN,
    })
    if (!environment.ok) throw new Error(environment.problem.message)
    const opened = await openDeps(environment.value)
    if (!opened.ok) throw new Error(opened.problem.message)
    close = opened.value.close
    app = createApp(opened.value.deps, environment.value).app
    routes = app.routes
  })
  afterAll(async () => {
    await close()
    rmSync(folder, { recursive: true, force: true })
  })

  test('every one states the right that it needs, as its first handler', () => {
    const first = new Map<string, unknown>()
    for (const { method, path, handler } of routes) {
      const key = `${method} ${path}`
      if (method !== 'ALL' && path !== '/api/v1/openapi.json' && !first.has(key)) first.set(key, handler)
    }
    const unstated = [...first].filter(([, handler]) => rightOf(handler) === undefined).map(([key]) => key)
    expect(first.size).toBeGreaterThan(20)
    expect(unstated).toEqual([])
  })

  test('what is for operators is told to nobody else, not even that it is there', async () => {
    const guarded = [
      ...new Set(routes.filter(({ handler }) => rightOf(handler) === 'operator').map(({ path }) => path)),
    ]
    expect(guarded.sort()).toEqual(['/loads', '/loads/:id', '/metrics'])
    for (const path of guarded) {
      // No connection stands behind a request that is made here: it comes from nowhere, so from no operator.
      const address = path.replace(':id', '1')
      expect((await app.request(address)).status).toBe(404)
      expect((await app.request(address, { headers: { Authorization: `Bearer ${TOKEN}` } })).status).not.toBe(500)
    }
    const told = await app.request('/loads', { headers: { Authorization: `Bearer ${TOKEN}` } })
    expect(told.status).toBe(200)
    expect(told.headers.get('cache-control')).toContain('no-store')
  })

  test('only reading is public: no route takes anything but GET', () => {
    expect(
      routes
        .filter(({ method }) => method !== 'GET' && method !== 'ALL')
        .map(({ method, path }) => `${method} ${path}`),
    ).toEqual([])
  })
})
