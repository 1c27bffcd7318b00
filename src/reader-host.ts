import { openSeats, type WorkerAnswer, type WorkerRequest } from './platform/converter/reader-pool.ts'
import { readerEntry } from './reader-entry.ts'

// Starts the processes that read files for a server, and hands on what they say as it comes.
const seats = openSeats({ entry: readerEntry(), workers: 2 })

process.on('message', ({ id, name, handed }: WorkerRequest) => {
  seats.read({
    name,
    // What lies on the disk is taken away by whoever put it there.
    handOver: async () => ({ handed, drop: async () => undefined }),
    take: (piece, isLast) => void process.send?.({ id, piece, isLast } satisfies WorkerAnswer),
  })
})
process.on('disconnect', () => void seats.close().then(() => process.exit()))
