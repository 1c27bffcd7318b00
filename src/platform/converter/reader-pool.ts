import type { ChildProcess } from 'node:child_process'
import type { DocumentReader, ReadFailure } from '../ports.ts'
import { type Handed, type HandedOver, handOver } from './hand-over.ts'
import { refusalOfSize } from './limits.ts'
import { memoryOf, ranOutOfMemory, startReader } from './reader-process.ts'
import { failurePiece, gatherPieces } from './reading-pieces.ts'

export interface WorkerRequest {
  readonly id: number
  readonly name: string
  readonly handed: Handed
}

/** See `piecesOf`. */
export interface WorkerAnswer {
  readonly id: number
  readonly piece: Uint8Array
  readonly isLast: boolean
}

/** The processes and their limits. */
export interface SeatOptions {
  /** Entry of the process: compiled JavaScript, or TypeScript under a Node that strips types. */
  readonly entry: URL
  readonly workers?: number
  /** A file that is not read by then is given up, its process replaced. */
  readonly timeLimitMs?: number
  readonly memoryLimitMb?: number
  /** A process that read nothing for so long ends, and gives its memory back. */
  readonly idleLimitMs?: number
}

export interface PoolOptions extends SeatOptions {
  readonly version: string
}

interface FileToRead {
  readonly name: string
  /** Called when its turn has come. */
  readonly handOver: () => Promise<HandedOver>
  readonly take: (piece: Uint8Array, isLast: boolean) => void
}

interface Job extends FileToRead {
  readonly id: number
}

const failure = (code: string, message: string): ReadFailure => ({ ok: false, code, message, line: null })

const TOO_LONG = failure('too-long', '读这个文件用的时间太长，已经停止。请检查文件是否损坏，或者拆分后再试。')
const TOO_MUCH = failure('out-of-memory', '读这个文件用的内存太多，已经停止。请检查文件是否损坏，或者拆分后再试。')
const CRASHED = failure(
  'reader-crashed',
  '读这个文件时程序中断了，文件没有装载。请检查文件是否损坏，或者另存一份再试。',
)

const MEGABYTE = 1024 * 1024
/** A gazette of a year needs some 200 MB while it is read. */
const MEMORY_LIMIT_MB = 512
const TIME_LIMIT_MS = 60_000
const IDLE_LIMIT_MS = 20_000
/** What a process holds beside its heap: the program, its nursery, what the system has not taken back yet. */
const BESIDE_HEAP_MB = 192
/** Between two looks a process can inflate some tens of megabytes. */
const WATCH_MS = 100

/** One process and the file that it reads now. */
class Seat {
  #reader: ChildProcess | null = null
  #job: Job | null = null
  #timer: NodeJS.Timeout | null = null
  #watch: NodeJS.Timeout | null = null
  #idle: NodeJS.Timeout | null = null
  /** Takes away what handing over the file left behind. */
  #drop: () => Promise<void> = async () => undefined
  readonly #options: SeatOptions
  readonly #onFree: () => void

  constructor(options: SeatOptions, onFree: () => void) {
    this.#options = options
    this.#onFree = onFree
  }

  get isFree(): boolean {
    return this.#job === null
  }

  take(job: Job): void {
    this.#job = job
    if (this.#idle) clearTimeout(this.#idle)
    this.#timer = setTimeout(() => this.#replace(TOO_LONG), this.#options.timeLimitMs ?? TIME_LIMIT_MS)
    const reader = this.#ready()
    void this.#give(reader, job)
    this.#watch = setInterval(() => this.#weigh(reader), WATCH_MS)
    this.#watch.unref()
  }

  async #give(reader: ChildProcess, { id, name, handOver: hand }: Job): Promise<void> {
    const { handed, drop } = await hand()
    this.#drop = drop
    if (this.#job?.id !== id || reader !== this.#reader) return void drop()
    const request: WorkerRequest = { id, name, handed }
    // A process that ended in this moment tells it by `exit`.
    reader.send(request, () => undefined)
  }

  /** The limit of the heap does not see buffers, where what a PDF or an archive inflates lies. */
  #weigh(reader: ChildProcess): void {
    const held = reader.pid === undefined ? null : memoryOf(reader.pid)
    const most = (this.#options.memoryLimitMb ?? MEMORY_LIMIT_MB) + BESIDE_HEAP_MB
    if (held !== null && held > most * MEGABYTE && reader === this.#reader && this.#job) this.#replace(TOO_MUCH)
  }

  #stopWatching(): void {
    if (this.#timer) clearTimeout(this.#timer)
    if (this.#watch) clearInterval(this.#watch)
  }

  #ready(): ChildProcess {
    if (this.#reader) return this.#reader
    const reader = startReader(this.#options.entry, this.#options.memoryLimitMb ?? MEMORY_LIMIT_MB)
    reader.on('message', (message) => {
      const { id, piece, isLast } = message as WorkerAnswer
      if (id !== this.#job?.id) return
      if (isLast) this.#settle(piece)
      else this.#job.take(piece, false)
    })
    reader.on('error', () => {
      if (reader === this.#reader) this.#replace(CRASHED)
    })
    reader.on('exit', (code, signal) => {
      if (reader === this.#reader) this.#replace(ranOutOfMemory(code, signal) ? TOO_MUCH : CRASHED)
    })
    this.#reader = reader
    return reader
  }

  #settle(piece: Uint8Array): void {
    this.#stopWatching()
    const job = this.#job
    this.#job = null
    void this.#drop()
    job?.take(piece, true)
    this.#onFree()
    if (this.#job === null && this.#reader) {
      this.#idle = setTimeout(() => void this.close(), this.#options.idleLimitMs ?? IDLE_LIMIT_MS)
      this.#idle.unref()
    }
  }

  #replace(fault: ReadFailure): void {
    const reader = this.#reader
    this.#reader = null
    reader?.kill('SIGKILL')
    this.#settle(failurePiece(fault))
  }

  async close(): Promise<void> {
    this.#stopWatching()
    if (this.#idle) clearTimeout(this.#idle)
    const reader = this.#reader
    this.#reader = null
    if (!reader || reader.exitCode !== null || reader.signalCode !== null) return
    const ended = new Promise<void>((settle) => reader.once('exit', () => settle()))
    // Its end is waited for, so it holds the program until then.
    reader.ref()
    reader.kill('SIGKILL')
    await ended
  }
}

/** Processes that read files under limits of time and memory: one that is stuck or ends fails its file alone. */
export function openSeats(options: SeatOptions): { read(file: FileToRead): void; close(): Promise<void> } {
  const waiting: Job[] = []
  let lastId = 0
  const seats: Seat[] = []
  const serve = () => {
    for (const seat of seats) {
      const job = seat.isFree ? waiting.shift() : undefined
      if (job) seat.take(job)
    }
  }
  for (let count = 0; count < (options.workers ?? 1); count++) seats.push(new Seat(options, serve))
  return {
    read(file) {
      waiting.push({ id: ++lastId, ...file })
      serve()
    },
    close: async () => void (await Promise.all(seats.map((seat) => seat.close()))),
  }
}

/** Reads files in processes of its own. */
export function openReaderPool(options: PoolOptions): DocumentReader {
  const seats = openSeats(options)
  return {
    version: options.version,
    refusalOfSize,
    read: ({ name, bytes }) =>
      new Promise((settle) => {
        const pieces = gatherPieces()
        seats.read({
          name,
          handOver: () => handOver(bytes),
          take(piece, isLast) {
            pieces.take(piece)
            if (isLast) settle(pieces.result())
          },
        })
      }),
    close: seats.close,
  }
}
