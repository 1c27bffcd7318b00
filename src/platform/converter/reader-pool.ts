import { Worker } from 'node:worker_threads'
import type { DocumentReader } from '../ports.ts'

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
}

interface Job {
  readonly request: WorkerRequest
  readonly settle: (result: ReadResult) => void
}

const failure = (code: string, message: string): ReadResult => ({ ok: false, code, message, line: null })

const TOO_LONG = failure('too-long', '读这个文件用的时间太长，已经停止。请检查文件是否损坏，或者拆分后再试。')
const CRASHED = failure('out-of-memory', '读这个文件用的内存太多，已经停止。请检查文件是否损坏，或者拆分后再试。')

/** One worker and the file that it reads now. */
class Seat {
  #worker: Worker | null = null
  #job: Job | null = null
  #timer: NodeJS.Timeout | null = null
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
    this.#timer = setTimeout(() => this.#replace(TOO_LONG), this.#options.timeLimitMs ?? 60_000)
    this.#ready().postMessage(job.request)
  }

  #ready(): Worker {
    if (this.#worker) return this.#worker
    const worker = new Worker(this.#options.entry, {
      resourceLimits: { maxOldGenerationSizeMb: this.#options.memoryLimitMb ?? 512 },
      execArgv: [],
    })
    worker.on('message', ({ id, result }: WorkerAnswer) => {
      if (id === this.#job?.request.id) this.#settle(result)
    })
    worker.on('error', () => this.#replace(CRASHED))
    worker.unref()
    this.#worker = worker
    return worker
  }

  #settle(result: ReadResult): void {
    if (this.#timer) clearTimeout(this.#timer)
    const job = this.#job
    this.#job = null
    job?.settle(result)
    this.#onFree()
  }

  #replace(result: ReadResult): void {
    const worker = this.#worker
    this.#worker = null
    void worker?.terminate()
    this.#settle(result)
  }

  async close(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer)
    await this.#worker?.terminate()
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
    read: ({ name, bytes }) =>
      new Promise((settle) => {
        waiting.push({ request: { id: ++lastId, name, bytes }, settle })
        serve()
      }),
    close: async () => void (await Promise.all(seats.map((seat) => seat.close()))),
  }
}
