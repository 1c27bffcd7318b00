import { home } from './capabilities/home/capability.ts'
import { library } from './capabilities/library/capability.ts'
import { search } from './capabilities/search/capability.ts'
import { units } from './capabilities/units/capability.ts'
import type { Capability } from './capability.ts'

/** The one list of capabilities. */
export const capabilities: readonly Capability[] = [units, library, search, home]
