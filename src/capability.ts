import type { Hono } from 'hono'
import type { CliCommand } from './cli/command.ts'
import type { AppEnv } from './platform/http/env.ts'
import type { Deps, Follower } from './platform/ports.ts'
import type { Shell } from './portal/shell.ts'
import type { SlotFills } from './portal/slots.ts'

/** What a capability is: its commands, known without a database, and what it mounts once there is one. */
export interface Capability {
  readonly name: string
  /** `kaiming …`; listed by `--help` before anything is opened. */
  readonly commands?: readonly CliCommand[]
  /** What any command may have to bring about before it ends; followers do the same for what is changed otherwise. */
  readonly afterCommand?: (deps: Deps, siteId: string) => Promise<void>
  mount(deps: Deps, shell: Shell): Mounted
}

/** Everything that compose takes from a capability. Parts that it does not need are left out. */
export interface Mounted {
  /** Pages that citizens see, mounted at `/`. */
  readonly pages?: Hono<AppEnv>
  /** JSON routes, mounted at `/api/v1`. */
  readonly api?: Hono<AppEnv>
  readonly slots?: SlotFills
  /** Projections that follow the change log. */
  readonly followers?: readonly Follower[]
  /** Where an address (path and query) that no route knows has moved: a path, or null. */
  readonly findMoved?: (siteId: string, address: string) => Promise<string | null>
  /** Work that runs once before the port opens: warming an index. */
  readonly start?: () => Promise<void>
  readonly stop?: () => Promise<void>
  /** Work beside serving: going on with what was interrupted. Ends when told to. */
  readonly work?: (signal: AbortSignal) => Promise<void>
}
