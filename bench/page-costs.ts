// What one page costs, made from the record, one after the other, in one process and without a port: nothing is kept and nobody
// shares a page in the making. Started by bench/pages.ts on its record; prints for each kind of page how many are made in a second,
// how many transactions and statements one takes, and where its time goes: in the embedded record, in compressing, in all the rest.
import { syncBuiltinESMExports } from 'node:module'
import zlib from 'node:zlib'
import { PGlite } from '@electric-sql/pglite'
import { keepNothing, openPortal } from './compiled-portal.ts'
import { LONG_DOCUMENT } from './long-document.ts'

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 9)
/** How long one kind of page is asked for in a round; the kinds take turns, so that a busy machine is busy for all. */
const TURN_MS = 300
/** What begins, bounds and ends transactions is no statement of a page; works that wait one behind the other share it. */
const AROUND = /^(?:BEGIN|COMMIT|ROLLBACK|SELECT set_config)/
const [PARSE, BIND] = ['P', 'B'].map((letter) => letter.charCodeAt(0))
const texts = new Map<string, string>()

const spent = { transactions: 0, executed: 0, record: 0, gzip: 0 }

/** Milliseconds of processor time of this thread: on a machine that others work on too it says more than the clock does. */
function worked(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

/** How many statements of a page a round executes: its messages are a letter, a length and so many bytes (PostgreSQL 55.7). */
function executionsIn(message: Uint8Array): number {
  const bytes = Buffer.from(message.buffer, message.byteOffset, message.byteLength)
  const textAt = (at: number): string => bytes.toString('utf8', at, bytes.indexOf(0, at))
  let found = 0
  for (let at = 0; at < bytes.length; at += 1 + bytes.readInt32BE(at + 1)) {
    // Parse names a statement and tells it, Bind names a portal and the statement that it runs.
    const first = bytes[at] === PARSE || bytes[at] === BIND ? textAt(at + 5) : ''
    const second = at + 5 + Buffer.byteLength(first) + 1
    if (bytes[at] === PARSE) texts.set(first, textAt(second))
    else if (bytes[at] === BIND && !AROUND.test(texts.get(textAt(second)) ?? '')) found++
  }
  return found
}

const send = PGlite.prototype.execProtocolRawStream
PGlite.prototype.execProtocolRawStream = async function (message, options) {
  spent.executed += executionsIn(message)
  const began = worked()
  await send.call(this, message, options)
  spent.record += worked() - began
}
const { gzipSync } = zlib
zlib.gzipSync = (body, options) => {
  const began = worked()
  const zipped = gzipSync(body, options)
  spent.gzip += worked() - began
  return zipped
}
syncBuiltinESMExports()

const portal = await openPortal((opened) => {
  const { database } = opened
  return keepNothing({
    ...opened,
    database: {
      ...database,
      read(siteId, work) {
        spent.transactions++
        return database.read(siteId, work)
      },
    },
  })
})

/** Where a request comes from, as the port would tell. */
const connection = { incoming: { socket: { remoteAddress: '127.0.0.1', remotePort: 1, remoteFamily: 'IPv4' } } }

async function ask(path: string): Promise<Uint8Array> {
  const headers = { Host: 'localhost', 'Accept-Encoding': 'gzip' }
  const response = await portal.app.request(path, { headers }, connection)
  if (response.status !== 200) throw new Error(`${path} answered ${response.status}`)
  return new Uint8Array(await response.arrayBuffer())
}

/** The first address of a kind that a page of the portal names. */
async function firstLink(page: string, kind: RegExp): Promise<string> {
  const found = kind.exec(await (await portal.app.request(page, { headers: { Host: 'localhost' } })).text())?.[0]
  if (!found) throw new Error(`${page} names no ${kind}`)
  return found
}
const DOCUMENT = /\/documents\/\d[^"#?]*/
const UNIT = /\/units\/[^"#?]+/

/** The kinds of pages, with an address of each. */
const pages: readonly (readonly [what: string, path: string])[] = [
  ['home', '/'],
  ['list of documents', '/documents'],
  ['list of gazettes', '/gazettes'],
  ['list of units', '/units'],
  ['tasks', '/tasks'],
  ['document of 150 clauses', await firstLink(`/api/v1/search?q=${encodeURIComponent(LONG_DOCUMENT)}`, DOCUMENT)],
  ['a short document', await firstLink('/documents', DOCUMENT)],
  ['a unit', await firstLink('/units', UNIT)],
  ['search', `/search?q=${encodeURIComponent('供热')}`],
]

/** What one page took, on average over a turn. */
interface Costs {
  /** Milliseconds by the clock. */
  readonly elapsed: number
  /** Milliseconds of processor time: all of it, the record's part, the compression's. */
  readonly worked: number
  readonly record: number
  readonly gzip: number
  readonly transactions: number
  readonly statements: number
  readonly bytes: number
}

async function takeTurn(path: string): Promise<Costs> {
  Object.assign(spent, { transactions: 0, executed: 0, record: 0, gzip: 0 })
  const [began, before] = [performance.now(), worked()]
  let [made, bytes] = [0, 0]
  while (performance.now() - began < TURN_MS) {
    bytes = (await ask(path)).byteLength
    made++
  }
  const { transactions, executed, record, gzip } = spent
  return {
    elapsed: (performance.now() - began) / made,
    worked: (worked() - before) / made,
    record: record / made,
    gzip: gzip / made,
    transactions: Math.round(transactions / made),
    statements: Math.round(executed / made),
    bytes,
  }
}

const median = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0

const turns = new Map<string, Costs[]>(pages.map(([what]) => [what, []]))
// The first round only warms up: what runs a few times is not compiled yet.
for (let round = -1; round < ROUNDS; round++) {
  for (const [what, path] of pages) {
    const costs = await takeTurn(path)
    if (round >= 0) turns.get(what)?.push(costs)
  }
}
const ms = (value: number): string => value.toFixed(2)
const print = (cells: readonly (string | number)[]) => process.stdout.write(`| ${cells.join(' | ')} |\n`)
print([
  'from the record, one after the other',
  'a second',
  'a second of its processor',
  'transactions',
  'statements',
  'record ms',
  'gzip ms',
  'the rest ms',
  'bytes sent',
])
print(Array.from({ length: 9 }, () => '---'))
for (const [what, taken] of turns) {
  const of = (name: keyof Costs): number => median(taken.map((costs) => costs[name]))
  const [whole, record, gzip] = [of('worked'), of('record'), of('gzip')]
  const rates = [Math.round(1000 / of('elapsed')), Math.round(1000 / whole)]
  const counts = [of('transactions'), of('statements')]
  print([what, ...rates, ...counts, ...[record, gzip, whole - record - gzip].map(ms), of('bytes')])
}
await portal.close()
process.exit(0)
