#!/usr/bin/env node
import { userInfo } from 'node:os'
import { type Environment, readEnvironment } from '../environment.ts'
import { faultReason } from '../kernel/fault-reason.ts'
import type { CommandContext } from './command.ts'
import { openProgress, type ProgressDisplay } from './progress.ts'
import { readArguments, type Typed } from './read-arguments.ts'

/** The person at the terminal, for the audit trail. */
const person = (): string => process.env.SUDO_USER ?? userInfo().username

/** Exit code of a program that was interrupted, as shells give it. */
const INTERRUPTED = 130

type Command = Extract<Typed, { kind: 'command' }>
type Io = Pick<CommandContext, 'stdout' | 'stderr' | 'progress' | 'cwd'>

/** Record, server and search index take seconds to load: only what needs them loads them, and `parse` needs none. */
async function main(argv: readonly string[]): Promise<number> {
  const commands = argv[0] === 'parse' ? [] : (await import('../commands.ts')).commands
  const typed = readArguments(argv, commands)
  if (typed.kind === 'help') {
    process.stdout.write(typed.text)
    return 0
  }
  if (typed.kind === 'wrong') {
    process.stderr.write(typed.text)
    return 2
  }
  if (typed.kind === 'parse') return (await import('./parse-file.ts')).parseFile(typed.file, typed.isJson)
  const environment = readEnvironment(
    typed.kind === 'serve' && typed.port !== null ? { ...process.env, PORT: typed.port } : process.env,
  )
  if (!environment.ok) {
    process.stderr.write(`${environment.problem.message}\n`)
    return 2
  }
  if (typed.kind === 'serve') return (await import('../main.ts')).startServer(environment.value)
  if (typed.kind === 'restore') return (await import('./restore.ts')).restore(typed.file, environment.value, person())
  const progress = openProgress(process.stderr)
  const io = terminal(progress)
  try {
    return (await askServer(typed, argv, environment.value, io)) ?? (await runHere(typed, environment.value, io))
  } finally {
    progress.end()
  }
}

/** Messages and progress of a command; what is printed clears the bar first. */
const terminal = (progress: ProgressDisplay): Io => ({
  cwd: process.cwd(),
  stdout: (text) => {
    progress.end()
    process.stdout.write(text)
  },
  stderr: (text) => {
    progress.end()
    process.stderr.write(text)
  },
  progress: progress.show,
})

/**
 * The embedded record belongs to the server that holds it; with PostgreSQL only what a node holds itself does. Null: no
 * server is there. Ctrl-C leaves the command to the server, which finishes what it began.
 */
async function askServer(
  typed: Command,
  argv: readonly string[],
  { databaseUrl, dataDir }: Environment,
  io: Io,
): Promise<number | null> {
  if (databaseUrl !== null && !typed.command.isOfNode) return null
  const { callServer } = await import('../platform/administration/socket-client.ts')
  const { recordName } = await import('../platform/administration/protocol.ts')
  const request = { argv, cwd: io.cwd, person: person(), record: recordName(databaseUrl) }
  let isHeard = false
  const leave = () => {
    if (isHeard) io.stderr('已离开；命令在服务器上继续执行，装载的进度见门户的 /loads。\n')
    process.exit(INTERRUPTED)
  }
  process.once('SIGINT', leave)
  return callServer(dataDir, request, (message) => {
    isHeard = true
    if (message.type === 'out') io.stdout(message.text)
    else if (message.type === 'err') io.stderr(message.text)
    else if (message.type === 'progress') io.progress(message.done, message.total, message.what)
  }).finally(() => process.removeListener('SIGINT', leave))
}

/** Opens the record and runs the command in this process. Ctrl-C ends long work after the piece at hand, twice at once. */
async function runHere(typed: Command, environment: Environment, io: Io): Promise<number> {
  const [{ openDeps }, { runCommand }] = await Promise.all([import('../open-deps.ts'), import('./run-command.ts')])
  const opened = await openDeps({
    ...environment,
    logLevel: process.env.KAIMING_LOG_LEVEL ? environment.logLevel : 'warn',
  })
  if (!opened.ok) {
    process.stderr.write(`${opened.problem.message}\n`)
    return 1
  }
  const stopping = new AbortController()
  const stop = () => {
    if (stopping.signal.aborted) process.exit(INTERRUPTED)
    io.stderr('正在停下：做完手头的文件就结束。再按一次 Ctrl-C 立即中断。\n')
    stopping.abort()
  }
  process.on('SIGINT', stop).on('SIGTERM', stop)
  try {
    const actor = { kind: 'person', name: person() } as const
    return await runCommand(typed, opened.value.deps, actor, { ...io, signal: stopping.signal })
  } finally {
    process.removeListener('SIGINT', stop).removeListener('SIGTERM', stop)
    await opened.value.close()
  }
}

// Whoever reads the output may stop early (`| head`): no fault. A full disk behind `>` is one.
process.stdout.on('error', (fault: NodeJS.ErrnoException) => {
  if (fault.code === 'EPIPE') process.exit(0)
  process.stderr.write(`结果写不出去：${faultReason(fault)}。\n`)
  process.exit(1)
})

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code
  },
  (fault: unknown) => {
    const reason = faultReason(fault)
    const what = reason.includes('磁盘已满') ? '请腾出磁盘空间（至少 32 MB）再试。' : ''
    process.stderr.write(`没有完成：${reason.replace(/。$/, '')}。${what}\n`)
    process.exitCode = 1
  },
)
