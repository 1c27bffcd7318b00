import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { randomFrom } from './made-texts.ts'
import { ended, envOf, must, start } from './program.ts'

export interface KillReport {
  readonly seed: number
  /** After how many milliseconds of a run it was killed. */
  readonly kills: readonly number[]
  /** Loads that were carried to their end in spite of the kills. */
  readonly loads: number
  /** Loads whose export differs from that of the undisturbed one, or whose audit trail is broken; empty when all is well. */
  readonly faults: readonly string[]
}

async function exportOf(place: string, dataDir: string): Promise<string> {
  const folder = mkdtempSync(join(place, 'export-'))
  await must(['export', folder], envOf(dataDir))
  return readFileSync(join(folder, 'documents.jsonl'), 'utf8')
}

/**
 * Loads files undisturbed, then again and again with kill -9 at random moments, from the start of the process to its end.
 * After each load that came to its end its export is compared and its audit trail walked.
 */
export async function killRounds(files: string, kills: number, seed: number): Promise<KillReport> {
  const place = mkdtempSync(join(tmpdir(), 'kaiming-kill-'))
  const random = randomFrom(seed)
  try {
    // A new record takes seconds to make, and always the same ones: every load begins with a copy of an empty one.
    const empty = join(place, 'empty')
    await must(['audit', 'verify'], envOf(empty))
    const calm = join(place, 'calm')
    cpSync(empty, calm, { recursive: true })
    const { seconds } = await must(['ingest', files], envOf(calm))
    const expected = await exportOf(place, calm)
    const killed: number[] = []
    const faults: string[] = []
    let loads = 0
    while (killed.length < kills) {
      const dataDir = join(place, `load-${loads++}`)
      cpSync(empty, dataDir, { recursive: true })
      while (killed.length < kills) {
        const after = Math.round(random() * seconds * 1000)
        const child = start(['ingest', files], envOf(dataDir))
        const done = ended(child)
        const isOver = await Promise.race([done.then(() => true), wait(after, false)])
        if (isOver) break
        child.kill('SIGKILL')
        await done
        killed.push(after)
      }
      const last = await must(['ingest', files, '--json'], envOf(dataDir))
      if ((JSON.parse(last.stdout) as { failed: unknown[] }).failed.length > 0)
        faults.push(`load ${loads}: ${last.stdout}`)
      if ((await exportOf(place, dataDir)) !== expected) faults.push(`load ${loads}: another export`)
      const audit = await ended(start(['audit', 'verify'], envOf(dataDir)))
      if (audit.code !== 0) faults.push(`load ${loads}: ${audit.stdout}`)
      rmSync(dataDir, { recursive: true })
    }
    return { seed, kills: killed, loads, faults }
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}
