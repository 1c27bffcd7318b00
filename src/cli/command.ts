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
  /** The program is about to stop: long work ends after the piece at hand, and goes on at the next call. */
  readonly signal: AbortSignal
}

/** A command of a capability. `run` gets plain values and returns the exit code: 0 done, 1 some input failed, 2 wrong usage. */
export interface CliCommand {
  readonly name: string
  /** One sentence in Chinese for `kaiming --help`. */
  readonly summary: string
  /** Works on what the node itself holds (its search index): a server on this data folder runs it, whatever the record. */
  readonly isOfNode?: boolean
  /** Works on all sites: `--site` is not asked for when there are several. */
  readonly isOfAllSites?: boolean
  /** Declares arguments and options on commander; the action is set by the CLI. */
  declare(command: Command): Command
  run(context: CommandContext, args: readonly string[], options: Readonly<Record<string, unknown>>): Promise<0 | 1 | 2>
}
