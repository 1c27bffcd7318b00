import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { killRounds } from '../../bench/kill-rounds.ts'
import { writeTexts } from '../../bench/made-texts.ts'

const files = mkdtempSync(join(tmpdir(), 'kaiming-kill-files-'))
afterAll(() => rmSync(files, { recursive: true, force: true }))

/** Another one every time; one that found a fault is given again by KAIMING_KILL_SEED. */
const seed = Number(process.env.KAIMING_KILL_SEED ?? Date.now() % 1_000_000)

test(`a load that is killed five times loses nothing and doubles nothing (seed ${seed})`, async () => {
  process.stderr.write(`kill -9: seed ${seed}\n`)
  writeTexts(files, 12, 5)
  const { kills, faults } = await killRounds(files, 5, seed)
  expect(kills).toHaveLength(5)
  expect(faults).toEqual([])
}, 300_000)
