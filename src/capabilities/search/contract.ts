import { z } from '@hono/zod-openapi'

/** The longest query that is read: a clause quoted whole fits, a pasted page does not. */
export const LONGEST_QUERY = 200
/** How deep a list can be turned: beyond it, filters serve better than pages. */
const DEEPEST = 10_000

const VALIDITIES = ['in-force', 'amended', 'repealed', 'expired', 'unknown'] as const

/** What an address says for documents that do not say it: ?topic=none. */
export const UNSTATED = 'none'
const orUnstated = (value: string): string | null => (value === UNSTATED ? null : value)

const YEAR_FAULT = `year 应当是四位年份，没有写明年份的写 ${UNSTATED}。`
const year = z.coerce.number(YEAR_FAULT).int(YEAR_FAULT).min(1900, YEAR_FAULT).max(2200, YEAR_FAULT)

/** The parameters of `GET /api/v1/search`, with the sentences that say what is wrong with them. */
export const searchParameters = z.object({
  q: z.string().trim().max(LONGEST_QUERY, `检索词太长：最多 ${LONGEST_QUERY} 个字，请只留下关键的词。`).default(''),
  limit: z.coerce
    .number('limit 应当是 1 到 100 的整数。')
    .int('limit 应当是整数。')
    .min(1, 'limit 至少是 1。')
    .max(100, 'limit 最多是 100。')
    .default(10),
  offset: z.coerce
    .number('offset 应当是整数。')
    .int('offset 应当是整数。')
    .min(0, 'offset 不能小于 0。')
    .max(DEEPEST, `offset 最多是 ${DEEPEST}，请用筛选缩小范围。`)
    .default(0),
  sort: z.enum(['relevance', 'date'], 'sort 只能是 relevance 或 date。').default('relevance'),
  issuer: z.string().max(100, 'issuer 太长。').transform(orUnstated).optional(),
  year: z.union([z.literal(UNSTATED).transform(() => null), year], YEAR_FAULT).optional(),
  kind: z.string().max(40, 'kind 太长。').transform(orUnstated).optional(),
  topic: z.string().max(100, 'topic 太长。').transform(orUnstated).optional(),
  validity: z.enum(VALIDITIES, `validity 只能是 ${VALIDITIES.join('、')}。`).optional(),
})

export type SearchParameters = z.infer<typeof searchParameters>

const count = z.number().int()
const facet = z.array(z.object({ value: z.string(), count }))

export const searchHit = z.object({
  id: z.string(),
  title: z.string(),
  docNumber: z.string().nullable(),
  issuer: z.string().nullable(),
  signedOn: z.string().nullable(),
  publishedOn: z
    .string()
    .nullable()
    .describe('The day of publication that its gazette states; null where none is known'),
  kind: z.string().nullable(),
  topic: z.string().nullable(),
  validity: z.enum(VALIDITIES),
  snippet: z.string().describe('HTML: escaped text, the words found in <mark>'),
  url: z.string().describe('The document, at the clause that the snippet shows'),
})

export type SearchHit = z.infer<typeof searchHit>

export const searchAnswer = z.object({
  query: z.object({
    text: z.string(),
    corrected: z.string().nullable(),
    as: z.enum(['text', 'pinyin', 'docNumber']),
  }),
  total: z.number().int(),
  items: z.array(searchHit),
  facets: z.object({ issuer: facet, year: facet, kind: facet, topic: facet, validity: facet }),
  unstated: z
    .object({ issuer: count, year: count, kind: count, topic: count, validity: count })
    .describe(`Hits that do not say what a facet asks for; ${UNSTATED} as its value asks for them`),
  suggestions: z.array(z.string()),
  tookMs: z.number(),
})

export type SearchAnswer = z.infer<typeof searchAnswer>

export const suggestAnswer = z.object({
  items: z.array(z.object({ text: z.string(), kind: z.enum(['title', 'term', 'docNumber']), url: z.string() })),
})

export type SuggestAnswer = z.infer<typeof suggestAnswer>
