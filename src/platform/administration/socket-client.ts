import { existsSync } from 'node:fs'
import { connect } from 'node:net'
import { type CommandReply, type CommandRequest, jsonLine, jsonLines, socketPath } from './protocol.ts'

/**
 * Hands a command to the server that holds the data folder. Resolves to its exit code, or to null when no server of this
 * record listens there (no socket, one that a killed server left behind, or a server on another record).
 */
export function callServer(
  dataDir: string,
  request: CommandRequest,
  onReply: (message: CommandReply) => void,
): Promise<number | null> {
  const path = socketPath(dataDir)
  if (!existsSync(path)) return Promise.resolve(null)
  return new Promise((resolve, reject) => {
    let code: number | null = null
    let isConnected = false
    let isElsewhere = false
    const socket = connect(path)
    const take = jsonLines((value) => {
      const message = value as CommandReply
      if (message.type === 'exit') code = message.code
      else if (message.type === 'elsewhere') isElsewhere = true
      else onReply(message)
    })
    socket.setEncoding('utf8')
    socket.on('connect', () => {
      isConnected = true
      socket.write(jsonLine(request))
    })
    socket.on('data', (chunk) => take(String(chunk)))
    socket.on('error', (fault) => (isConnected ? reject(fault) : resolve(null)))
    socket.on('close', () => {
      if (code !== null) resolve(code)
      else if (isElsewhere) resolve(null)
      else if (isConnected) reject(new Error('服务器在命令完成之前停止了；再运行一次同样的命令，会从停下的地方继续。'))
    })
  })
}
