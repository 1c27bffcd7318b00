/** The names of issuers that a list has in one text. */
export const issuersOf = (joined: string | null | undefined): readonly string[] => joined?.split('、') ?? []

/** A title that begins with the names of several issuers, name by name and then the rest; any other as it is. */
export function jointParts(title: string, issuers: readonly string[]): readonly string[] {
  if (issuers.length < 2) return [title]
  const parts: string[] = []
  let rest = title
  for (const issuer of issuers) {
    if (!rest.startsWith(issuer)) return [title]
    const end = issuer.length + (/^[\s、]+/u.exec(rest.slice(issuer.length))?.[0].length ?? 0)
    parts.push(rest.slice(0, end))
    rest = rest.slice(end)
  }
  return rest === '' ? parts : [...parts, rest]
}
