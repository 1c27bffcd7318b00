import { createHash } from 'node:crypto'
import { join } from 'node:path'

/**
 * How the command line talks to a server that holds the data folder: one request and many replies, each a JSON line, on a
 * Unix socket inside the folder (0600: whoever may read the data may administer it). Administration never travels over TCP.
 */
export interface CommandRequest {
  /** The arguments after `kaiming`. */
  readonly argv: readonly string[]
  readonly cwd: string
  /** The name of the person at the terminal, for the audit trail. */
  readonly person: string
  /** Which record is meant (see `recordName`): a server on another one does not run the command. */
  readonly record: string
}

export type CommandReply =
  | { readonly type: 'out' | 'err'; readonly text: string }
  | { readonly type: 'progress'; readonly done: number; readonly total: number; readonly what: string }
  | { readonly type: 'exit'; readonly code: number }
  | { readonly type: 'elsewhere' }

/** Paths of Unix sockets end at 107 bytes on Linux; a longer data folder is served by a relative path where that helps. */
export const SOCKET_NAME = 'kaiming.sock'

/** Names a record without telling its address, which may hold a password. */
export const recordName = (databaseUrl: string | null): string =>
  databaseUrl === null ? 'embedded' : createHash('sha256').update(databaseUrl).digest('hex')

export const socketPath = (dataDir: string): string => join(dataDir, SOCKET_NAME)

/** Splits a stream of bytes into JSON lines; what follows the last line break waits for more. */
export function jsonLines(onLine: (value: unknown) => void): (chunk: string) => void {
  let rest = ''
  return (chunk) => {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) if (line !== '') onLine(JSON.parse(line))
  }
}

export const jsonLine = (value: CommandRequest | CommandReply): string => `${JSON.stringify(value)}\n`
