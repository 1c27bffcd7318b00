/**
 * Room for what has just been made, in MB for each thread that runs JavaScript: V8 takes three times as much and keeps it.
 * With more a load is no quicker and an idle server takes more (docs/benchmarks.md).
 */
export const YOUNG = '--max-semi-space-size=8'

/**
 * The index, the record and the workers allocate on many threads, and glibc gives each its own arena that it never gives
 * back: with two arenas an idle server takes a quarter less. Arenas and flags count when a process starts; so this one starts anew as itself.
 */
export const startWithFewArenas = () => {
  if (process.platform !== 'linux' || process.env.MALLOC_ARENA_MAX || !process.execve) return
  process.execve(process.execPath, [process.execPath, YOUNG, ...process.execArgv, ...process.argv.slice(1)], {
    ...process.env,
    MALLOC_ARENA_MAX: '2',
  })
}
