import type { ReadGazette } from '../../../reader/types.ts'

/** What is known of an issue beside its year and number, which are its address. */
export type IssueFacts = Pick<ReadGazette, 'publisher' | 'totalNumber' | 'publishedOn'> & { readonly title: string }

/**
 * An issue by what its files say of it (as text, as PDF, scanned twice): what most of them say, and of as many the
 * smallest, so that it never matters which was loaded first.
 */
export const issueOf = (files: readonly ReadGazette[]): IssueFacts => ({
  title: mostSaid(files.map(({ title }) => title)) ?? '政府公报',
  publisher: mostSaid(files.map(({ publisher }) => publisher)),
  totalNumber: mostSaid(files.map(({ totalNumber }) => totalNumber)),
  publishedOn: mostSaid(files.map(({ publishedOn }) => publishedOn)),
})

function mostSaid<Value extends string | number>(values: readonly (Value | null)[]): Value | null {
  const counts = new Map<Value, number>()
  for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1)
  const [first] = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
  return first?.[0] ?? null
}
