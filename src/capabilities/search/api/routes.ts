import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { allow } from '../../../platform/http/allow.ts'
import type { AppEnv } from '../../../platform/http/env.ts'
import { refuseParameters } from '../../../platform/http/problem.ts'
import type { Deps } from '../../../platform/ports.ts'
import type { SearchProjection } from '../actions/search-documents.ts'
import { searchDocuments } from '../actions/search-documents.ts'
import { suggest } from '../actions/suggest.ts'
import { LONGEST_QUERY, searchAnswer, searchParameters, suggestAnswer } from '../contract.ts'

const json = <Schema extends z.ZodType>(schema: Schema, description: string) => ({
  description,
  content: { 'application/json': { schema } },
})

const search = createRoute({
  method: 'get',
  path: '/search',
  summary: '检索文件',
  middleware: [allow('anyone')] as const,
  request: { query: searchParameters },
  responses: { 200: json(searchAnswer, '命中的文件、分面计数和对检索词的理解') },
})

const suggestRoute = createRoute({
  method: 'get',
  path: '/suggest',
  summary: '输入时的提示',
  middleware: [allow('anyone')] as const,
  request: { query: z.object({ q: z.string().max(LONGEST_QUERY, '检索词太长。').default('') }) },
  responses: { 200: json(suggestAnswer, '标题和发文字号') },
})

/** `GET /search` and `GET /suggest` of INTERFACES. */
export function searchApi(deps: Deps, projection: () => Promise<SearchProjection>): OpenAPIHono<AppEnv> {
  const app = new OpenAPIHono<AppEnv>({ defaultHook: refuseParameters })
  app.openapi(search, async (c) => {
    const answer = await searchDocuments(deps, await projection(), c.get('site').id, c.req.valid('query'))
    return c.json(answer, 200)
  })
  app.openapi(suggestRoute, async (c) => {
    const { catalogue } = await projection()
    return c.json(suggest(catalogue, c.get('site').id, c.req.valid('query').q), 200)
  })
  return app
}
