// The portal over a data folder, as `kaiming serve` puts it together from what `npm run build` compiled, without a port: source that tsx
// compiles as it runs is slower than what people start.
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Composed } from '../src/compose.ts'
import type { Deps } from '../src/platform/ports.ts'

const COMPILED = resolve(process.env.BENCH_DIST ?? resolve(import.meta.dirname, '../dist'))
/** A compiled module under its source's name. */
const compiled = <Module>(path: string): Promise<Module> => import(pathToFileURL(`${COMPILED}/${path}`).href)

export interface OpenPortal extends Composed {
  readonly port: number
  close(): Promise<void>
}

/** Opens record and portal as the environment says; `change` may put something else in the place of what is opened. */
export async function openPortal(change: (deps: Deps) => Deps): Promise<OpenPortal> {
  const [{ createApp }, { readEnvironment }, { openDeps }, { followChanges }] = await Promise.all([
    compiled<typeof import('../src/compose.ts')>('compose.js'),
    compiled<typeof import('../src/environment.ts')>('environment.js'),
    compiled<typeof import('../src/open-deps.ts')>('open-deps.js'),
    compiled<typeof import('../src/platform/changes/changes.ts')>('platform/changes/changes.js'),
  ])
  const environment = readEnvironment(process.env)
  if (!environment.ok) throw new Error(environment.problem.message)
  const opened = await openDeps(environment.value)
  if (!opened.ok) throw new Error(opened.problem.message)
  const deps = change(opened.value.deps)
  const composed = createApp(deps, environment.value)
  await composed.start()
  const following = await followChanges(deps.database, composed.followers, deps.log)
  return {
    ...composed,
    port: environment.value.port,
    async close() {
      await following.close()
      await composed.stop()
      await opened.value.close()
    },
  }
}

/** No page is kept, so that every answer is made from the record. A switch of the bench alone: the program has none. */
export const keepNothing = (deps: Deps): Deps => ({ ...deps, pages: { ...deps.pages, put: () => undefined } })
