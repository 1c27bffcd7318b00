#!/usr/bin/env node
import { userInfo } from 'node:os'
import { readEnvironment } from '../environment.ts'
import { startServer } from '../main.ts'
import { openDeps } from '../open-deps.ts'
import { callServer } from '../platform/administration/socket-client.ts'
import { parseFile } from './parse-file.ts'
import { openProgress } from './progress.ts'
import { readArguments, runCommand } from './run-command.ts'

/** The person at the terminal, for the audit trail. */
const person = (): string => process.env.SUDO_USER ?? userInfo().username

async function main(argv: readonly string[]): Promise<number> {
  const typed = readArguments(argv)
  if (typed.kind === 'help') {
    process.stdout.write(typed.text)
    return 0
  }
  if (typed.kind === 'wrong') {
    process.stderr.write(typed.text)
    return 2
  }
  if (typed.kind === 'parse') return parseFile(typed.file, typed.isJson)
  const environment = readEnvironment(
    typed.kind === 'serve' && typed.port !== null ? { ...process.env, PORT: typed.port } : process.env,
  )
  if (!environment.ok) {
    process.stderr.write(`${environment.problem.message}\n`)
    return 2
  }
  if (typed.kind === 'serve') return startServer(environment.value)
  const progress = openProgress(process.stderr)
  const io = {
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
  }
  // With PostgreSQL several processes may work at once; the embedded record belongs to the server that holds it.
  if (environment.value.databaseUrl === null) {
    const code = await callServer(environment.value.dataDir, { argv, cwd: io.cwd, person: person() }, (message) => {
      if (message.type === 'out') io.stdout(message.text)
      else if (message.type === 'err') io.stderr(message.text)
      else if (message.type === 'progress') io.progress(message.done, message.total, message.what)
    })
    if (code !== null) return code
  }
  const opened = await openDeps({
    ...environment.value,
    logLevel: process.env.KAIMING_LOG_LEVEL ? environment.value.logLevel : 'warn',
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
