import { Worker } from 'node:worker_threads'
import type { BulkSegmenter } from '../ports.ts'

export interface WordsRequest {
  readonly id: number
  readonly texts: readonly string[]
}

export type WordsAnswer =
  | { readonly id: number; readonly words: readonly string[] }
  | { readonly id: number; readonly fault: string }

interface Waiting {
  readonly settle: (words: readonly string[]) => void
  readonly fail: (fault: Error) => void
}

/** The dictionary takes some eighty megabytes: a worker without work gives them back. */
const IDLE_MS = 20_000

/** Cuts texts in one worker, which starts with the first text and ends when there was none for a while. */
export function openBulkSegmenter(entry: URL, idleMs = IDLE_MS): BulkSegmenter {
  const waiting = new Map<number, Waiting>()
  let worker: Worker | null = null
  let lastId = 0
  let idle: NodeJS.Timeout | null = null

  const stop = async (): Promise<void> => {
    const stopped = worker
    worker = null
    await stopped?.terminate()
  }
  const failAll = (fault: Error): void => {
    worker = null
    for (const { fail } of waiting.values()) fail(fault)
    waiting.clear()
  }
  const take = (answer: WordsAnswer): void => {
    const asked = waiting.get(answer.id)
    waiting.delete(answer.id)
    if ('fault' in answer) asked?.fail(new Error(answer.fault))
    else asked?.settle(answer.words)
    if (waiting.size === 0) {
      idle = setTimeout(() => void stop(), idleMs)
      idle.unref()
    }
  }
  const start = (): Worker => {
    const started = new Worker(entry, { execArgv: [], resourceLimits: { maxOldGenerationSizeMb: 128 } })
    started.on('message', take)
    started.on('error', (fault) => worker === started && failAll(fault))
    started.on('exit', (code) => worker === started && failAll(new Error(`the worker that cuts words ended (${code})`)))
    started.unref()
    return started
  }
  return {
    searchWords: (texts) =>
      new Promise((settle, fail) => {
        if (idle) clearTimeout(idle)
        worker ??= start()
        const request: WordsRequest = { id: ++lastId, texts }
        waiting.set(request.id, { settle, fail })
        worker.postMessage(request)
      }),
    async close() {
      if (idle) clearTimeout(idle)
      await stop()
    },
  }
}
