// Whether a load survives kill -9: `npm run bench:kill [-- KILLS [SEED]]`. The seed of a run is printed; given again it
// kills at the same moments.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { killRounds } from './kill-rounds.ts'
import { writeTexts } from './made-texts.ts'

const kills = Number(process.argv[2] ?? 30)
const seed = Number(process.argv[3] ?? Date.now() % 1_000_000)
const files = mkdtempSync(join(tmpdir(), 'kaiming-kill-files-'))
writeTexts(files, 120, 20)
process.stdout.write(`kill -9 at ${kills} random moments, seed ${seed}\n`)
const report = await killRounds(files, kills, seed)
rmSync(files, { recursive: true, force: true })
process.stdout.write(`${report.kills.length} kills in ${report.loads} loads, after ${report.kills.join(', ')} ms\n`)
process.stdout.write(
  report.faults.length === 0
    ? 'every export equals the undisturbed one, every audit trail is whole\n'
    : `${report.faults.join('\n')}\n`,
)
process.exitCode = report.faults.length === 0 ? 0 : 1
