import { createServer } from 'node:http'
import { createServer as createPort } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { readArguments } from './cli/read-arguments.ts'
import { runCommand } from './cli/run-command.ts'
import { commands } from './commands.ts'
import { createApp } from './compose.ts'
import type { Environment } from './environment.ts'
import { faultReason } from './kernel/fault-reason.ts'
import { openDeps } from './open-deps.ts'
import { openServersReader } from './open-reader.ts'
import { recordName } from './platform/administration/protocol.ts'
import { type CommandListener, listenForCommands } from './platform/administration/socket-server.ts'
import { type Following, followChanges } from './platform/changes/changes.ts'
import { answerUnreadable } from './platform/http/unreadable-request.ts'
import type { Deps } from './platform/ports.ts'

/** What runs before the port opens: loading the examples, on a demonstration. */
export type Prepare = (deps: Deps) => Promise<void>

/** Why a port does not open, for whoever starts the server. */
const portFault = ({ host, port }: Environment, fault: NodeJS.ErrnoException): string =>
  fault.code === 'EADDRINUSE'
    ? `端口 ${port} 已被占用，请换一个（--port 或环境变量 PORT）。`
    : `端口打不开：${faultReason(fault)}（${host}:${port}）。`

/** Opens and closes the port: opening the record takes seconds, and a taken port is known at once. */
const tryPort = ({ host, port }: Environment): Promise<NodeJS.ErrnoException | null> =>
  new Promise((resolve) => {
    const probe = createPort()
    probe.once('error', resolve)
    probe.listen(port, host, () => probe.close(() => resolve(null)))
  })

/** Runs the server until it is told to stop; returns the exit code. */
export async function startServer(environment: Environment, prepare?: Prepare): Promise<number> {
  const taken = await tryPort(environment)
  if (taken) {
    process.stderr.write(`${portFault(environment, taken)}\n`)
    return 1
  }
  const opened = await openDeps(environment, openServersReader())
  if (!opened.ok) {
    process.stderr.write(`${opened.problem.message}\n`)
    return 1
  }
  const { deps } = opened.value
  await prepare?.(deps)
  const composed = createApp(deps, environment)
  await composed.start()
  const following = await followChanges(deps.database, composed.followers, deps.log)
  const stopping = new AbortController()
  const listener = await openSocket(deps, recordName(environment.databaseUrl), following, stopping.signal)
  const work = composed.work(stopping.signal)
  const answer = getRequestListener(composed.app.fetch, { hostname: environment.host })
  const server = createServer((incoming, outgoing) => {
    if (!composed.answerKept(incoming, outgoing)) void answer(incoming, outgoing)
  })
    .on('clientError', answerUnreadable)
    .listen(environment.port, environment.host)
  const failed = await new Promise<NodeJS.ErrnoException | null>((resolve) => {
    server.once('error', resolve)
    server.once('listening', () => resolve(null))
  })
  const close = async () => {
    stopping.abort()
    await new Promise((resolve) => server.close(resolve))
    await Promise.all([listener.close(), work])
    await following.close()
    await composed.stop()
    await opened.value.close()
  }
  if (failed) {
    process.stderr.write(`${portFault(environment, failed)}\n`)
    await close()
    return 1
  }
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : environment.port
  process.stderr.write(`开明已经启动：http://localhost:${port}\n`)
  await new Promise<void>((resolve) => {
    process.once('SIGINT', () => resolve())
    process.once('SIGTERM', () => resolve())
  })
  server.closeAllConnections()
  await close()
  return 0
}

/** Commands that arrive over the data folder's socket run here; followers catch up before the caller hears the end. */
function openSocket(deps: Deps, record: string, following: Following, signal: AbortSignal): Promise<CommandListener> {
  return listenForCommands(
    { dataDir: deps.dataDir, record },
    async ({ argv, cwd, person }, reply) => {
      const typed = readArguments(argv, commands)
      if (typed.kind !== 'command') {
        reply({ type: 'err', text: typed.kind === 'serve' ? '服务器已经在运行了。\n' : '这个命令不用交给服务器。\n' })
        return 2
      }
      const code = await runCommand(
        typed,
        deps,
        { kind: 'person', name: person },
        {
          cwd,
          signal,
          stdout: (text) => reply({ type: 'out', text }),
          stderr: (text) => reply({ type: 'err', text }),
          progress: (done, total, what) => reply({ type: 'progress', done, total, what }),
        },
      )
      await following.catchUp()
      return code
    },
    deps.log,
  )
}
