import { Worker } from 'node:worker_threads'

/** Looks whether the program that started this one is still there; a thread of its own, since the first one may be stuck. */
const WATCH = `const parent = process.ppid
setInterval(() => process.ppid === parent || process.kill(process.pid, 'SIGKILL'), 1000)`

/**
 * Ends this process when the one that started it is gone, also while it is stuck in a file: whoever would have stopped it
 * is not there any more.
 */
export function endWithParent(): void {
  process.on('disconnect', () => process.exit())
  const limits = { maxYoungGenerationSizeMb: 1, maxOldGenerationSizeMb: 16 }
  new Worker(WATCH, { eval: true, resourceLimits: limits, execArgv: [] }).unref()
}
