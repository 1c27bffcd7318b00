import type { Hono } from 'hono'
import type { CliCommand } from './cli/command.ts'
import type { AppEnv } from './platform/http/env.ts'
import type { Deps, Follower } from './platform/ports.ts'
import type { SlotFills } from './portal/slots.ts'

/** What a capability hands to compose: the one list of everything it brings. Parts that it does not need are left out. */
export interface Capability {
  readonly name: string
  /** Pages that citizens see, mounted at `/`. */
  readonly pages?: Hono<AppEnv>
  /** JSON routes, mounted at `/api/v1`. */
  readonly api?: Hono<AppEnv>
  readonly slots?: SlotFills
  readonly commands?: readonly CliCommand[]
  /** Projections that follow the change log. */
  readonly followers?: readonly Follower[]
  /** Work that runs once when the server starts: resuming jobs, warming an index. */
  readonly start?: () => Promise<void>
  readonly stop?: () => Promise<void>
}

export type CapabilityFactory = (deps: Deps) => Capability
