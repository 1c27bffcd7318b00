import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lockFolder } from '../../src/platform/database/folder-lock.ts'
import { ownEnvironment } from '../own-installation.ts'
import { READ_FILES, REFUSED, writeBadFiles } from './bad-files.ts'
import { serveOldPostgres } from './old-postgres.ts'

const kaiming = resolve(import.meta.dirname, '../../bin/kaiming.js')
const place = mkdtempSync(join(tmpdir(), 'kaiming-bad-input-'))
const bad = join(place, 'files')
const clean = ownEnvironment(place)

interface Ended {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs the command line; several at once, since each spends most of its time on starting. */
const run = (
  args: readonly string[],
  env: Record<string, string> = {},
  program: readonly string[] = [],
): Promise<Ended> =>
  new Promise((settle) => {
    const [command = process.execPath, ...before] = [...program, process.execPath]
    const child = spawn(command, [...before, kaiming, ...args], { env: { ...clean, ...env }, cwd: place })
    let [stdout, stderr] = ['', '']
    child.stdout.on('data', (chunk) => (stdout += String(chunk)))
    child.stderr.on('data', (chunk) => (stderr += String(chunk)))
    child.on('close', (status) => settle({ status, stdout, stderr }))
  })

const started = (child: ChildProcess): Promise<string> =>
  new Promise((settle, reject) => {
    let output = ''
    child.stderr?.on('data', (chunk) => {
      output += String(chunk)
      const port = /localhost:(\d+)/.exec(output)?.[1]
      if (port) settle(`http://127.0.0.1:${port}`)
    })
    child.on('exit', (code) => reject(new Error(`ended with ${code}: ${output}`)))
  })

let base = ''
let server: ChildProcess
beforeAll(async () => {
  writeBadFiles(bad)
  server = spawn(process.execPath, [kaiming, 'serve'], { env: clean, stdio: ['ignore', 'ignore', 'pipe'] })
  base = await started(server)
}, 240_000)
afterAll(async () => {
  server.removeAllListeners('exit')
  await new Promise((settle) => {
    server.on('exit', settle)
    server.kill('SIGTERM')
  })
  rmSync(place, { recursive: true, force: true })
})

describe('a folder of bad files goes into a library that serves', () => {
  let ended: Ended
  let summary: { new: number; unchanged: number; updated: number; failed: { file: string; reason: string }[] }
  beforeAll(async () => {
    ended = await run(['ingest', bad, '--json'])
    summary = JSON.parse(ended.stdout)
  }, 240_000)

  test.each(REFUSED.map(([name, , sentence]) => [name, sentence]))('%s is refused: %s', (name, sentence) => {
    expect(summary.failed.find(({ file }) => file === `files/${name}`)?.reason).toContain(sentence)
  })
  test('200 MB of text are refused by their size, before they are read', () =>
    expect(summary.failed.find(({ file }) => file === 'files/huge.txt')?.reason).toBe(
      '文件太大（200 MB，最多 64 MB），请拆分后再装载。',
    ))
  test('the other files are in, the same file under two names once, and the command says that some failed', () => {
    expect(ended.status).toBe(1)
    expect(summary.failed).toHaveLength(REFUSED.length + 1)
    expect(summary).toMatchObject({ new: READ_FILES.length - 1, unchanged: 1, updated: 0 })
  })
  test('every reason says what to do, and none holds a word of a program', () => {
    for (const { reason } of summary.failed) {
      expect(reason).toContain('请')
      expect(reason).toMatch(/^[^a-z]*(?:[A-Z]+[^a-z]*|Excel[^a-z]*|Word[^a-z]*|xml[^a-z]*)*。$/i)
      expect(reason).not.toMatch(/[a-z]{3,} [a-z]{2,}|Error|undefined/)
    }
  })
})

/** A folder where no folder can be: below a file. Permissions stop nobody who is root. */
const belowFile = join(place, 'a-file', 'data')
const taken: Server = createServer()
const held = join(place, 'held')
let oldPostgres: Awaited<ReturnType<typeof serveOldPostgres>> | undefined
let port = 0
beforeAll(async () => {
  writeFileSync(join(place, 'a-file'), '')
  mkdirSync(join(place, 'nothing-readable'))
  writeFileSync(join(place, 'nothing-readable', 'photo.jpg'), '')
  mkdirSync(join(place, 'full-export'))
  symlinkSync('/dev/full', join(place, 'full-export', 'documents.jsonl.part'))
  lockFolder(held)
  oldPostgres = await serveOldPostgres('14.9')
  await new Promise<void>((settle) => taken.listen(0, '127.0.0.1', settle))
  const address = taken.address()
  port = typeof address === 'object' && address ? address.port : 0
})
afterAll(() => {
  taken.close()
  oldPostgres?.close()
})

describe('bad input on the command line', () => {
  interface Case {
    readonly what: string
    readonly args: readonly string[]
    readonly env?: () => Record<string, string>
    readonly status: 1 | 2
    readonly says: string
  }
  const nowhere: readonly Case[] = existsSync('/proc/self')
    ? [{ what: 'an export where nothing can be', args: ['export', '/proc/kaiming/a'], status: 1, says: '请换一个' }]
    : []
  const cases: readonly Case[] = [
    { what: 'no such file', args: ['parse', 'none.txt'], status: 1, says: 'none.txt：没有这个文件，请检查路径。' },
    { what: 'a folder to parse', args: ['parse', 'files'], status: 1, says: '这是一个文件夹' },
    { what: 'an empty file', args: ['parse', 'files/empty.txt'], status: 1, says: '文件是空的' },
    { what: '200 MB of text', args: ['parse', 'files/huge.txt'], status: 1, says: '文件太大（200 MB，最多 64 MB）' },
    { what: 'an old DOC', args: ['parse', 'files/old.doc'], status: 1, says: '另存为 DOCX 或 PDF' },
    { what: 'no such folder', args: ['ingest', 'none'], status: 1, says: '没有这个文件或文件夹' },
    {
      what: 'a folder without readable files',
      args: ['ingest', 'nothing-readable'],
      status: 1,
      says: '没有可以读取的文件',
    },
    {
      what: 'unknown option',
      args: ['parse', '--jsno', 'a'],
      status: 2,
      says: '没有这个选项：--jsno。是不是要写 --json？',
    },
    { what: 'unknown command', args: ['nonsense'], status: 2, says: '没有这个命令：nonsense' },
    { what: 'argument missing', args: ['parse'], status: 2, says: '缺少参数：文件' },
    { what: 'unknown site', args: ['export', 'out', '--site', 'nowhere'], status: 2, says: '没有名为“nowhere”的站点' },
    {
      what: 'a port that is none',
      args: ['serve', '--port', 'abc'],
      status: 2,
      says: 'PORT 或 --port（端口）应当是 0 到 65535 的整数',
    },
    {
      what: 'a database address that is none',
      args: ['serve'],
      env: () => ({ DATABASE_URL: 'mysql://x' }),
      status: 2,
      says: 'DATABASE_URL 应当以 postgres:// 开头',
    },
    {
      what: 'a port that is taken',
      args: ['serve'],
      env: () => ({ PORT: String(port), KAIMING_DATA_DIR: join(place, 'other') }),
      status: 1,
      says: '已被占用，请换一个',
    },
    {
      what: 'a database that nobody serves',
      args: ['serve'],
      env: () => ({ DATABASE_URL: 'postgres://clerk:secret@127.0.0.1:1/kaiming' }),
      status: 1,
      says: '连不上 DATABASE_URL 指定的数据库：连接被拒绝',
    },
    {
      what: 'a database of an older major version',
      args: ['serve'],
      env: () => ({ DATABASE_URL: `postgres://clerk:secret@127.0.0.1:${oldPostgres?.port}/kaiming` }),
      status: 1,
      says: '数据库是 PostgreSQL 14，需要 15 或更新的版本',
    },
    {
      what: 'a data folder that another process holds',
      args: ['ingest', 'files/notice.txt'],
      env: () => ({ KAIMING_DATA_DIR: held }),
      status: 1,
      says: `正由另一个进程使用（进程号 ${process.pid}）`,
    },
    {
      what: 'a data folder that cannot be made',
      args: ['ingest', 'files/notice.txt'],
      env: () => ({ KAIMING_DATA_DIR: belowFile }),
      status: 1,
      says: '路径里有一段不是文件夹',
    },
    {
      what: 'an export where no folder can be',
      args: ['export', belowFile],
      status: 1,
      says: '路径里有一段不是文件夹',
    },
    // Where a folder that is there says that it is not, Node's own way of making folders does not come back.
    ...nowhere,
    { what: 'an export onto a full disk', args: ['export', 'full-export'], status: 1, says: '磁盘已满' },
  ]
  const ended = new Map<string, Promise<Ended>>()
  beforeAll(() => {
    // Two at once; each waits for the one two before it.
    let [first, second]: Promise<unknown>[] = [Promise.resolve(), Promise.resolve()]
    for (const { what, args, env } of cases) {
      const own = (first as Promise<unknown>).then(() => run(args, env?.()))
      ended.set(what, own)
      first = second
      second = own
    }
  })

  test.each(cases)('$what: exit $status, $says', async ({ what, status, says }) => {
    const { stdout, stderr, status: code } = (await ended.get(what)) as Ended
    expect(stderr).toContain(says)
    expect(code).toBe(status)
    expect(stdout).not.toContain(says)
    expect(stderr).not.toMatch(/secret|\n\s+at |node:/)
  })

  test('output onto a full disk is told, and a reader that stops early is no fault', () => {
    const shell = (line: string) =>
      spawnSync('sh', ['-c', line], {
        encoding: 'utf8',
        cwd: place,
        env: { ...clean, N: process.execPath, K: kaiming },
      })
    expect(shell('"$N" "$K" parse files/notice.txt > /dev/full')).toMatchObject({
      status: 1,
      stderr: '结果写不出去：磁盘已满。\n',
    })
    expect(shell('"$N" "$K" parse files/notice.txt --json | head -c 5')).toMatchObject({ status: 0, stderr: '' })
  })
})

describe('bad input over HTTP', () => {
  const long = 'a'.repeat(10_000)
  test.each([
    ['/api/v1/documents?limit=-1', 400],
    ['/api/v1/search?q=停车&limit=-1', 400],
    ['/api/v1/search?q=停车&limit=1e9', 400],
    ['/api/v1/search?q=停车&offset=x', 400],
    ['/api/v1/search?q=停车&sort=nonsense', 400],
    [`/api/v1/search?q=${long}`, 400],
    ['/api/v1/documents/none', 404],
    ['/api/v1/documents/%E0%A4%A', 400],
    ['/api/v1/gazettes/1999-1', 404],
    ['/api/v1/nothing', 404],
  ])('the API answers %s with %i and a problem in Chinese', async (path, status) => {
    const response = await fetch(base + path)
    expect(response.status).toBe(status)
    expect(response.headers.get('content-type')).toContain('application/problem+json')
    const problem = (await response.json()) as { status: number; detail: string; title: string }
    expect(problem.status).toBe(status)
    expect(problem.detail ?? problem.title).toMatch(/[\u4e00-\u9fff]{3}/)
  })

  test.each([
    [`/search?q=${long}`, 400],
    ['/search?q=%E0%A4%A', 400],
    ['/documents/%E0%A4%A', 400],
    ['/documents/990102-2024-999999', 404],
    ['/documents/none', 404],
    ['/gazettes/1999-1', 404],
    ['/units/none', 404],
    ['/nothing', 404],
    [`/files/${'0'.repeat(64)}`, 404],
  ])('the page %s answers %i in Chinese, with the way home', async (path, status) => {
    const response = await fetch(base + path)
    expect(response.status).toBe(status)
    const html = await response.text()
    expect(html).toContain('<html lang="zh-CN"')
    expect(html).toContain('href="/"')
    expect(html).not.toMatch(/Error:|undefined|\bat \//)
  })
})
