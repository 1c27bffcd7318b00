import type { MiddlewareHandler } from 'hono'
import type { AppEnv } from './env.ts'

/** The right a route needs. Until accounts exist only public reading is there. */
export type Right = 'anyone'

const RIGHT = Symbol('right')

/** States the right of a route, as its first handler: a route without one is refused by the architecture test. */
export function allow(right: Right): MiddlewareHandler<AppEnv> {
  const passes: MiddlewareHandler<AppEnv> & { [RIGHT]?: Right } = async (_context, next) => {
    await next()
  }
  passes[RIGHT] = right
  return passes
}

/** The right that a handler states, undefined for any other handler. */
export const rightOf = (handler: unknown): Right | undefined =>
  typeof handler === 'function' ? (handler as { [RIGHT]?: Right })[RIGHT] : undefined
