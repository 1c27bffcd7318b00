// What the reader makes of foreign files: `npm run bench:files -- PATH…`. A folder is read file by file, with format, time,
// lines, documents and findings, or the refusal; of an .ndjson file each line {title, docNumber, body} is read as a text of
// its own, and only the sums are printed.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { openReader } from '../src/open-reader.ts'
import type { DocumentReader } from '../src/platform/ports.ts'

type Read = Awaited<ReturnType<DocumentReader['read']>>

const reader = openReader(1)
const print = (line: string): void => void process.stdout.write(`${line}\n`)

/** Reads one file in the worker, as loading does; `ms` holds the way to the worker and back. */
async function timed(name: string, bytes: Uint8Array): Promise<{ readonly ms: number; readonly read: Read }> {
  const started = performance.now()
  const read = await reader.read({ name, bytes })
  return { ms: performance.now() - started, read }
}

const findingsOf = (read: Extract<Read, { ok: true }>) => [
  ...read.reading.findings,
  ...read.reading.documents.flatMap(({ findings }) => findings),
]

function countByCode(into: Map<string, number>, codes: readonly string[]): void {
  for (const code of codes) into.set(code, (into.get(code) ?? 0) + 1)
}

const shown = (counts: ReadonlyMap<string, number>): string =>
  [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([code, count]) => `${code} ${count}`)
    .join(', ')

async function readFolder(path: string): Promise<void> {
  const files = statSync(path).isDirectory()
    ? readdirSync(path)
        .sort()
        .map((name) => join(path, name))
    : [path]
  print(
    '| file | format | KB | ms | lines | documents | tables | findings |\n| --- | --- | --- | --- | --- | --- | --- | --- |',
  )
  for (const file of files.filter((name) => statSync(name).isFile())) {
    const bytes = readFileSync(file)
    const { ms, read } = await timed(basename(file), bytes)
    const row = [
      basename(file),
      read.ok ? read.source.format : 'refused',
      Math.round(bytes.length / 1024),
      Math.round(ms),
    ]
    const counts = new Map<string, number>()
    if (read.ok)
      countByCode(
        counts,
        findingsOf(read).map(({ code }) => code),
      )
    const found = read.ok
      ? [
          read.source.lines,
          read.reading.documents.length,
          read.reading.documents.reduce((sum, { tables }) => sum + tables.length, 0),
          shown(counts),
        ]
      : ['', '', '', read.message]
    print(`| ${[...row, ...found].join(' | ')} |`)
  }
}

async function readRecords(path: string): Promise<void> {
  const counts = new Map<string, number>()
  const times: { readonly ms: number; readonly title: string }[] = []
  let [bytes, documents, tables, refused] = [0, 0, 0, 0]
  for (const line of readFileSync(path, 'utf8').split('\n').filter(Boolean)) {
    const { title, docNumber, body } = JSON.parse(line) as { title: string; docNumber: string | null; body: string }
    const text = Buffer.from([title, docNumber, body].filter(Boolean).join('\n\n'))
    const { ms, read } = await timed('record.txt', text)
    bytes += text.length
    times.push({ ms, title })
    if (read.ok) {
      documents += read.reading.documents.length
      tables += read.reading.documents.reduce((sum, document) => sum + document.tables.length, 0)
      countByCode(
        counts,
        findingsOf(read).map(({ code }) => code),
      )
    } else {
      refused++
      print(`refused: ${title}: ${read.message}`)
    }
  }
  const sum = times.reduce((whole, { ms }) => whole + ms, 0)
  const slowest = times.sort((a, b) => b.ms - a.ms)[0]
  print(
    `${basename(path)}: ${times.length} texts, ${(bytes / 1e6).toFixed(1)} MB, ${(sum / 1000).toFixed(1)} s, ${refused} refused`,
  )
  print(
    `  ${documents} documents, ${tables} tables; slowest ${slowest?.ms.toFixed(0)} ms (${slowest?.title.slice(0, 40)})`,
  )
  print(`  findings: ${shown(counts)}`)
}

if (process.argv.length < 3) {
  process.stderr.write('usage: npm run bench:files -- FOLDER|FILE.ndjson…\n')
  process.exitCode = 2
}
for (const path of process.argv.slice(2)) await (path.endsWith('.ndjson') ? readRecords(path) : readFolder(path))
print(`peak memory: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`)
await reader.close()
