import { done } from '../kernel/outcome.ts'
import type { Actor, Deps } from '../platform/ports.ts'
import { findOrCreateSite, listSites } from '../platform/sites.ts'
import type { CommandContext } from './command.ts'
import type { Typed } from './read-arguments.ts'

/** Runs a command that was read, for the site that it names or the only one; returns its exit code. */
export async function runCommand(
  typed: Extract<Typed, { kind: 'command' }>,
  deps: Deps,
  actor: Actor,
  io: Pick<CommandContext, 'stdout' | 'stderr' | 'progress' | 'cwd' | 'signal'>,
): Promise<0 | 1 | 2> {
  const { command, siteId } = typed
  const [first] = command.isOfAllSites && siteId === null ? await deps.database.readAsOwner(listSites) : []
  const site = first ? done(first) : await findOrCreateSite(deps.database, siteId)
  if (!site.ok) {
    io.stderr(`${site.problem.message}\n`)
    return 2
  }
  return command.run({ deps, site: site.value, actor, ...io }, typed.args, typed.options)
}
