import type { CachedPage, PageCache } from '../ports.ts'

/** Pages kept in memory up to a number of bytes, the longest unused go first. A bumped tag drops every page that bears it. */
export function openPageCache(mostBytes = 128 * 1024 * 1024): PageCache {
  const pages = new Map<string, CachedPage>()
  const keysOfTag = new Map<string, Set<string>>()
  let bytes = 0

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
    put(key, page) {
      drop(key)
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
      for (const tag of tags) for (const key of [...(keysOfTag.get(tag) ?? [])]) drop(key)
    },
  }
}
