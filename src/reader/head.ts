import type { Line } from './lines.ts'
import type { ContentsEntry } from './types.ts'

/** Where a document begins: its letterhead, title and number, as indexes into the lines. */
export interface Head {
  /** First line of the document. */
  readonly start: number
  /** First line after title and number. */
  readonly body: number
  readonly title: string
  readonly titleLines: readonly Line[]
  readonly docNumber: string | null
  /** Issuer as the letterhead above the number names it (…文件, …令), without 文件. */
  readonly letterhead: string | null
  /** Contents entry that names it, null where none does. */
  readonly entry: ContentsEntry | null
}

export interface HeadKnowledge {
  readonly kinds: readonly string[]
  readonly entries: readonly ContentsEntry[]
  /** The source is a gazette: documents follow one another. */
  readonly isGazette: boolean
  /** Numbers of the lines that stand directly under a heading of a section of the gazette. */
  readonly underSection: ReadonlySet<number>
}
