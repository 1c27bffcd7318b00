import { sql } from 'drizzle-orm'
import { PgDialect } from 'drizzle-orm/pg-core'
import { expect, test } from 'vitest'
import { fixedSql } from './fixed-sql.ts'
import { sites } from './platform.table.ts'

const wordsOf = (part: ReturnType<typeof fixedSql>) => new PgDialect().sqlToQuery(part)

test('a fixed part says what it said before, and lets values stand around it', () => {
  const part = sql`FROM ${sites} s WHERE s.id IS NOT NULL`
  expect(wordsOf(sql`SELECT ${1} ${fixedSql(part)} LIMIT ${2}`)).toEqual(wordsOf(sql`SELECT ${1} ${part} LIMIT ${2}`))
})

test('a part with a value is refused', () => {
  expect(() => fixedSql(sql`id = ${'mingxi'}`)).toThrow('holds no values')
})
