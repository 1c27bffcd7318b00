import { type ChildProcess, spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'

const PROJECT = resolve(import.meta.dirname, '..')
const KAIMING = resolve(PROJECT, 'bin/kaiming.js')

export type Env = Readonly<Record<string, string>>

export interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
  readonly seconds: number
}

/** The environment of a program on a data folder of its own, without anything of the caller's. */
export const envOf = (dataDir: string, databaseUrl = ''): Env => ({
  ...(process.env as Record<string, string>),
  KAIMING_DATA_DIR: dataDir,
  DATABASE_URL: databaseUrl,
  KAIMING_RATE_LIMIT: '0',
  KAIMING_LOG_LEVEL: 'error',
  PORT: '0',
})

/** Starts `kaiming …`, the compiled one. */
export const start = (args: readonly string[], env: Env): ChildProcess =>
  spawn(process.execPath, [KAIMING, ...args], { env, cwd: PROJECT, stdio: ['ignore', 'pipe', 'pipe'] })

/** Waits for a program; its output is kept. */
export function ended(child: ChildProcess): Promise<Ended> {
  const started = performance.now()
  const output = { stdout: '', stderr: '' }
  child.stdout?.on('data', (chunk) => (output.stdout += String(chunk)))
  child.stderr?.on('data', (chunk) => (output.stderr += String(chunk)))
  return new Promise((settle, fail) => {
    child.on('error', fail)
    child.on('close', (code) => settle({ code, ...output, seconds: (performance.now() - started) / 1000 }))
  })
}

export const run = (args: readonly string[], env: Env): Promise<Ended> => ended(start(args, env))

/** Runs a command that must succeed. */
export async function must(args: readonly string[], env: Env): Promise<Ended> {
  const result = await run(args, env)
  if (result.code !== 0) throw new Error(`kaiming ${args.join(' ')} ended with ${result.code}: ${result.stderr}`)
  return result
}

/** Starts a server and waits until it names its address. */
export async function serve(env: Env): Promise<{ readonly child: ChildProcess; readonly base: string }> {
  const child = start(['serve'], env)
  let output = ''
  const port = await new Promise<string>((settle, fail) => {
    child.stderr?.on('data', (chunk) => {
      output += String(chunk)
      const found = /localhost:(\d+)/.exec(output)?.[1]
      if (found) settle(found)
    })
    child.on('exit', (code) => fail(new Error(`the server ended with ${code}: ${output}`)))
  })
  return { child, base: `http://127.0.0.1:${port}` }
}

export const stop = (child: ChildProcess): Promise<unknown> =>
  new Promise((settle) => {
    child.removeAllListeners('exit')
    child.on('exit', settle)
    child.kill('SIGTERM')
  })

/** Proportional set size in MB: what several processes share counts once, spread over them. */
function sizeOf(pid: string): number {
  try {
    return Number(/^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

/** A process with everything that it started, directly or not. */
function descendants(roots: readonly number[]): string[] {
  const children = new Map<string, string[]>()
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
      const parent = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1] ?? ''
      children.set(parent, [...(children.get(parent) ?? []), pid])
    } catch {
      // It ended between listing and looking.
    }
  }
  const found = roots.map(String)
  for (const pid of found) found.push(...(children.get(pid) ?? []))
  return found
}

export const memoryOf = (roots: readonly number[]): number =>
  descendants(roots).reduce((sum, pid) => sum + sizeOf(pid), 0)

/** Looks at the memory of processes and all their children again and again; tells the most that was seen, in MB. */
export function watchMemory(roots: readonly number[]): () => number {
  let most = 0
  const timer = setInterval(() => {
    most = Math.max(most, memoryOf(roots))
  }, 250)
  return () => {
    clearInterval(timer)
    return most
  }
}
