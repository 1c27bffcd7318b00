import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { isDay } from '../../../kernel/day.ts'
import { asSentence } from '../../../kernel/sentence.ts'
import { allow } from '../../../platform/http/allow.ts'
import type { AppEnv } from '../../../platform/http/env.ts'
import { problemResponse, refuseParameters } from '../../../platform/http/problem.ts'
import type { DocumentFilter } from '../contract.ts'
import { type LibraryDeps, loadDocument } from '../store/document.queries.ts'
import { listGazettes, loadGazette } from '../store/gazette.queries.ts'
import { wasIssue } from '../store/gone.queries.ts'
import { listDocuments } from '../store/list.queries.ts'
import { historyApi } from './history-routes.ts'

const whole = (name: string, least: number, most: number, usual: number) =>
  z.coerce
    .number(`${name} 应当是整数。`)
    .int(`${name} 应当是整数。`)
    .min(least, `${name} 至少是 ${least}。`)
    .max(most, `${name} 最多是 ${most}。`)
    .default(usual)
const day = (name: string) => z.string().refine(isDay, `${name} 应当写成 2024-05-01 的样子。`).optional()

/** `none` asks for documents that do not say it. */
const orNone = (most: number) =>
  z
    .string()
    .max(most)
    .transform((value) => (value === 'none' ? null : value))
    .optional()

const listParameters = z.object({
  limit: whole('limit', 1, 100, 20),
  offset: whole('offset', 0, 10_000, 0),
  sort: z.enum(['date', 'title'], 'sort 只能是 date 或 title。').default('date'),
  issuer: orNone(200),
  unit: z.string().max(80).optional(),
  kind: orNone(40),
  topic: orNone(100),
  year: z
    .union([
      z.literal('none').transform(() => null),
      z.coerce.number('year 应当是四位年份。').int().min(1900).max(2200),
    ])
    .optional(),
  validity: z.enum(['in-force', 'amended', 'repealed', 'expired', 'unknown']).optional(),
  from: day('from'),
  to: day('to'),
})

const json = (description: string) => ({
  200: { description, content: { 'application/json': { schema: z.any() } } },
  404: { description: '没有这一项', content: { 'application/problem+json': { schema: z.any() } } },
})
const route = <Path extends string>(path: Path, summary: string) =>
  createRoute({ method: 'get', path, summary, middleware: [allow('anyone')] as const, responses: json(summary) })

const id = z.object({ id: z.string().max(80) })

/** `GET /documents`, `/documents/{id}`, `/gazettes`, `/gazettes/{id}`: the library for other systems. */
export function libraryApi(deps: LibraryDeps): OpenAPIHono<AppEnv> {
  const app = new OpenAPIHono<AppEnv>({ defaultHook: refuseParameters })
  const read = <T>(siteId: string, work: Parameters<typeof deps.database.read<T>>[1]) =>
    deps.database.read(siteId, work)

  app.openapi(
    createRoute({
      method: 'get',
      path: '/documents',
      summary: '文件列表',
      middleware: [allow('anyone')] as const,
      request: { query: listParameters },
      responses: json('文件列表'),
    }),
    async (c) => {
      const { limit, offset, sort, unit, ...rest } = c.req.valid('query')
      const filter = Object.fromEntries(
        Object.entries({ ...rest, issuerUnitId: unit }).filter(([, value]) => value !== undefined),
      ) as DocumentFilter
      return c.json(
        await read(c.get('site').id, (tx) =>
          listDocuments(tx, c.get('visitor'), filter, { limit, offset, sort }, deps.clock.today()),
        ),
        200,
      )
    },
  )
  app.openAPIRegistry.registerPath({ ...route('/documents/{id}', '一份文件'), request: { params: id } })
  app.get('/documents/:id', allow('anyone'), async (c) => {
    const loaded = await read(c.get('site').id, (tx) =>
      loadDocument(tx, c.get('visitor'), c.req.param('id'), deps.clock.today(), { texts: deps.texts }),
    )
    if (loaded.state === 'found') return c.json(loaded.document, 200)
    if (loaded.state === 'moved') return c.redirect(`/api/v1/documents/${loaded.to}`, 301)
    if (loaded.state === 'gone')
      return problemResponse(c, 410, 'gone', `这份文件已经撤回：${asSentence(loaded.reason)}`)
    return problemResponse(c, 404, 'unknown-document', '没有这个编号的文件。')
  })
  app.openapi(route('/gazettes', '公报列表'), async (c) =>
    c.json({ items: await read(c.get('site').id, (tx) => listGazettes(tx, c.get('visitor'))) }, 200),
  )
  app.openAPIRegistry.registerPath({ ...route('/gazettes/{id}', '一期公报'), request: { params: id } })
  app.get('/gazettes/:id', allow('anyone'), async (c) => {
    const gazette = await read(c.get('site').id, (tx) =>
      loadGazette(tx, c.get('visitor'), c.req.param('id'), deps.clock.today()),
    )
    if (gazette) return c.json(gazette, 200)
    const isGone = await read(c.get('site').id, (tx) => wasIssue(tx, c.req.param('id')))
    return isGone
      ? problemResponse(c, 410, 'gone', '这一期公报已经撤回，不再展示。')
      : problemResponse(c, 404, 'unknown-gazette', '没有这一期公报。')
  })
  app.route('/', historyApi(deps))
  return app
}
