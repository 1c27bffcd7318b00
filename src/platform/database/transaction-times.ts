import { createHistogram, type RecordableHistogram } from 'node:perf_hooks'

const NANOSECONDS = 1e9

/** How long transactions took, from their first statement to their end; waiting for a turn is not counted. */
const times: RecordableHistogram = createHistogram()

/** Runs a transaction and notes how long it held the record. */
export async function timed<T>(transact: (begin: () => void) => Promise<T>): Promise<T> {
  let begun = Number.NaN
  try {
    return await transact(() => {
      begun = performance.now()
    })
  } finally {
    // A transaction that never began (the connection was refused) held nothing.
    if (!Number.isNaN(begun)) times.record(Math.max(1, Math.round((performance.now() - begun) * 1e6)))
  }
}

/** What was noted since the last call, in seconds. */
export function takeTransactionTimes(): { readonly p50: number; readonly p99: number; readonly max: number } {
  const seconds = (nanoseconds: number) => (times.count === 0 ? 0 : nanoseconds / NANOSECONDS)
  const taken = {
    p50: seconds(times.percentile(50)),
    p99: seconds(times.percentile(99)),
    max: seconds(times.max),
  }
  times.reset()
  return taken
}
