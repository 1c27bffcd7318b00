import { readlinkSync } from 'node:fs'
import { setPriority } from 'node:os'
import { basename } from 'node:path'

/** How far a worker stands back: it gets its core when the threads that answer people want none of it. */
const NICENESS = 10

/**
 * Called in a worker: from here on it computes only while nobody else of the program wants to. On Linux every thread has a
 * priority of its own, and nothing else gives it; elsewhere it stays as it is. Returns whether it stands back.
 */
export function yieldToOthers(): boolean {
  try {
    setPriority(Number(basename(readlinkSync('/proc/thread-self'))), NICENESS)
    return true
  } catch {
    return false
  }
}
