import { type SQL, sql } from 'drizzle-orm'

/** Texts as one parameter: the statement is the same however many they are, so that a record keeps it parsed. */
export const textArray = (values: readonly string[]): SQL => sql`${sql.param([...values])}::text[]`

/** For `column = ${anyOf(values)}`: one of the texts; of none when there are none. */
export const anyOf = (values: readonly string[]): SQL => sql`ANY (${textArray(values)})`
