import type { MiddlewareHandler } from 'hono'
import type { AppEnv } from './env.ts'

/**
 * The right a route needs. `anyone` reads what is public. `operator` runs the installation: a connection from this very
 * machine that no proxy handed on, or one that presents the operator's token. Staff come with accounts.
 */
export type Right = 'anyone' | 'operator'

const RIGHT = Symbol('right')

/**
 * States the right of a route, as its first handler: a route without one is refused by the architecture test. Who has no
 * right to an address does not learn that it is there.
 */
export function allow(right: Right): MiddlewareHandler<AppEnv> {
  const passes: MiddlewareHandler<AppEnv> & { [RIGHT]?: Right } = async (c, next) => {
    if (right === 'operator' && !c.get('isOperator')) return c.notFound()
    await next()
  }
  passes[RIGHT] = right
  return passes
}

/** The right that a handler states, undefined for any other handler. */
export const rightOf = (handler: unknown): Right | undefined =>
  typeof handler === 'function' ? (handler as { [RIGHT]?: Right })[RIGHT] : undefined
