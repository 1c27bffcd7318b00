import type { Hono } from 'hono'
import { allow } from './allow.ts'
import type { AppEnv } from './env.ts'
import type { Metrics } from './metrics.ts'

interface Operated {
  readonly metrics: Metrics
  /** Asks the record; throws when it does not answer. */
  readonly isReady: () => Promise<unknown>
}

/** `/healthz`, `/readyz`, `/metrics`: for operators. */
export function operatorRoutes(app: Hono<AppEnv>, { metrics, isReady }: Operated): void {
  app.use(async (c, next) => {
    const started = performance.now()
    await next()
    metrics.observe(c.req.method, c.res.status, (performance.now() - started) / 1000)
  })
  app.get('/healthz', allow('anyone'), (c) => c.text('ok\n'))
  app.get('/readyz', allow('anyone'), async (c) => {
    const answer = await isReady().then(
      () => 'ready',
      () => 'the record does not answer',
    )
    return c.text(`${answer}\n`, answer === 'ready' ? 200 : 503, { 'Cache-Control': 'no-store' })
  })
  app.get('/metrics', allow('operator'), async (c) =>
    c.text(await metrics.text(), 200, { 'Cache-Control': 'no-store' }),
  )
}
