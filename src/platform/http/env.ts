import type { Site, Visitor } from '../ports.ts'

/** What middleware puts into Hono's context: handlers read it, inner functions receive plain values. */
export interface AppEnv {
  Variables: {
    readonly site: Site
    readonly visitor: Visitor
    /** Whether the request comes from who runs the installation (see `allow`). */
    readonly isOperator: boolean
    readonly requestId: string
  }
}
