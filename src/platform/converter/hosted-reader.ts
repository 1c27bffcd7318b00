import type { ChildProcess } from 'node:child_process'
import type { DocumentReader } from '../ports.ts'
import { type HandedOver, handOver } from './hand-over.ts'
import { refusalOfSize } from './limits.ts'
import type { WorkerAnswer, WorkerRequest } from './reader-pool.ts'
import { startReader } from './reader-process.ts'
import { failurePiece, gatherPieces } from './reading-pieces.ts'

/** The host holds pieces on their way, and those outside its heap. */
const HOST_HEAP_MB = 64

const HOST_ENDED = failurePiece({
  ok: false,
  code: 'reader-crashed',
  message: '读文件的程序中断了，文件没有装载。请再试一次。',
  line: null,
})

/**
 * Reads files in processes that another one starts, the host, which is started now. Starting a process copies the table of
 * all memory that the starting one holds, and stops it meanwhile: a server with half a gigabyte stands still for 30 to 80 ms,
 * the host, which holds nothing, for two.
 */
export function openHostedReader({
  entry,
  version,
}: {
  readonly entry: URL
  readonly version: string
}): DocumentReader {
  const waiting = new Map<number, (piece: Uint8Array, isLast: boolean) => void>()
  let lastId = 0
  let host: ChildProcess | null = null

  const lose = (lost: ChildProcess): void => {
    if (lost !== host) return
    host = null
    for (const take of waiting.values()) take(HOST_ENDED, true)
  }
  const start = (): ChildProcess => {
    const started = startReader(entry, HOST_HEAP_MB)
    started.on('message', (message) => {
      const { id, piece, isLast } = message as WorkerAnswer
      waiting.get(id)?.(piece, isLast)
    })
    started.on('error', () => lose(started))
    started.on('exit', () => lose(started))
    return started
  }
  host = start()
  return {
    version,
    refusalOfSize,
    async read({ name, bytes }) {
      const over: HandedOver = await handOver(bytes)
      const id = ++lastId
      const pieces = gatherPieces()
      const read = new Promise<void>((settle) => {
        waiting.set(id, (piece, isLast) => {
          pieces.take(piece)
          if (isLast) settle()
        })
      })
      host ??= start()
      const request: WorkerRequest = { id, name, handed: over.handed }
      // A host that ended in this moment tells it by `exit`.
      host.send(request, () => undefined)
      await read
      waiting.delete(id)
      await over.drop()
      return pieces.result()
    },
    async close() {
      const closed = host
      host = null
      if (!closed?.connected) return
      const ended = new Promise<void>((settle) => closed.once('exit', () => settle()))
      closed.ref()
      closed.disconnect()
      await ended
    },
  }
}
