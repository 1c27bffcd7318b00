import { PgDialect } from 'drizzle-orm/pg-core'
import { expect, test } from 'vitest'
import { partOfRows } from './part-of-rows.ts'

const written = (part: { limit: number; offset: number }) => {
  const { sql, params } = new PgDialect().sqlToQuery(partOfRows(part))
  return [sql, params]
}

test.each([
  { limit: 20, offset: 0, words: 'LIMIT 20', values: [], because: 'the plan of a first page knows how far it goes' },
  { limit: 20, offset: 40, words: 'LIMIT 20 OFFSET $1', values: [40], because: 'pages further on are one statement' },
])('$limit rows after $offset: $words ($because)', ({ limit, offset, words, values }) =>
  expect(written({ limit, offset })).toEqual([words, values]),
)

test.each([-1, 1.5, Number.NaN, '1; DROP TABLE sites' as unknown as number])('%s is no number of rows', (limit) =>
  expect(() => partOfRows({ limit, offset: 0 })).toThrow('not a number of rows'),
)
