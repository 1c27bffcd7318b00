import { type ChildProcess, fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** A page of memory as the kernel of Linux counts it. */
const PAGE_BYTES = 4096
/** What is new and soon forgotten needs no more: a larger nursery keeps memory without reading faster. */
const NURSERY_MB = 8

/**
 * Starts a process that reads files, with a heap of so many megabytes. A process and not a thread: V8 ends the whole process
 * when its heap is full in the middle of a single call, which nothing can interrupt; this one ends alone.
 */
export function startReader(entry: URL, memoryLimitMb: number): ChildProcess {
  const child = fork(fileURLToPath(entry), [], {
    execArgv: [`--max-old-space-size=${memoryLimitMb}`, `--max-semi-space-size=${NURSERY_MB}`],
    serialization: 'advanced',
    // The end of the process is told as a sentence; V8 would print pages.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  // A program that waits for nothing else may end; so does the reader, when nobody is connected to it.
  child.unref()
  child.channel?.unref()
  return child
}

/** V8 ends a process whose heap is full by aborting it. */
export const ranOutOfMemory = (code: number | null, signal: NodeJS.Signals | null): boolean =>
  signal === 'SIGABRT' || code === 134

/**
 * The memory that a process holds, buffers too, without asking it: whoever is stuck in one call answers nothing. Null where
 * the system does not tell it in this way (it is Linux that does): there the heap alone is limited.
 */
export function memoryOf(pid: number): number | null {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * PAGE_BYTES
  } catch {
    return null
  }
}
