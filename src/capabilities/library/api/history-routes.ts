import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { asSentence } from '../../../kernel/sentence.ts'
import { allow } from '../../../platform/http/allow.ts'
import type { AppEnv } from '../../../platform/http/env.ts'
import { problemResponse, refuseParameters } from '../../../platform/http/problem.ts'
import type { Deps } from '../../../platform/ports.ts'
import { loadDifferences, loadHistory, type OfDocument } from '../actions/load-history.ts'
import { citedButMissing } from '../store/relation.queries.ts'
import { listUnmatchedNames } from '../store/unmatched.queries.ts'

const answers = (description: string) => ({
  200: { description, content: { 'application/json': { schema: z.any() } } },
  404: { description: '没有这一项', content: { 'application/problem+json': { schema: z.any() } } },
})
const params = z.object({ id: z.string().max(80) })
const TEXT = z
  .string()
  .regex(/^(?:e\d{1,4}|[0-9a-f]{12}\.\d{1,6})$/, 'from 和 to 应当写成 e1（版本）或 3f9a04c1e2b7.2（刊载）的样子。')
  .optional()
const page = z.object({
  limit: z.coerce.number().int().min(1, 'limit 至少是 1。').max(100, 'limit 最多是 100。').default(20),
  offset: z.coerce.number().int().min(0, 'offset 至少是 0。').max(10_000, 'offset 最多是 10000。').default(0),
})
const get = <Path extends string, Request extends object>(path: Path, summary: string, request: Request) =>
  createRoute({
    method: 'get',
    path,
    summary,
    request,
    middleware: [allow('anyone')] as const,
    responses: answers(summary),
  })

/** Problem details and redirects are no answer that a route declares: the typed handlers let them through as they are. */
const undeclared = (response: Response): never => response as never

/** Answers for a document that is not there as it was asked for. */
function elsewhere(c: Context<AppEnv>, loaded: Exclude<OfDocument<object>, { state: 'found' }>, rest: string): never {
  if (loaded.state === 'moved') return undeclared(c.redirect(`/api/v1/documents/${loaded.to}/${rest}`, 301))
  if (loaded.state === 'gone')
    return undeclared(problemResponse(c, 410, 'gone', `这份文件已经撤回：${asSentence(loaded.reason)}`))
  return undeclared(problemResponse(c, 404, 'unknown-document', '没有这个编号的文件。'))
}

/** Editions, prints and their differences; what is cited and missing; names that no unit answers to. */
export function historyApi(deps: Deps): OpenAPIHono<AppEnv> {
  const app = new OpenAPIHono<AppEnv>({ defaultHook: refuseParameters })
  const { database, clock } = deps
  app.openapi(get('/documents/{id}/history', '一份文件的版本和刊载', { params }), async (c) => {
    const { id: site } = c.get('site')
    const { id } = c.req.valid('param')
    const loaded = await database.read(site, (tx) => loadHistory(tx, site, c.get('visitor'), id, clock.today()))
    return loaded.state === 'found' ? c.json(loaded.history, 200) : elsewhere(c, loaded, 'history')
  })
  const differences = get('/documents/{id}/differences', '两个版本或两次刊载逐条的不同', {
    params,
    query: z.object({ from: TEXT, to: TEXT }),
  })
  app.openapi(differences, async (c) => {
    const { id: site } = c.get('site')
    const { id } = c.req.valid('param')
    const { from = null, to = null } = c.req.valid('query')
    const loaded = await database.read(site, (tx) =>
      loadDifferences(tx, site, c.get('visitor'), id, { from, to }, clock.today()),
    )
    if (loaded.state !== 'found') return elsewhere(c, loaded, 'differences')
    return loaded.differences
      ? c.json(loaded.differences, 200)
      : undeclared(problemResponse(c, 404, 'unknown-text', '这份文件没有这样两个可以比较的版本或刊载。'))
  })
  app.openapi(get('/citations/missing', '被引用而文件库没有的文件', { query: page }), async (c) =>
    c.json(
      await database.read(c.get('site').id, (tx) => citedButMissing(tx, c.get('visitor'), c.req.valid('query'))),
      200,
    ),
  )
  app.openapi(get('/units/unmatched', '对不上单位名录的名称', { query: page }), async (c) =>
    c.json(
      await database.read(c.get('site').id, (tx) => listUnmatchedNames(tx, c.get('visitor'), c.req.valid('query'))),
      200,
    ),
  )
  return app
}
