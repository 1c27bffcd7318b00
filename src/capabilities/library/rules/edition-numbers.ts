import type { EditionKey } from './editions.ts'

/** An edition that has a number, also one whose text is not there any more. */
export interface NumberedEdition {
  readonly number: number
  readonly key: EditionKey
  /** The file that stood for it. */
  readonly fileHash: string | null
}

/**
 * Numbers of editions: they are addresses, given once. An edition keeps its own when older texts are loaded after it, and
 * when its file is read again and says another day of itself; one that is gone leaves its number free for nobody else.
 */
export function numberEditions(
  editions: readonly { readonly key: EditionKey; readonly fileHashes: readonly string[] }[],
  known: readonly NumberedEdition[],
): { readonly numbers: readonly number[]; readonly lost: readonly NumberedEdition[] } {
  const free = new Map(known.map((edition) => [edition.number, edition]))
  const numbers: (number | null)[] = editions.map(() => null)
  const take = (at: number, found: NumberedEdition | undefined) => {
    if (found === undefined) return
    numbers[at] = found.number
    free.delete(found.number)
  }
  for (const [at, { key }] of editions.entries())
    take(
      at,
      [...free.values()].find((one) => one.key === key),
    )
  for (const [at, { fileHashes }] of editions.entries())
    if (numbers[at] === null)
      take(
        at,
        [...free.values()].find(({ fileHash }) => fileHash !== null && fileHashes.includes(fileHash)),
      )
  let last = Math.max(0, ...known.map(({ number }) => number))
  return { numbers: numbers.map((number) => number ?? ++last), lost: [...free.values()] }
}
