import type { CachedPage, Site, Visitor } from '../ports.ts'

/** What middleware puts into Hono's context: handlers read it, inner functions receive plain values. */
export interface AppEnv {
  Variables: {
    readonly site: Site
    readonly visitor: Visitor
    /** Whether the request comes from who runs the installation (see `allow`). */
    readonly isOperator: boolean
    readonly requestId: string
    /** Key of the page in the cache, how many bumps there were when it was asked for, and who waits for it. */
    readonly cached: {
      readonly key: string
      readonly bumpsBefore: number
      /** Hands a page that may be kept to everybody who asked for it meanwhile. */
      made(page: CachedPage): void
    }
  }
}
