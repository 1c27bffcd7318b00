import { chmodSync, rmSync } from 'node:fs'
import { createServer, type Server, type Socket } from 'node:net'
import type { Log } from '../ports.ts'
import { type CommandReply, type CommandRequest, jsonLine, jsonLines, socketPath } from './protocol.ts'

/** Runs one command for the caller; returns its exit code. */
export type CommandRunner = (request: CommandRequest, reply: (message: CommandReply) => void) => Promise<number>

/**
 * Listens for commands on the data folder's socket. A socket that a killed server left behind is replaced: the caller
 * holds the folder's lock, so nobody can be listening on it.
 */
export function listenForCommands(dataDir: string, runCommand: CommandRunner, log: Log): Promise<Server> {
  const path = socketPath(dataDir)
  rmSync(path, { force: true })
  const server = createServer((socket) => answer(socket, runCommand, log))
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    // The folder itself is 0700; the mode of the socket is set as well, in case the folder is older than this program.
    server.listen(path, () => {
      chmodSync(path, 0o600)
      resolve(server)
    })
  })
}

function answer(socket: Socket, runCommand: CommandRunner, log: Log): void {
  const reply = (message: CommandReply) => {
    if (!socket.destroyed) socket.write(jsonLine(message))
  }
  const take = jsonLines((value) => {
    const request = value as CommandRequest
    runCommand(request, reply)
      .catch((fault: unknown) => {
        log.error({ err: fault, command: request.argv[0] }, 'command failed')
        reply({
          type: 'err',
          text: `命令没有完成：服务器内部出错（${fault instanceof Error ? fault.message : String(fault)}）。\n`,
        })
        return 1
      })
      .then((code) => {
        reply({ type: 'exit', code })
        socket.end()
      })
  })
  socket.setEncoding('utf8')
  socket.on('data', (chunk) => take(String(chunk)))
  // A caller that goes away does not stop its command: what began is finished and audited.
  socket.on('error', (fault) => log.warn({ err: fault }, 'command connection lost'))
}
