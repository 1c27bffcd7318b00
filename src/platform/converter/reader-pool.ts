import { Worker } from 'node:worker_threads'
import type { DocumentReader } from '../ports.ts'
import { refusalOfSize } from './limits.ts'

type ReadResult = Awaited<ReturnType<DocumentReader['read']>>

export interface WorkerRequest {
  readonly id: number
  readonly name: string
  readonly bytes: Uint8Array
}

export interface WorkerAnswer {
  readonly id: number
  readonly result: ReadResult
}

export interface PoolOptions {
  /** Entry of the worker: compiled JavaScript, or TypeScript under a Node that strips types. */
  readonly entry: URL
  readonly version: string
  readonly workers?: number
  /** A file that is not read by then is given up, its worker replaced. */
  readonly timeLimitMs?: number
  readonly memoryLimitMb?: number
  /** A worker that read nothing for so long ends, and gives its memory back. */
  readonly idleLimitMs?: number
}

interface Job {
  readonly request: WorkerRequest
  readonly settle: (result: ReadResult) => void
}

const failure = (code: string, message: string): ReadResult => ({ ok: false, code, message, line: null })

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
/** What is new and soon forgotten needs no more: a larger nursery keeps memory without reading faster. */
const NURSERY_MB = 16
/** Between two looks a worker can inflate some tens of megabytes. */
const WATCH_MS = 100

/** One worker and the file that it reads now. */
class Seat {
  #worker: Worker | null = null
  #job: Job | null = null
  #timer: NodeJS.Timeout | null = null
  #watch: NodeJS.Timeout | null = null
  #idle: NodeJS.Timeout | null = null
  readonly #options: PoolOptions
  readonly #onFree: () => void

  constructor(options: PoolOptions, onFree: () => void) {
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
    const worker = this.#ready()
    worker.postMessage(job.request)
    this.#watch = setInterval(() => void this.#weigh(worker), WATCH_MS)
    this.#watch.unref()
  }

  /** The limit of the heap does not see buffers, where what a PDF or an archive inflates lies. */
  async #weigh(worker: Worker): Promise<void> {
    try {
      const { used_heap_size, external_memory } = await worker.getHeapStatistics()
      const most = (this.#options.memoryLimitMb ?? MEMORY_LIMIT_MB) * MEGABYTE
      if (worker === this.#worker && this.#job && used_heap_size + external_memory > most) this.#replace(TOO_MUCH)
    } catch {
      // The worker ended between two looks: its end is told by `error` or `exit`.
    }
  }

  #stopWatching(): void {
    if (this.#timer) clearTimeout(this.#timer)
    if (this.#watch) clearInterval(this.#watch)
  }

  #ready(): Worker {
    if (this.#worker) return this.#worker
    const worker = new Worker(this.#options.entry, {
      resourceLimits: {
        maxOldGenerationSizeMb: this.#options.memoryLimitMb ?? MEMORY_LIMIT_MB,
        maxYoungGenerationSizeMb: NURSERY_MB,
      },
      execArgv: [],
    })
    worker.on('message', ({ id, result }: WorkerAnswer) => {
      if (id === this.#job?.request.id) this.#settle(result)
    })
    worker.on('error', (fault: NodeJS.ErrnoException) => {
      if (worker === this.#worker) this.#replace(fault.code === 'ERR_WORKER_OUT_OF_MEMORY' ? TOO_MUCH : CRASHED)
    })
    worker.on('exit', () => {
      if (worker === this.#worker) this.#replace(CRASHED)
    })
    worker.unref()
    this.#worker = worker
    return worker
  }

  #settle(result: ReadResult): void {
    this.#stopWatching()
    const job = this.#job
    this.#job = null
    job?.settle(result)
    this.#onFree()
    if (this.#job === null && this.#worker) {
      this.#idle = setTimeout(() => void this.close(), this.#options.idleLimitMs ?? IDLE_LIMIT_MS)
      this.#idle.unref()
    }
  }

  #replace(result: ReadResult): void {
    const worker = this.#worker
    this.#worker = null
    void worker?.terminate()
    this.#settle(result)
  }

  async close(): Promise<void> {
    this.#stopWatching()
    if (this.#idle) clearTimeout(this.#idle)
    const worker = this.#worker
    this.#worker = null
    await worker?.terminate()
  }
}

/** Reads files in workers under limits of time and memory: a stuck or crashed worker fails its file alone. */
export function openReaderPool(options: PoolOptions): DocumentReader {
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
    version: options.version,
    refusalOfSize,
    read: ({ name, bytes }) =>
      new Promise((settle) => {
        waiting.push({ request: { id: ++lastId, name, bytes }, settle })
        serve()
      }),
    close: async () => void (await Promise.all(seats.map((seat) => seat.close()))),
  }
}
