import type { Command } from 'commander'
import type { Actor, Deps, Site } from '../platform/ports.ts'

/** What a command gets when it runs: the same deps as the server, its site and who calls. */
export interface CommandContext {
  readonly deps: Deps
  readonly site: Site
  readonly actor: Actor
  /** The caller's folder: relative paths in arguments are meant from here. */
  readonly cwd: string
  readonly stdout: (text: string) => void
  readonly stderr: (text: string) => void
  /** Progress on stderr: a bar on a terminal, a line now and then elsewhere. */
  readonly progress: (done: number, total: number, what: string) => void
}

/** A command of a capability. `run` gets plain values and returns the exit code: 0 done, 1 some input failed, 2 wrong usage. */
export interface CliCommand {
  readonly name: string
  /** One sentence in Chinese for `kaiming --help`. */
  readonly summary: string
  /** Declares arguments and options on commander; the action is set by the CLI. */
  declare(command: Command): Command
  run(context: CommandContext, args: readonly string[], options: Readonly<Record<string, unknown>>): Promise<0 | 1 | 2>
}
