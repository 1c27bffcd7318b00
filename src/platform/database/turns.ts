import { setImmediate as nextTurn } from 'node:timers/promises'

/** Work on the record is done on the thread that also answers: after this long others get their turn. */
const LONGEST_TURN_MS = 8

/** Runs one work after the other, in the order in which they came. */
export function makeQueue(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const done = last.then(work, work)
    last = done
    return done
  }
}

/** A queue that gives the event loop a turn when those before have kept it for long. */
export function makeTurns() {
  const inOrder = makeQueue()
  /** Kinds of those that wait for their turn. */
  const waiting: (string | null)[] = []
  let heldSince = 0
  let busy = 0
  return {
    take<T>(kind: string | null, work: () => Promise<T>): Promise<T> {
      waiting.push(kind)
      return inOrder(async () => {
        waiting.shift()
        if (performance.now() - heldSince > LONGEST_TURN_MS) {
          await nextTurn()
          heldSince = performance.now()
        }
        const began = performance.now()
        try {
          return await work()
        } finally {
          busy += performance.now() - began
        }
      })
    },
    /** Whether the next turn is somebody's of that kind; null is no kind. */
    isNext: (kind: string | null): boolean => kind !== null && waiting[0] === kind,
    busyMs: () => busy,
  }
}
