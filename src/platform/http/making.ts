import type { CachedPage } from '../ports.ts'

interface Begun {
  readonly bumpsBefore: number
  readonly page: Promise<CachedPage | undefined>
}

/** Pages that are being made just now. */
export interface Making {
  /**
   * The page that another request is making, when it is one that could be kept and nothing has changed since it was begun:
   * a thousand readers who open a page that has just changed are one reading of the record. Undefined: make it yourself.
   */
  join(key: string, bumps: number): Promise<CachedPage | undefined>
  begin(key: string, bumps: number): { made(page: CachedPage): void; end(): void }
}

/** Keys remembered as those of pages that can be kept; answers of another kind are never waited for. */
const MOST_KEYS = 10_000

export function openMaking(): Making {
  const begun = new Map<string, Begun>()
  const keepable = new Set<string>()
  return {
    async join(key, bumps) {
      const other = begun.get(key)
      return other && other.bumpsBefore === bumps && keepable.has(key) ? other.page : undefined
    },
    begin(key, bumpsBefore) {
      const { promise, resolve } = Promise.withResolvers<CachedPage | undefined>()
      const own: Begun = { bumpsBefore, page: promise }
      begun.set(key, own)
      return {
        made(page) {
          if (keepable.size >= MOST_KEYS) keepable.clear()
          keepable.add(key)
          resolve(page)
        },
        end() {
          if (begun.get(key) === own) begun.delete(key)
          resolve(undefined)
        },
      }
    },
  }
}
