import { chmodSync, rmSync } from 'node:fs'
import { createServer, type Socket } from 'node:net'
import { faultReason } from '../../kernel/fault-reason.ts'
import type { Log } from '../ports.ts'
import { type CommandReply, type CommandRequest, jsonLine, jsonLines, socketPath } from './protocol.ts'

/** Runs one command for the caller; returns its exit code. */
export type CommandRunner = (request: CommandRequest, reply: (message: CommandReply) => void) => Promise<number>

export interface CommandListener {
  /** Takes no more commands and waits for those that run; they are told to stop by who runs them. */
  close(): Promise<void>
}

/**
 * Listens for commands on the data folder's socket. A socket that a killed server left behind is replaced: the caller
 * holds the folder's lock, so nobody can be listening on it.
 */
export function listenForCommands(
  { dataDir, record }: { readonly dataDir: string; readonly record: string },
  runCommand: CommandRunner,
  log: Log,
): Promise<CommandListener> {
  const path = socketPath(dataDir)
  rmSync(path, { force: true })
  const running = new Set<Promise<void>>()
  const server = createServer((socket) => {
    answer(socket, log, (request, reply) => {
      const done = run(request, reply).finally(() => running.delete(done))
      running.add(done)
    })
  })
  const run = async (request: CommandRequest, reply: (message: CommandReply) => void): Promise<void> => {
    if (request.record !== record) return reply({ type: 'elsewhere' })
    const code = await runCommand(request, reply).catch((fault: unknown) => {
      log.error({ err: fault, command: request.argv[0] }, 'command failed')
      reply({ type: 'err', text: `命令没有完成：${faultReason(fault)}。\n` })
      return 1
    })
    reply({ type: 'exit', code })
  }
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    // The folder itself is 0700; the mode of the socket is set as well, in case the folder is older than this program.
    server.listen(path, () => {
      chmodSync(path, 0o600)
      resolve({
        async close() {
          server.close()
          await Promise.all(running)
        },
      })
    })
  })
}

/** One request a connection; the last message ends it. */
function answer(
  socket: Socket,
  log: Log,
  take: (request: CommandRequest, reply: (message: CommandReply) => void) => void,
): void {
  const reply = (message: CommandReply) => {
    if (socket.destroyed) return
    socket.write(jsonLine(message))
    if (message.type === 'exit' || message.type === 'elsewhere') socket.end()
  }
  const read = jsonLines((value) => take(value as CommandRequest, reply))
  socket.setEncoding('utf8')
  socket.on('data', (chunk) => read(String(chunk)))
  // A caller that goes away does not stop its command: what began is finished and audited.
  socket.on('error', (fault) => log.warn({ err: fault }, 'command connection lost'))
}
