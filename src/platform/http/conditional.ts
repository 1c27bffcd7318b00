/** Longest `If-None-Match` that is read; browsers send one tag. */
const LONGEST = 2000

/**
 * Whether a browser's `If-None-Match` names what it would get (RFC 9110 §13.1.2): one tag, a list or `*`, compared weakly,
 * since a proxy that compresses on the way marks the tag with `W/`.
 */
export const isUnchanged = (ifNoneMatch: string | undefined, etag: string): boolean => {
  if (!ifNoneMatch || ifNoneMatch.length > LONGEST) return false
  const bare = (tag: string) => tag.trim().replace(/^W\//, '')
  return ifNoneMatch.trim() === '*' || ifNoneMatch.split(',').some((tag) => bare(tag) === bare(etag))
}
