/** A match with the document that holds in its stead, where that is known and the match is not what was asked for by name. */
export interface Replaceable {
  readonly id: string
  readonly replacedBy: string | null
}

/**
 * Puts what no longer holds below what took its place, directly after it, where both were found; all else keeps its order. Who looks
 * for dogs must read first what holds of dogs, however well the repealed trial rules fit his words.
 */
export function belowReplacements<Match extends Replaceable>(ranked: readonly Match[]): Match[] {
  const places = new Map(ranked.map(({ id }, at) => [id, at]))
  const waiting = new Map<string, Match[]>()
  const ordered: Match[] = []
  const placed = new Set<string>()
  const place = (match: Match): void => {
    if (placed.has(match.id)) return
    placed.add(match.id)
    ordered.push(match)
    for (const held of waiting.get(match.id) ?? []) place(held)
  }
  for (const [at, match] of ranked.entries()) {
    const replacement = match.replacedBy === null ? undefined : places.get(match.replacedBy)
    if (match.replacedBy === null || replacement === undefined || replacement <= at || placed.has(match.replacedBy))
      place(match)
    else waiting.set(match.replacedBy, [...(waiting.get(match.replacedBy) ?? []), match])
  }
  // Two that repeal one another wait for each other: a misreading must not take them out of the list.
  for (const match of ranked) place(match)
  return ordered
}
