import { createServer } from 'node:net'

const message = (type: string, body: Buffer): Buffer => {
  const head = Buffer.alloc(5)
  head.write(type, 'latin1')
  head.writeInt32BE(body.length + 4, 1)
  return Buffer.concat([head, body])
}
const text = (value: string): Buffer => Buffer.from(`${value}\0`)
const int16 = (value: number): Buffer => Buffer.from([value >> 8, value & 255])
const int32 = (value: number): Buffer => Buffer.from([value >> 24, value >> 16, value >> 8, value])

const READY = message('Z', Buffer.from('I'))

/** The answer to SHOW: one row of one text. */
function shown(value: string): Buffer {
  const column = Buffer.concat([
    text('server_version_num'),
    int32(0),
    int16(0),
    int32(25),
    int16(-1),
    int32(-1),
    int16(0),
  ])
  return Buffer.concat([
    message('T', Buffer.concat([int16(1), column])),
    message('D', Buffer.concat([int16(1), int32(value.length), Buffer.from(value)])),
    message('C', text('SHOW')),
    READY,
  ])
}

/**
 * A server that speaks the start of PostgreSQL's protocol (version 3) and says that it is of an older version: systems
 * carry one major version, and the old ones cannot be installed beside it.
 */
export async function serveOldPostgres(version: string): Promise<{ readonly port: number; close(): void }> {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const server = createServer((socket) => {
    let isOpen = false
    socket.on('error', () => socket.destroy())
    socket.on('data', (chunk) => {
      if (isOpen && chunk[0] === 'X'.charCodeAt(0)) socket.end()
      else if (isOpen) socket.write(shown(String(major * 10_000 + minor)))
      else {
        isOpen = true
        const parameter = Buffer.concat([text('server_version'), text(version)])
        socket.write(Buffer.concat([message('R', int32(0)), message('S', parameter), READY]))
      }
    })
  })
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle))
  const address = server.address()
  return { port: typeof address === 'object' && address ? address.port : 0, close: () => server.close() }
}
