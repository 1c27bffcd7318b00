import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CommandReply } from './protocol.ts'
import { callServer } from './socket-client.ts'
import { type CommandRunner, listenForCommands } from './socket-server.ts'

const quiet = pino({ level: 'silent' })
const request = { argv: ['audit', 'verify'], cwd: '/', person: '王一', record: 'embedded' }

describe('commands over the socket of the data folder', () => {
  let dataDir: string
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'kaiming-socket-'))
  })
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

  const serve = async (runner: CommandRunner, body: () => Promise<void>) => {
    const listener = await listenForCommands({ dataDir, record: 'embedded' }, runner, quiet)
    await body().finally(() => listener.close())
  }

  test('output, progress and exit code come back in order', async () => {
    const replies: CommandReply[] = []
    const runner: CommandRunner = async ({ argv, person }, reply) => {
      reply({ type: 'progress', done: 1, total: 2, what: '读取' })
      reply({ type: 'out', text: `${argv.join(' ')} ${person}` })
      return 1
    }
    await serve(runner, async () => {
      expect(await callServer(dataDir, request, (message) => replies.push(message))).toBe(1)
    })
    expect(replies).toEqual([
      { type: 'progress', done: 1, total: 2, what: '读取' },
      { type: 'out', text: 'audit verify 王一' },
    ])
  })

  test('a fault inside a command ends with exit code 1 and a sentence', async () => {
    const replies: CommandReply[] = []
    const runner: CommandRunner = async () => {
      throw new Error('磁盘已满')
    }
    await serve(runner, async () => {
      expect(await callServer(dataDir, request, (message) => replies.push(message))).toBe(1)
    })
    expect(replies[0]).toMatchObject({ type: 'err', text: expect.stringContaining('磁盘已满') })
  })

  test('the socket is readable by its owner alone', async () => {
    await serve(
      async () => 0,
      async () => expect(statSync(join(dataDir, 'kaiming.sock')).mode & 0o777).toBe(0o600),
    )
  })

  test('without a server, and with a socket file left behind, nobody answers', async () => {
    expect(await callServer(dataDir, request, () => undefined)).toBeNull()
    writeFileSync(join(dataDir, 'kaiming.sock'), '')
    expect(await callServer(dataDir, request, () => undefined)).toBeNull()
  })

  test('a server on another record leaves the command to the caller', async () => {
    let ran = 0
    await serve(
      async () => ran++,
      async () => expect(await callServer(dataDir, { ...request, record: 'other' }, () => undefined)).toBeNull(),
    )
    expect(ran).toBe(0)
  })

  test('closing waits for the command that runs, and its caller hears the end', async () => {
    let finish: (code: number) => void = () => undefined
    let begun: () => void = () => undefined
    const hasBegun = new Promise<void>((resolve) => {
      begun = resolve
    })
    const runner: CommandRunner = () =>
      new Promise((resolve) => {
        finish = resolve
        begun()
      })
    const listener = await listenForCommands({ dataDir, record: 'embedded' }, runner, quiet)
    const called = callServer(dataDir, request, () => undefined)
    await hasBegun
    const closed = listener.close()
    finish(0)
    await closed
    expect(await called).toBe(0)
  })

  test('a server that stops in the middle is reported, not taken for success', async () => {
    const server = createServer((socket) => void setTimeout(() => socket.destroy(), 20))
    await new Promise<void>((resolve) => server.listen(join(dataDir, 'kaiming.sock'), resolve))
    await expect(callServer(dataDir, request, () => undefined)).rejects.toThrow('再运行一次')
    await new Promise((resolve) => server.close(resolve))
  })
})
