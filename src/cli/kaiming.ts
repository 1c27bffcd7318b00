#!/usr/bin/env node
import { userInfo } from 'node:os'
import { readEnvironment } from '../environment.ts'
import { openProgress, type ProgressDisplay } from './progress.ts'
import { readArguments, type Typed } from './read-arguments.ts'

/** The person at the terminal, for the audit trail. */
const person = (): string => process.env.SUDO_USER ?? userInfo().username

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
  return runOnRecord(argv, typed, environment.value)
}

type EnvironmentValue = Extract<ReturnType<typeof readEnvironment>, { ok: true }>['value']

/** Messages and progress of a command; what is printed clears the bar first. */
const terminal = (progress: ProgressDisplay) => ({
  cwd: process.cwd(),
  stdout: (text: string) => {
    progress.end()
    process.stdout.write(text)
  },
  stderr: (text: string) => {
    progress.end()
    process.stderr.write(text)
  },
  progress: progress.show,
})

/** A command that touches the record: the server that holds the data folder runs it, else this process. */
async function runOnRecord(
  argv: readonly string[],
  typed: Extract<Typed, { kind: 'command' }>,
  environment: EnvironmentValue,
): Promise<number> {
  const progress = openProgress(process.stderr)
  const io = terminal(progress)
  // With PostgreSQL several processes may work at once; the embedded record belongs to the server that holds it.
  if (environment.databaseUrl === null) {
    const { callServer } = await import('../platform/administration/socket-client.ts')
    const code = await callServer(environment.dataDir, { argv, cwd: io.cwd, person: person() }, (message) => {
      if (message.type === 'out') io.stdout(message.text)
      else if (message.type === 'err') io.stderr(message.text)
      else if (message.type === 'progress') io.progress(message.done, message.total, message.what)
    })
    if (code !== null) return code
  }
  const [{ openDeps }, { runCommand }] = await Promise.all([import('../open-deps.ts'), import('./run-command.ts')])
  const opened = await openDeps({
    ...environment,
    logLevel: process.env.KAIMING_LOG_LEVEL ? environment.logLevel : 'warn',
  })
  if (!opened.ok) {
    process.stderr.write(`${opened.problem.message}\n`)
    return 1
  }
  try {
    return await runCommand(typed, opened.value.deps, { kind: 'person', name: person() }, io)
  } finally {
    progress.end()
    await opened.value.close()
  }
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code
  },
  (fault: unknown) => {
    process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`)
    process.exitCode = 1
  },
)
