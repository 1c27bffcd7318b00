import type { StoredContent } from './documents.table.ts'

/** A text as it was read, and the version of its row: as long as the row has it, the text is the same. */
export interface KeptText {
  readonly version: string
  readonly content: StoredContent
}

/**
 * The texts that were read last, understood once: the page of a document, the same for elder readers, its other forms and the
 * issue as a book show the same text, and most readers want the same few. Who may see it is asked of the record each time.
 */
export interface KeptTexts {
  find(name: string): KeptText | null
  keep(name: string, text: KeptText): void
}

/** Elements and rows of tables that are kept together: some ten megabytes. */
const MOST_PARTS = 20_000

const partsOf = ({ elements, tables }: StoredContent): number =>
  tables.reduce((sum, { rows }) => sum + rows.length, elements.length)

/** Keeps texts while they have at most `most` parts together; those that were kept least lately go first. */
export function keepTexts(most = MOST_PARTS): KeptTexts {
  const kept = new Map<string, KeptText>()
  let parts = 0
  const drop = (name: string): void => {
    const text = kept.get(name)
    if (!text) return
    kept.delete(name)
    parts -= partsOf(text.content)
  }
  return {
    find: (name) => kept.get(name) ?? null,
    keep(name, text) {
      drop(name)
      const own = partsOf(text.content)
      if (own > most) return
      kept.set(name, text)
      parts += own
      for (const oldest of kept.keys()) {
        if (parts <= most) break
        drop(oldest)
      }
    },
  }
}
