/** Lets writers pass, except while somebody holds the gate to read the record as of one moment. */
export interface WriteGate {
  pass<T>(write: () => Promise<T>): Promise<T>
  /** Waits for the writers that are inside, then keeps the others out until the work ends. One holds at a time. */
  hold<T>(work: () => Promise<T>): Promise<T>
}

export function makeWriteGate(): WriteGate {
  const inside = new Set<Promise<unknown>>()
  let held: Promise<unknown> | null = null
  const enter = <T>(write: () => Promise<T>): Promise<T> => {
    const writing = write().finally(() => inside.delete(writing))
    inside.add(writing)
    return writing
  }
  return {
    async pass(write) {
      while (held) await held
      return enter(write)
    },
    async hold(work) {
      while (held) await held
      const holding = (async () => {
        await Promise.allSettled(inside)
        return work()
      })()
      const ended = holding.then(
        () => undefined,
        () => undefined,
      )
      held = ended
      await ended
      if (held === ended) held = null
      return holding
    },
  }
}
