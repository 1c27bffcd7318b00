import type { CachedPage, PageCache, Visitor } from '../ports.ts'

/** Key of a page: who sees what on which day, and where (path and query). What is late or expired changes at midnight. */
export const pageKey = (siteId: string, visitor: Visitor['kind'], today: string, address: string): string =>
  `${siteId} ${visitor} ${today} ${address}`

/** Tags remembered with their last bump; beyond, every page that is being made counts as made too early. */
const MOST_TAGS = 100_000

/** Pages kept in memory up to a number of bytes, the longest unused go first. A bumped tag drops every page that bears it. */
export function openPageCache(mostBytes = 128 * 1024 * 1024): PageCache {
  const pages = new Map<string, CachedPage>()
  const keysOfTag = new Map<string, Set<string>>()
  const bumpOf = new Map<string, number>()
  let bytes = 0
  let bumps = 0
  let forgottenUntil = 0

  const drop = (key: string): void => {
    const page = pages.get(key)
    if (!page) return
    pages.delete(key)
    bytes -= page.body.byteLength
    for (const tag of page.tags) {
      const keys = keysOfTag.get(tag)
      keys?.delete(key)
      if (keys?.size === 0) keysOfTag.delete(tag)
    }
  }
  return {
    get(key) {
      const page = pages.get(key)
      if (!page) return undefined
      // A Map keeps the order of insertion: what was used last stands last.
      pages.delete(key)
      pages.set(key, page)
      return page
    },
    bumps: () => bumps,
    put(key, page, bumpsBefore) {
      drop(key)
      if (bumpsBefore < forgottenUntil || page.tags.some((tag) => (bumpOf.get(tag) ?? 0) > bumpsBefore)) return
      if (page.body.byteLength > mostBytes / 8) return
      pages.set(key, page)
      bytes += page.body.byteLength
      for (const tag of page.tags) keysOfTag.set(tag, (keysOfTag.get(tag) ?? new Set()).add(key))
      for (const oldest of pages.keys()) {
        if (bytes <= mostBytes) break
        drop(oldest)
      }
    },
    bump(tags) {
      bumps++
      for (const tag of tags) {
        bumpOf.set(tag, bumps)
        for (const key of [...(keysOfTag.get(tag) ?? [])]) drop(key)
      }
      if (bumpOf.size <= MOST_TAGS) return
      bumpOf.clear()
      forgottenUntil = bumps
    },
  }
}
