/** What a person decided about identity, under natural keys: it holds again whenever the same text is read or loaded. */
export interface IdentityDecision {
  readonly fromIdentity: string
  /** The file whose print is parted from the others of its identity; '' when two identities are made one. */
  readonly fileHash: string
  readonly intoIdentity: string
}

/** The identity that a parted print gets: its own, and the file's. */
export const partedIdentity = (identity: string, fileHash: string): string => `${identity}|s|${fileHash.slice(0, 12)}`

/**
 * The identity under which a print stands: parted from its own first, when that was decided for its file, then made one
 * with others as often as that was decided. It never depends on what was loaded before.
 */
export function decidedIdentity(identity: string, fileHash: string, decisions: readonly IdentityDecision[]): string {
  const parted = decisions.find((decision) => decision.fileHash === fileHash && decision.fromIdentity === identity)
  const merges = new Map(
    decisions.filter((decision) => decision.fileHash === '').map((merge) => [merge.fromIdentity, merge.intoIdentity]),
  )
  let current = parted?.intoIdentity ?? identity
  const seen = new Set<string>()
  for (let next = merges.get(current); next !== undefined && !seen.has(current); next = merges.get(current)) {
    seen.add(current)
    current = next
  }
  return current
}
