// How fast pages answer while a load runs through the server's socket: `npm run bench:serve [-- FILES]`. Prints the times of
// home, list, document and search, calm and during the load, with the delay of the event loop and the longest transaction.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { writeTexts } from './made-texts.ts'
import { envOf, must, run, serve, stop } from './program.ts'

/** A district's portal on a busy day: a request every 50 ms. */
const EVERY_MS = 50
const files = Number(process.argv[2] ?? 500)
const place = mkdtempSync(join(tmpdir(), 'kaiming-serve-'))
const env = envOf(join(place, 'data'))
writeTexts(join(place, 'before'), 100, 0, 1)
writeTexts(join(place, 'load'), files, 60, 2)

type Times = Map<string, number[]>

async function ask(base: string, name: string, path: string, times: Times): Promise<void> {
  const started = performance.now()
  // No connection is kept: the server closes idle ones, and a request that comes at that moment is lost.
  const response = await fetch(`${base}${path}`, { headers: { connection: 'close' } })
  await response.text()
  if (response.status !== 200) throw new Error(`${path} answered ${response.status}`)
  times.set(name, [...(times.get(name) ?? []), performance.now() - started])
}

/** Asks for the pages in turn, one every so often whether the last has answered or not, until the work ends. */
async function askWhile(base: string, document: string, work: Promise<unknown>): Promise<Times> {
  const pages: readonly (readonly [string, string])[] = [
    ['home', '/'],
    ['list', '/documents'],
    ['document', document],
    ['search', `/search?q=${encodeURIComponent('河道保洁')}`],
  ]
  const times: Times = new Map()
  const asked: Promise<void>[] = []
  let isOver = false
  const over = work.finally(() => {
    isOver = true
  })
  for (let turn = 0; !isOver; turn++) {
    const [name, path] = pages[turn % pages.length] ?? ['home', '/']
    asked.push(ask(base, name, path, times))
    await wait(EVERY_MS)
  }
  await Promise.all([...asked, over])
  return times
}

const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0

function print(title: string, times: Times): void {
  process.stdout.write(`${title}\n`)
  for (const [name, list] of [...times, ['all', [...times.values()].flat()] as const]) {
    const sorted = list.toSorted((a, b) => a - b)
    const [half, most, last] = [quantile(sorted, 0.5), quantile(sorted, 0.99), sorted.at(-1) ?? 0]
    process.stdout.write(
      `  ${name.padEnd(10)} ${String(list.length).padStart(5)} requests  p50 ${half.toFixed(1)}  p99 ${most.toFixed(1)}  max ${last.toFixed(1)} ms\n`,
    )
  }
}

/** What the server measured since it was last asked. */
async function measured(base: string): Promise<string> {
  const text = await (await fetch(`${base}/metrics`)).text()
  const of = (name: string) => Number(new RegExp(`^${name} (\\S+)`, 'm').exec(text)?.[1] ?? Number.NaN) * 1000
  return [
    `event loop delay p50 ${of('nodejs_eventloop_lag_p50_seconds').toFixed(0)}, p99 ${of('nodejs_eventloop_lag_p99_seconds').toFixed(0)}, max ${of('nodejs_eventloop_lag_max_seconds').toFixed(0)} ms`,
    `transactions p50 ${of('kaiming_transaction_p50_seconds').toFixed(1)}, p99 ${of('kaiming_transaction_p99_seconds').toFixed(1)}, max ${of('kaiming_transaction_max_seconds').toFixed(1)} ms`,
  ].join('\n  ')
}

await must(['ingest', join(place, 'before')], env)
const { child, base } = await serve(env)
try {
  const [first] = ((await (await fetch(`${base}/api/v1/documents?limit=1`)).json()) as { items: { url: string }[] })
    .items
  const document = first?.url ?? '/documents'
  await measured(base)
  print('calm', await askWhile(base, document, wait(10_000)))
  process.stdout.write(`  ${await measured(base)}\n`)
  const load = run(['ingest', join(place, 'load'), '--json'], env)
  print(`while ${files} files and a gazette of 60 documents are loaded`, await askWhile(base, document, load))
  process.stdout.write(`  ${await measured(base)}\n`)
  const { seconds, stdout } = await load
  process.stdout.write(`the load took ${seconds.toFixed(1)} s: ${stdout.trim().slice(0, 200)}\n`)
} finally {
  await stop(child)
  rmSync(place, { recursive: true, force: true })
}
