import type { Capability } from '../../capability.ts'
import { homePages } from './portal/pages.tsx'

/** The first page and the pages about the portal itself; what stands in them comes from others. */
export const home: Capability = {
  name: 'home',
  mount: (deps, shell) => ({ pages: homePages(deps, shell) }),
}
