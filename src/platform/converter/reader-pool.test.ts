import { afterEach, describe, expect, test } from 'vitest'
import type { DocumentReader } from '../ports.ts'
import { openReaderPool, type PoolOptions } from './reader-pool.ts'

/** A worker whose files say what happens to it: real threads, real limits. */
const WORKER = `
const { parentPort } = require('node:worker_threads')
let count = 0
const kept = []
parentPort.on('message', ({ id, name }) => {
  count++
  if (name === 'hang') for (;;);
  if (name === 'crash') throw new Error('crash')
  if (name === 'leave') process.exit(0)
  if (name === 'heap') for (;;) kept.push({ text: String(Math.random()), cells: [count, id] })
  if (name === 'buffers') { const next = () => { kept.push(Buffer.alloc(8e6, 1)); setTimeout(next, 1) }; return next() }
  parentPort.postMessage({ id, result: { ok: false, code: name, message: String(count), line: null } })
})`
const entry = new URL(
  `data:text/javascript,${encodeURIComponent(`import { createRequire } from 'node:module'; const require = createRequire('/');${WORKER}`)}`,
)

let pool: DocumentReader | null = null
const open = (options: Partial<PoolOptions> = {}): DocumentReader => {
  pool = openReaderPool({ entry, version: 'test', timeLimitMs: 10_000, memoryLimitMb: 60, ...options })
  return pool
}
afterEach(() => pool?.close())

const read = (reader: DocumentReader, name: string) => reader.read({ name, bytes: new Uint8Array(1) })

describe('a file that the worker does not survive', () => {
  test.each([
    ['hang', 'too-long', '时间太长', 300],
    ['crash', 'reader-crashed', '程序中断', 10_000],
    ['leave', 'reader-crashed', '程序中断', 10_000],
    ['heap', 'out-of-memory', '内存太多', 10_000],
    ['buffers', 'out-of-memory', '内存太多', 10_000],
  ])('%s fails alone with %s, and the files behind it are read', async (name, code, words, timeLimitMs) => {
    const reader = open({ timeLimitMs })
    const [failed, next] = await Promise.all([read(reader, name), read(reader, 'next')])
    expect(failed).toMatchObject({ ok: false, code, message: expect.stringContaining(words) })
    expect(next).toMatchObject({ code: 'next', message: '1' })
  })
})

test('more files than workers wait their turn, and each gets its own answer', async () => {
  const reader = open({ workers: 2 })
  const names = Array.from({ length: 20 }, (_, at) => `file-${at}`)
  const answers = await Promise.all(names.map((name) => read(reader, name)))
  expect(answers.map((answer) => !answer.ok && answer.code)).toEqual(names)
})

test('a worker that has nothing to read ends, and the next file starts another', async () => {
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
