// How long a library takes to load, and to load again: `npm run bench -- FILE.ndjson` with documents {title, docNumber, body},
// written as text files. Prints seconds, documents, peak memory of the process, and the size of what was loaded.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const source = process.argv[2]
if (!source) {
  process.stderr.write('usage: npm run bench -- FILE.ndjson\n')
  process.exit(2)
}
const kaiming = resolve(import.meta.dirname, '../bin/kaiming.js')
const place = mkdtempSync(join(tmpdir(), 'kaiming-bench-'))
const files = join(place, 'files')
mkdirSync(files)
let bytes = 0
const lines = readFileSync(source, 'utf8').split('\n').filter(Boolean)
for (const [index, line] of lines.entries()) {
  const { title, docNumber, body } = JSON.parse(line) as { title: string; docNumber: string | null; body: string }
  const text = [title, docNumber, body].filter(Boolean).join('\n\n')
  bytes += Buffer.byteLength(text)
  writeFileSync(join(files, `${String(index).padStart(5, '0')}.txt`), text)
}
process.stdout.write(`${lines.length} files, ${(bytes / 1e6).toFixed(1)} MB of text\n`)

const env = { ...process.env, KAIMING_DATA_DIR: join(place, 'data') }
for (const round of ['first load', 'second load']) {
  const started = Date.now()
  // GNU time tells the peak of the process, its workers included.
  const run = spawnSync('/usr/bin/time', ['-f', '%M', process.execPath, kaiming, 'ingest', files, '--json'], {
    env,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  const peak = Number(run.stderr.trim().split('\n').at(-1)) / 1024
  const { failed, ...summary } = JSON.parse(run.stdout) as { failed: unknown[] }
  process.stdout.write(
    `${round}: ${((Date.now() - started) / 1000).toFixed(1)} s, ${JSON.stringify({ ...summary, failed: failed.length })}, peak ${peak.toFixed(0)} MB\n`,
  )
}
process.stdout.write(
  `data folder: ${execFileSync('du', ['-sm', join(place, 'data')], { encoding: 'utf8' }).split('\t')[0]} MB\n`,
)
rmSync(place, { recursive: true, force: true })
