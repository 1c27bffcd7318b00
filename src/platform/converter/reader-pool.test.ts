import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import type { DocumentReader } from '../ports.ts'
import { openReaderPool, type PoolOptions } from './reader-pool.ts'

/** A reader whose files say what happens to it: real processes, real limits. */
const READER = `
import { readFileSync } from 'node:fs'
import { serialize } from 'node:v8'
import { endWithParent } from '${new URL('./end-with-parent.ts', import.meta.url)}'
endWithParent()
let count = 0
const kept = []
const fail = (id, code, message) => process.send({ id, piece: serialize({ failure: { ok: false, code, message, line: null } }), isLast: true })
process.on('message', ({ id, name, handed }) => {
  count++
  if (name === 'hang') for (;;);
  if (name === 'crash') throw new Error('crash')
  if (name === 'leave') process.exit(0)
  if (name === 'heap') for (;;) kept.push({ text: String(Math.random()), cells: [count, id] })
  if (name === 'one-call') for (;;) kept.push('ab'.repeat(4e6).replace(/a/g, () => 'ccc').split('b'))
  if (name === 'buffers') { const next = () => { kept.push(Buffer.alloc(8e6, 1)); setTimeout(next, 1) }; return next() }
  if (name === 'stuck-buffers') for (;;) kept.push(Buffer.alloc(8e6, 1))
  if (name === 'near') {
    const most = Number(/size=(\\d+)/.exec(process.execArgv.join())[1]) * 1e6
    while (process.memoryUsage().heapUsed < most * 0.97) for (let n = 0; n < 1000; n++) kept.push({ n })
    for (let n = 0; ; n++) kept[n % kept.length] = { n, text: 'x' + n }
  }
  if (name === 'large') return fail(id, String(readFileSync(handed.path).length), handed.path)
  fail(id, name, String(count))
})`
const place = mkdtempSync(join(tmpdir(), 'kaiming-reader-'))
const entry = pathToFileURL(join(place, 'reader.mjs'))
writeFileSync(entry, READER)
afterAll(() => rmSync(place, { recursive: true, force: true }))

let pool: DocumentReader | null = null
const open = (options: Partial<PoolOptions> = {}): DocumentReader => {
  pool = openReaderPool({ entry, version: 'test', timeLimitMs: 10_000, memoryLimitMb: 60, ...options })
  return pool
}
afterEach(() => pool?.close())

const read = (reader: DocumentReader, name: string) => reader.read({ name, bytes: new Uint8Array(1) })

describe('a file that the process does not survive', () => {
  test.each([
    ['hang', 'too-long', '时间太长', 3000],
    ['crash', 'reader-crashed', '程序中断', 10_000],
    ['leave', 'reader-crashed', '程序中断', 10_000],
    ['heap', 'out-of-memory', '内存太多', 10_000],
    ['buffers', 'out-of-memory', '内存太多', 10_000],
    ['stuck-buffers', 'out-of-memory', '内存太多', 10_000],
    ['one-call', 'out-of-memory', '内存太多', 10_000],
    ['near', 'out-of-memory', '内存太多', 10_000],
  ])('%s fails alone with %s, and the files behind it are read', async (name, code, words, timeLimitMs) => {
    const reader = open({ timeLimitMs })
    const [failed, next] = await Promise.all([read(reader, name), read(reader, 'next')])
    expect(failed).toMatchObject({ ok: false, code, message: expect.stringContaining(words) })
    expect(next).toMatchObject({ code: 'next', message: '1' })
  })
})

test('a large file goes through the disk, and nothing of it stays there', async () => {
  const answer = await open().read({ name: 'large', bytes: new Uint8Array(9_000_000) })
  expect(answer).toMatchObject({ code: '9000000' })
  await expect.poll(() => existsSync(answer.ok ? '' : answer.message)).toBe(false)
})

test('a process that is stuck ends when the program that started it was killed', async () => {
  const program = `import { fork } from 'node:child_process'
    const child = fork('${fileURLToPath(entry)}', [], { serialization: 'advanced', execArgv: [] })
    child.send({ id: 1, name: 'hang' })
    setTimeout(() => process.stdout.write(String(child.pid)), 1500)`
  const parent = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const pid = await new Promise<number>((settle) => parent.stdout.once('data', (text) => settle(Number(text))))
  const isThere = () => existsSync(`/proc/${pid}/exe`)
  expect(isThere()).toBe(true)
  parent.kill('SIGKILL')
  await expect.poll(isThere, { timeout: 20_000, interval: 200 }).toBe(false)
})

test('more files than processes wait their turn, and each gets its own answer', async () => {
  const reader = open({ workers: 2 })
  const names = Array.from({ length: 20 }, (_, at) => `file-${at}`)
  const answers = await Promise.all(names.map((name) => read(reader, name)))
  expect(answers.map((answer) => !answer.ok && answer.code)).toEqual(names)
})

test('a process that has nothing to read ends, and the next file starts another', async () => {
  const reader = open({ idleLimitMs: 50 })
  await read(reader, 'first')
  expect(await read(reader, 'second')).toMatchObject({ message: '2' })
  await expect.poll(() => read(reader, 'later'), { interval: 400 }).toMatchObject({ message: '1' })
})

test.each([
  ['a.txt', 64 * 1024 * 1024, null],
  ['a.txt', 200 * 1024 * 1024, '文件太大（200 MB，最多 64 MB），请拆分后再装载。'],
  ['a.html', 65 * 1024 * 1024, '文件太大（65 MB，最多 64 MB），请拆分后再装载。'],
  ['a.pdf', 150 * 1024 * 1024, null],
  ['a.pdf', 201 * 1024 * 1024, '文件太大（201 MB，最多 200 MB），请拆分后再装载。'],
])('%s of %i bytes, before it is opened: %s', (name, size, sentence) =>
  expect(open().refusalOfSize(name, size)).toBe(sentence),
)
