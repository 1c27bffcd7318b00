// How long a library takes to load, and to load again, embedded and on PostgreSQL: `npm run bench:ingest [-- FILE.ndjson]`
// with documents {title, docNumber, body}, written as text files; without a file, made texts. Prints seconds, documents, the
// most memory of all processes together, and that of the idle server.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { startPostgres } from '../scripts/postgres-for-tests.mjs'
import { writeTexts } from './made-texts.ts'
import { type Env, ended, envOf, memoryOf, serve, start, stop, watchMemory } from './program.ts'

const MADE = 500
/** After this long the server has built its index and let go of what it needed for that. */
const IDLE_AFTER_MS = 30_000

function writeFiles(source: string | undefined, folder: string): number {
  if (!source) {
    writeTexts(folder, MADE, 0)
    return MADE
  }
  mkdirSync(folder)
  const lines = readFileSync(source, 'utf8').split('\n').filter(Boolean)
  for (const [index, line] of lines.entries()) {
    const { title, docNumber, body } = JSON.parse(line) as { title: string; docNumber: string | null; body: string }
    const text = [title, docNumber, body].filter(Boolean).join('\n\n')
    writeFileSync(join(folder, `${String(index).padStart(5, '0')}.txt`), text)
  }
  return lines.length
}

async function load(name: string, files: string, env: Env, database: readonly number[]): Promise<void> {
  for (const round of ['first load', 'second load']) {
    const child = start(['ingest', files, '--json'], env)
    const most = watchMemory([child.pid ?? 0, ...database])
    const { stdout, stderr, seconds } = await ended(child)
    const memory = most()
    if (!stdout.startsWith('{')) throw new Error(stderr)
    const { failed, ...summary } = JSON.parse(stdout) as { failed: unknown[] }
    process.stdout.write(
      `${name}, ${round}: ${seconds.toFixed(1)} s, ${JSON.stringify({ ...summary, failed: failed.length })}, at most ${memory.toFixed(0)} MB\n`,
    )
  }
  const { child } = await serve(env)
  await wait(IDLE_AFTER_MS)
  const idle = memoryOf([child.pid ?? 0])
  process.stdout.write(`${name}, idle server: ${idle.toFixed(0)} MB\n`)
  await stop(child)
}

const place = mkdtempSync(join(tmpdir(), 'kaiming-bench-'))
const files = join(place, 'files')
process.stdout.write(`${writeFiles(process.argv[2], files)} files\n`)
await load('embedded', files, envOf(join(place, 'embedded')), [])
const postgres = await startPostgres()
if (postgres) {
  await load('PostgreSQL', files, envOf(join(place, 'node'), postgres.url), [postgres.pid])
  postgres.stop()
} else process.stdout.write('PostgreSQL: not on this machine\n')
rmSync(place, { recursive: true, force: true })
