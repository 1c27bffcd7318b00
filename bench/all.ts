// Every bench, one after the other: `npm run bench [-- FILE.ndjson]`. Takes some minutes; docs/benchmarks.md says what each
// figure means.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const source = process.argv.slice(2)
const benches: readonly (readonly [string, readonly string[]])[] = [
  ['ingest.ts', source],
  ['serve-during-ingest.ts', []],
  ['kill.ts', []],
]
let failed = 0
for (const [script, args] of benches) {
  process.stdout.write(`── ${script}\n`)
  const { status } = spawnSync('tsx', [join(import.meta.dirname, script), ...args], { stdio: 'inherit' })
  if (status !== 0) failed++
}
process.exitCode = failed > 0 ? 1 : 0
